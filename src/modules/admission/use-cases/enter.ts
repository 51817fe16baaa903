import type { Context } from "../../../platform/context/context.ts";
import type { Db } from "../../../platform/database/database.ts";
import {
  atWorkMs,
  beginningMs,
  callNext,
  graceMs,
  minutesUntil,
  paceMs,
  type Queue,
} from "../domain/queue.ts";
import { readTicket, writeTicket } from "./ticket.ts";
import { findLimit } from "../store/limit-store.ts";
import {
  claimLook,
  countCalled,
  countEntries,
  findCall,
  findQueue,
  insertEntry,
  lockQueue,
  saveQueue,
  type QueueKey,
} from "../store/queue-store.ts";

/** Applications for a Leistung that somebody works on, and how many of them were begun just now. */
export type CountAtWork = (
  db: Db,
  wanted: {
    readonly tenantId: string;
    readonly leistungSlug: string;
    readonly touchedSince: Date;
    readonly begunSince: Date;
  },
) => Promise<{ readonly atWork: number; readonly begun: number }>;

export type Asking = {
  readonly leistungSlug: string;
  /** As the browser brought it; undefined: none. */
  readonly ticket: string | undefined;
  readonly countAtWork: CountAtWork;
};

/** May begin, or waits. */
export type Admission =
  | { readonly kind: "enter" }
  | {
      readonly kind: "wait";
      /** To be brought along the next time. */
      readonly ticket: string;
    };

/** What somebody who waits is told. */
export type Standing =
  /** There is no limit (any more), or no number: begin, or ask for one. */
  | { readonly kind: "open" }
  | {
      readonly kind: "waiting";
      /** 1: the next. */
      readonly position: number;
      readonly minutes: number | undefined;
    }
  | { readonly kind: "called"; readonly until: Date }
  /** Called, but not come in time: the next number is at the end. */
  | { readonly kind: "missed" };

/**
 * Asks to begin an application. Where the authority has set a limit and it is reached, one waits with a number; numbers are called in their order as places become
 * free, each can be used once and for three minutes. Never lets in more than the limit, over all processes. Without a limit one statement.
 */
export async function enter(
  context: Context,
  asking: Asking,
): Promise<Admission> {
  const { tenantId, now, cipher } = context;
  const { leistungSlug } = asking;
  const key = { tenantId, leistungSlug };
  const number = await readTicket(cipher, leistungSlug, asking.ticket);
  const given = await context.transaction(async (db) => {
    const limit = await findLimit(db, tenantId, leistungSlug);
    if (!limit) return undefined;
    const before = await lockQueue(db, key, now);
    const free = await countFree(context, db, { asking, limit });
    const queue = callNext(before, free);
    const left = free - (queue.called - before.called);
    const step = await stepFor(context, db, {
      key,
      before,
      queue,
      number,
      left,
    });
    await saveQueue(db, key, { before, after: step.queue, now });
    if (step.enters) await insertEntry(db, key, { number: step.number, now });
    return step.enters ? undefined : step.number;
  });
  return given === undefined
    ? { kind: "enter" }
    : {
        kind: "wait",
        ticket: await writeTicket(cipher, leistungSlug, given),
      };
}

type Step = {
  readonly queue: Queue;
  readonly number: number;
  readonly enters: boolean;
};

async function stepFor(
  { now }: Context,
  db: Db,
  {
    key,
    before,
    queue,
    number,
    left,
  }: {
    readonly key: QueueKey;
    readonly before: Queue;
    readonly queue: Queue;
    readonly number: number | undefined;
    readonly left: number;
  },
): Promise<Step> {
  if (number !== undefined && number > queue.called && number <= queue.issued)
    return { queue, number, enters: false };
  if (number !== undefined && number <= queue.called) {
    // A number that is called by this very step is not written down yet.
    const isCalledNow = number > before.called;
    if (isCalledNow || (await isInTime(db, { key, number, now })))
      return { queue, number, enters: true };
  }
  // No number, one that was used, or one that was missed: a new one, at the end.
  const issued = queue.issued + 1;
  return left > 0
    ? { queue: { issued, called: issued }, number: issued, enters: true }
    : { queue: { ...queue, issued }, number: issued, enters: false };
}

