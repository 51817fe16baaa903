import { packageWords } from "../../../modules/delivery/output.ts";

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
  ...packageWords.en,
};
