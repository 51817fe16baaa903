import { serviceEn } from "./service-en.ts";

export const en = {
  title: "FIT-Connect",
  about:
    "Sends each application, encrypted from end to end, to a delivery point of FIT-Connect. You and the applicants learn here whether the receiving authority has accepted it.",
  ...serviceEn,
  "hint.clientId": "It is in the self-service portal of FIT-Connect.",
  "option.destinationId": "Id of the delivery point",
  "hint.destinationId":
    "The receiving authority tells you. It has 36 characters.",
  "option.schemaUri": "Schema of the data",
  "hint.schemaUri":
    "One of the addresses that the delivery point names for this service.",
  "option.format": "Format of the data",
  "choice.format.xml": "XML",
  "choice.format.json": "JSON",
  "option.serviceIdentifier": "Name of the service at the delivery point",
  "hint.serviceIdentifier":
    "Only needed if it is not made of the key of the service.",
  "option.replyEmail": "E-mail address for answers",
  "hint.replyEmail":
    "Only if the delivery point answers by e-mail. Take the mailbox of your office.",
  "option.certificates": "Checking of keys",
  "choice.certificates.chain":
    "Certificates must lead to one of those named below",
  "choice.certificates.unchecked": "Without certificates, for testing only",
  "option.trustedCertificates": "Trusted certificates",
  "hint.trustedCertificates":
    "In PEM format, one below the other: the topmost certificates of the administration's PKI. Empty for testing.",
  "option.callbackSecret": "Secret for notifications",
  "hint.callbackSecret":
    "The same as entered in the self-service portal, at least 16 characters. Without a secret we ask at growing intervals.",
  "option.maxUploadMegabytes": "Largest size of all attachments in megabytes",
  "hint.maxUploadMegabytes":
    "1 to 500. Larger applications are not cut, but shown to you to be settled.",
};
