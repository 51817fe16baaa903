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
  "option.maxUploadMegabytes": "Largest size of all attachments in megabytes",
  "hint.maxUploadMegabytes":
    "1 to 500. Larger applications are not cut, but shown to you to be settled.",
};
