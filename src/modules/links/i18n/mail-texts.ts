import { mailText } from "../../../platform/mail/mail-text.ts";
import { linkTexts } from "./texts.ts";

/** Links broke: to the editors, once a week at most. */
export const brokenLinksMail = mailText(
  { kind: "links-broken", placeholders: ["count", "url"] },
  (locale, part, values) => linkTexts(locale)(`mail.${part}`, values),
);
