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
  /** Whose it is: mails about accounts come from the installation, which has the accounts. */
  readonly sender: "authority" | "installation";
};

/** What a module's texts say of a mail; `purpose` is for who chooses the words. */
export type MailTextPart = "purpose" | "subject" | "text";

/** A kind of mail whose words are among the texts of a module. */
export function mailText(
  {
    placeholders,
    needed = placeholders.filter((it) => it === "url" || it === "link"),
    sender = "authority",
    ...named
  }: Pick<MailText, "kind" | "placeholders"> &
    Partial<Pick<MailText, "needed" | "sender">>,
  textOf: (locale: Locale, part: MailTextPart, values?: TextParams) => string,
): MailText {
  return {
    ...named,
    placeholders,
    needed,
    sender,
    purpose: (locale) => textOf(locale, "purpose"),
    words: (locale, values) => ({
      subject: textOf(locale, "subject", values),
      text: textOf(locale, "text", values),
    }),
  };
}

export type MailInput = {
  readonly to: string;
  /** Both, where it is not known which one somebody reads. */
  readonly locales: readonly Locale[];
  readonly values: Readonly<Record<string, string>>;
  /** What reads differently in each language, such as a date. */
  readonly valuesIn?: (locale: Locale) => Readonly<Record<string, string>>;
  readonly about?: MailSubject | undefined;
};

/** The mail in the words it comes with; those of the authority are looked for when it is sent. */
export function mailOf(
  { kind, words }: MailText,
  { to, locales, values, valuesIn, about }: MailInput,
): Mail {
  const parts = locales.map((locale): MailPart => {
    const own = valuesIn?.(locale) ?? {};
    return { locale, values: own, ...words(locale, { ...values, ...own }) };
  });
  return { kind, to, about, wording: { values, parts }, ...wordsOf(parts) };
}

/** One mail of all its languages. */
export function wordsOf(parts: readonly MailPart[]): Words {
  return {
    subject: parts[0]?.subject ?? "",
    text: parts.map(({ text }) => text.trimEnd()).join(`\n${betweenLanguages}`),
  };
}