/** True for a number that was called a short time ago and not used. */
async function isInTime(
  db: Db,
  {
    key,
    number,
    now,
  }: { readonly key: QueueKey; readonly number: number; readonly now: Date },
): Promise<boolean> {
  const call = await findCall(db, key, number);
  return (
    call !== undefined &&
    !call.isUsed &&
    call.calledAt.getTime() > now.getTime() - graceMs
  );
}

/** Where somebody with a number stands. Once a second one of all who look calls the next. */
export async function lookAtQueue(
  context: Context,
  asking: Asking,
): Promise<Standing> {
  const { tenantId, now, cipher } = context;
  const { leistungSlug } = asking;
  const key = { tenantId, leistungSlug };
  const number = await readTicket(cipher, leistungSlug, asking.ticket);
  return context.transaction(async (db) => {
    const limit = await findLimit(db, tenantId, leistungSlug);
    if (!limit || number === undefined) return { kind: "open" };
    const before = new Date(now.getTime() - 1_000);
    const claimed = await claimLook(db, key, { now, before });
    if (claimed) {
      const free = await countFree(context, db, { asking, limit });
      const after = callNext(claimed, free);
      await saveQueue(db, key, { before: claimed, after, now });
    }
    const queue = await findQueue(db, key);
    if (!queue || number > queue.issued) return { kind: "open" };
    return standingOf(context, db, { key, queue, number });
  });
}

async function standingOf(
  { now }: Context,
  db: Db,
  {
    key,
    queue,
    number,
  }: {
    readonly key: QueueKey;
    readonly queue: Queue;
    readonly number: number;
  },
): Promise<Standing> {
  if (number > queue.called) {
    const lately = new Date(now.getTime() - paceMs);
    const { called } = await countCalled(db, key, lately);
    const position = number - queue.called;
    return {
      kind: "waiting",
      position,
      minutes: minutesUntil(position, called),
    };
  }
  const call = await findCall(db, key, number);
  if (!call || call.isUsed) return { kind: "open" };
  const until = new Date(call.calledAt.getTime() + graceMs);
  return until > now ? { kind: "called", until } : { kind: "missed" };
}

async function countFree(
  { tenantId, now }: Context,
  db: Db,
  {
    asking: { leistungSlug, countAtWork },
    limit,
  }: { readonly asking: Asking; readonly limit: { readonly places: number } },
): Promise<number> {
  const key = { tenantId, leistungSlug };
  const ago = (ms: number) => new Date(now.getTime() - ms);
  const { atWork, begun } = await countAtWork(db, {
    ...key,
    touchedSince: ago(atWorkMs),
    begunSince: ago(beginningMs),
  });
  const { notBegun } = await countCalled(db, key, ago(graceMs));
  const entered = await countEntries(db, key, ago(beginningMs));
  return limit.places - atWork - notBegun - Math.max(0, entered - begun);
}

/** For the office: how many wait and how many fill in. */
export async function viewQueue(
  context: Context,
  asking: Omit<Asking, "ticket">,
): Promise<{ readonly waiting: number; readonly atWork: number }> {
  const { tenantId, now } = context;
  const { leistungSlug, countAtWork } = asking;
  return context.transaction(async (db) => {
    const queue = await findQueue(db, { tenantId, leistungSlug });
    const { atWork } = await countAtWork(db, {
      tenantId,
      leistungSlug,
      touchedSince: new Date(now.getTime() - atWorkMs),
      begunSince: now,
    });
    return { waiting: queue ? queue.issued - queue.called : 0, atWork };
  });
}
