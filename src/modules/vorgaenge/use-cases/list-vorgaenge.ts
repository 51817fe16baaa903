import type { Context } from "../../../platform/context/context.ts";
import { ok, refuse, type Result } from "../../../platform/result/result.ts";
import { isId } from "../../../platform/values/id.ts";
import {
  findWorkScope,
  listOffice,
  type Colleague,
  type Team,
} from "../../staff/index.ts";
import {
  wholeQueue,
  type QueueCounts,
  type QueueCursor,
  type QueueFilter,
  type QueueNarrowing,
} from "../domain/queue.ts";
import type { QueueEntry } from "../domain/vorgang.ts";
import {
  countQueue,
  listQueue,
  listQueueLeistungen,
  type QueueScope,
} from "../store/queue-store.ts";

const pageSize = 25;

export type QueuePage = {
  readonly entries: readonly QueueEntry[];
  /** With the same narrowing. */
  readonly counts: QueueCounts;
  /** Where the next page begins; undefined on the last one. */
  readonly next: QueueCursor | undefined;
  /** What can be chosen. */
  readonly leistungen: readonly {
    readonly slug: string;
    readonly title: string;
  }[];
  readonly teams: readonly Team[];
  readonly colleagues: readonly Colleague[];
};

/**
 * One page of the queue of the caller's own authority, without what is another team's alone. Holds no personal data beyond the
 * reference, so looking at it is not recorded; opening a Vorgang is.
 */
export async function listVorgaenge(
  context: Context,
  input: {
    readonly filter: QueueFilter;
    readonly after: QueueCursor | undefined;
    readonly narrowing?: QueueNarrowing;
  },
): Promise<Result<QueuePage, { readonly kind: "not-permitted" }>> {
  const { actor, tenantId } = context;
  const { filter, after, narrowing = wholeQueue } = input;
  if (!actor.may("vorgang.read")) return refuse({ kind: "not-permitted" });
  const { teams, colleagues } = await listOffice(context);
  const scope = await scopeOf(context, narrowing, teams);
  const limit = pageSize + 1;
  const [found, counts, leistungen] = await context.read((db) =>
    Promise.all([
      listQueue(db, tenantId, {
        filter,
        after,
        scope,
        limit,
        staffId: actor.id,
      }),
      countQueue(db, tenantId, scope),
      listQueueLeistungen(db, tenantId, scope.hiddenSlugs),
    ]),
  );
  const entries = found.slice(0, pageSize);
  const next = found.length > pageSize ? entries.at(-1) : undefined;
  return ok({ entries, counts, next, leistungen, teams, colleagues });
}

async function scopeOf(
  context: Context,
  narrowing: QueueNarrowing,
  teams: readonly Team[],
): Promise<QueueScope> {
  const { substitutedIds, hiddenSlugs } = await findWorkScope(context);
  const team = teams.find(({ id }) => id === narrowing.teamId);
  return {
    ...narrowing,
    teamId: team?.id,
    teamSlugs: team?.leistungen.map(({ slug }) => slug) ?? [],
    assigneeIds: [context.actor.id, ...substitutedIds].filter(isId),
    hiddenSlugs,
  };
}
