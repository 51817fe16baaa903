export const de = {
  title: "SFTP",
  about:
    "Legt jeden Antrag als Paket verschlüsselt auf einem Server ab, von dem Ihr Fachverfahren ihn abholt.",
  "option.host": "Server",
  "hint.host": "Name oder Adresse, zum Beispiel sftp.kreis.example.",
  "option.port": "Port",
  "option.hostKey": "Fingerabdruck des Servers",
  "hint.hostKey":
    "Er beginnt mit SHA256: und kommt vom Betrieb des Servers. Meldet sich ein anderer Server, wird nichts gesendet.",
  "option.user": "Benutzername",
  "option.password": "Kennwort",
  "hint.password": "Nur nötig, wenn Sie keinen privaten Schlüssel angeben.",
  "option.privateKey": "Privater Schlüssel",
  "hint.privateKey":
    "Der ganze Text der Schlüsseldatei, ohne Kennwort darauf. Geben Sie Kennwort oder Schlüssel an.",
  "option.directory": "Verzeichnis",
  "hint.directory":
    "Zum Beispiel eingang/parken. Es muss schon vorhanden sein.",
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
