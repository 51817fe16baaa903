/** How connectors call the files of a package in their options. */
export const packageWords = {
  de: {
    "option.formats": "Dateien im Paket",
    "hint.formats":
      "Anlagen liegen immer dabei. Eine Fassung ändert sich nie; Neues bekommt eine neue Nummer.",
    "choice.formats.xml-1": "XML nach FIM, Fassung 1",
    "choice.formats.json-1": "JSON nach FIM, Fassung 1",
    "choice.formats.json-2": "JSON nach FIM mit Angaben zum Antrag, Fassung 2",
    "choice.formats.pdf-1": "PDF zum Lesen, Fassung 1",
    "choice.formats.csv-1": "CSV für Tabellen, Fassung 1",
    "choice.formats.xdomea-3.0.0": "xdomea 3.0.0 für die E-Akte (0101)",
    "choice.formats.xdomea-0604-3.0.0":
      "xdomea 3.0.0, Vorgang in der E-Akte anlegen (0604)",
    "choice.formats.xdomea-0605-3.0.0":
      "xdomea 3.0.0, Vorgang in der E-Akte ablegen (0605)",
  },
  en: {
    "option.formats": "Files in the package",
    "hint.formats":
      "Attachments are always there. A version never changes; what is new gets a new number.",
    "choice.formats.xml-1": "XML by FIM, version 1",
    "choice.formats.json-1": "JSON by FIM, version 1",
    "choice.formats.json-2":
      "JSON by FIM with facts about the application, version 2",
    "choice.formats.pdf-1": "PDF to read, version 1",
    "choice.formats.csv-1": "CSV for spreadsheets, version 1",
    "choice.formats.xdomea-3.0.0": "xdomea 3.0.0 for records management (0101)",
    "choice.formats.xdomea-0604-3.0.0":
      "xdomea 3.0.0, create a Vorgang in the records (0604)",
    "choice.formats.xdomea-0605-3.0.0":
      "xdomea 3.0.0, store a Vorgang in the records (0605)",
  },
};
