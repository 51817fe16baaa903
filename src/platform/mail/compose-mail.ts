import { fillText } from "../i18n/texts.ts";
import { mailHtml, type Letterhead } from "./mail-html.ts";
import { wordsOf } from "./mail-text.ts";
import type { MailContent } from "./read-mail.ts";
import type { Wording } from "./wording-store.ts";

export type ComposedMail = {
  readonly subject: string;
  readonly text: string;
  readonly html: string;
};

/**
 * A mail as it goes out: in the authority's own words where it has some, under its letterhead, as plain text and as HTML that says the same.
 */
export function composeMail(
  content: MailContent,
  letterhead: Letterhead,
  wordings: readonly Wording[],
): ComposedMail {
  const { subject, parts } = wordedParts(content, wordings);
  const { text } = wordsOf(parts);
  const signature = [letterhead.name, ...letterhead.lines].join("\n");
  return {
    // A line break would end the header.
    subject: subject.replaceAll(/\s+/g, " "),
    text: `${text}\n\n-- \n${signature}\n`,
    html: mailHtml({ subject, parts }, letterhead),
  };
}

function wordedParts(
  { subject, text, wording }: MailContent,
  wordings: readonly Wording[],
) {
  if (!wording)
    return { subject, parts: [{ locale: "de" as const, subject, text }] };
  const parts = wording.parts.map((part) => {
    const own = wordings.find(({ locale }) => locale === part.locale);
    const values = { ...wording.values, ...part.values };
    return own
      ? {
          locale: part.locale,
          subject: fillText(own.subject, values),
          text: fillText(own.body, values),
        }
      : part;
  });
  return { subject: parts[0]?.subject ?? subject, parts };
}
