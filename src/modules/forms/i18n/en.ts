import { importEn } from "./import-en.ts";

/** What applicants read in a form. `{label}` is the field's label. */
export const en = {
  ...importEn,
  "error.required": "Fill in “{label}”.",
  "error.required-choice": "Choose an answer for “{label}”.",
  "error.required-confirmation":
    "Tick the box at “{label}”. Without it we cannot work on your application.",
  "error.required-date": "Enter a date at “{label}”, for example 31 12 2026.",
  "error.required-file": "Add a file at “{label}”.",
  "error.too-many":
    "At most {max} entries are possible at “{label}”. Remove the others.",
  "error.too-short":
    "Enter at least {min} characters at “{label}”. So far there are {length}.",
  "error.too-long":
    "Shorten “{label}” to at most {max} characters. So far there are {length}.",
  "error.characters":
    "Write “{label}” only with letters, digits and common punctuation. It contains a character we cannot pass on.",
  "error.pattern": "Check “{label}”. It does not have the required form yet.",
  "error.pattern-example": "Enter “{label}” like this: {example}",
  "error.email":
    "Enter the e-mail address at “{label}” like this: name@beispiel.de",
  "error.postcode": "Enter “{label}” with five digits, for example 19053.",
  "error.date": "Enter the date at “{label}” like this: 31 12 2026",
  "error.date-incomplete":
    "Enter day, month and year at “{label}”, for example 31 12 2026.",
  "error.date-not-real":
    "This date does not exist. Check day and month at “{label}”.",
  "error.number": "Enter a number at “{label}”, for example 1234 or 12.5.",
  "error.integer": "Enter a whole number at “{label}”, for example 12.",
  "error.currency":
    "Enter an amount in euros at “{label}”, for example 1234.50.",
  "error.too-small": "Enter at least {min} at “{label}”.",
  "error.too-large": "Enter at most {max} at “{label}”.",
  "error.choice-unknown": "Choose one of the answers offered at “{label}”.",
  "error.file-missing": "Add the file at “{label}” once more.",
  "error.file-too-large":
    "The file at “{label}” is too large. At most {maxSize} are possible. Make the file smaller or split it.",
  "error.file-type":
    "We cannot take this file at “{label}”. Add it as {types}.",
  "error.file-empty": "The file at “{label}” is empty. Choose another file.",
  "error.file-too-many":
    "At most {max} files are possible at “{label}”. Remove a file first.",
  "error.file-too-many-at-once":
    "At most {max} files are possible at once at “{label}”. Add the other files now.",
  "error.file-no-room":
    "There is no room left for the file at “{label}”. All files of an application may have at most {maxSize} together. Make the file smaller or remove another one.",
  "error.with-file": "{text} This is about: {filename}",
  "page.general-title": "General information",
  "page.optional":
    "This page is optional. If you enter something here, please fill in the other fields as well.",
  "field.yes": "Yes",
  "field.no": "No",
  "field.no-answer": "No answer",
  "field.example": "For example {example}",
  "field.currency-unit": "Euro",
  "field.numbered": "{label} {number}",
  "field.file-hint": "Possible: {types}, at most {maxSize} per file.",
  "field.files-hint":
    "Possible: {types}, at most {maxSize} per file. You can choose several files.",
  "action.add": "Add {label}",
  "action.add-another": "Add another: {label}",
  "action.up": "Move up: {label} {number}",
  "action.down": "Move down: {label} {number}",
  "action.remove": "Remove: {label} {number}",
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
};
