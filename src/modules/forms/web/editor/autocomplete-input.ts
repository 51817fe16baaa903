import type { SafeHtml } from "../../../../platform/html/html.ts";
import type { Locale } from "../../../../platform/i18n/texts.ts";
import { select } from "../../../../ui/select.ts";
import { editorTexts } from "../../i18n/editor-texts.ts";
import type { ElementValues } from "./typed-values.ts";

type AutocompleteProps = {
  readonly locale: Locale;
  readonly values: ElementValues;
  readonly errors: ReadonlyMap<string, string>;
};

/** What a browser may know of its user. @see HTML, autofill detail tokens; WCAG 2.2, 1.3.5 */
const autofillTokens = [
  "given-name",
  "family-name",
  "name",
  "honorific-prefix",
  "bday",
  "email",
  "tel",
  "street-address",
  "postal-code",
  "address-level2",
  "country",
  "organization",
  "url",
] as const;

/** Only where there is an input for it; a token that the list does not know stays as it is. */
export function autocompleteInput({
  values,
  errors,
  locale,
}: AutocompleteProps): SafeHtml | false {
  const value = values["autocomplete"];
  if (value === undefined) return false;
  const t = editorTexts(locale);
  const isKnown =
    value === "" || autofillTokens.some((token) => token === value);
  return select({
    name: "autocomplete",
    label: t("element.autocomplete"),
    hint: t("element.autocomplete.hint"),
    options: [
      ...autofillTokens.map((token) => ({
        value: token,
        label: t(`autocomplete.${token}`),
      })),
      ...(isKnown ? [] : [{ value, label: value }]),
    ],
    value,
    error: errors.get("autocomplete"),
    isOptional: true,
    locale,
  });
}
