import { isId } from "../../../platform/values/id.ts";
import { isOpen, vorgangStates, type VorgangState } from "./states.ts";

/** Which part of the queue: everything that is open, everything, or one state. */
export type QueueFilter = "open" | "all" | VorgangState;

/** What the queue is narrowed to besides the state. */
export type QueueNarrowing = {
  /** `mine`: assigned to oneself or to whom one substitutes; `nobody`: assigned to nobody. */
  readonly assignee: "anybody" | "mine" | "nobody";
  readonly teamId: string | undefined;
  readonly leistungSlug: string | undefined;
  /** Part of a number or of the name of a Leistung; empty for none. */
  readonly search: string;
};

export const wholeQueue: QueueNarrowing = {
  assignee: "anybody",
  teamId: undefined,
  leistungSlug: undefined,
  search: "",
};

/** True where it shows less than the whole queue. */
export function isNarrowed(narrowing: QueueNarrowing): boolean {
  const { assignee, teamId, leistungSlug, search } = narrowing;
  return (
    assignee !== "anybody" ||
    teamId !== undefined ||
    leistungSlug !== undefined ||
    search !== ""
  );
}

/** Where the page before ended. */
export type QueueCursor = { readonly receivedAt: Date; readonly id: string };

export type QueueCounts = Readonly<Record<QueueFilter, number>>;

/** True for a word that names a part of the queue. */
export function isQueueFilter(word: string): word is QueueFilter {
  return (
    word === "open" || word === "all" || vorgangStates.some((s) => s === word)
  );
}

/** Whoever waits longest comes first; in what is done, the latest. */
export function isOldestFirst(filter: QueueFilter): boolean {
  return filter === "open" || (filter !== "all" && isOpen(filter));
}

/** Cursor as it stands in an address. */
export function formatCursor(cursor: QueueCursor): string {
  return `${cursor.receivedAt.getTime()}_${cursor.id}`;
}

/** Cursor from an address; undefined for anything that is none. */
export function parseCursor(text: string | null): QueueCursor | undefined {
  const [, time = "", id = ""] = /^(\d{1,15})_([\w-]+)$/.exec(text ?? "") ?? [];
  if (!isId(id)) return undefined;
  const receivedAt = new Date(Number(time));
  return Number.isNaN(receivedAt.getTime()) ? undefined : { receivedAt, id };
}
