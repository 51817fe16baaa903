import { mailText } from "../../../platform/mail/mail-text.ts";
import { contactTexts } from "./texts.ts";

/** To an office: somebody wrote to it. */
export const receivedMail = mailText(
  { kind: "contact-received", placeholders: ["office", "url"] },
  (locale, part, values) =>
    contactTexts(locale)(`mail.received.${part}`, values),
);

/** All mails of this module. */
export const contactMails = [receivedMail];
