import { setTimeout as sleep } from "node:timers/promises";
import {
  antrag,
  fillSteps,
  readConfirmation,
  send,
} from "../../../src/main/testing/applicant.ts";
import {
  visitorOf,
  type Answer,
  type Reachable,
  type Visitor,
} from "../../../src/main/testing/visitor.ts";
import {
  drilledPortal,
  newClientAddress,
  patient,
} from "../write-applications.ts";

/** What many want at the same time. */
export const wantedForm = "hundesteuer";

/** One person in the run, by a clock outside of the portal. */
export type Person = {
  /** When they asked to begin, and when they knew whether they may. */
  readonly askedAt: number;
  readonly knewAt: number;
  /** Their place in the queue when they came; undefined: they began at once. */
  readonly place: number | undefined;
  readonly begunAt: number;
  readonly sentAt: number;
  readonly reference: string;
};

export type CrowdInput = {
  readonly portal: Reachable;
  /** All come within this time. */
  readonly arriveMs: number;
  /** How often who waits looks. The page asks for 30 seconds; people are more impatient. */
  readonly lookMs: number;
  /** What must not happen, in words. */
  readonly surprises: string[];
};

/** Comes at some moment, asks to begin, waits where that is said, fills in and sends. */
export async function comeIn(input: CrowdInput): Promise<Person> {
  const { portal, arriveMs } = input;
  await sleep(Math.random() * arriveMs);
  // Each from an address of their own: so many from one would be slowed down.
  const visitor = patient(visitorOf(portal, drilledPortal), newClientAddress());
  const askedAt = performance.now();
  const asked = await ask(visitor, input);
  const knewAt = performance.now();
  const place =
    asked === "waits" ? await waitForTurn(visitor, input) : undefined;
  const begunAt = performance.now();
  await fillSteps(visitor, wantedForm);
  const confirmed = await visitor.follow(await send(visitor, wantedForm));
  const { reference } = readConfirmation(confirmed);
  const sentAt = performance.now();
  return { askedAt, knewAt, place, begunAt, sentAt, reference };
}

/** Presses "begin". */
async function ask(
  visitor: Visitor,
  { surprises }: CrowdInput,
): Promise<"begins" | "waits"> {
  const answer = await visitor.visit(antrag(wantedForm), { fields: {} });
  const { location = "" } = answer.headers;
  if (location.endsWith("/schritt/1")) return "begins";
  if (location.includes("/warten")) return "waits";
  surprises.push(`"begin" answers ${String(answer.status)} ${location}`);
  throw new Error("drill: cannot begin");
}

/** Looks at the waiting page until it is their turn, and begins. Gives the first place in the queue that was shown. */
async function waitForTurn(
  visitor: Visitor,
  input: CrowdInput,
): Promise<number | undefined> {
  let first: number | undefined;
  for (;;) {
    const page = await visitor.visit(antrag(wantedForm, "/warten"));
    first ??= placeOn(page);
    if (page.status === 303 || standingOn(page) === "called") {
      if ((await ask(visitor, input)) === "begins") return first;
      input.surprises.push("who was called has to wait again");
    } else if (standingOn(page) !== "waiting")
      input.surprises.push(
        `the waiting page says ${standingOn(page) ?? String(page.status)}`,
      );
    await sleep(input.lookMs);
  }
}

const standingOn = ({ text }: Answer) =>
  /data-standing="([a-z]+)"/u.exec(text)?.[1];

function placeOn({ text }: Answer): number | undefined {
  const place = /Platz in der Reihe: ([\d.]+)/u.exec(text)?.[1];
  return place === undefined ? undefined : Number(place.replaceAll(".", ""));
}
