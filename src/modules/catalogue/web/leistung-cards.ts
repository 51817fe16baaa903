import { html, type SafeHtml } from "../../../platform/html/html.ts";
import type { Locale } from "../../../platform/i18n/texts.ts";
import { badge } from "../../../ui/badge.ts";
import { card, cardGrid } from "../../../ui/card.ts";
import { searchForm } from "../../../ui/search-form.ts";
import type { LeistungSummary } from "../domain/leistung.ts";
import { catalogueTexts } from "../i18n/texts.ts";
import { german } from "./german.ts";

/** Leistungen as cards: title, what it is, and whether it goes online. */
export function leistungCards(
  leistungen: readonly LeistungSummary[],
  locale: Locale,
): SafeHtml {
  const t = catalogueTexts(locale);
  const cards = leistungen.map((leistung) =>
    card({
      title: leistung.title,
      href: `/leistungen/${leistung.slug}`,
      body: leistung.teaser,
      level: 3,
      footer:
        leistung.formKey === null
          ? undefined
          : html`<span lang="${locale}"
              >${badge("success", t("list.online"))}</span
            >`,
    }),
  );
  return german(cardGrid(cards), locale);
}

/** Search field of the catalogue, the same on every page. */
export function leistungSearch(query: string, locale: Locale): SafeHtml {
  const t = catalogueTexts(locale);
  return searchForm({
    action: "/leistungen",
    name: "q",
    label: t("search.label"),
    buttonLabel: t("search.button"),
    hint: t("search.hint"),
    value: query,
  });
}
