export const en = {
  title: "Directory",
  about:
    "Puts each application as a package into a directory from which your back-office system fetches it.",
  "option.directory": "Directory",
  "hint.directory":
    "Below the directory of your authority, for example citizens-office/parking. It must be there already.",
  "option.formats": "Files in the package",
  "hint.formats":
    "Attachments are always there. A version never changes; what is new gets a new number.",
  "choice.formats.xml-1": "XML by FIM, version 1",
  "choice.formats.json-1": "JSON by FIM, version 1",
  "choice.formats.json-2":
    "JSON by FIM with facts about the application, version 2",
  "choice.formats.pdf-1": "PDF to read, version 1",
  "choice.formats.csv-1": "CSV for spreadsheets, version 1",
  "choice.formats.xdomea-3.0.0": "xdomea 3.0.0 for records management",
};
