import { diffDe } from "./diff-de.ts";
import { importDe } from "./import-de.ts";
import { rulesDe } from "./rules-de.ts";

/** What applicants read in a form. `{label}` is the field's label. */
export const de = {
  ...importDe,
  ...rulesDe,
  ...diffDe,
  // Messages say what to do, never "ungültig".
  "error.required": "Füllen Sie „{label}“ aus.",
  "error.required-choice": "Wählen Sie bei „{label}“ eine Antwort aus.",
  "error.required-confirmation":
    "Setzen Sie das Häkchen bei „{label}“. Ohne diese Zustimmung können wir den Antrag nicht bearbeiten.",
  "error.too-many":
    "Bei „{label}“ sind höchstens {max} Angaben möglich. Entfernen Sie die übrigen.",
  "error.too-short":
    "Geben Sie bei „{label}“ mindestens {min} Zeichen ein. Bisher sind es {length}.",
  "error.too-long":
    "Kürzen Sie „{label}“ auf höchstens {max} Zeichen. Bisher sind es {length}.",
  "error.characters":
    "Schreiben Sie „{label}“ nur mit Buchstaben, Ziffern und üblichen Satzzeichen. Ein Zeichen darin können wir nicht weitergeben.",
  "error.character-unknown":
    "Das Zeichen {character} bei „{label}“ können wir nicht weitergeben. Ersetzen Sie es durch lateinische Buchstaben oder lassen Sie es weg.",
  "error.character-hidden":
    "Bei „{label}“ steht ein unsichtbares Zeichen ({point}). Löschen Sie die Angabe und tippen Sie sie neu ein.",
  "error.pattern":
    "Prüfen Sie „{label}“. Die Angabe hat noch nicht die verlangte Form.",
  "error.pattern-example": "Geben Sie „{label}“ so ein: {example}",
  "error.too-small": "Geben Sie bei „{label}“ mindestens {min} ein.",
  "error.too-large": "Geben Sie bei „{label}“ höchstens {max} ein.",
  "error.choice-unknown":
    "Wählen Sie bei „{label}“ eine der angebotenen Antworten aus.",
  "error.with-file": "{text} Betroffen ist: {filename}",
  "page.general-title": "Allgemeine Angaben",
  "page.part": "{title} ({number})",
  "page.optional":
    "Diese Seite ist freiwillig. Wenn Sie hier etwas eintragen, füllen Sie bitte auch die übrigen Felder aus.",
  "own.offer": "Meine Angaben einsetzen",
  "own.offer.hint":
    "Wenn Sie auf den Knopf drücken, willigen Sie ein, dass diese Angaben aus Ihrem Servicekonto einmal hier eingesetzt werden: {fields}. Danach können Sie sie ändern.",
  "field.example": "Zum Beispiel {example}",
  "live.appeared": "Auf dieser Seite sind weitere Fragen dazugekommen.",
  "action.update": "Angaben aktualisieren",
  "field.not-yet": "Steht fest, sobald die Angaben dafür da sind.",
  "field.numbered": "{label} {number}",
  "action.add": "{label} hinzufügen",
  "action.add-another": "Weitere Angabe hinzufügen: {label}",
  "action.up": "Nach oben: {label} {number}",
  "action.down": "Nach unten: {label} {number}",
  "action.remove": "Entfernen: {label} {number}",
  "csv.question": "Angabe",
  "csv.answer": "Antwort",
};
