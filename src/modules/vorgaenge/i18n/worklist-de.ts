export const worklistDe = {
  // filters
  "search.label": "Suchen",
  "search.hint": "Nummer, Leistung, Name oder ein Wort aus dem Antrag",
  "search.submit": "Suchen",
  "filter.more": "Filter",
  "filter.more.active": "Filter (aktiv)",
  "filter.from": "Eingegangen ab",
  "filter.until": "Eingegangen bis",
  "filter.unread": "Nur Ungelesenes",
  "order.label": "Reihenfolge",
  "order.default": "Passend zum Stand",
  "order.oldest": "Älteste zuerst",
  "order.newest": "Neueste zuerst",
  "order.longest": "Liegt am längsten",
  "count.more": "{count}+",
};
