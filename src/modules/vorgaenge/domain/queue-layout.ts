/** Columns a list may have besides the number, which is always the first. A new one gets a key here and a cell in `web/queue-columns.ts`. */
export const columnKeys = [
  "leistung",
  "received",
  "state",
  "since",
  "due",
  "assignee",
  "team",
  "labels",
] as const;

export type ColumnKey = (typeof columnKeys)[number];

/** How somebody wants their list. */
export type QueueLayout = {
  readonly columns: readonly ColumnKey[];
  /** Whether single keys do something. @see WCAG 2.1.4 */
  readonly hasShortcuts: boolean;
};

export const usualLayout: QueueLayout = {
  columns: ["leistung", "received", "state", "due", "assignee", "labels"],
  hasShortcuts: true,
};

/** Known columns of these, each once. */
export function columnsOf(words: readonly string[]): readonly ColumnKey[] {
  const known = words.flatMap(
    (word) => columnKeys.find((key) => key === word) ?? [],
  );
  return [...new Set(known)];
}

/** A list somebody comes back to. */
export type SavedView = {
  readonly id: string;
  readonly ownerId: string;
  /** Everybody of this team sees it; undefined: only its owner. */
  readonly teamId: string | undefined;
  readonly name: string;
  /** Address of the list, without the path. */
  readonly query: string;
};

export const longestViewName = 40;

/** More than a person can look through. */
export const mostViews = 20;

export type ViewFault = "view-name-missing" | "view-name-too-long";

/** What is wrong with the name of a view, blanks around it cut off. */
export function faultOfViewName(name: string): ViewFault | undefined {
  if (name === "") return "view-name-missing";
  return Array.from(name).length > longestViewName
    ? "view-name-too-long"
    : undefined;
}
