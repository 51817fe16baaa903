import { html, type SafeHtml } from "../../../platform/html/html.ts";
import { formatDate } from "../../../platform/i18n/dates.ts";
import type { Locale } from "../../../platform/i18n/texts.ts";
import { contactRows } from "../../../shell/web/contact-rows.ts";
import { pageHeading } from "../../../ui/heading.ts";
import { link } from "../../../ui/link.ts";
import { section } from "../../../ui/section.ts";
import type { Portal } from "../../tenants/index.ts";
import { wordsOfFormer, type Former } from "../domain/former.ts";
import { inLanguage } from "../domain/leistung-content.ts";
import type { Situation } from "../domain/situations.ts";
import { catalogueTexts } from "../i18n/texts.ts";
import {
  cardsOf,
  leistungSearch,
  type LeistungCard,
} from "./leistung-cards.ts";

export type GonePageInput = {
  readonly former: Former;
  /** What the portal has for the same words. */
  readonly nearby: readonly LeistungCard[];
  readonly tree: readonly Situation[];
  readonly portal: Portal;
  readonly locale: Locale;
};

/** What stood here is gone for good: says so, names it where that may be told, and helps on. */
export function gonePage(input: GonePageInput): SafeHtml {
  const { former, nearby, portal, locale } = input;
  const t = catalogueTexts(locale);
  return html`${pageHeading({ title: t("leistung.gone"), lead: lead(input) })}
    ${leistungSearch({ query: wordsOfFormer(former), portal, locale })}
    ${
      nearby.length > 0 &&
      section({
        title: t("leistung.gone.nearby"),
        isWide: true,
        body: cardsOf(nearby, locale),
      })
    }
    <p>${topicLink(input)} ${link("/leistungen", t("results.empty.all"))}</p>
    ${section({
      title: t("results.empty.contact"),
      body: contactRows(portal, locale),
    })}`;
}

function lead({ former: { told }, locale }: GonePageInput): SafeHtml {
  const t = catalogueTexts(locale);
  if (!told) return html`${t("leistung.gone.body")}`;
  const day = formatDate(told.goneAt, locale);
  return html`${t("leistung.gone.told")}
    <strong lang="de">${told.title}</strong>.
    ${t("leistung.gone.since", { day })} ${t("leistung.gone.body")}`;
}

function topicLink({
  former,
  tree,
  locale,
}: GonePageInput): SafeHtml | undefined {
  const topic = tree.find(({ key }) => key === former.lifeSituation);
  if (!topic) return undefined;
  const name = inLanguage(topic.names, locale).text;
  const href = `/leistungen?${new URLSearchParams({ thema: topic.address }).toString()}`;
  return html`${link(href, catalogueTexts(locale)("leistung.gone.topic", { name }))}<br />`;
}
