import type { Context } from "../../../platform/context/context.ts";
import { ok, refuse, type Result } from "../../../platform/result/result.ts";
import {
  findWorkScope,
  listOffice,
  type Colleague,
  type Team,
} from "../../staff/index.ts";
import {
  orderOf,
  wholeQueue,
  type QueueCounts,
  type QueueCursor,
  type QueueFilter,
  type QueueNarrowing,
  type QueueOrder,
} from "../domain/queue.ts";
import type { QueueEntry } from "../domain/vorgang.ts";
import {
  countQueue,
  listQueue,
  listQueueLeistungen,
} from "../store/queue-store.ts";
import { queueScope, type NamedLeistung } from "./queue-scope.ts";

const pageSize = 25;

export type QueuePage = {
  readonly entries: readonly QueueEntry[];
  /** With the same narrowing. */
  readonly counts: QueueCounts;
  /** Where the next page begins; undefined on the last one. */
  readonly next: QueueCursor | undefined;
  /** What can be chosen. */
  readonly leistungen: readonly NamedLeistung[];
  readonly teams: readonly Team[];
  readonly colleagues: readonly Colleague[];
};

export type ListVorgaengeInput = {
  readonly filter: QueueFilter;
  readonly after: QueueCursor | undefined;
  readonly narrowing?: QueueNarrowing;
  readonly order?: QueueOrder | undefined;
};

/**
 * One page of the queue of the caller's own authority, without what is another team's alone. Holds no personal data beyond the
 * reference, so looking at it is not recorded; opening a Vorgang is.
 */
export async function listVorgaenge(
  context: Context,
  input: ListVorgaengeInput,
): Promise<Result<QueuePage, { readonly kind: "not-permitted" }>> {
  const { actor, tenantId } = context;
  const { filter, after, order, narrowing = wholeQueue } = input;
  if (!actor.may("vorgang.read")) return refuse({ kind: "not-permitted" });
  const [{ teams, colleagues }, work, all] = await Promise.all([
    listOffice(context),
    findWorkScope(context),
    context.read((db) => listQueueLeistungen(db, tenantId)),
  ]);
  const leistungen = all.filter(({ slug }) => !work.hiddenSlugs.includes(slug));
  const ground = { teams, work, leistungen };
  const scope = await queueScope(context, narrowing, ground);
  const limit = pageSize + 1;
  const [found, counts] = await context.read((db) =>
    Promise.all([
      listQueue(db, tenantId, { filter, order, after, scope, limit }),
      countQueue(db, tenantId, scope),
    ]),
  );
  const entries = found.slice(0, pageSize);
  const last = found.length > pageSize ? entries.at(-1) : undefined;
  const isBySince = orderOf({ filter, order, narrowing }) === "longest";
  const next = last && {
    at: isBySince ? last.stateSince : last.receivedAt,
    id: last.id,
  };
  return ok({ entries, counts, next, leistungen, teams, colleagues });
}
