/** Handing over to the authority that is responsible, and what came from another. */
export const handOverDe = {
  "event.returned": "Zurück von einer anderen Behörde",
  "vorgang.other-authority": "Andere Behörde",
  "hand-over.title": "An andere Behörde abgeben",
  "hand-over.open": "Behörde suchen und abgeben",
  "hand-over.lead":
    "Wählen Sie die Behörde, die über den Antrag entscheidet. Sie bekommt einen eigenen Vorgang mit allem, was die Person gesendet hat. Hier bleibt der Verlauf, lesbar, aber nicht mehr änderbar.",
  "hand-over.search": "Name oder Ort der Behörde",
  "hand-over.search.button": "Suchen",
  "hand-over.suggested": "Vermutlich zuständig",
  "hand-over.suggested.why":
    "Diese Behörden bieten die Leistung an und liegen in der Nähe.",
  "hand-over.results": "Gefundene Behörden",
  "hand-over.nothing":
    "Keine Behörde gefunden. Versuchen Sie einen kürzeren Namen oder den Ort.",
  "hand-over.choose": "Auswählen",
  "hand-over.elsewhere": "Die Behörde ist nicht dabei?",
  "hand-over.elsewhere.body":
    "Dann geben Sie den Antrag auf Ihrem eigenen Weg weiter, zum Beispiel als PDF, und vermerken Sie hier, an wen. Die Person liest den Text.",
  "hand-over.elsewhere.text": "An wen und warum?",
  "hand-over.elsewhere.submit": "Abgabe vermerken",
  "hand-over.other": "Andere Behörde wählen",
  "hand-over.to": "Abgeben an {name}",
  "hand-over.to.lead":
    "Die Behörde bekommt einen eigenen Vorgang mit allem, was die Person gesendet hat. Hier bleibt der Verlauf, lesbar, aber nicht mehr änderbar.",
  "hand-over.contact": "Kontakt",
  "hand-over.loop":
    "Dieser Antrag war schon bei {name}. Klären Sie am besten am Telefon, wer zuständig ist.",
  "hand-over.trail": "Weg des Antrags",
  "hand-over.here": "{name} (hier)",
  "hand-over.reason": "Grund der Abgabe",
  "hand-over.reason.hint":
    "Das liest die antragstellende Person. Schreiben Sie, warum diese Behörde zuständig ist.",
  "hand-over.note": "Vermerk für die andere Behörde",
  "hand-over.note.hint": "Die antragstellende Person sieht ihn nicht.",
  "hand-over.notes": "Welche internen Notizen gehen mit?",
  "hand-over.notes.hint": "Alle anderen Notizen bleiben hier.",
  "hand-over.note.entry": "{name}, {date}: {text}",
  "hand-over.preview": "Das geht mit",
  "hand-over.preview.answers": "Angaben im Antrag",
  "hand-over.preview.corrections": "Korrekturen",
  "hand-over.preview.files": "Dateien",
  "hand-over.preview.files.none": "Keine",
  "hand-over.preview.identity": "Anmeldung und Vertretung",
  "hand-over.preview.identity.value":
    "Wie sicher die Person bekannt ist, wodurch, und mit welchem Recht sie für andere handelt",
  "hand-over.preview.received": "Eingang bei der ersten Behörde",
  "hand-over.preview.reference": "Nummer",
  "hand-over.preview.stays": "Das bleibt hier",
  "hand-over.preview.stays.value":
    "Verlauf, Nachrichten, Schlagwörter, Verknüpfungen und Stellungnahmen. Offene Fragen, Fristen und Anfragen um Stellungnahme enden.",
  "hand-over.submit": "Jetzt abgeben",
  "hand-over-nobody": "Wählen Sie eine andere Behörde.",
  "hand-over-reason-missing":
    "Schreiben Sie, warum Sie den Antrag an diese Behörde abgeben.",
  "hand-over-text-too-long":
    "Kürzen Sie die Texte auf höchstens {count} Zeichen.",
  "handed-over.title": "Abgegeben an {name}",
  "handed-over.body":
    "Seit {date} bearbeitet {name} diesen Antrag. Sie können hier alles lesen, aber nichts mehr ändern.",
  "handed-over.call-back": "Abgabe zurückholen",
  "handed-over.call-back.hint":
    "Das geht, solange dort niemand den Vorgang geöffnet hat.",
  "handed-over.touched":
    "Zurückholen geht nicht mehr: {name} hat den Vorgang schon geöffnet oder an ein Fachverfahren weitergegeben. Bitten Sie um Rückgabe.",
  "handed-over.was": "War vom {from} bis {until} bei {name}.",
  "arrival.title.handed-over": "Abgegeben von {name}",
  "arrival.title.fit-connect": "Eingegangen über FIT-Connect von {name}",
  "arrival.title.called-back": "Zurückgeholt von {name}",
  "arrival.at": "Hier eingegangen am",
  "arrival.first": "Zuerst eingegangen am",
  "arrival.first.hint":
    "Für Fristen der antragstellenden Person zählt der erste Eingang. Die Frist zur Entscheidung beginnt mit dem Eingang bei der zuständigen Behörde.",
  "arrival.reason": "Grund der Abgabe",
  "arrival.note": "Vermerk",
  "arrival.notes": "Mitgegebene Notizen",
  "arrival.badge": "von {name}",
  "status.moved.title": "Ihr Antrag liegt jetzt bei: {name}",
  "status.moved.body":
    "Wir sind nicht zuständig und haben Ihren Antrag abgegeben. Sie müssen nichts noch einmal senden. Alles Weitere geschieht dort.",
  "status.moved.link": "Zum Stand Ihres Antrags bei {name}",
  "status.moved.reason": "Grund",
  "status.arrived":
    "{name} hat Ihren Antrag am {date} an uns abgegeben. Als Tag des Eingangs gilt weiter der {first}.",
  "message.handed-over":
    "Wir haben Ihren Antrag an die zuständige Behörde abgegeben: {name}.\n\nGrund: {reason}\n\nSie müssen nichts noch einmal senden. Die Seite „Stand Ihres Antrags“ führt Sie dorthin.",
  "message.called-back":
    "Ihr Antrag liegt wieder bei uns: {name}. Wir bearbeiten ihn weiter.",
};
