import { formatMoment } from "../../../platform/i18n/dates.ts";
import type { Locale } from "../../../platform/i18n/texts.ts";
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

/** What became of what was approved, in words of its mail. */
export function outcomeWords(
  outcome: "published" | "planned" | "shown" | "hidden",
  {
    publishAt,
    locale,
  }: { readonly publishAt: Date | undefined; readonly locale: Locale },
): string {
  const date = publishAt ? formatMoment(publishAt, locale) : "";
  return editorTexts(locale)(`mail.approval-given.${outcome}`, { date });
}

/** Another editor approved it: to who wrote it. */
export const approvalGivenMail = mailText(
  { kind: "approval-given", placeholders: ["title", "outcome", "url"] },
  (locale, part, values) =>
    editorTexts(locale)(`mail.approval-given.${part}`, values),
);
/** Something waits for the approval of another editor: to the others. */
export const approvalAskedMail = approval("asked");
/** It was sent back: to who wrote it. */
export const approvalReturnedMail = approval("returned");

/** All mails to editors. */
export const editorMails = [
  reviewsMail,
  approvalAskedMail,
  approvalGivenMail,
  approvalReturnedMail,
];
