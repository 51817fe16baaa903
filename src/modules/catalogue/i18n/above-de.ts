/** Texts of what the authorities above offer, for the editor. */
export const aboveDe = {
  "list.kind.changed": "Oben geändert",
  "state.changed-above": "oben geändert",
  "above.diff": "Das hat sich in der Quelle geändert",
  "list.links": "Links prüfen ({count} ins Leere)",
  "of-above.title": "Von Kreis und Land",
  "of-above.lead":
    "Das bieten Behörden über Ihnen an. Es steht auch in Ihrem Portal, außer Sie verbergen es.",
  "of-above.link": "Von Kreis und Land",
  "of-above.none-above": "Über Ihnen gibt es keine Behörde mit einem Portal.",
  "of-above.authorities": "Behörde",
  "of-above.count": "{count} Leistungen von: {name}",
  "of-above.count-one": "Eine Leistung von: {name}",
  "of-above.none": "Mit diesen Wörtern gibt es dort keine Leistung.",
  "of-above.column.name": "Leistung",
  "of-above.column.by": "Angeboten von",
  "of-above.column.state": "In Ihrem Portal",
  "of-above.column.act": "Was Sie tun können",
  "of-above.state.shown": "Sichtbar",
  "of-above.state.hidden": "Verborgen",
  "of-above.state.own": "Ihre eigene steht dafür",
  "of-above.state.own-hidden": "Verborgen, wie Ihre eigene",
  "of-above.own": "Eigene öffnen",
  "of-above.hide": "Verbergen",
  "of-above.show": "Wieder zeigen",
  "of-above.take": "Teile selbst schreiben",
  "done.taken-over":
    "Die Leistung ist übernommen. Was Sie hier ändern, gilt nur in Ihrem Portal. Anträge gehen weiter an die andere Behörde.",
  "above.away.title": "Die andere Behörde zeigt diese Leistung nicht mehr",
  "above.away.body":
    "Darum ist sie auch hier verborgen, bis die andere Behörde sie wieder zeigt. Wenn Sie sie selbst zeigen, ist sie ab dann ganz Ihre eigene.",
  "of-above.hidden":
    "Die Leistung steht nicht mehr in Ihrem Portal. Bei der anderen Behörde bleibt sie.",
  "of-above.shown": "Die Leistung steht wieder in Ihrem Portal",
} as const;
