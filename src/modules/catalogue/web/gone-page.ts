import { html, type SafeHtml } from "../../../platform/html/html.ts";
import { formatDate } from "../../../platform/i18n/dates.ts";
import type { Locale } from "../../../platform/i18n/texts.ts";
import { link } from "../../../ui/link.ts";
import { section } from "../../../ui/section.ts";
import type { Portal } from "../../tenants/index.ts";
import {
  wordsOfFormer,
  type Former,
  type FormerPage,
} from "../domain/former.ts";
import { inLanguage } from "../domain/content/leistung-content.ts";
import type { Situation } from "../domain/situations/situations.ts";
import { catalogueTexts } from "../i18n/texts.ts";
import { helpOnPage } from "./help-on-page.ts";
import { cardsOf, type LeistungCard } from "./leistung-cards.ts";
import { situationPath } from "./situation-path.ts";

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
  const { former, nearby, tree, portal, locale } = input;
  const t = catalogueTexts(locale);
  const topic = tree.find(({ key }) => key === former.lifeSituation);
  return helpOnPage({
    title: t("leistung.gone"),
    lead: goneLead("leistung", former, locale),
    query: wordsOfFormer(former),
    portal,
    locale,
    more: html`${
        nearby.length > 0 &&
        section({
          title: t("leistung.gone.nearby"),
          isWide: true,
          body: cardsOf(nearby, locale),
        })
      }
      <p>
        ${topic && html`${topicLink(topic, locale)}<br />`}
        ${link("/leistungen", t("results.empty.all"))}
      </p>`,
  });
}

/** What it was called and since when it is gone, where that may be told, and what to do. */
export function goneLead(
  kind: "leistung" | "topic" | "provider",
  { told }: Pick<FormerPage, "told">,
  locale: Locale,
): SafeHtml {
  const t = catalogueTexts(locale);
  const body = t(`${kind}.gone.body`);
  if (!told) return html`${body}`;
  const day = formatDate(told.goneAt, locale);
  return html`${t(`${kind}.gone.told`)}
    <strong lang="de">${told.title}</strong>.
    ${t(`${kind}.gone.since`, { day })} ${body}`;
}

/** To all that stands in a topic. */
export function topicLink(topic: Situation, locale: Locale): SafeHtml {
  const name = inLanguage(topic.names, locale).text;
  return link(
    situationPath(topic),
    catalogueTexts(locale)("leistung.gone.topic", { name }),
  );
}
