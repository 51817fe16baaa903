export const de = {
  title: "Schnittstelle für Fachverfahren",
  lead: "Fachverfahren holen Anträge ab, bestätigen den Empfang, melden den Stand und schreiben an die Antragstellenden. Jedes sieht nur, was zu seinem Ziel gehört.",
  address: "Adresse",
  document: "OpenAPI 3.1",
  token:
    "Kennung und Geheimnis bekommen Sie von der Verwaltung dieses Portals. Damit holen Sie ein Token (OAuth 2.0, client credentials), das 15 Minuten gilt und als Authorization: Bearer gesendet wird.",
  keys: "Wer etwas ändert, sendet einen Idempotency-Key: für jeden Aufruf einen neuen, beim Wiederholen denselben. Die Antwort ist dann dieselbe, und nichts geschieht doppelt.",
  operations: "Was möglich ist",
  problems: "Was schiefgehen kann",
  answer: "In Ordnung.",
  refusal:
    "Kennung und Geheimnis stimmen nicht, oder es wurde etwas verlangt, das es nicht gibt.",
  scope: "Recht",
  headers: "Kopfzeilen",
  query: "In der Adresse",
  sent: "Gesendet wird",
  received: "Geantwortet wird",
  refused: "Abgelehnt wird mit",
  "operation.getToken": "Ein Token holen",
  "operation.findResponsible":
    "Fragen, wer für eine Leistung an einem Ort zuständig ist",
  "operation.listSubmissions": "Anträge auflisten, die ältesten zuerst",
  "operation.getSubmission": "Einen Antrag abholen",
  "operation.getReceiptPdf": "Den Antrag als PDF abholen",
  "operation.getUpload": "Eine Datei abholen",
  "operation.getPackage":
    "Alles als ein Paket abholen (ZIP), in den Formaten des Ziels",
  "operation.refuseSubmission": "Einen Antrag ablehnen, mit Grund",
  "operation.confirmReceipt": "Den Empfang bestätigen",
  "operation.setState": "Den Stand melden",
  "operation.sendMessage": "An die Antragstellenden schreiben",
  "operation.attachDocument": "Den Antragstellenden ein Dokument senden",
  "problem.token-missing":
    "Das Token fehlt. Senden Sie es als Authorization: Bearer.",
  "problem.token-invalid":
    "Das Token gilt nicht oder nicht mehr. Holen Sie ein neues.",
  "problem.scope-missing": "Dieser Zugang darf das nicht.",
  "problem.too-many-calls":
    "Zu viele Aufrufe. Warten Sie so lange, wie Retry-After sagt.",
  "problem.not-found": "Das gibt es hier nicht.",
  "problem.not-ready":
    "Der Inhalt ist nicht da: Dateien werden noch auf Schadsoftware geprüft, oder der Antrag ist gelöscht.",
  "problem.query-wrong": "Die Angaben in der Adresse passen nicht.",
  "problem.body-too-large": "Der Inhalt ist zu groß.",
  "problem.body-not-json": "Senden Sie JSON mit Content-Type application/json.",
  "problem.body-wrong": "Der Inhalt passt nicht zur Beschreibung.",
  "problem.key-missing":
    "Der Idempotency-Key fehlt: 1 bis 200 Zeichen, für jeden Aufruf ein neuer, beim Wiederholen derselbe.",
  "problem.key-reused":
    "Dieser Idempotency-Key wurde schon für einen anderen Aufruf benutzt.",
  "problem.key-busy":
    "Der erste Aufruf mit diesem Idempotency-Key läuft noch. Wiederholen Sie ihn später.",
  "problem.version-missing":
    "If-Match fehlt: das ETag, das Sie zuletzt gesehen haben, oder *.",
  "problem.version-changed":
    "Der Antrag hat sich inzwischen geändert. Lesen Sie ihn neu und entscheiden Sie dann.",
  "problem.step-not-allowed":
    "In diesem Zustand ist das nicht möglich. Lesen Sie den Antrag neu.",
  "problem.bescheid-needed":
    "Über diese Leistung wird mit einem Bescheid im Arbeitsplatz entschieden.",
  "problem.note-missing":
    "Zu diesem Zustand gehört ein Text an die Antragstellenden (note).",
  "problem.nobody-to-tell":
    "Es gibt niemanden, der das bekäme: ein Testantrag oder ein gelöschter Antrag.",
  "problem.document-not-allowed":
    "Das Dokument wird nicht angenommen: erlaubt sind PDF, Bilder, Text und Office-Dateien ohne Makros bis 10 MB.",
  "problem.fault":
    "Im Portal ist ein Fehler aufgetreten. Wiederholen Sie den Aufruf mit demselben Idempotency-Key.",
  "problem.unavailable":
    "Das Portal ist gerade nicht erreichbar. Wiederholen Sie den Aufruf später, mit demselben Idempotency-Key.",
};
