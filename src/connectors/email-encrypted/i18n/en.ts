import { packageWords } from "../../../modules/delivery/output.ts";

const facts = `Reference: {reference}
Service: {leistung}
Received: {submittedAt}

Attached:
{files}

Id of the delivery: {deliveryId}
Checksum of the application: {hash}
If this id arrives a second time, it is the same application.
`;

export const en = {
  title: "Encrypted e-mail (S/MIME)",
  about:
    "Sends each application with all attachments to a mailbox of the office. Only the office can open the e-mail.",
  "option.to": "Mailbox of the office",
  "hint.to":
    "For example parking@schwerin.de, not the address of a single person.",
  "option.certificate": "Certificate of the mailbox",
  "hint.certificate":
    "The public S/MIME certificate as text (PEM), with an RSA key of 2048 bits or more. If it names an address, it must be that of the mailbox.",
  "option.padding": "Method for the key",
  "hint.padding": "Older mail programs can only read the second one.",
  "choice.padding.oaep": "RSAES-OAEP with SHA-256, recommended",
  "choice.padding.pkcs1": "RSA by PKCS #1 v1.5",
  "option.maxMegabytes": "Largest size of all files in megabytes",
  "hint.maxMegabytes":
    "1 to 50. The e-mail is almost twice as large as its files. Larger applications are not cut but shown to you to be settled.",
  ...packageWords.en,
  "option.formats": "Files attached",
  subject: "New application {reference}, encrypted",
  text: `Hello,

a new application for you has arrived in the portal.

${facts}`,
  "correction.subject": "Correction of application {reference}, encrypted",
  "correction.text": `Hello,

in the portal, somebody has corrected or completed an application because you asked. The files replace the earlier ones.

${facts}`,
  "test.subject": "Test {reference}, encrypted: nothing to do",
  "test.text": `Hello,

this is a test. There is no application, and nothing to be done. If you can read this text, applications will arrive readable, too.

${facts}`,
};
