import { importDe } from "./import-de.ts";

/** What applicants read in a form. `{label}` is the field's label. */
export const de = {
  ...importDe,
  // Messages say what to do, never "ungültig".
  "error.required": "Füllen Sie „{label}“ aus.",
  "error.required-choice": "Wählen Sie bei „{label}“ eine Antwort aus.",
  "error.required-confirmation":
    "Setzen Sie das Häkchen bei „{label}“. Ohne diese Zustimmung können wir den Antrag nicht bearbeiten.",
  "error.required-date":
    "Geben Sie bei „{label}“ ein Datum ein, zum Beispiel 31.12.2026.",
  "error.required-file": "Fügen Sie bei „{label}“ eine Datei hinzu.",
  "error.too-many":
    "Bei „{label}“ sind höchstens {max} Angaben möglich. Entfernen Sie die übrigen.",
  "error.too-short":
    "Geben Sie bei „{label}“ mindestens {min} Zeichen ein. Bisher sind es {length}.",
  "error.too-long":
    "Kürzen Sie „{label}“ auf höchstens {max} Zeichen. Bisher sind es {length}.",
  "error.characters":
    "Schreiben Sie „{label}“ nur mit Buchstaben, Ziffern und üblichen Satzzeichen. Ein Zeichen darin können wir nicht weitergeben.",
  "error.pattern":
    "Prüfen Sie „{label}“. Die Angabe hat noch nicht die verlangte Form.",
  "error.pattern-example": "Geben Sie „{label}“ so ein: {example}",
  "error.email":
    "Geben Sie die E-Mail-Adresse bei „{label}“ so ein: name@beispiel.de",
  "error.postcode":
    "Geben Sie „{label}“ mit fünf Ziffern ein, zum Beispiel 19053.",
  "error.date": "Geben Sie das Datum bei „{label}“ so ein: 31.12.2026",
  "error.date-incomplete":
    "Geben Sie bei „{label}“ Tag, Monat und Jahr ein, zum Beispiel 31.12.2026.",
  "error.date-not-real":
    "Dieses Datum gibt es nicht. Prüfen Sie Tag und Monat bei „{label}“.",
  "error.number":
    "Geben Sie bei „{label}“ eine Zahl ein, zum Beispiel 1234 oder 12,5.",
  "error.integer":
    "Geben Sie bei „{label}“ eine ganze Zahl ein, zum Beispiel 12.",
  "error.currency":
    "Geben Sie bei „{label}“ einen Betrag in Euro ein, zum Beispiel 1.234,50.",
  "error.too-small": "Geben Sie bei „{label}“ mindestens {min} ein.",
  "error.too-large": "Geben Sie bei „{label}“ höchstens {max} ein.",
  "error.choice-unknown":
    "Wählen Sie bei „{label}“ eine der angebotenen Antworten aus.",
  "error.file-missing": "Fügen Sie bei „{label}“ die Datei noch einmal hinzu.",
  "error.file-too-large":
    "Die Datei bei „{label}“ ist zu groß. Erlaubt sind {maxSize}. Verkleinern Sie die Datei oder teilen Sie sie auf.",
  "error.file-type":
    "Diese Datei können wir bei „{label}“ nicht annehmen. Fügen Sie die Datei als {types} hinzu.",
  "error.file-empty":
    "Die Datei bei „{label}“ ist leer. Wählen Sie eine andere Datei aus.",
  "error.file-too-many":
    "Bei „{label}“ sind höchstens {max} Dateien möglich. Entfernen Sie erst eine Datei.",
  "error.file-too-many-at-once":
    "Bei „{label}“ sind höchstens {max} Dateien auf einmal möglich. Fügen Sie die übrigen Dateien jetzt hinzu.",
  "error.file-no-room":
    "Die Datei bei „{label}“ passt nicht mehr dazu. Alle Dateien eines Antrags dürfen zusammen höchstens {maxSize} groß sein. Verkleinern Sie die Datei oder entfernen Sie eine andere.",
  "error.with-file": "{text} Betroffen ist: {filename}",
  "page.general-title": "Allgemeine Angaben",
  "page.optional":
    "Diese Seite ist freiwillig. Wenn Sie hier etwas eintragen, füllen Sie bitte auch die übrigen Felder aus.",
  "field.yes": "Ja",
  "field.no": "Nein",
  "field.no-answer": "Keine Angabe",
  "field.example": "Zum Beispiel {example}",
  "field.currency-unit": "Euro",
  "field.numbered": "{label} {number}",
  "field.file-hint": "Erlaubt: {types}, höchstens {maxSize} je Datei.",
  "field.files-hint":
    "Erlaubt: {types}, höchstens {maxSize} je Datei. Sie können mehrere Dateien auswählen.",
  "action.add": "{label} hinzufügen",
  "action.add-another": "Weitere Angabe hinzufügen: {label}",
  "action.up": "Nach oben: {label} {number}",
  "action.down": "Nach unten: {label} {number}",
  "action.remove": "Entfernen: {label} {number}",
  "file-type.application/pdf": "PDF",
  "file-type.image/jpeg": "JPEG",
  "file-type.image/png": "PNG",
  "file-type.image/tiff": "TIFF",
  "file-type.image/heic": "HEIC",
  "file-type.text/plain": "Text",
  "file-type.application/vnd.oasis.opendocument.text": "ODT",
  "file-type.application/vnd.oasis.opendocument.spreadsheet": "Tabelle (ODS)",
  "file-type.application/vnd.openxmlformats-officedocument.wordprocessingml.document":
    "Word",
  "file-type.application/vnd.openxmlformats-officedocument.spreadsheetml.sheet":
    "Tabelle (Excel)",
  "file-type.separator": ", ",
};
