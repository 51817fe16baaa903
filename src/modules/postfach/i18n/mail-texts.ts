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

/** What came since the day before, for who wants one mail a day. */
export const summaryMail: MailText = {
  kind: "postfach-summary",
  purpose: (locale) => postfachTexts(locale)("mail.summary.purpose"),
  placeholders: ["portal", "url", "count"],
  needed: ["url"],
  words: (locale, values) => {
    const t = postfachTexts(locale);
    return {
      subject: t("mail.summary.subject", values),
      text: t("mail.summary.text", values),
    };
  },
};

/** Mails of the Postfach whose words an authority may choose. */
export const postfachMails: readonly MailText[] = [
  newMail,
  reminderMail,
  summaryMail,
];
