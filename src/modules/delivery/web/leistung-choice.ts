import { html, type SafeHtml } from "../../../platform/html/html.ts";
import type { Locale } from "../../../platform/i18n/texts.ts";
import { accordion } from "../../../ui/accordion.ts";
import { checkbox } from "../../../ui/checkbox.ts";
import { fieldset } from "../../../ui/fieldset.ts";
import { destinationTexts } from "../i18n/texts.ts";

/** A Leistung by its name in addresses, and as people call it. */
export type LeistungName = { readonly slug: string; readonly title: string };

type LeistungChoiceProps = {
  readonly locale: Locale;
  readonly leistungen: readonly LeistungName[];
  readonly chosenSlugs: readonly string[];
};

const name = "leistungen";

/** Which applications go to a destination. What is chosen is in sight; the others, which may be hundreds, are folded. */
export function leistungChoice(props: LeistungChoiceProps): SafeHtml {
  const { locale, leistungen, chosenSlugs } = props;
  const t = destinationTexts(locale);
  const chosen = leistungen.filter(({ slug }) => chosenSlugs.includes(slug));
  const others = leistungen.filter(({ slug }) => !chosenSlugs.includes(slug));
  const box = (slug: string, label: string): SafeHtml =>
    checkbox({
      name,
      id: slug === "*" ? name : `${name}-${slug}`,
      value: slug,
      label,
      isChecked: chosenSlugs.includes(slug),
      locale,
    });
  const boxes = (some: readonly LeistungName[]) =>
    some.map(({ slug, title }) => box(slug, title));
  return fieldset({
    id: `${name}-gruppe`,
    label: t("leistungen"),
    locale,
    body: html`${box("*", t("leistungen.all"))} ${boxes(chosen)}
    ${
      others.length > 0 &&
      accordion({
        title: t("leistungen.others", { count: others.length }),
        body: html`<div class="portal-checks-in-columns">
          ${boxes(others)}
        </div>`,
      })
    }`,
  });
}
