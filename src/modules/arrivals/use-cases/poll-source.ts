import type { Context } from "../../../platform/context/context.ts";
import { recordAudit } from "../../audit/index.ts";
import type { ArrivalPorts } from "../../submissions/index.ts";
import { receiveArrival } from "../../vorgaenge/index.ts";
import { evidencePurpose, isOpen, type Arrival } from "../domain/arrival.ts";
import type {
  Inbox,
  OutsideApplication,
  Problem,
  Verdict,
  Waiting,
} from "../domain/inbox.ts";
import {
  changeArrival,
  type ChangedArrival,
  listOpenArrivals,
  lockArrival,
  seeArrival,
} from "../store/arrival-store.ts";
import { noteAsked } from "../store/source-store.ts";
import { openSource, type OpenedSource } from "./open-source.ts";
import { nameOf, toSubmission } from "./to-submission.ts";

export type PollPorts = ArrivalPorts & {
  readonly inboxes: ReadonlyMap<string, Inbox>;
  /** A kind of problem as the standard of this inbox names it: the data do not follow the schema they name. */
  readonly schemaViolation: Problem;
};

type Polling = {
  readonly source: OpenedSource;
  readonly ports: PollPorts;
  readonly signal: AbortSignal;
};

/**
 * Takes what waits at one source: each is fetched, checked, written as submission and Vorgang in one transaction, and only then accepted. May run
 * any number of times and at once: a row for each keeps it from being taken twice, and what was cut off goes on where it was. Gives the
 * time until it should be asked again where the other side named one.
 */
export async function pollSource(
  context: Context,
  {
    sourceId,
    signal,
  }: { readonly sourceId: string; readonly signal: AbortSignal },
  ports: PollPorts,
): Promise<number | undefined> {
  const source = await openSource(context, sourceId, ports.inboxes);
  if (!source) return undefined;
  if (source.kind === "unusable") {
    await note(context, sourceId, "options-invalid");
    return undefined;
  }
  const polling = { source, ports, signal };
  const listed = await source.inbox.list(source.options, signal);
  if (listed.kind === "unavailable") {
    await note(context, sourceId, listed.cause);
    return listed.retryAfterMs;
  }
  await note(context, sourceId, undefined);
  const known = await context.transaction((db) =>
    listOpenArrivals(db, context.tenantId, sourceId),
  );
  const listedIds = new Set(listed.waiting.map(({ externalId }) => externalId));
  // What was taken and not answered may have left the list: somebody rejected it meanwhile.
  const unanswered = known.filter(
    ({ externalId, state }) =>
      !listedIds.has(externalId) && state !== "contradicted",
  );
  for (const waiting of [...listed.waiting, ...unanswered]) {
    if (signal.aborted) return undefined;
    await takeOne(context, polling, waiting);
  }
  return undefined;
}

const note = (context: Context, sourceId: string, cause: string | undefined) =>
  context.transaction((db) =>
    noteAsked(db, context.tenantId, { sourceId, cause, now: context.now }),
  );

async function takeOne(
  context: Context,
  polling: Polling,
  waiting: Waiting,
): Promise<void> {
  const { sourceId } = polling.source;
  const arrival = await context.transaction((db) =>
    seeArrival(db, context.tenantId, {
      sourceId,
      ...waiting,
      now: context.now,
    }),
  );
  switch (arrival.state) {
    case "waiting":
      return fetchOne(context, polling, arrival);
    case "taken":
      return tell(context, polling, { arrival, verdict: { kind: "accepted" } });
    case "rejecting": {
      const { problems } = arrival;
      const verdict = { kind: "rejected", problems } as const;
      return tell(context, polling, { arrival, verdict });
    }
    case "accepted":
    case "rejected":
    case "gone":
    case "contradicted":
      return;
  }
}

