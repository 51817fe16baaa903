export const de = {
  title: "Verzeichnis",
  about:
    "Legt jeden Antrag als Paket in ein Verzeichnis, aus dem Ihr Fachverfahren ihn abholt.",
  "option.directory": "Verzeichnis",
  "hint.directory":
    "Unterhalb des Verzeichnisses Ihrer Behörde, zum Beispiel buergerbuero/parken. Es muss schon vorhanden sein.",
  "option.formats": "Dateien im Paket",
  "hint.formats":
    "Anlagen liegen immer dabei. Eine Fassung ändert sich nie; Neues bekommt eine neue Nummer.",
  "choice.formats.xml-1": "XML nach FIM, Fassung 1",
  "choice.formats.json-1": "JSON nach FIM, Fassung 1",
  "choice.formats.json-2": "JSON nach FIM mit Angaben zum Antrag, Fassung 2",
  "choice.formats.pdf-1": "PDF zum Lesen, Fassung 1",
  "choice.formats.csv-1": "CSV für Tabellen, Fassung 1",
  "choice.formats.xdomea-3.0.0": "xdomea 3.0.0 für die E-Akte",
};
