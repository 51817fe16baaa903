/** Languages the user interface speaks. German is complete by law, English by our own rule. */
export type Locale = "de" | "en";

export const locales: readonly Locale[] = ["de", "en"];

/** Values that stand in a text as `{name}`; numbers are written as people of its language write them. What only looks like one (a year, a line) is a string. */
export type TextParams = Readonly<Record<string, string | number>>;

/** Looks a text up and fills in its `{params}`. */
export type Text<Key extends string> = (
  key: Key,
  params?: TextParams,
) => string;

/**
 * Declares the texts of one module; English must have exactly the keys of German, or it does not compile.
 *
 * @example
 *   const texts = defineTexts(de, en);
 *   const t = texts(locale);
 *   t("receipt.title");
 */
export function defineTexts<Key extends string>(
  de: Readonly<Record<Key, string>>,
  en: Readonly<Record<NoInfer<Key>, string>>,
): (locale: Locale) => Text<Key> {
  const lookups: Record<Locale, Text<Key>> = {
    de: (key, params) => fillText(de[key], params, "de"),
    en: (key, params) => fillText(en[key], params, "en"),
  };
  return (locale) => lookups[locale];
}

/** Puts values into the `{params}` of one text; names without a value stay. Without a language numbers stay as they are. */
export function fillText(
  text: string,
  params?: TextParams,
  locale?: Locale,
): string {
  if (!params) return text;
  return text.replaceAll(/\{(\w+)\}/g, (whole, name: string) => {
    const value = params[name];
    return value === undefined ? whole : inWords(value, locale);
  });
}

function inWords(value: string | number, locale: Locale | undefined): string {
  if (typeof value === "string" || locale === undefined) return String(value);
  // Most are small, and the format costs as much as the rest of the text.
  return Number.isInteger(value) && Math.abs(value) < 1000
    ? String(value)
    : numberFormats[locale].format(value);
}

const numberFormats = {
  de: new Intl.NumberFormat("de-DE"),
  en: new Intl.NumberFormat("en-GB"),
};
