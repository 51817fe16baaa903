import { html, type SafeHtml } from "../../../platform/html/html.ts";
import type { Locale } from "../../../platform/i18n/texts.ts";
import { contactRows } from "../../../shell/web/contact-rows.ts";
import { emptyState } from "../../../ui/empty-state.ts";
import { pageHeading } from "../../../ui/heading.ts";
import { section } from "../../../ui/section.ts";
import type { Portal } from "../../tenants/index.ts";
import { catalogueTexts } from "../i18n/texts.ts";
import {
  cardsOf,
  leistungSearch,
  type LeistungCard,
} from "./leistung-cards.ts";

export type ResultsPageInput = {
  readonly query: string;
  readonly hits: readonly LeistungCard[];
  readonly portal: Portal;
  readonly locale: Locale;
};

/** Answers to a search, or what to do when there are none. */
export function resultsPage(input: ResultsPageInput): SafeHtml {
  const { query, hits, locale } = input;
  const t = catalogueTexts(locale);
  return html`${pageHeading({ title: t("results.title", { query }) })}
  ${leistungSearch(query, locale)}
  ${hits.length === 0 ? noHits(input) : someHits(hits, locale)}`;
}

function someHits(hits: readonly LeistungCard[], locale: Locale): SafeHtml {
  const t = catalogueTexts(locale);
  const title =
    hits.length === 1
      ? t("results.count-one")
      : t("results.count", { count: hits.length });
  return section({ title, isWide: true, body: cardsOf(hits, locale) });
}

function noHits({ portal, locale }: ResultsPageInput): SafeHtml {
  const t = catalogueTexts(locale);
  return html`${emptyState({
    title: t("results.empty.title"),
    body: t("results.empty.body"),
    icon: "search",
    action: { label: t("results.empty.all"), href: "/leistungen" },
  })}
  ${section({
    title: t("results.empty.contact"),
    body: contactRows(portal, locale),
  })}`;
}
