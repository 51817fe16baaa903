/** What takes the place of Leistungen that are not shown any more, in German. */
export const successorsDe = {
  "successor.title": "Nachfolger",
  "successor.of": "Nachfolger von „{title}“",
  "successor.lead":
    "Wer eine alte Adresse aufruft, kommt zu der Leistung, die Sie hier wählen. Dort steht, dass sie an die Stelle der gesuchten tritt.",
  "successor.state.shown":
    "Die Leistung steht im Portal: {address}. Der Nachfolger gilt, sobald Sie sie verbergen oder sie endet.",
  "successor.state.hidden":
    "Die Leistung ist verborgen. Ihre Adresse ist {address}.",
  "successor.state.out-of-time":
    "Die Leistung wird heute nicht gezeigt. Ihre Adresse ist {address}.",
  "successor.state.deleted":
    "Die Leistung ist gelöscht. Ihre Adresse war {address}.",
  "successor.none": "Es ist kein Nachfolger gewählt.",
  "successor.now": "Gewählter Nachfolger",
  "successor.not-shown":
    "{address}. Diese Leistung wird in Ihrem Portal nicht gezeigt: Wer die alte Adresse aufruft, kommt zu deren Nachfolger, oder erfährt, dass es die Seite nicht mehr gibt.",
  "successor.remove": "Nachfolger entfernen",
  "successor.choose": "Nachfolger wählen",
  "successor.change": "Anderen Nachfolger wählen",
  "successor.search": "Leistung suchen, eigene oder von Kreis und Land",
  "successor.nothing": "Mit diesen Wörtern zeigt das Portal keine Leistung.",
  "successor.found": "Gefundene Leistungen",
  "successor.take": "Als Nachfolger wählen",
  "successor.refused":
    "Diese Leistung zeigt Ihr Portal nicht. Bitte wählen Sie eine andere.",
  "successor.chosen": "Der Nachfolger ist gewählt",
  "successor.removed": "Der Nachfolger ist entfernt",
  "successor.link": "Nachfolger ansehen oder ändern",
  "successor.link-of": "Nachfolger von „{title}“ ansehen oder ändern",
  "successor.hint":
    "Verbergen oder beenden Sie die Leistung, kann ihre Adresse zu einer anderen führen.",
  "former.title": "Frühere Adressen",
  "former.lead":
    "Leistungen, die alle sehen konnten und die das Portal nicht mehr zeigt. Andere Seiten und Suchmaschinen führen noch dorthin.",
  "former.search": "Name oder Adresse",
  "former.none": "Es gibt keine früheren Adressen.",
  "former.column.since": "Nicht mehr seit",
  "former.column.why": "Grund",
  "former.why.shown": "Wird gezeigt",
  "former.why.hidden": "Verborgen",
  "former.why.out-of-time": "Beendet, oder beginnt erst",
  "former.why.deleted": "Gelöscht",
  "former.no-successor": "Keiner gewählt",
} as const;
