export const en = {
  title: "SFTP",
  about:
    "Puts each application as a package, encrypted on the way, onto a server from which your back-office system fetches it.",
  "option.host": "Server",
  "hint.host": "Name or address, for example sftp.county.example.",
  "option.port": "Port",
  "option.hostKey": "Fingerprint of the server",
  "hint.hostKey":
    "It begins with SHA256: and comes from those who run the server. If another server answers, nothing is sent.",
  "option.user": "User name",
  "option.password": "Password",
  "hint.password": "Needed only when you give no private key.",
  "option.privateKey": "Private key",
  "hint.privateKey":
    "The whole text of the key file, without a passphrase. Give a password or a key.",
  "option.directory": "Directory",
  "hint.directory": "For example inbox/parking. It must be there already.",
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
