import { packageWords } from "../../../modules/delivery/output.ts";

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
  ...packageWords.de,
};
