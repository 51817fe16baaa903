import { packageWords } from "../../../modules/delivery/output.ts";

export const de = {
  title: "Abholung über die Schnittstelle",
  about:
    "Für Fachverfahren, die das Portal nicht erreichen kann: Sie holen Anträge selbst ab und nehmen sie an oder lehnen sie ab. Legen Sie nach dem Speichern unter „Zugänge und Zustände“ einen Zugang an.",
  ...packageWords.de,
  "option.answerDays": "Tage, bis jemand benachrichtigt wird",
  "hint.answerDays":
    "1 bis 60. Wer einen Antrag so lange nicht abholt und bestätigt, wird dem Amt gemeldet.",
};
