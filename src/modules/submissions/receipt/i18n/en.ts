import type { de } from "./de.ts";

export const en: Readonly<Record<keyof typeof de, string>> = {
  "pdf.receipt.title": "Confirmation of receipt",
  "pdf.application.title": "Application",
  "pdf.receipt.lead": "We received your application on {date}.",
  "pdf.application.lead": "Received on {date}.",
  "pdf.title": "{kind}: {service}",
  "pdf.footer": "{kind} {reference}",
  "pdf.page": "Page {page} of {pages}",
  "pdf.crest": "Coat of arms: {portal}",
  "pdf.reference.receipt": "Your reference number",
  "pdf.reference.application": "Reference number",
  "pdf.reference.hint":
    "Please give this number when you write to us or call us.",
  "pdf.next": "What happens next",
  "pdf.office": "Who to ask",
  "pdf.phone": "Phone",
  "pdf.email": "E-mail",
  "pdf.hours": "Opening hours",
  "pdf.answers.receipt": "Your answers",
  "pdf.answers.application": "Answers",
  "pdf.answers.none": "not answered",
  "pdf.uploads": "Uploaded files",
  "pdf.uploads.file": "File",
  "pdf.uploads.size": "Size",
  "pdf.uploads.sha256": "Checksum (SHA-256)",
  "pdf.proof": "Check that this is authentic",
  "pdf.proof.text":
    "Anybody can check that this confirmation is authentic. Your answers are not shown. Scan the code on the first page or open this address:",
  "pdf.proof.code": "QR code with the address {url}",
  "pdf.proof.hash": "Checksum of the application (SHA-256)",
  "pdf.proof.attached":
    "The answers are also attached to this file for machines: {files}.",
  "pdf.replaced":
    "The sign {sign} stands for characters that cannot be printed here. What was entered has been stored.",
  "pdf.automatic":
    "This confirmation was made automatically and is valid without a signature.",
  "pdf.attachment": "The answers of the application, machine-readable",
};
