import type { Locale, TextParams } from "../i18n/texts.ts";
import {
  betweenLanguages,
  type Mail,
  type MailPart,
  type MailSubject,
} from "./mail.ts";

type Words = { readonly subject: string; readonly text: string };

/** A kind of mail whose words an authority may choose. Declared by the module that sends it. */
export type MailText = {
  readonly kind: string;
  /** When it is sent, for who chooses the words. */
  readonly purpose: (locale: Locale) => string;
  /** Names of what goes into the words as `{name}`. */
  readonly placeholders: readonly string[];
  /** Without these the mail would lead nowhere. */
  readonly needed: readonly string[];
  /** The words it comes with. */
  readonly words: (locale: Locale, values?: TextParams) => Words;
};

export type MailInput = {
  readonly to: string;
  /** Both, where it is not known which one somebody reads. */
  readonly locales: readonly Locale[];
  readonly values: Readonly<Record<string, string>>;
  readonly about?: MailSubject | undefined;
};

/** The mail in the words it comes with; those of the authority are looked for when it is sent. */
export function mailOf(
  { kind, words }: MailText,
  { to, locales, values, about }: MailInput,
): Mail {
  const parts: MailPart[] = locales.map((locale) => ({
    locale,
    ...words(locale, values),
  }));
  return { kind, to, about, wording: { values, parts }, ...wordsOf(parts) };
}

/** One mail of all its languages. */
export function wordsOf(parts: readonly MailPart[]): Words {
  return {
    subject: parts[0]?.subject ?? "",
    text: parts.map(({ text }) => text.trimEnd()).join(`\n${betweenLanguages}`),
  };
}
