import { isCalendarDay } from "../../../platform/calendar/calendar-day.ts";
import { isId } from "../../../platform/values/id.ts";
import {
  formatCursor,
  isQueueFilter,
  parseCursor,
  dueChoices,
  queueOrders,
  type QueueCursor,
  type QueueDue,
  type QueueOrder,
  type QueueView,
} from "./queue.ts";

/** What an address of the queue asks for. */
export type QueueQuery = QueueView & {
  readonly after: QueueCursor | undefined;
};

/** Names in the address. */
export const queueFields = {
  state: "stand",
  assignee: "wer",
  team: "team",
  label: "schlagwort",
  leistung: "leistung",
  from: "von",
  until: "bis",
  due: "faellig",
  unread: "neu",
  mentioned: "erwaehnt",
  search: "suche",
  order: "reihenfolge",
  after: "nach",
} as const;

const assigneeWords = { anybody: "", mine: "ich", nobody: "niemand" } as const;

/** Words for orders in the address. */
export const orderWords = {
  oldest: "aelteste",
  newest: "neueste",
  longest: "liegt",
  due: "faellig",
} as const satisfies Record<QueueOrder, string>;

/** Words for what is due in the address. */
export const dueWords = {
  late: "ueberfaellig",
  soon: "woche",
} as const satisfies Record<QueueDue, string>;

/** Reads an address; nonsense counts as nothing. */
export function readQueueQuery(query: URLSearchParams): QueueQuery {
  const wanted = query.get(queueFields.state) ?? "open";
  return {
    filter: isQueueFilter(wanted) ? wanted : "open",
    order: queueOrders.find(
      (order) => orderWords[order] === query.get(queueFields.order),
    ),
    after: parseCursor(query.get(queueFields.after)),
    narrowing: {
      assignee: readAssignee(query.get(queueFields.assignee) ?? ""),
      teamId: idIn(query, queueFields.team),
      labelId: idIn(query, queueFields.label),
      leistungSlug: textOf(query, queueFields.leistung) || undefined,
      receivedFrom: dayIn(query, queueFields.from),
      receivedUntil: dayIn(query, queueFields.until),
      due: dueChoices.find(
        (due) => dueWords[due] === query.get(queueFields.due),
      ),
      isUnread: query.get(queueFields.unread) === "ja",
      isMentioned: query.get(queueFields.mentioned) === "ja",
      search: textOf(query, queueFields.search),
    },
  };
}

function readAssignee(word: string): string {
  if (isId(word)) return word;
  const known = (["mine", "nobody"] as const).find(
    (who) => assigneeWords[who] === word,
  );
  return known ?? "anybody";
}

function idIn(query: URLSearchParams, field: string): string | undefined {
  const text = query.get(field) ?? "";
  return isId(text) ? text : undefined;
}

function dayIn(query: URLSearchParams, field: string): string | undefined {
  const text = query.get(field) ?? "";
  return isCalendarDay(text) ? text : undefined;
}

// PostgreSQL takes no null characters in a text.
function textOf(query: URLSearchParams, field: string): string {
  return (query.get(field) ?? "").replaceAll("\0", "").trim().slice(0, 100);
}

/** The address of a list without the path: the same text for the same list. */
export function formatQueueQuery(query: QueueQuery): string {
  const { filter, order, after, narrowing } = query;
  const values = {
    [queueFields.state]: filter,
    [queueFields.assignee]: assigneeWord(narrowing.assignee),
    [queueFields.team]: narrowing.teamId,
    [queueFields.label]: narrowing.labelId,
    [queueFields.leistung]: narrowing.leistungSlug,
    [queueFields.from]: narrowing.receivedFrom,
    [queueFields.until]: narrowing.receivedUntil,
    [queueFields.due]: narrowing.due && dueWords[narrowing.due],
    [queueFields.unread]: narrowing.isUnread ? "ja" : "",
    [queueFields.mentioned]: narrowing.isMentioned ? "ja" : "",
    [queueFields.search]: narrowing.search,
    [queueFields.order]: order && orderWords[order],
    [queueFields.after]: after && formatCursor(after),
  };
  const given = new URLSearchParams();
  for (const [name, value] of Object.entries(values))
    if (value !== undefined && value !== "") given.set(name, value);
  return given.toString();
}

/** The word of a choice in the address; empty for everybody. */
export function assigneeWord(assignee: string): string {
  return assignee === "anybody" || assignee === "mine" || assignee === "nobody"
    ? assigneeWords[assignee]
    : assignee;
}
