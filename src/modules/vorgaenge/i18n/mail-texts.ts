import { mailText } from "../../../platform/mail/mail-text.ts";
import { noticeTexts } from "./notice-texts.ts";

const about = (
  name: "notice" | "staff" | "opinion" | "due",
  named: { readonly kind: string; readonly placeholders: readonly string[] },
) =>
  mailText(named, (locale, part, values) =>
    noticeTexts(locale)(`${name}.${part}`, values),
  );

/** Something is new about an application. */
export const changedMail = about("notice", {
  kind: "vorgang-changed",
  placeholders: ["reference", "url"],
});

/** Something on a Vorgang is meant for a colleague. */
export const colleagueMail = about("staff", {
  kind: "vorgang-for-colleague",
  placeholders: ["reference", "url"],
});

/** An opinion is asked for. */
export const opinionMail = about("opinion", {
  kind: "opinion-asked",
  placeholders: ["url"],
});

/** What is due, in the morning. */
export const dueMail = about("due", {
  kind: "vorgang-due",
  placeholders: ["late", "soon", "url"],
});

/** Mails about Vorgänge whose words an authority may choose. */
export const vorgangMails = [changedMail, colleagueMail, opinionMail, dueMail];
