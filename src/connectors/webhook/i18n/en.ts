export const en = {
  title: "Web interface (web hook)",
  about:
    "Sends each application, encrypted and signed, to an address of your back-office system.",
  "option.url": "Address",
  "hint.url":
    "It begins with https:// and has no password in it, for example https://back-office.example/applications.",
  "option.secret": "Shared secret",
  "hint.secret":
    "32 to 200 characters. The back-office system checks with it that an application comes from this portal.",
  "option.content": "What is sent",
  "hint.content":
    "A JSON document with all attachments, or a message of xdomea with all documents as a ZIP file.",
  "choice.content.json-1": "JSON, version 1",
  "choice.content.xdomea-3.0.0": "xdomea 3.0.0, information (0101)",
  "choice.content.xdomea-0604-3.0.0": "xdomea 3.0.0, create a Vorgang (0604)",
  "choice.content.xdomea-0605-3.0.0": "xdomea 3.0.0, store a Vorgang (0605)",
  "option.maxUploadMegabytes": "Largest size of all attachments in megabytes",
  "hint.maxUploadMegabytes":
    "1 to 500. Larger applications are not cut, but shown to you to be settled.",
  "option.statusUrl": "Address for the state",
  "hint.statusUrl":
    "The portal asks there what became of an application. Without an address an application counts as delivered once it has arrived.",
  "option.states": "Meaning of states",
  "hint.states":
    "One state of the back-office system per line, and what it means: in progress = pending, done = delivered, refused = rejected. Other states are shown as text.",
  "option.clientCertificate": "Certificate of the portal",
  "hint.clientCertificate":
    "Needed only when the back-office system asks for it (mutual TLS). The whole text, with the certificates in between.",
  "option.clientKey": "Key of the portal's certificate",
};
