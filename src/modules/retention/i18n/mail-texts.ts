import { mailText } from "../../../platform/mail/mail-text.ts";
import { noticeTexts } from "./notice-texts.ts";

/** Vorgänge are deleted soon. */
export const announcedMail = mailText(
  { kind: "retention-announced", placeholders: ["count", "url"] },
  (locale, part, values) => noticeTexts(locale)(`office.${part}`, values),
);
