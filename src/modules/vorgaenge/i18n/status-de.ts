/** What the applicant sees of a Vorgang. */
export const statusDe = {
  "status.back": "Zu Ihren Anträgen",
  "status.title": "Stand Ihres Antrags",
  "status.reference": "Nummer Ihres Antrags",
  "status.received": "Eingegangen am {date} ({ago})",
  "status.in-progress": "In Bearbeitung seit {date} ({ago})",
  "status.question": "Wir haben eine Frage an Sie, seit {date} ({ago})",
  "status.decided": "Entschieden am {date} ({ago}): {outcome}",
  "status.withdrawn": "Zurückgenommen am {date} ({ago})",
  "status.handed-over": "An eine andere Behörde abgegeben am {date} ({ago})",
  "status.closed": "Abgeschlossen am {date} ({ago})",
  "status.question.title": "Unsere Frage",
  "status.next": "So geht es weiter",
  "status.next.received":
    "Wir prüfen Ihren Antrag. Sie müssen jetzt nichts tun.",
  "status.next.in-progress":
    "Wir bearbeiten Ihren Antrag. Wenn etwas fehlt, fragen wir nach.",
  "status.next.question":
    "Bitte antworten Sie uns unter „Nachrichten“. Dort können Sie auch Dateien mitschicken. Danach bearbeiten wir Ihren Antrag weiter.",
  "status.next.decided":
    "Ihr Antrag ist entschieden. Wenn Sie einen Bescheid bekommen, gilt, was darin steht.",
  "status.next.withdrawn":
    "Der Antrag ist zurückgenommen. Wir bearbeiten ihn nicht weiter. Sie können jederzeit einen neuen Antrag stellen.",
  "status.next.handed-over":
    "Eine andere Behörde entscheidet über Ihren Antrag. Welche das ist, steht im Verlauf.",
  "status.next.closed":
    "Ihr Antrag ist abgeschlossen. Sie müssen nichts mehr tun.",
  "status.duration": "So lange dauert es:",
  "status.history": "Verlauf",
  "status.open.in-progress": "Bearbeitung",
  "status.open.decided": "Entscheidung",
  "status.event.question-asked": "Frage an Sie",
  "status.event.note-to-applicant": "Nachricht an Sie",
  "status.event.note-from-applicant": "Ihre Nachricht",
  "status.event.answered": "Ihre Antwort",
  "status.changed.title": "Der Stand hat sich inzwischen geändert",
  "status.changed.body":
    "Ihr Antrag wurde nicht zurückgenommen. Sehen Sie sich den neuen Stand an.",
  "status.withdraw.title": "Antrag zurücknehmen",
  "status.withdraw.body":
    "Brauchen Sie die Leistung nicht mehr? Sie können den Antrag zurücknehmen, solange wir nicht entschieden haben.",
  "status.withdraw.link": "Antrag zurücknehmen …",
  "withdraw.title": "Möchten Sie den Antrag zurücknehmen?",
  "withdraw.consequence":
    "Wir bearbeiten den Antrag „{title}“ mit der Nummer {reference} dann nicht weiter. Das können Sie hier nicht rückgängig machen. Schon gezahlte Gebühren können verloren sein.",
  "withdraw.confirm": "Ja, Antrag zurücknehmen",
  "withdraw.cancel": "Nein, zurück",
  "status.receipt": "Eingangsbestätigung ansehen (PDF)",
  "status.contact": "Haben Sie Fragen?",
  "status.contact.office": "Stelle",
  "status.contact.phone": "Telefon",
  "status.contact.email": "E-Mail",
  "accesses.title": "Wer Ihren Antrag geöffnet hat",
  "accesses.none": "Noch niemand hat Ihren Antrag geöffnet.",
  "accesses.at": "Wann",
  "accesses.who": "Wer",
  "accesses.what": "Was",
  "accesses.caseworker": "Sachbearbeitung, {authority}",
  "accesses.team-lead": "Teamleitung, {authority}",
  "accesses.staff": "Mitarbeiter:in, {authority}",
  "accesses.hint":
    "Jeder Zugriff steht in einem Protokoll, das niemand ändern kann. Hier sehen Sie die letzten 50.",
  "access.vorgang.opened-for-opinion":
    "hat Ausschnitte für eine Stellungnahme geöffnet",
  "access.vorgang.file-opened-for-opinion":
    "hat eine Anlage für eine Stellungnahme geöffnet",
  "access.vorgang.opened": "hat den Antrag geöffnet",
  "access.vorgang.file-opened": "hat eine Anlage geöffnet",
  "access.vorgang.pdf-opened": "hat den Antrag als PDF geöffnet",
  "access.vorgang.answers-exported": "hat Ihre Angaben heruntergeladen",
  "status.private":
    "Diese Seite öffnet sich nur mit Ihrem privaten Link. Geben Sie ihn nicht weiter.",
};
