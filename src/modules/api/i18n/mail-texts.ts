import { mailText } from "../../../platform/mail/mail-text.ts";
import { accessTexts } from "./texts.ts";

/** A back office reports a state that nobody has given a meaning: to who set the destination up, once for each word. */
export const unknownStateMail = mailText(
  {
    kind: "api-unknown-state",
    placeholders: ["word", "destination", "url"],
  },
  (locale, part, values) => accessTexts(locale)(`mail.${part}`, values),
);
