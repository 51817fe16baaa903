export const de = {
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
};
