export const de = {
  "choices.title": "Benachrichtigungen",
  "choices.lead":
    "Wir schreiben Ihnen, dass es etwas Neues gibt, und nie, was. Den Inhalt lesen Sie nach der Anmeldung in Ihrem Postfach.",
  "choices.saved": "Ihre Auswahl ist gespeichert",
  "choices.save": "Auswahl speichern",
  "choices.message": "Neue Nachrichten und Rückfragen im Postfach",
  "choices.progress": "Wenn sich der Stand eines Antrags ändert",
  "way.at-once": "Sofort per E-Mail",
  "way.daily": "Einmal am Tag, morgens gesammelt",
  "way.none": "Keine E-Mail",
  "way.none.hint":
    "Fristen laufen trotzdem. Sehen Sie dann selbst regelmäßig in Ihr Postfach.",
  "bescheid.title": "Über Bescheide schreiben wir immer sofort",
  "bescheid.body":
    "Ein Bescheid gilt am vierten Tag nach der Bereitstellung als bekannt gegeben, auch wenn Sie ihn nicht öffnen. Das Gesetz verlangt deshalb, dass wir Sie am selben Tag benachrichtigen (§ 9 Abs. 1 OZG). Kommt unsere E-Mail nicht an, schicken wir den Bescheid mit der Post.",
  "phone.title": "Zusätzlich per SMS",
  "phone.lead":
    "Zu jeder E-Mail, die sofort kommt, bekommen Sie auf Wunsch eine SMS, höchstens fünf am Tag. Auch darin steht kein Inhalt.",
  "phone.now": "SMS gehen an {number}.",
  "phone.remove": "Keine SMS mehr",
  "phone.number": "Mobilnummer",
  "phone.number.hint": "Eine deutsche Mobilnummer, zum Beispiel 0151 23456789",
  "phone.ask": "Code an diese Nummer senden",
  "phone.asked": "Wir haben einen Code an {number} gesendet",
  "phone.code": "Code aus der SMS",
  "phone.code.hint": "Sechs Ziffern, 10 Minuten gültig",
  "phone.confirm": "Nummer bestätigen",
  "phone.other": "Andere Nummer oder neuer Code",
  "phone.confirmed": "Ihre Nummer ist bestätigt",
  "phone.removed": "Sie bekommen keine SMS mehr",
  "phone.no-mobile-number":
    "Geben Sie eine deutsche Mobilnummer ein, zum Beispiel 0151 23456789",
  "phone.limit-reached":
    "Heute können keine SMS mehr gesendet werden. Versuchen Sie es morgen.",
  "phone.too-many-attempts":
    "Sie haben mehrere Codes angefordert. Warten Sie einige Minuten.",
  "phone.wrong-code":
    "Der Code stimmt nicht oder ist abgelaufen. Prüfen Sie die Ziffern oder fordern Sie einen neuen Code an.",
  "sms.code":
    "Ihr Code für SMS-Benachrichtigungen: {code}. Gültig {minutes} Minuten. Geben Sie ihn niemandem weiter.",
  "sms.notice":
    "{portal}: In Ihrem Postfach liegt eine neue Nachricht. Zum Lesen anmelden: {url}",
  "export.title": "Benachrichtigungen",
  "export.phone": "Mobilnummer",
  "mails.destination": "Fachverfahren Beispiel",
  "mails.title": "E-Mail-Texte",
  "mails.lead":
    "So schreibt Ihre Behörde den Menschen. Jede E-Mail sagt, dass es etwas gibt und wo, und nie, was.",
  "mails.kind": "Wann sie gesendet wird",
  "mails.language": "Sprache",
  "mails.state": "Text",
  "mails.own": "eigener Text",
  "mails.standard": "mitgelieferter Text",
  "mails.de": "Deutsch",
  "mails.en": "Englisch",
  "mails.edit": "Ansehen und ändern",
  "mails.back": "Alle E-Mail-Texte",
  "mails.subject": "Betreff",
  "mails.body": "Text",
  "mails.body.hint":
    "Platzhalter: {names}. Name und Anschrift Ihrer Behörde stehen von selbst oben und unten.",
  "mails.save": "Speichern",
  "mails.saved": "Der Text ist gespeichert und gilt ab der nächsten E-Mail",
  "mails.reset": "Mitgelieferten Text verwenden",
  "mails.test": "Probe an mich senden",
  "mails.tested": "Die Probe ist unterwegs zu Ihrer E-Mail-Adresse",
  "mails.preview": "So sieht sie aus",
  "mails.preview.subject": "Betreff: {subject}",
  "error.empty": "Schreiben Sie etwas in dieses Feld",
  "error.too-long": "Kürzen Sie den Text",
  "error.unknown-placeholder":
    "Den Platzhalter {name} gibt es hier nicht. Verwenden Sie einen der genannten.",
  "error.needed":
    "Der Text muss {name} enthalten: Sonst führt die E-Mail nirgendwohin.",
  "error-title": "Fehler: {title}",
} as const;
