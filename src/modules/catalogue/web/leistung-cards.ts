import { html, type SafeHtml } from "../../../platform/html/html.ts";
import type { Locale } from "../../../platform/i18n/texts.ts";
import { attributes } from "../../../ui/attributes.ts";
import { badge } from "../../../ui/badge.ts";
import { card, cardGrid } from "../../../ui/card.ts";
import { searchForm } from "../../../ui/search-form.ts";
import type { Portal } from "../../tenants/index.ts";
import {
  goesOnline,
  namesIn,
  type LeistungSummary,
} from "../domain/leistung.ts";
import { catalogueTexts } from "../i18n/texts.ts";

export type LeistungSearch = {
  readonly query?: string;
  readonly portal: Pick<Portal, "kind">;
  readonly locale: Locale;
};

/** A Leistung to show as a card. */
export type LeistungCard = {
  readonly leistung: LeistungSummary;
  /** Who offers it, where that is not the portal alone. */
  readonly offeredBy?: string | undefined;
  /** Where its page is: a path of this portal, or the address at another one. */
  readonly href: string;
};

/** Leistungen of this portal as cards: title, what it is, and whether it goes online. */
export function leistungCards(
  leistungen: readonly LeistungSummary[],
  locale: Locale,
): SafeHtml {
  return cardsOf(
    leistungen.map((leistung) => ({ leistung, href: pathOf(leistung) })),
    locale,
  );
}

/** Cards of Leistungen that stand in different portals. */
export function cardsOf(
  cards: readonly LeistungCard[],
  locale: Locale,
): SafeHtml {
  const t = catalogueTexts(locale);
  return cardGrid(
    cards.map(({ leistung, offeredBy, href }) => {
      const { title, teaser } = namesIn(leistung, locale);
      return card({
        title: title.text,
        href,
        ...(title.language !== locale && { lang: title.language }),
        ...(offeredBy !== undefined && { preline: offeredBy }),
        body: html`<p${attributes({
          class: "kern-body",
          lang:
            teaser.language === title.language ? undefined : teaser.language,
        })}>${teaser.text}</p>`,
        level: 3,
        footer: goesOnline(leistung)
          ? html`<span lang="${locale}"
              >${badge("success", t("list.online"))}</span
            >`
          : undefined,
      });
    }),
  );
}

/** Path of the page of a Leistung in its own portal. */
export function pathOf({ slug }: Pick<LeistungSummary, "slug">): string {
  return `/leistungen/${slug}`;
}

/** Search field of the catalogue, the same on every page of a portal. */
export function leistungSearch({
  query = "",
  portal,
  locale,
}: LeistungSearch): SafeHtml {
  const t = catalogueTexts(locale);
  return searchForm({
    action: "/leistungen",
    name: "q",
    label: t("search.label"),
    buttonLabel: t("search.button"),
    hint: t(portal.kind === "company" ? "search.hint.company" : "search.hint"),
    value: query,
    suggest: { kind: "leistung", label: t("search.suggestions") },
  });
}
