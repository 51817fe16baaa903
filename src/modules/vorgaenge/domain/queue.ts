import { isId } from "../../../platform/values/id.ts";
import { isOpen, vorgangStates, type VorgangState } from "./states.ts";

/** Which part of the queue: everything that is open, everything, or one state. */
export type QueueFilter = "open" | "all" | VorgangState;

export const queueFilters: readonly QueueFilter[] = [
  "open",
  ...vorgangStates,
  "all",
];

/** What the queue is narrowed to besides the state. A new filter gets a field here, a condition in the store and a word in the address. */
export type QueueNarrowing = {
  /** `mine`: assigned to oneself or to whom one substitutes; `nobody`: assigned to nobody; otherwise somebody's id. */
  readonly assignee: string;
  readonly teamId: string | undefined;
  readonly labelId: string | undefined;
  readonly leistungSlug: string | undefined;
  /** First and last day of receipt in Germany, both included: `2027-03-01`. */
  readonly receivedFrom: string | undefined;
  readonly receivedUntil: string | undefined;
  /** Whose day is over; or is over or within the next seven days. */
  readonly due: QueueDue | undefined;
  /** What the caller has not opened since it last changed. */
  readonly isUnread: boolean;
  /** Where a note names the caller. */
  readonly isMentioned: boolean;
  /** Words that all occur: of the Leistung, the applicant, the answers; or the beginning of a number. Empty for none. */
  readonly search: string;
};

export const dueChoices = ["late", "soon"] as const;

export type QueueDue = (typeof dueChoices)[number];

export const wholeQueue: QueueNarrowing = {
  assignee: "anybody",
  teamId: undefined,
  labelId: undefined,
  leistungSlug: undefined,
  receivedFrom: undefined,
  receivedUntil: undefined,
  due: undefined,
  isUnread: false,
  isMentioned: false,
  search: "",
};

/** Whoever came first; whoever came last; what has lain longest in its state; what is due first, before what has no day. */
export const queueOrders = ["oldest", "newest", "longest", "due"] as const;

export type QueueOrder = (typeof queueOrders)[number];

/** Where what is due first comes first, whatever has no day stands here. */
export const noDay = "9999-12-31";

/** A list: which part, how narrowed, in which order. */
export type QueueView = {
  readonly filter: QueueFilter;
  readonly narrowing: QueueNarrowing;
  /** Undefined: as suits the filter. */
  readonly order: QueueOrder | undefined;
};

/** True where it shows less than the whole queue. */
export function isNarrowed(narrowing: QueueNarrowing): boolean {
  return Object.entries(wholeQueue).some(
    ([field, whole]) =>
      Object.entries(narrowing).find(([name]) => name === field)?.[1] !== whole,
  );
}

/** Where the page before ended: by when the order goes, and which of that moment. */
export type QueueCursor = { readonly at: Date; readonly id: string };

/** Counting ends here: whoever has more needs no exact number, and the database need not look at all of them. */
export const countedAtMost = 500;

/** The same where each Vorgang counted costs a look into its words or read marks. */
export const countedSlowlyAtMost = 99;

/** How many each filter shows; more than `atMost` means "or more". */
export type QueueCounts = Readonly<Record<QueueFilter, number>> & {
  readonly atMost: number;
};

/** True for a word that names a part of the queue. */
export function isQueueFilter(word: string): word is QueueFilter {
  return queueFilters.some((filter) => filter === word);
}

/** Whoever waits longest comes first; in what is done, the latest. */
export function orderOf({ filter, order }: QueueView): QueueOrder {
  if (order) return order;
  return filter === "open" || (filter !== "all" && isOpen(filter))
    ? "oldest"
    : "newest";
}

/** Cursor as it stands in an address. */
export function formatCursor({ at, id }: QueueCursor): string {
  return `${String(at.getTime())}_${id}`;
}

/** Cursor from an address; undefined for anything that is none. */
export function parseCursor(text: string | null): QueueCursor | undefined {
  const [, time = "", id = ""] = /^(\d{1,15})_([\w-]+)$/.exec(text ?? "") ?? [];
  if (!isId(id)) return undefined;
  const at = new Date(Number(time));
  return Number.isNaN(at.getTime()) ? undefined : { at, id };
}
