import { html, type SafeHtml } from "../../../../platform/html/html.ts";
import type { Locale } from "../../../../platform/i18n/texts.ts";
import { accordion } from "../../../../ui/accordion.ts";
import { textInput } from "../../../../ui/text-input.ts";
import { textarea } from "../../../../ui/textarea.ts";
import type { TranslatedTexts } from "../../domain/form-definition.ts";
import { withTranslation } from "../../domain/overlay/edit-overlay.ts";
import { ownProperty } from "../../domain/overlay/layers.ts";
import type { Overlay } from "../../domain/overlay/overlay.ts";
import { editorTexts } from "../../i18n/editor-texts.ts";
import type { OpenedForm } from "../../use-cases/open-form.ts";
import type { ElementValues } from "./typed-values.ts";

/** Languages with inputs of their own; others go through the document. */
const languages = ["de-simple", "en"] as const;

/** What the tenant says about the element in other languages. */
export function translationValues(
  { translations }: Overlay,
  place: string,
): ElementValues {
  return Object.fromEntries(
    languages.flatMap((language) => {
      const texts = ownProperty(ownProperty(translations, place), language);
      return [
        [`${language}-label`, texts?.label ?? ""],
        [`${language}-help`, texts?.help ?? ""],
      ];
    }),
  );
}

/** The overlay with the texts that were typed. */
export function withTypedTranslations(
  overlay: Overlay,
  place: string,
  values: ElementValues,
): Overlay {
  return languages.reduce<Overlay>((changed, language) => {
    const known =
      ownProperty(ownProperty(overlay.translations, place), language) ?? {};
    const { label: _label, help: _help, ...others } = known;
    const texts: TranslatedTexts = {
      ...others,
      ...typed("label", values[`${language}-label`]),
      ...typed("help", values[`${language}-help`]),
    };
    return withTranslation(changed, { place, language }, texts);
  }, overlay);
}

function typed(
  name: "label" | "help",
  text: string | undefined,
): TranslatedTexts {
  const trimmed = (text ?? "").trim();
  return trimmed === "" ? {} : { [name]: trimmed };
}

/** Leichte Sprache and other languages. */
export function translationInputs({
  values,
  locale,
}: {
  readonly form: OpenedForm;
  readonly values: ElementValues;
  readonly locale: Locale;
}): SafeHtml {
  const t = editorTexts(locale);
  return accordion({
    title: t("element.translations"),
    isOpen: languages.some((language) =>
      ["label", "help"].some(
        (name) => (values[`${language}-${name}`] ?? "") !== "",
      ),
    ),
    body: html`${languages.map(
      (language) =>
        html`${textInput({
          name: `${language}-label`,
          label: t(`element.translations.${language}.label`),
          value: values[`${language}-label`] ?? "",
          isOptional: true,
          locale,
        })}
        ${textarea({
          name: `${language}-help`,
          label: t(`element.translations.${language}.help`),
          value: values[`${language}-help`] ?? "",
          rows: 2,
          isOptional: true,
          locale,
        })}`,
    )}`,
  });
}
