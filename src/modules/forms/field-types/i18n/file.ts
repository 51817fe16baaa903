import { defineTexts } from "../../../../platform/i18n/texts.ts";

/** What to do about a file. */
export const fileErrors = {
  de: {
    "required-file": "Fügen Sie bei „{label}“ eine Datei hinzu.",
    "file-missing": "Fügen Sie bei „{label}“ die Datei noch einmal hinzu.",
    "file-too-large":
      "Die Datei bei „{label}“ ist zu groß. Erlaubt sind {maxSize}. Verkleinern Sie die Datei oder teilen Sie sie auf.",
    "file-type":
      "Diese Datei können wir bei „{label}“ nicht annehmen. Fügen Sie die Datei als {types} hinzu.",
    "file-empty":
      "Die Datei bei „{label}“ ist leer. Wählen Sie eine andere Datei aus.",
    "file-infected":
      "In der Datei bei „{label}“ wurde Schadsoftware gefunden. Wir haben die Datei gelöscht. Wählen Sie eine andere Datei und lassen Sie Ihr Gerät prüfen.",
    "file-too-many":
      "Bei „{label}“ sind höchstens {max} Dateien möglich. Entfernen Sie erst eine Datei.",
    "file-too-many-at-once":
      "Bei „{label}“ sind höchstens {max} Dateien auf einmal möglich. Fügen Sie die übrigen Dateien jetzt hinzu.",
    "file-no-room":
      "Die Datei bei „{label}“ passt nicht mehr dazu. Alle Dateien eines Antrags dürfen zusammen höchstens {maxSize} groß sein. Verkleinern Sie die Datei oder entfernen Sie eine andere.",
  },
  en: {
    "required-file": "Add a file at “{label}”.",
    "file-missing": "Add the file at “{label}” once more.",
    "file-too-large":
      "The file at “{label}” is too large. At most {maxSize} are possible. Make the file smaller or split it.",
    "file-type": "We cannot take this file at “{label}”. Add it as {types}.",
    "file-empty": "The file at “{label}” is empty. Choose another file.",
    "file-infected":
      "Malware was found in the file at “{label}”. We have deleted the file. Choose another file and have your device checked.",
    "file-too-many":
      "At most {max} files are possible at “{label}”. Remove a file first.",
    "file-too-many-at-once":
      "At most {max} files are possible at once at “{label}”. Add the other files now.",
    "file-no-room":
      "There is no room left for the file at “{label}”. All files of an application may have at most {maxSize} together. Make the file smaller or remove another one.",
  },
};

/** Words at the place for files. */
export const fileTexts = defineTexts(
  {
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
    hint: "Erlaubt: {types}, höchstens {maxSize} je Datei.",
    "hint.many":
      "Erlaubt: {types}, höchstens {maxSize} je Datei. Sie können mehrere Dateien auswählen.",
  },
  {
    "file-type.application/pdf": "PDF",
    "file-type.image/jpeg": "JPEG",
    "file-type.image/png": "PNG",
    "file-type.image/tiff": "TIFF",
    "file-type.image/heic": "HEIC",
    "file-type.text/plain": "text",
    "file-type.application/vnd.oasis.opendocument.text": "ODT",
    "file-type.application/vnd.oasis.opendocument.spreadsheet":
      "spreadsheet (ODS)",
    "file-type.application/vnd.openxmlformats-officedocument.wordprocessingml.document":
      "Word",
    "file-type.application/vnd.openxmlformats-officedocument.spreadsheetml.sheet":
      "spreadsheet (Excel)",
    "file-type.separator": ", ",
    hint: "Possible: {types}, at most {maxSize} per file.",
    "hint.many":
      "Possible: {types}, at most {maxSize} per file. You can choose several files.",
  },
);
