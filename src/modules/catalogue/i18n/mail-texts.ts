import { mailText } from "../../../platform/mail/mail-text.ts";
import { editorTexts } from "./texts.ts";

/** Leistungen are to be looked at again: to the editors, titles only. */
export const reviewsMail = mailText(
  { kind: "reviews-due", placeholders: ["titles", "count", "url"] },
  (locale, part, values) => editorTexts(locale)(`mail.reviews.${part}`, values),
);
