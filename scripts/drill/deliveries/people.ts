import { setTimeout as sleep } from "node:timers/promises";
import type { Random } from "../../../bench/random-numbers.ts";
import {
  antrag,
  postSend,
  readConfirmation,
  readStand,
} from "../../../src/main/testing/applicant.ts";
import {
  visitorOf,
  type Reachable,
  type Visitor,
} from "../../../src/main/testing/visitor.ts";
import { noteTrouble } from "../ledger.ts";
import {
  drilledForm,
  drilledPortal,
  fillIn,
  newClientAddress,
  patient,
} from "../write-applications.ts";
import type { DeliveriesLedger } from "./ledger.ts";
import type { Office } from "./office.ts";

export type PeopleInput = {
  readonly portal: Reachable;
  readonly office: Office;
  readonly ledger: DeliveriesLedger;
  readonly submissions: number;
  readonly writers: number;
  readonly random: Random;
  /** After it nobody begins another application. */
  readonly closing: AbortSignal;
  /** Ends everybody at once: there is no portal any more that could confirm. */
  readonly lost: AbortSignal;
};

const pauseMs = 100;
/** So many in a hundred are asked to correct what they have sent, and as many of these once more. */
const askedPercent = 30;

/** People apply until so many applications are confirmed; some are asked for corrections and send these, too. Each waits for each confirmation. */
export async function letPeopleApply(input: PeopleInput): Promise<void> {
  const begun = { count: 0 };
  const { submissions, closing, lost } = input;
  const isOpen = () =>
    begun.count < submissions && !closing.aborted && !lost.aborted;
  await Promise.all(
    Array.from({ length: input.writers }, async (_, index) => {
      while (isOpen()) {
        begun.count += 1;
        await applyAndCorrect(input, `drill-w${index}-${begun.count}`);
      }
    }),
  );
}

async function applyAndCorrect(input: PeopleInput, key: string): Promise<void> {
  const visitor = newVisitor(input.portal);
  const sent = await apply(input, visitor, `${key}-v1`);
  if (!sent) return;
  for (let version = 2; version <= 3; version += 1) {
    if (input.random.next() * 100 >= askedPercent) return;
    await correct(input, { ...sent, marker: `${key}-v${version}`, version });
  }
}

const newVisitor = (portal: Reachable): Visitor =>
  patient(visitorOf(portal, drilledPortal), newClientAddress());

async function apply(
  { ledger, lost, portal }: PeopleInput,
  first: Visitor,
  marker: string,
): Promise<{ reference: string; statusKey: string } | undefined> {
  // An unfinished draft is promised to nobody: begin another one.
  let visitor = first;
  const stand = await untilDone({ ledger, lost }, async () => {
    visitor = newVisitor(portal);
    return fillIn(visitor, marker);
  });
  if (stand === undefined) return undefined;
  let isFirst = true;
  const confirmed = await untilDone({ ledger, lost }, async () => {
    if (!isFirst) ledger.cutOff += 1;
    isFirst = false;
    const sent = await visitor.follow(
      await postSend(visitor, drilledForm, stand),
    );
    if (sent.status !== 200)
      throw new Error(`sending answers ${String(sent.status)}`);
    return readConfirmation(sent);
  });
  if (!confirmed) return undefined;
  const { reference } = confirmed;
  const atMs = Date.now();
  ledger.acknowledged.push({ key: marker, reference, atMs });
  ledger.versions.push({ marker, reference, version: 1, atMs });
  return confirmed;
}

type Asked = {
  readonly reference: string;
  readonly statusKey: string;
  readonly marker: string;
  readonly version: number;
};

/** The office asks back, and the applicant answers on another device. */
async function correct(
  { ledger, lost, portal, office }: PeopleInput,
  { reference, statusKey, marker, version }: Asked,
): Promise<void> {
  const trying = { ledger, lost };
  await untilDone(trying, () => office.ask(reference));
  const guest = newVisitor(portal);
  const stand = await untilDone(trying, async () => {
    const begun = await guest.visit(`/status/${statusKey}/korrektur`, {
      fields: {},
    });
    await guest.follow(begun);
    const saved = await guest.visit(antrag(drilledForm, "/schritt/1"), {
      // As the script says that the question was seen.
      fields: { "bisherigeNummer.0": marker, _live: "1" },
    });
    if (saved.status !== 303)
      throw new Error(`correcting answers ${String(saved.status)}`);
    return readStand(await guest.visit(antrag(drilledForm, "/pruefen")));
  });
  if (stand === undefined) return;
  const isSent = await untilDone(trying, async () => {
    const sent = await guest.follow(await postSend(guest, drilledForm, stand));
    if (!sent.text.includes("Ihre Korrektur ist angekommen"))
      throw new Error(`sending a correction answers ${String(sent.status)}`);
    return true;
  });
  if (isSent)
    ledger.versions.push({ marker, reference, version, atMs: Date.now() });
}

/** Again and again, like a patient person. Undefined when everything is lost. */
async function untilDone<Done>(
  { ledger, lost }: { ledger: DeliveriesLedger; lost: AbortSignal },
  work: () => Promise<Done>,
): Promise<Done | undefined> {
  while (!lost.aborted) {
    try {
      return await work();
    } catch (error) {
      noteTrouble(ledger, error);
      await sleep(pauseMs);
    }
  }
  return undefined;
}
