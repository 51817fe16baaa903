/** Filling in from the Servicekonto, and where values come from. */
export const ownDataDe = {
  "own-data.title": "Ihre Angaben einsetzen?",
  "own-data.lead":
    "Ihr Servicekonto kennt Angaben, die dieser Antrag braucht. Wir setzen sie nur ein, wenn Sie einwilligen.",
  "own-data.lead.organisation":
    "Das Servicekonto kennt Angaben der Organisation {party}, die dieser Antrag braucht. Ihre eigenen Angaben werden nicht eingesetzt.",
  "own-data.list": "Das wird eingesetzt",
  "own-data.locked":
    "Bestätigte Angaben können Sie im Antrag nicht ändern, alle anderen schon.",
  "own-data.free": "Sie können diese Angaben im Antrag ändern.",
  "own-data.consent":
    "Ihre Einwilligung gilt für diese Leistung bei dieser Behörde, auch für spätere Anträge, bis Sie sie widerrufen. Das geht jederzeit unter",
  "own-data.consent.link": "Einwilligungen",
  "own-data.granted.title": "Sie haben schon eingewilligt",
  "own-data.granted":
    "Wählen Sie „Nein, selbst ausfüllen“, gilt das nur für diesen Antrag: Was schon eingetragen ist, bleibt stehen, und Sie können es ändern.",
  "own-data.yes": "Ja, einsetzen",
  "own-data.no": "Nein, selbst ausfüllen",
  "own-data.start":
    "Danach können Sie Ihre Angaben aus dem Servicekonto einsetzen lassen. Haben Sie für diese Leistung schon eingewilligt, geschieht das gleich.",
  "own-data.label": "Angaben einsetzen: {leistung}, {portal}",
  "own-data.label.party": "Angaben von {party} einsetzen: {leistung}, {portal}",
  "own-data.wrong.title": "Stimmt eine bestätigte Angabe nicht?",
  "own-data.wrong.source":
    "Lassen Sie sie dort berichtigen, woher sie kommt, zum Beispiel im Bürgerbüro. Weisen Sie sich danach noch einmal aus: Dann steht hier die neue Angabe.",
  "own-data.wrong.by-hand":
    "Sie können Ihre Angaben auch selbst eintragen. Dann gelten sie der Behörde nicht als bestätigt, und sie kann Nachweise verlangen. Wo eine Leistung ohne Anmeldung möglich ist, können Sie den Antrag auch als Gast stellen.",
  "own-data.wrong.guest":
    "Dieser Antrag ist auch ohne Anmeldung möglich: Melden Sie sich ab und beginnen Sie ihn als Gast.",
  "own-data.wrong.link": "Ansehen, was eingesetzt wird, oder selbst ausfüllen",
  "own-data.replaced.title": "Bestätigte Angaben haben sich geändert",
  "own-data.replaced.body":
    "Ihr Servicekonto sagt jetzt etwas anderes als bisher in diesem Antrag stand. Gesendet wird die bestätigte Angabe.",
  "own-data.replaced.line":
    "{label}: bisher „{before}“, jetzt „{now}“. {origin}.",
  "own-data.changed.title": "Eine bestätigte Angabe hat sich gerade geändert",
  "own-data.changed.body":
    "Der Antrag ist noch nicht gesendet. Prüfen Sie die Angaben unten und senden Sie ihn dann noch einmal.",
  "origin.title": "Herkunft der Angaben",
  "origin.self": "Aus dem Servicekonto, selbst angegeben am {date}",
  "origin.said":
    "Aus dem Servicekonto, laut {source}, Niveau „{level}“, am {date}",
  "origin.confirmed": "Bestätigt durch {source}, Niveau „{level}“, am {date}",
  "origin.counter": "Ausweis am Schalter",
} as const;
