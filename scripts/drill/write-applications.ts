import { randomInt } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import {
  antrag,
  postSend,
  readConfirmation,
  readStand,
  startDraft,
} from "../../src/main/testing/applicant.ts";
import { multipartForm } from "../../src/main/testing/multipart.ts";
import {
  visitorOf,
  type Answer,
  type Reachable,
  type Visitor,
  type VisitOptions,
} from "../../src/main/testing/visitor.ts";
import { pdf } from "../../src/platform/files/testing/sample-files.ts";
import { untilAborted } from "../../src/platform/values/until-aborted.ts";
import { noteTrouble, type Ledger } from "./ledger.ts";

export const drilledForm = "bewohnerparkausweis";
export const drilledPortal = "schwerin";

/** A year that is to come, also for an installation that lives in a night of the next one. */
const permitFrom = String(new Date().getFullYear() + 2);

const answerWithinMs = 30_000;
const pauseMs = 50;
/** Who sees an error does not press again at once. */
const pauseAfterErrorMs = 500;

export type WriterInput = {
  readonly portal: Reachable;
  /** How long a writer does nothing between two applications, e.g. so that what follows from them does not pile up. */
  readonly pauseMs?: number;
  /** Makes the keys of this writer differ from those of the others. */
  readonly name: string;
  readonly ledger: Ledger;
  /** Ends the writer after the application it is at. */
  readonly signal: AbortSignal;
  /** Ends it at once: there is no portal any more that could confirm. */
  readonly lost?: AbortSignal | undefined;
};

/** Fills in and sends one application after the other, like a patient person: tries again until the confirmation is there. */
export async function writeApplications({
  portal,
  name,
  ledger,
  signal,
  lost,
  pauseMs: pause = pauseMs,
}: WriterInput): Promise<void> {
  for (let number = 1; !signal.aborted; number += 1) {
    const key = `drill-${name}-${String(number)}`;
    const visitor = patient(
      visitorOf(portal, drilledPortal),
      newClientAddress(),
    );
    const stand = await fillIn(visitor, key).catch(async (error: unknown) => {
      noteTrouble(ledger, error);
      await sleep(pauseAfterErrorMs);
    });
    // An unfinished draft is promised to nobody: begin another one.
    if (stand !== undefined)
      await sendUntilConfirmed(visitor, key, { stand, ledger, lost });
    await sleep(pause);
  }
}

/** Fills in a new draft; gives the state that the summary showed. */
export async function fillIn(visitor: Visitor, key: string): Promise<string> {
  await startDraft(visitor, drilledForm);
  for (const [index, options] of stepsOf(key).entries()) {
    const path = antrag(drilledForm, `/schritt/${String(index + 1)}`);
    const saved = await visitor.visit(path, options);
    if (saved.status !== 303)
      throw new Error(`${path} answers ${String(saved.status)}`);
  }
  return readStand(await visitor.visit(antrag(drilledForm, "/pruefen")));
}

async function sendUntilConfirmed(
  visitor: Visitor,
  key: string,
  {
    stand,
    ledger,
    lost,
  }: { readonly stand: string } & Pick<WriterInput, "ledger" | "lost">,
): Promise<void> {
  for (let tries = 1; !lost?.aborted; tries += 1) {
    const reference = await send(visitor, stand).catch((error: unknown) => {
      noteTrouble(ledger, error);
    });
    if (reference === undefined) {
      if (tries === 1) ledger.cutOff += 1;
      await sleep(pauseAfterErrorMs);
      continue;
    }
    ledger.acknowledged.push({ key, reference, atMs: performance.now() });
    if (tries > 1) await sendOnceMore(visitor, reference, { stand, ledger });
    return;
  }
}

/** After a lost answer: the portal must recognise the application, not store it again. */
async function sendOnceMore(
  visitor: Visitor,
  reference: string,
  { stand, ledger }: { readonly stand: string; readonly ledger: Ledger },
): Promise<void> {
  const again = await send(visitor, stand).catch(() => reference);
  if (again !== reference)
    ledger.surprises.push(`${reference} became ${again} when sent again`);
}

/** The reference on the confirmation page. Throws when there is none. */
async function send(visitor: Visitor, stand: string): Promise<string> {
  const sent = await visitor.follow(
    await postSend(visitor, drilledForm, stand),
  );
  if (sent.status !== 200)
    throw new Error(`sending answers ${String(sent.status)}`);
  return readConfirmation(sent).reference;
}

/** Each application comes from somebody else, as far as the limits of the portal can tell. @see RFC 2544 appendix C.2.2 */
export function newClientAddress(): string {
  return `198.18.${String(randomInt(256))}.${String(randomInt(256))}`;
}

/** Gives a request up that is never answered. */
export function patient(visitor: Visitor, address: string): Visitor {
  const visit = (path: string, options?: VisitOptions): Promise<Answer> =>
    untilAborted(
      visitor.visit(path, {
        ...options,
        headers: { ...options?.headers, "x-forwarded-for": address },
      }),
      AbortSignal.timeout(answerWithinMs),
    );
  const follow = async (answer: Answer): Promise<Answer> => {
    const { location } = answer.headers;
    return location === undefined ? answer : follow(await visit(location));
  };
  return { cookies: visitor.cookies, visit, follow };
}

/** What the writer of an application attaches to it. */
export const attachedFile = (key: string): Buffer => pdf(`/Note (${key})`);

function stepsOf(key: string): readonly VisitOptions[] {
  return [
    {
      fields: {
        "antragsteller.0.vorname.0": "Jördis",
        "antragsteller.0.familienname.0": "Übungsfrau",
        "antragsteller.0.geburtsdatum.0-day": "7",
        "antragsteller.0.geburtsdatum.0-month": "5",
        "antragsteller.0.geburtsdatum.0-year": "1981",
        "antragsteller.0.email.0": "joerdis@example.org",
        "anschrift.0.strasse.0": "Pfaffenteich",
        "anschrift.0.hausnummer.0": "1",
        "anschrift.0.postleitzahl.0": "19055",
        "anschrift.0.ort.0": "Schwerin",
      },
    },
    {
      fields: {
        "anlass.0": "verlaengerung",
        "bisherigeNummer.0": key,
        "dauer.0": "12",
        "beginn.0-day": "1",
        "beginn.0-month": "9",
        "beginn.0-year": permitFrom,
        // As browsers with scripts say: the number was asked for as soon as it was needed.
        _live: "1",
      },
    },
    multipartForm([
      { name: "fahrzeug.0.kennzeichen.0", content: "SN-UE 1" },
      { name: "fahrzeug.0.eigenes.0", content: "true" },
      {
        name: "fahrzeugschein.0",
        filename: `${key}.pdf`,
        content: attachedFile(key),
      },
    ]),
    { fields: { "melderegister.0": "ja", "richtigkeit.0": "ja" } },
  ];
}
