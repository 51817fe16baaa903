/** Texts of the contact form and of who reads what comes in. */
export const de = {
  "form.title": "Nachricht schreiben",
  "form.title.error": "Fehler: {title}",
  "form.lead": "Ihre Nachricht geht an: {office}.",
  "form.text": "Ihre Nachricht",
  "form.text.hint":
    "Schreiben Sie bitte keine Angaben zu Ihrer Gesundheit und keine Kontonummer.",
  "form.text.left": "Noch {count} Zeichen",
  "form.text.over": "{count} Zeichen zu viel",
  "form.text.missing": "Schreiben Sie, worum es geht.",
  "form.text.too-long": "Kürzen Sie Ihre Nachricht auf {max} Zeichen.",
  "form.name": "Ihr Name",
  "form.name.too-long": "Kürzen Sie den Namen auf {max} Zeichen.",
  "form.email": "Ihre E-Mail-Adresse",
  "form.email.hint": "Ohne Adresse können wir Ihnen nicht antworten.",
  "form.email.wrong": "Geben Sie die Adresse so ein: name@beispiel.de",
  "form.too-many":
    "Von Ihrem Anschluss kamen zu viele Nachrichten. Bitte warten Sie einige Minuten und senden Sie dann noch einmal.",
  "form.term":
    "Ihre Angaben sehen nur Beschäftigte der Verwaltung. Wir löschen sie {done} Tage nach der Bearbeitung, spätestens nach {latest} Tagen.",
  "form.privacy": "Mehr zum Datenschutz",
  "form.send": "Nachricht senden",
  "sent.title": "Ihre Nachricht ist angekommen",
  "sent.body":
    "{office} hat Ihre Nachricht bekommen. Wenn Sie Ihre E-Mail-Adresse angegeben haben, antworten wir Ihnen dorthin.",
  "sent.back": "Zurück zum Amt",
  "desk.title": "Nachrichten an die Ämter",
  "desk.lead":
    "Das haben Menschen über das Kontaktformular eines Amtes geschrieben.",
  "desk.part":
    "Sie sehen nicht alle: Für manche Ämter arbeitet ein anderes Team.",
  "desk.none": "Keine Nachrichten",
  "desk.none.body":
    "Das Kontaktformular steht auf der Seite jedes Amtes. Neue Nachrichten erscheinen hier, und das Amt bekommt eine E-Mail.",
  "desk.message": "Nachricht",
  "desk.message.of": "Nachricht vom {time}",
  "desk.office": "Amt",
  "desk.state": "Stand",
  "desk.state.open": "Offen",
  "desk.state.done": "Erledigt am {day}",
  "desk.ends": "Wird gelöscht am",
  "message.name": "Name",
  "message.email": "E-Mail",
  "message.not-given": "Nicht angegeben",
  "message.done": "Als erledigt markieren",
  "message.done.hint":
    "Eine erledigte Nachricht löschen wir nach {days} Tagen.",
  "mail.received.purpose":
    "An ein Amt: Über das Kontaktformular kam eine Nachricht",
  "mail.received.subject": "Neue Nachricht im Serviceportal",
  "mail.received.text":
    "Guten Tag,\n\nfür {office} ist eine Nachricht im Serviceportal eingegangen. Sie lesen sie hier, nachdem Sie sich angemeldet haben:\n\n{url}\n",
} as const;
