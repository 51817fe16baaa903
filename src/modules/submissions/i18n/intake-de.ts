/** Applications that a caseworker fills in for somebody. */
export const intakeDe = {
  "intake.title": "Aufnahme",
  "intake.channel": "Aufgenommen",
  "intake.channel.counter": "am Schalter",
  "intake.channel.phone": "am Telefon",
  "intake.channel.letter": "aus einem Brief",
  "intake.by": "Aufgenommen von",
  "intake.at": "Aufgenommen am",
  "intake.received-on": "Eingang des Briefs",
  "intake.name": "Für",
  "intake.identity": "Identität",
  "intake.identity.seen": "Ausweis gesehen",
  "intake.identity.not": "nicht geprüft",
  "intake.signature": "Unterschrift",
  "intake.signature.there": "liegt der Behörde vor",
  "intake.signature.not": "liegt nicht vor",

  "intake.page.title": "Antrag aufnehmen",
  "intake.page.lead":
    "Füllen Sie das Formular für eine Person am Schalter, am Telefon oder nach einem Brief aus. Sie bekommt dieselbe Quittung wie online.",
  "intake.error-prefix": "Fehler: {title}",
  "intake.drafts.title": "Begonnene Aufnahmen",
  "intake.drafts.none": "Sie haben keine begonnene Aufnahme.",
  "intake.drafts.leistung": "Leistung",
  "intake.drafts.for": "Für",
  "intake.drafts.staff": "Liegt bei",
  "intake.drafts.you": "Ihnen",
  "intake.drafts.changed": "Zuletzt geändert",
  "intake.drafts.until": "Wird gelöscht am",
  "intake.drafts.action": "Aktion",
  "intake.drafts.hidden": "sichtbar nach dem Übernehmen",
  "intake.drafts.open": "Weiter",
  "intake.drafts.take-over": "Übernehmen",
  "intake.begin.title": "Neue Aufnahme",
  "intake.begin.leistung": "Leistung",
  "intake.begin.leistung.none": "Bitte wählen",
  "intake.begin.channel": "Wie erreicht Sie der Antrag?",
  "intake.option.counter": "Am Schalter",
  "intake.option.phone": "Am Telefon",
  "intake.option.letter": "Mit einem Brief",
  "intake.begin.received-on": "Eingang des Briefs",
  "intake.begin.received-on.hint":
    "Nur bei einem Brief. Fristen zählen ab diesem Tag. Er steht auf dem Eingangsstempel.",
  "intake.begin.name": "Name der Person",
  "intake.begin.name.hint": "Für wen Sie den Antrag aufnehmen.",
  "intake.begin.email": "E-Mail-Adresse",
  "intake.begin.email.hint":
    "Dorthin schicken wir den privaten Link zum Antrag. Ohne Adresse drucken Sie ihn aus.",
  "intake.begin.phone": "Telefonnummer",
  "intake.begin.phone.hint":
    "Damit Sie nachfragen können, bis Sie senden. Im Antrag steht sie nicht.",
  "intake.begin.code": "Code aus dem Servicekonto",
  "intake.begin.code.hint":
    "Hat die Person ein Servicekonto, liest sie unter „Ausweis am Schalter bestätigen“ einen Code ab. Dann liegt der Antrag in ihrem Konto. Sie sehen daraus nichts.",
  "intake.begin.button": "Aufnahme beginnen",
  "intake.error.leistung-missing": "Wählen Sie die Leistung aus.",
  "intake.error.channel-missing":
    "Wählen Sie aus, wie der Antrag Sie erreicht.",
  "intake.error.name-missing": "Geben Sie den Namen der Person an.",
  "intake.error.email-invalid":
    "Geben Sie eine E-Mail-Adresse so ein: name@beispiel.de. Oder lassen Sie das Feld leer.",
  "intake.error.received-on-missing":
    "Geben Sie an, an welchem Tag der Brief eingegangen ist.",
  "intake.error.received-on-invalid":
    "Geben Sie einen Tag aus dem letzten Jahr ein, der nicht in der Zukunft liegt.",
  "intake.error.code-not-valid":
    "Dieser Code gilt nicht. Codes gelten 30 Minuten und nur einmal. Bitten Sie um einen neuen, oder lassen Sie das Feld leer.",
  "intake.one.title": "Aufnahme für {name}",
  "intake.one.saved":
    "Was Sie eingegeben haben, ist gespeichert. Nur Sie sehen es, und die Teamleitung, wenn sie es übernimmt.",
  "intake.one.account": "Servicekonto",
  "intake.one.account.linked":
    "verbunden, der Antrag liegt nach dem Senden dort",
  "intake.one.account.none": "keines, die Person bekommt einen privaten Link",
  "intake.one.open": "Weiter im Formular",
  "intake.one.delete": "Aufnahme löschen",
  "intake.one.delete.hint":
    "Was Sie dafür eingegeben haben, ist dann weg. Das lässt sich nicht rückgängig machen.",
  "intake.one.signed-in.title":
    "In diesem Browser ist auch ein Servicekonto angemeldet",
  "intake.one.signed-in.body":
    "Melden Sie das Servicekonto ab. Sonst füllt der Browser das Formular für dieses Konto aus.",
  "intake.one.signed-in.link": "Zum Servicekonto",
  "intake.notice": "Sie nehmen {channel} auf, für {name}.",
  "intake.notice.link": "Zur Aufnahme",
  "intake.check.lead":
    "Lesen Sie der Person vor, was Sie eingegeben haben, oder geben Sie es ihr gedruckt zum Lesen und Unterschreiben.",
  "intake.check.lead.letter":
    "Vergleichen Sie, was Sie eingegeben haben, mit dem Brief.",
  "intake.check.send.title": "Was Sie bestätigen",
  "intake.check.identity": "Ich habe die Person mit ihrem Ausweis verglichen",
  "intake.check.identity.hint":
    "Nur wenn der Ausweis vor Ihnen liegt. Der Vorgang vermerkt dann das Vertrauensniveau „substanziell“, sonst keines.",
  "intake.check.identity.not-permitted":
    "Das Vertrauensniveau bleibt „ohne Nachweis“: Ausweise bestätigt, wer dafür zuständig ist.",
  "intake.check.signed": "Die unterschriebene Fassung liegt vor",
  "intake.check.signed.hint": "Auf Papier, mit eigenhändiger Unterschrift.",
  "intake.check.level.title":
    "Für diese Leistung verlangen wir online das Niveau „{level}“",
  "intake.check.level.body":
    "Reicht der Nachweis nicht aus, brauchen Sie die unterschriebene Fassung. Der Vorgang vermerkt, was nachgewiesen ist, und nicht mehr.",
  "intake.check.error.level":
    "Der Nachweis reicht für diese Leistung nicht. Lassen Sie die gedruckte Fassung unterschreiben, und kreuzen Sie an, dass sie vorliegt.",
  "intake.check.confirm.counter":
    "Die Person hat die Angaben gelesen oder gehört und bestätigt, dass sie richtig und vollständig sind.",
  "intake.check.confirm.phone":
    "Ich habe die Angaben vorgelesen. Die Person bestätigt, dass sie richtig und vollständig sind.",
  "intake.check.confirm.letter": "Die Angaben stimmen mit dem Brief überein.",
  "intake.check.error.confirm": "Bestätigen Sie das, bevor Sie senden.",
  "intake.check.button": "Antrag senden",
  "intake.print.signature": "Unterschrift",
  "intake.print.statement":
    "Die Angaben sind richtig und vollständig. Aufgenommen von {staff} für {name}.",
  "intake.print.place": "Ort, Datum",
  "intake.print.sign": "Unterschrift ({name})",
  "intake.sent.title": "Der Antrag ist aufgenommen",
  "intake.sent.body": "Eingegangen am {date} um {time}",
  "intake.sent.account":
    "Der Antrag liegt im Servicekonto der Person, mit der Quittung im Postfach.",
  "intake.sent.link.title": "Privater Link für die Person",
  "intake.sent.link.body":
    "Damit sieht sie den Stand, liest Nachrichten und antwortet. Drucken Sie diese Seite, und geben oder schicken Sie sie ihr. Wir zeigen den Link hier nur einen Tag lang.",
  "intake.sent.link.print":
    "Unter dieser Adresse sehen Sie den Stand Ihres Antrags, lesen Nachrichten und antworten. Geben Sie sie niemandem: Wer sie kennt, sieht das auch.",
  "intake.sent.receipt": "Quittung für die Person (PDF)",
  "intake.sent.vorgang": "Zum Vorgang",
  "intake.sent.next": "Nächste Aufnahme",
} as const;
