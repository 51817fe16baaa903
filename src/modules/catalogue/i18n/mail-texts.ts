import { mailText } from "../../../platform/mail/mail-text.ts";
import { editorTexts } from "./texts.ts";

/** Leistungen are to be looked at again: to the editors, titles only. */
export const reviewsMail = mailText(
  { kind: "reviews-due", placeholders: ["titles", "count", "url"] },
  (locale, part, values) => editorTexts(locale)(`mail.reviews.${part}`, values),
);

const approval = (what: "asked" | "returned") =>
  mailText(
    { kind: `approval-${what}`, placeholders: ["title", "url"] },
    (locale, part, values) =>
      editorTexts(locale)(`mail.approval-${what}.${part}`, values),
  );

/** Something waits for the approval of another editor: to the others. */
export const approvalAskedMail = approval("asked");
/** It was sent back: to who wrote it. */
export const approvalReturnedMail = approval("returned");

/** All mails to editors. */
export const editorMails = [
  reviewsMail,
  approvalAskedMail,
  approvalReturnedMail,
];
