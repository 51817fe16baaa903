/** Texts of what the authorities above offer, for the editor. */
export const aboveEn = {
  "list.kind.changed": "Changed above",
  "state.changed-above": "changed above",
  "above.diff": "What changed in the source",
  "list.links": "Check links ({count} lead nowhere)",
  "of-above.title": "From county and Land",
  "of-above.lead":
    "Authorities above you offer these. They are in your portal too, unless you hide them.",
  "of-above.link": "From county and Land",
  "of-above.none-above": "No authority above you has a portal.",
  "of-above.authorities": "Authority",
  "of-above.count": "{count} services of: {name}",
  "of-above.count-one": "One service of: {name}",
  "of-above.none": "There is no service with these words.",
  "of-above.column.name": "Service",
  "of-above.column.by": "Offered by",
  "of-above.column.state": "In your portal",
  "of-above.column.act": "What you can do",
  "of-above.state.shown": "Visible",
  "of-above.state.hidden": "Hidden",
  "of-above.state.own": "Your own stands in its place",
  "of-above.state.own-hidden": "Hidden, like your own",
  "of-above.own": "Open your own",
  "of-above.hide": "Hide",
  "of-above.show": "Show again",
  "of-above.take": "Write parts yourself",
  "done.taken-over":
    "The service is taken over. What you change here counts in your portal only. Applications still go to the other authority.",
  "above.away.title": "The other authority no longer shows this service",
  "above.away.body":
    "So it is hidden here too, until the other authority shows it again. If you show it yourself, it is wholly your own from then on.",
  "of-above.hidden":
    "The service is no longer in your portal. The other authority keeps it.",
  "of-above.shown": "The service is in your portal again",
} as const;
