import { mailText } from "../../../platform/mail/mail-text.ts";
import { accountNews, type AccountNews } from "../domain/account-news.ts";
import { mailPurposes } from "./mail-purposes.ts";
import { accountsTexts } from "./texts.ts";

type LinkMail = "confirm" | "reset" | "leave-address" | "take-address";

const about = (
  name: LinkMail | "exists" | "unused",
  placeholders: readonly string[],
) =>
  mailText(
    {
      kind: `account-${name}`,
      placeholders,
      needed: placeholders.filter((it) => it === "link" || it === "address"),
      sender: "installation",
    },
    (locale, part, values) =>
      part === "purpose"
        ? mailPurposes(locale)(name)
        : accountsTexts(locale)(`mail.${name}.${part}`, values),
  );

/** With a link that counts once. */
export const linkMails = {
  confirm: about("confirm", ["portal", "link"]),
  reset: about("reset", ["portal", "link"]),
  "leave-address": about("leave-address", ["portal", "link"]),
  "take-address": about("take-address", ["portal", "link"]),
};

/** Somebody tried to register who has an account. */
export const existsMail = about("exists", ["portal", "link"]);

/** An account goes because nobody uses it. */
export const unusedMail = about("unused", ["portal", "day", "address"]);

/** What happened to an account; the subject says when it goes out. */
export function newsMail(news: AccountNews) {
  return mailText(
    { kind: news, placeholders: [], sender: "installation" },
    (locale, part, values) =>
      accountsTexts(locale)(
        `mail.${news}.${part === "purpose" ? "subject" : part}`,
        values,
      ),
  );
}

/** Mails about accounts whose words the installation may choose. */
export const accountMails = [
  ...Object.values(linkMails),
  existsMail,
  unusedMail,
  ...accountNews.map(newsMail),
];
