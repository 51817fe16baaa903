import type { worklistDe } from "./worklist-de.ts";

export const worklistEn: Readonly<Record<keyof typeof worklistDe, string>> = {
  // filters
  "search.label": "Search",
  "search.hint": "Number, service, name or a word of the application",
  "search.submit": "Search",
  "filter.more": "Filters",
  "filter.more.active": "Filters (active)",
  "filter.from": "Received from",
  "filter.until": "Received until",
  "filter.unread": "Unread only",
  "order.label": "Order",
  "order.default": "As suits the state",
  "order.oldest": "Oldest first",
  "order.newest": "Newest first",
  "order.longest": "Waiting longest",
  "count.more": "{count}+",
};
