/** Fristen: of a Vorgang, and what an office sets for its Leistungen. */
export const clockDe = {
  "due.term": "Fällig",
  "due.in-time": "bis {day}",
  "due.soon": "bald: {day}",
  "due.late": "überfällig seit {day}",
  "due.stopped": "ruht seit {day}",
  "clock.title": "Fristen",
  "clock.started": "Läuft ab dem Tag nach dem",
  "clock.stopped": "Ruht seit",
  "clock.ended": "Beendet am",
  "clock.target": "Unser Ziel",
  "clock.last-day": "Gesetzliche Frist",
  "clock.last-day.plain": "{day} ({law})",
  "clock.last-day.silence":
    "{day} ({law}). Ohne Entscheidung gilt der Antrag danach als genehmigt.",
  "clock.change": "Frist ändern",
  "clock.change.label": "Was soll mit der Frist geschehen?",
  "clock.period-stopped": "Anhalten",
  "clock.period-continued": "Weiterlaufen lassen",
  "clock.period-restarted":
    "Neu beginnen lassen, zum Beispiel weil jetzt alles vorliegt",
  "clock.period-extended": "Gesetzliche Frist verlängern (einmal möglich)",
  "clock.until": "Neuer letzter Tag, wenn Sie verlängern",
  "clock.note.hint":
    "Nötig, wenn Sie anhalten oder verlängern: Nennen Sie den Grund. Die Person bekommt den Text.",
  "clock.period-step-missing": "Wählen Sie, was mit der Frist geschehen soll.",
  "clock.until-day-invalid":
    "Geben Sie einen Tag ein, der nach dem bisherigen letzten Tag liegt.",
  "clock.note-missing": "Schreiben Sie, warum sich die Frist ändert.",

  // what an office sets
  "clocks.title": "Fristen und Namen der Schritte",
  "clocks.lead":
    "Legen Sie für jede Leistung fest, wie schnell Sie entscheiden wollen, welche Frist ein Gesetz setzt und wie die Schritte heißen. Antragstellende sehen das auf ihrer Statusseite.",
  "clocks.none.title": "Noch keine Leistungen",
  "clocks.none.body":
    "Sobald Ihr Portal Leistungen anbietet, können Sie hier Fristen festlegen.",
  "clocks.leistung": "Leistung",
  "clocks.target": "Ziel",
  "clocks.target.days": "{count} Arbeitstage",
  "clocks.period": "Gesetzliche Frist",
  "clocks.usual": "So lange dauerte es",
  "clocks.usual.days": "{fast} bis {slow} Tage ({cases} Fälle)",
  "clocks.usual.none": "noch zu wenige Fälle",
  "clocks.back": "Alle Leistungen",
  "clocks.edit.error-title": "Fehler: {title}",
  "clocks.target.label": "Wie viele Arbeitstage wollen Sie höchstens brauchen?",
  "clocks.target.hint":
    "Freiwillig. Gezählt ab Eingang, ohne Wochenenden und Feiertage und ohne die Zeit einer Rückfrage.",
  "clocks.period.label": "Setzt ein Gesetz eine Frist?",
  "clocks.period.none": "Nein",
  "clocks.period.days": "Ja, in Tagen",
  "clocks.period.weeks": "Ja, in Wochen",
  "clocks.period.months": "Ja, in Monaten",
  "clocks.count.label": "Länge der gesetzlichen Frist",
  "clocks.count.days": "{count} Tage",
  "clocks.count.weeks": "{count} Wochen",
  "clocks.count.months": "{count} Monate",
  "clocks.law.label": "Vorschrift",
  "clocks.law.hint": "Zum Beispiel: § 42a Absatz 2 VwVfG",
  "clocks.silence.label":
    "Ohne Entscheidung gilt der Antrag nach der Frist als genehmigt (§ 42a VwVfG)",
  "clocks.silence.hint":
    "Nur ankreuzen, wenn eine Vorschrift das für diese Leistung bestimmt. Das Portal stellt die Genehmigung dann selbst fest und teilt sie mit.",
  "clocks.question.label": "Was geschieht mit den Fristen bei einer Rückfrage?",
  "clocks.question.stops": "Sie ruhen, bis die Antwort da ist",
  "clocks.question.restarts": "Sie beginnen mit der Antwort neu",
  "clocks.question.runs-on": "Sie laufen weiter",
  "clocks.warning.label":
    "Wie viele Arbeitstage vorher soll ein Vorgang als dringend gelten?",
  "clocks.similar.label":
    "Für wie viele Tage zurück soll ein Vorgang weitere Anträge derselben Person zeigen?",
  "clocks.similar.hint":
    "Gemeint sind Anträge zu dieser Leistung und zu anderen mit demselben Leistungsschlüssel. Leer: {days} Tage. 0: Das Portal sucht nicht.",
  "clocks.names.title": "Namen der Schritte",
  "clocks.names.lead":
    "Freiwillig. Was leer bleibt, heißt wie immer. Die Namen sehen die Antragstellenden. Wer die Seiten auf Englisch liest, sieht den englischen Namen; ohne ihn den deutschen.",
  "clocks.name.english": "{name}, auf Englisch",
  "clocks.save": "Speichern",
  "clocks.saved.title": "Gespeichert",
  "clocks.saved.body":
    "Die Fristen offener Vorgänge werden jetzt neu berechnet. Das dauert höchstens ein paar Minuten.",
  "clocks.target-invalid": "Geben Sie eine ganze Zahl von 0 bis {max} ein.",
  "clocks.count-invalid": "Geben Sie eine ganze Zahl von 1 bis {max} ein.",
  "clocks.law-missing": "Nennen Sie die Vorschrift, die diese Frist setzt.",
  "clocks.law-too-long": "Kürzen Sie auf höchstens {max} Zeichen.",
  "clocks.silence-without-period":
    "Wählen Sie oben eine gesetzliche Frist, nach der der Antrag als genehmigt gilt.",
  "clocks.warning-invalid": "Geben Sie eine ganze Zahl von 0 bis {max} ein.",
  "clocks.similar-invalid": "Geben Sie eine ganze Zahl von 0 bis {max} ein.",
  "clocks.name-too-long": "Kürzen Sie auf höchstens {max} Zeichen.",
  "clocks.name-missing":
    "Geben Sie auch den deutschen Namen ein oder leeren Sie den englischen.",

  // for the applicant
  "status.named": ", seit {date} ({ago})",
  "status.clock.target": "Wir möchten bis {day} entscheiden.",
  "status.clock.last-day": "Wir müssen bis {day} entscheiden ({law}).",
  "status.clock.last-day.silence":
    "Wir müssen bis {day} entscheiden ({law}). Sonst gilt Ihr Antrag als genehmigt.",
  "status.clock.stopped": "Die Frist ruht seit {day}.",
  "status.usual":
    "In den letzten 12 Monaten waren die meisten dieser Anträge nach {fast} bis {slow} Tagen entschieden.",
  "status.usual.one":
    "In den letzten 12 Monaten waren die meisten dieser Anträge nach {slow} Tagen entschieden.",
};
