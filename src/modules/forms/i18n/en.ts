import { diffEn } from "./diff-en.ts";
import { importEn } from "./import-en.ts";
import { rulesEn } from "./rules-en.ts";

/** What applicants read in a form. `{label}` is the field's label. */
export const en = {
  ...importEn,
  ...rulesEn,
  ...diffEn,
  "error.required": "Fill in “{label}”.",
  "error.required-choice": "Choose an answer for “{label}”.",
  "error.required-confirmation":
    "Tick the box at “{label}”. Without it we cannot work on your application.",
  "error.too-many":
    "At most {max} entries are possible at “{label}”. Remove the others.",
  "error.too-short":
    "Enter at least {min} characters at “{label}”. So far there are {length}.",
  "error.too-long":
    "Shorten “{label}” to at most {max} characters. So far there are {length}.",
  "error.characters":
    "Write “{label}” only with letters, digits and common punctuation. It contains a character we cannot pass on.",
  "error.character-unknown":
    "We cannot pass on the character {character} at “{label}”. Replace it with Latin letters or leave it out.",
  "error.character-hidden":
    "There is an invisible character ({point}) at “{label}”. Delete the entry and type it again.",
  "error.pattern": "Check “{label}”. It does not have the required form yet.",
  "error.pattern-example": "Enter “{label}” like this: {example}",
  "error.too-small": "Enter at least {min} at “{label}”.",
  "error.too-large": "Enter at most {max} at “{label}”.",
  "error.choice-unknown": "Choose one of the answers offered at “{label}”.",
  "error.with-file": "{text} This is about: {filename}",
  "page.general-title": "General information",
  "page.part": "{title} ({number})",
  "page.optional":
    "This page is optional. If you enter something here, please fill in the other fields as well.",
  "own.offer": "Use my details",
  "own.offer.hint":
    "Pressing the button is your consent that these details from your service account are put in here once: {fields}. You can change them afterwards.",
  "field.example": "For example {example}",
  "live.appeared": "More questions have appeared on this page.",
  "action.update": "Update the page",
  "field.not-yet": "Follows from answers that are still missing.",
  "field.numbered": "{label} {number}",
  "action.add": "Add {label}",
  "action.add-another": "Add another: {label}",
  "action.up": "Move up: {label} {number}",
  "action.down": "Move down: {label} {number}",
  "action.remove": "Remove: {label} {number}",
  "csv.question": "Question",
  "csv.answer": "Answer",
};
