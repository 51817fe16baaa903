import type { MailText } from "../../../platform/mail/mail-text.ts";
import { postfachTexts } from "./texts.ts";

function about(kind: "new" | "reminder"): MailText {
  return {
    kind: `postfach-${kind}`,
    purpose: (locale) => postfachTexts(locale)(`mail.${kind}.purpose`),
    placeholders: ["portal", "url"],
    needed: ["url"],
    words: (locale, values) => {
      const t = postfachTexts(locale);
      return {
        subject: t(`mail.${kind}.subject`, values),
        text: t(`mail.${kind}.text`, values),
      };
    },
  };
}

/** There is something new in the Postfach. */
export const newMail = about("new");

/** A Bescheid was not retrieved. */
export const reminderMail = about("reminder");
