import type { PortalRequest } from "../../../shell/web/route.ts";
import {
  formatCursor,
  isQueueFilter,
  parseCursor,
  type QueueCursor,
  type QueueFilter,
  type QueueNarrowing,
} from "../domain/queue.ts";
import { vorgaengePaths } from "./vorgaenge-paths.ts";

/** What an address of the queue asks for. */
export type QueueQuery = {
  readonly filter: QueueFilter;
  readonly after: QueueCursor | undefined;
  readonly narrowing: QueueNarrowing;
};

/** Names in the address. */
export const queueFields = {
  state: "stand",
  assignee: "wer",
  team: "team",
  leistung: "leistung",
  search: "suche",
  after: "nach",
} as const;

const assigneeWords = { mine: "ich", nobody: "niemand" } as const;

/** Reads an address; nonsense counts as nothing. */
export function readQueueQuery(query: PortalRequest["query"]): QueueQuery {
  const wanted = query.get(queueFields.state) ?? "open";
  const who = query.get(queueFields.assignee);
  const assignee = (["mine", "nobody"] as const).find(
    (it) => assigneeWords[it] === who,
  );
  return {
    filter: isQueueFilter(wanted) ? wanted : "open",
    after: parseCursor(query.get(queueFields.after)),
    narrowing: {
      assignee: assignee ?? "anybody",
      teamId: query.get(queueFields.team) || undefined,
      leistungSlug: textOf(query, queueFields.leistung) || undefined,
      search: textOf(query, queueFields.search),
    },
  };
}

// PostgreSQL takes no null characters in a text.
function textOf(query: PortalRequest["query"], field: string): string {
  return (query.get(field) ?? "").replaceAll("\0", "").trim().slice(0, 100);
}

/** Address of a part of the queue. */
export function queueHref({ filter, after, narrowing }: QueueQuery): string {
  const { assignee, teamId, leistungSlug, search } = narrowing;
  const query = new URLSearchParams({ [queueFields.state]: filter });
  if (assignee !== "anybody")
    query.set(queueFields.assignee, assigneeWords[assignee]);
  if (teamId !== undefined) query.set(queueFields.team, teamId);
  if (leistungSlug !== undefined) query.set(queueFields.leistung, leistungSlug);
  if (search !== "") query.set(queueFields.search, search);
  if (after) query.set(queueFields.after, formatCursor(after));
  return `${vorgaengePaths.queue}?${query.toString()}`;
}

/** The word of a choice in the address; empty for everybody. */
export function assigneeWord(assignee: QueueNarrowing["assignee"]): string {
  return assignee === "anybody" ? "" : assigneeWords[assignee];
}
