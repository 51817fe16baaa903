import type { Context } from "../../../platform/context/context.ts";
import { enqueue } from "../../../platform/jobs/enqueue.ts";
import { ok, refuse, type Result } from "../../../platform/result/result.ts";
import { recordAudit } from "../../audit/index.ts";
import { dueOn, readClock } from "../domain/clock.ts";
import {
  leastCases,
  type ClockRule,
  type UsualDuration,
} from "../domain/clock-rule.ts";
import type { StateNames } from "../domain/state-names.ts";
import { redateJob } from "../domain/clock-jobs.ts";
import {
  findClockRule,
  listClockRules,
  lockOpenVorgaenge,
  saveClockRule,
  saveDueDay,
} from "../store/clock-store.ts";
import { listDurations } from "../store/duration-store.ts";
import { listEvents } from "../store/event-store.ts";
import {
  listSimilarDays,
  saveSimilarDays,
} from "../store/similar-period-store.ts";
import { listStateNames, saveStateNames } from "../store/state-name-store.ts";

/** Who may say how long a Leistung takes. */
export const rulesPermission = "vorgang.rules";

export type NotPermitted = { readonly kind: "not-permitted" };

/** What an office has set for its Leistungen, by their slug, and how long they took. */
export type Clocks = {
  readonly rules: ReadonlyMap<string, ClockRule>;
  readonly names: ReadonlyMap<string, StateNames>;
  /** For how many days back other applications of the same person are shown. */
  readonly similarDays: ReadonlyMap<string, number>;
  readonly durations: ReadonlyMap<string, UsualDuration>;
};

/** Everything set for the Leistungen of the caller's office. One round trip. Needs `vorgang.rules`. */
export async function listClocks(
  context: Context,
): Promise<Result<Clocks, NotPermitted>> {
  const { actor, tenantId } = context;
  if (!actor.may(rulesPermission)) return refuse({ kind: "not-permitted" });
  const [rules, names, similarDays, durations] = await context.read((db) =>
    Promise.all([
      listClockRules(db, tenantId),
      listStateNames(db, tenantId),
      listSimilarDays(db, tenantId),
      listDurations(db, tenantId, leastCases),
    ]),
  );
  return ok({ rules, names, similarDays, durations });
}

/** Whoever sends an application has read the rule before, and is done or has failed long before that. */
const sentMeanwhileMs = 5 * 60_000;

/**
 * Sets how long a Leistung may take, how its states are called and how far back second applications are shown; undefined takes the rule away. Open Vorgänge get their new day by a job
 * of the same transaction, and by a later one those that were being opened meanwhile. Needs `vorgang.rules`; that the Leistung exists is for the caller to know.
 */
export async function setClock(
  context: Context,
  clock: {
    readonly leistungSlug: string;
    readonly rule: ClockRule | undefined;
    readonly names: StateNames;
    /** Undefined: as usual. */
    readonly similarDays?: number | undefined;
  },
): Promise<Result<void, NotPermitted>> {
  const { actor, tenantId, now } = context;
  if (!actor.may(rulesPermission)) return refuse({ kind: "not-permitted" });
  const { leistungSlug, rule, names, similarDays: days } = clock;
  await context.transaction(async (db) => {
    await saveClockRule(db, tenantId, { leistungSlug, rule, at: now });
    await saveStateNames(db, tenantId, { leistungSlug, names });
    await saveSimilarDays(db, tenantId, { leistungSlug, days });
    const job = { name: redateJob, payload: { leistungSlug } };
    await enqueue(db, { ...job, workKey: leistungSlug });
    await enqueue(db, {
      ...job,
      runAt: new Date(now.getTime() + sentMeanwhileMs),
    });
    await recordAudit(context, db, {
      action: "vorgang.rule-changed",
      subject: { kind: "leistung", id: leistungSlug },
    });
  });
  return ok(undefined);
}

const pageSize = 200;

/** Computes the due day of every open Vorgang of a Leistung anew, some at a time. May run any number of times. */
export async function redate(
  context: Context,
  leistungSlug: string,
): Promise<void> {
  let afterId: string | undefined;
  do afterId = await redatePage(context, leistungSlug, afterId);
  while (afterId !== undefined);
}

async function redatePage(
  context: Context,
  leistungSlug: string,
  afterId: string | undefined,
): Promise<string | undefined> {
  const { tenantId } = context;
  return context.transaction(async (db) => {
    const rule = await findClockRule(db, tenantId, leistungSlug);
    const page = { leistungSlug, afterId, limit: pageSize };
    const vorgaenge = await lockOpenVorgaenge(db, tenantId, page);
    for (const { id, dueOn: before } of vorgaenge) {
      const events = rule ? await listEvents(db, tenantId, id) : [];
      const day = rule && dueOn(readClock(events, rule));
      if (day !== before) await saveDueDay(db, tenantId, { id, dueOn: day });
    }
    return vorgaenge.length < pageSize ? undefined : vorgaenge.at(-1)?.id;
  });
}
