import type { MailText } from "../../../platform/mail/mail-text.ts";
import { noticeTexts } from "./notice-texts.ts";

/** Something is new about an application. */
export const changedMail: MailText = {
  kind: "vorgang-changed",
  purpose: (locale) => noticeTexts(locale)("notice.purpose"),
  placeholders: ["reference", "url"],
  needed: ["url"],
  words: (locale, values) => {
    const t = noticeTexts(locale);
    return {
      subject: t("notice.subject", values),
      text: t("notice.text", values),
    };
  },
};
