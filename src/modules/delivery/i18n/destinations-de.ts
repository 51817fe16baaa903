export const de = {
  title: "Ziele für Anträge",
  lead: "Hier legen Sie fest, an welche Fachverfahren Anträge gehen. Jeder Antrag liegt außerdem im eigenen Arbeitsplatz.",
  saved: "Das Ziel ist gespeichert. Die Änderung gilt ab sofort.",
  "none.title": "Noch kein Ziel",
  "none.body":
    "Anträge liegen nur im eigenen Arbeitsplatz. Richten Sie ein Ziel ein, wenn sie auch an ein Fachverfahren gehen sollen.",
  add: "Ziel einrichten",
  "add.lead": "Wählen Sie, auf welchem Weg Anträge zum Fachverfahren kommen.",
  "column.name": "Ziel",
  "column.connector": "Anbindung",
  "column.condition": "Zustand",
  edit: "Ziel ändern",
  new: "Neues Ziel: {connector}",
  back: "Zu den Zielen",
  "error-title": "Fehler: {title}",
  save: "Speichern",
  name: "Name des Ziels",
  "name.hint":
    "Für Sie und Ihre Kolleginnen und Kollegen, zum Beispiel Fachverfahren Parken.",
  "name.missing": "Geben Sie dem Ziel einen Namen.",
  "name.taken":
    "Ein anderes Ziel heißt schon so. Wählen Sie einen anderen Namen.",
  leistungen: "Welche Anträge gehen an dieses Ziel?",
  "leistungen.all": "Alle Leistungen, auch künftige",
  enabled: "Das Ziel ist eingeschaltet",
  "enabled.hint":
    "An ein abgeschaltetes Ziel wird nichts gesendet. Was schon wartet, wartet weiter.",
  connection: "Verbindung",
  operation: "Betrieb",
  concurrency: "Anträge zur gleichen Zeit",
  patience: "Stunden, bis jemand benachrichtigt wird",
  "number.hint": "{least} bis {most}",
  "number.wrong": "Geben Sie eine ganze Zahl von {least} bis {most} ein.",
  office: "E-Mail-Adresse für Störungen",
  "office.hint": "Leer: die Adresse Ihres Portals.",
  "office.wrong":
    "Geben Sie eine E-Mail-Adresse ein, zum Beispiel it@schwerin.de.",
  "option.missing": "Füllen Sie das Feld „{label}“ aus.",
  "option.wrong":
    "Prüfen Sie das Feld „{label}“. Beachten Sie dabei den Hinweis am Feld.",
  "secret.stored":
    "Gespeichert. Lassen Sie das Feld leer, wenn es so bleiben soll. Anzeigen lässt es sich nicht.",
  "certificate.subject": "Inhaber",
  "certificate.until": "Gültig bis",
  "certificate.fingerprint": "Fingerabdruck (SHA-256)",
  "certificate.file": "Zertifikat als Datei",
  "certificate.file.hint":
    "Statt des Textes: eine Datei mit der Endung .pem, .crt, .cer oder .der.",
  expires: "Zertifikat gilt bis {date}",
  expired: "Zertifikat ist abgelaufen",
  "test.button": "Testantrag senden",
  "test.title": "Verbindung ausprobieren",
  "test.lead":
    "Prüfen ändert am Ziel nichts. Ein Testantrag geht denselben Weg wie ein echter. Er ist als Test gekennzeichnet und enthält keine Daten von Personen.",
  "test.off": "Schalten Sie das Ziel ein, um einen Testantrag zu senden.",
  "test.badge": "Test",
  "redirect.title": "Alle umleiten",
  "redirect.lead":
    "{count} Anträge wurden von diesem Ziel abgelehnt oder dort aufgegeben. Sie können alle an ein anderes Ziel senden.",
  "redirect.to": "Anderes Ziel",
  "redirect.button": "Alle umleiten",
  "call.title": "Benachrichtigung",
  "call.lead":
    "Tragen Sie diese Adresse mit dem Geheimnis bei der Gegenstelle ein. Dann sehen wir sofort nach, wenn sie etwas Neues meldet. Sonst fragen wir in wachsenden Abständen.",
  "back-office.title": "Rückweg vom Fachverfahren",
  "back-office.lead":
    "Das Fachverfahren kann Anträge selbst abholen, den Empfang bestätigen und den Stand zurückmelden.",
  "back-office.link": "Zugänge und Zustände",
};
