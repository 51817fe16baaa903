import { packageWords } from "../../../modules/delivery/output.ts";

export const de = {
  title: "Verzeichnis",
  about:
    "Legt jeden Antrag als Paket in ein Verzeichnis, aus dem Ihr Fachverfahren ihn abholt.",
  "option.directory": "Verzeichnis",
  "hint.directory":
    "Unterhalb des Verzeichnisses Ihrer Behörde, zum Beispiel buergerbuero/parken. Es muss schon vorhanden sein.",
  ...packageWords.de,
};
