/** Correcting what was sent, because the office asks for it. */
export const correctionDe = {
  "correction.title": "Angaben korrigieren",
  "correction.asked.title": "Darum bittet die Behörde",
  "correction.asked.by": "Antworten Sie bis {date}.",
  "correction.open-only":
    "Sie sehen nur die Angaben, die Sie ändern können. Alles andere bleibt, wie Sie es gesendet haben.",
  // stands before the help of a field; {text} is what the caseworker wrote
  "correction.remark": "Die Behörde schreibt: {text}",
  "correction.remark.before": "Bisher: {value}.",
  "correction.changes": "Das ändern Sie",
  "correction.changes.none": "Sie haben noch nichts geändert.",
  "correction.changes.empty": "keine Angabe",
  "correction.check.lead":
    "Stimmt alles? Sie können jede Angabe noch ändern, bevor Sie senden.",
  "correction.send.title": "Korrektur senden",
  "correction.send": "Korrektur senden",
  "correction.warning.title": "Sie senden jetzt eine verbindliche Korrektur",
  "correction.warning.body":
    "Die neuen Angaben gehen an {authority}. Die bisherigen bleiben aufbewahrt.",
  "correction.confirm": "Meine Angaben sind richtig und vollständig.",
  "correction.not-confirmed":
    "Bestätigen Sie, dass Ihre Angaben richtig und vollständig sind.",
  "correction.nothing-changed.title": "Sie haben nichts geändert",
  "correction.nothing-changed.body":
    "Ändern Sie die Angaben, um die die Behörde bittet. Stimmt schon alles, schreiben Sie das der Behörde als Nachricht.",
  "correction.not-asked.title": "Diese Korrektur wird nicht mehr gebraucht",
  "correction.not-asked.body":
    "Die Behörde hat inzwischen entschieden, anders gefragt, oder der Antrag ist zurückgenommen. Es wurde nichts gesendet. Ihre Angaben sind noch gespeichert: Sie können sie drucken.",
  "correction.sent.title": "Ihre Korrektur ist angekommen",
  "correction.sent.body":
    "Wir haben Ihre Korrektur am {date} um {time} erhalten.",
  "correction.sent.next":
    "Die Behörde prüft jetzt Ihre neuen Angaben. Sie brauchen nichts weiter zu tun.",
  "correction.sent.changes": "Das haben Sie geändert",
  "correction.section": "Korrektur vom {date}, {time}",
  "correction.section.change": "bisher: {before} – neu: {after}",
  "correction.section.hash": "Prüfsumme nach der Korrektur (SHA-256)",
  "correction.mail.purpose": "Wenn eine Korrektur angekommen ist",
  "correction.mail.subject": "Ihre Korrektur bei {portal}",
  "correction.mail.text":
    "Guten Tag,\n\nIhre Korrektur ist angekommen. Was Sie geändert haben, sehen Sie hier:\n{link}\n\nHaben Sie nichts geändert? Dann melden Sie sich bitte bei der Behörde.\n\n{portal}",
  "earlier.title": "Sie haben das schon einmal beantragt",
  "earlier.body":
    "Sie können trotzdem senden. Oder sehen Sie erst nach, wie weit Ihr früherer Antrag ist:",
  "earlier.link": "Antrag vom {date} ansehen",
};