async function fetchOne(
  context: Context,
  polling: Polling,
  arrival: Arrival,
): Promise<void> {
  const { source, ports, signal } = polling;
  const opened = await source.inbox.open(arrival, source.options, signal);
  switch (opened.kind) {
    case "unavailable":
      return change(context, arrival, { cause: opened.cause });
    case "gone":
      return change(context, arrival, { state: "gone" });
    case "faulty":
      return reject(context, polling, { arrival, problems: opened.problems });
    case "opened": {
      const { application } = opened;
      const prepared = await toSubmission(
        context,
        { arrival, application },
        ports,
      );
      if (typeof prepared === "string")
        return reject(context, polling, {
          arrival,
          problems: [ports.schemaViolation],
        });
      await take(context, { arrival, application, prepared });
      const taken = { ...arrival, state: "taken" } as const;
      return tell(context, polling, {
        arrival: taken,
        verdict: { kind: "accepted" },
      });
    }
  }
}

type Prepared = Exclude<Awaited<ReturnType<typeof toSubmission>>, string>;

/** All at once: after this it is in the queue, and stays there whatever happens to us. */
async function take(
  context: Context,
  {
    arrival,
    application,
    prepared,
  }: {
    readonly arrival: Arrival;
    readonly application: OutsideApplication;
    readonly prepared: Prepared;
  },
): Promise<void> {
  const { id, submissionId } = arrival;
  const fromName = nameOf(application);
  await context.transaction(async (db) => {
    const locked = await lockArrival(db, context.tenantId, id);
    if (locked?.state !== "waiting") return;
    const vorgangId = await receiveArrival(context, db, {
      submissionId,
      transfer: prepared,
      arrival: {
        id,
        source: "fit-connect",
        fromTenantId: undefined,
        fromName,
        trail: [fromName],
        isCallBack: false,
        encryptedNote: undefined,
      },
    });
    const { tenantId, now } = context;
    await changeArrival(db, tenantId, { id, state: "taken", vorgangId, now });
  });
}

async function reject(
  context: Context,
  polling: Polling,
  {
    arrival,
    problems,
  }: { readonly arrival: Arrival; readonly problems: readonly Problem[] },
): Promise<void> {
  await change(context, arrival, { state: "rejecting", problems });
  await tell(context, polling, {
    arrival: { ...arrival, state: "rejecting" },
    verdict: { kind: "rejected", problems },
  });
}

/** Says it to the sender. What cannot be said now is said the next time. */
async function tell(
  context: Context,
  { source, signal }: Polling,
  {
    arrival,
    verdict,
  }: { readonly arrival: Arrival; readonly verdict: Verdict },
): Promise<void> {
  const given = { waiting: arrival, verdict };
  const answered = await source.inbox.answer(given, source.options, signal);
  switch (answered.kind) {
    case "unavailable":
      return change(context, arrival, { cause: answered.cause });
    case "gone":
    case "contradicted": {
      const isTaken = verdict.kind === "accepted";
      return change(context, arrival, {
        state: isTaken ? "contradicted" : "gone",
      });
    }
    case "answered": {
      const { evidence } = answered;
      const sealed =
        evidence === undefined
          ? undefined
          : await context.cipher.encrypt(
              Buffer.from(evidence),
              evidencePurpose(arrival.id),
            );
      return change(context, arrival, {
        state: verdict.kind,
        evidence: sealed,
      });
    }
  }
}

/** Nothing that is settled changes any more, whoever comes late. */
async function change(
  context: Context,
  { id }: Arrival,
  to: Partial<ChangedArrival>,
): Promise<void> {
  const { tenantId, now } = context;
  await context.transaction(async (db) => {
    const locked = await lockArrival(db, tenantId, id);
    if (!locked || !isOpen(locked.state)) return;
    const state = to.state ?? locked.state;
    await changeArrival(db, tenantId, { id, ...to, state, now });
    if (state === locked.state || state === "rejecting") return;
    await recordAudit(context, db, {
      action: "arrival.settled",
      subject: { kind: "arrival", id },
      details: { state },
    });
  });
}
