import { mailText } from "../../../platform/mail/mail-text.ts";
import { postfachTexts } from "./texts.ts";

const about = (
  name: "new" | "reminder" | "summary",
  placeholders: readonly string[],
) =>
  mailText({ kind: `postfach-${name}`, placeholders }, (locale, part, values) =>
    postfachTexts(locale)(`mail.${name}.${part}`, values),
  );

/** There is something new in the Postfach. */
export const newMail = about("new", ["portal", "url"]);

/** A Bescheid was not retrieved. */
export const reminderMail = about("reminder", ["portal", "url"]);

/** What came since the day before, for who wants one mail a day. */
export const summaryMail = about("summary", ["portal", "url", "count"]);

/** Mails of the Postfach whose words an authority may choose. */
export const postfachMails = [newMail, reminderMail, summaryMail];
