import { html, type SafeHtml } from "../../../platform/html/html.ts";
import type { Locale } from "../../../platform/i18n/texts.ts";
import { contactRows, phoneHref } from "../../../shell/web/contact-rows.ts";
import { emptyState } from "../../../ui/empty-state.ts";
import { pageHeading } from "../../../ui/heading.ts";
import { link } from "../../../ui/link.ts";
import { section } from "../../../ui/section.ts";
import type { Portal } from "../../tenants/index.ts";
import type { LeistungSummary } from "../domain/leistung.ts";
import type { Situation } from "../domain/situations/situations.ts";
import { catalogueTexts } from "../i18n/texts.ts";
import {
  cardsOf,
  leistungCards,
  leistungSearch,
  type LeistungCard,
} from "./leistung-cards.ts";
import {
  filterChips,
  filterHits,
  type ResultFilter,
} from "./result-filters.ts";

export type ResultsPageInput = {
  readonly query: string;
  /** All hits, before the filter. */
  readonly hits: readonly LeistungCard[];
  readonly filter: ResultFilter;
  readonly tree: readonly Situation[];
  /** What most people ask for; shown when there are no hits. */
  readonly mostAsked: readonly LeistungSummary[];
  readonly portal: Portal;
  readonly locale: Locale;
};

/** Answers to a search, or what to do when there are none. */
export function resultsPage(input: ResultsPageInput): SafeHtml {
  const { query, hits, locale } = input;
  const t = catalogueTexts(locale);
  return html`${pageHeading({ title: t("results.title", { query }) })}
  ${leistungSearch(input)}
  ${hits.length === 0 ? noHits(input) : someHits(input)}`;
}

function someHits(input: ResultsPageInput): SafeHtml {
  const { query, hits, filter, tree, locale } = input;
  const t = catalogueTexts(locale);
  const shown = filterHits(hits, filter, tree);
  const title =
    shown.length === 1
      ? t("results.count-one")
      : t("results.count", { count: shown.length });
  const all = `/leistungen?${new URLSearchParams({ q: query }).toString()}`;
  return html`${filterChips(input)}
  ${section({
    title,
    isWide: true,
    body:
      shown.length === 0
        ? html`<p>${t("filter.none")} ${link(all, t("filter.all"))}</p>`
        : cardsOf(shown, locale),
  })}
  ${notThere(input)}`;
}

/** Words that nobody thought of lead to other answers: there is always a way on. */
function notThere({ portal, locale }: ResultsPageInput): SafeHtml {
  const t = catalogueTexts(locale);
  const { phone } = portal.contact;
  return section({
    title: t("results.not-there"),
    body: html`<p>
      ${t("results.not-there.word")}
      ${link("/leistungen", t("results.not-there.all"))}
      ${t("results.not-there.ask")} ${link(phoneHref(phone), phone)}
    </p>`,
  });
}

function noHits({ mostAsked, portal, locale }: ResultsPageInput): SafeHtml {
  const t = catalogueTexts(locale);
  return html`${emptyState({
    title: t("results.empty.title"),
    body: t(
      portal.kind === "company"
        ? "results.empty.body.company"
        : "results.empty.body",
    ),
    icon: "search",
    action: { label: t("results.empty.all"), href: "/leistungen" },
  })}
  ${
    mostAsked.length > 0 &&
    section({
      title: t("results.empty.others"),
      isWide: true,
      body: leistungCards(mostAsked, locale),
    })
  }
  ${section({
    title: t("results.empty.contact"),
    body: contactRows(portal, locale),
  })}`;
}
