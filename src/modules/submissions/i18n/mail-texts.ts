import { mailText } from "../../../platform/mail/mail-text.ts";
import { submissionsTexts } from "./texts.ts";

const about = (
  name: "draft-link" | "reminder" | "reminder.account" | "received",
  named: { readonly kind: string; readonly placeholders: readonly string[] },
) =>
  mailText(named, (locale, part, values) =>
    submissionsTexts(locale)(`mail.${name}.${part}`, values),
  );

/** An application has arrived. */
export const receivedMail = about("received", {
  kind: "submission-received",
  placeholders: ["portal", "link"],
});

/** Somebody wants to go on with a draft elsewhere. */
export const draftLinkMail = about("draft-link", {
  kind: "draft-link",
  placeholders: ["portal", "link"],
});

/** A draft is removed soon; with a private link, or for who has an account. */
export const reminderMails = {
  link: about("reminder", {
    kind: "draft-reminder",
    placeholders: ["portal", "date", "link"],
  }),
  account: about("reminder.account", {
    kind: "draft-reminder-account",
    placeholders: ["portal", "date", "link"],
  }),
};

/** A correction has arrived. */
export const correctedMail = mailText(
  { kind: "correction-received", placeholders: ["portal", "link"] },
  (locale, part, values) =>
    submissionsTexts(locale)(`correction.mail.${part}`, values),
);

/** Mails to applicants whose words an authority may choose. */
export const submissionMails = [
  receivedMail,
  correctedMail,
  draftLinkMail,
  reminderMails.link,
  reminderMails.account,
];
