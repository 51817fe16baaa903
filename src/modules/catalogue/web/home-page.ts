import { html, type SafeHtml } from "../../../platform/html/html.ts";
import type { Locale } from "../../../platform/i18n/texts.ts";
import { linkButton } from "../../../ui/button.ts";
import { hero } from "../../../ui/hero.ts";
import { link } from "../../../ui/link.ts";
import { section } from "../../../ui/section.ts";
import { addressOfPortal, type Portal } from "../../tenants/index.ts";
import { namesIn } from "../domain/leistung.ts";
import { catalogueTexts } from "../i18n/texts.ts";
import type { Home } from "../use-cases/read-home.ts";
import { noticeRegion } from "./notices/notice-banner.ts";
import { leistungCards, leistungSearch, pathOf } from "./leistung-cards.ts";
import { situationLists } from "./situation-lists.ts";

export type HomePageInput = {
  readonly home: Home;
  readonly portal: Portal;
  /** Portal of the authority above, if it has one. */
  readonly parent: Portal | undefined;
  readonly baseUrl: string;
  readonly locale: Locale;
};

const mostChips = 4;

/** Start of a portal: search first, then what most people want. */
export function homePage(input: HomePageInput): SafeHtml {
  const { home, portal, locale } = input;
  const t = catalogueTexts(locale);
  const chips = home.featured.slice(0, mostChips).map((leistung) => {
    const { text, language } = namesIn(leistung, locale).title;
    return {
      label: text,
      href: pathOf(leistung),
      lang: language === locale ? undefined : language,
    };
  });
  return html`${hero({
    title: t("home.title"),
    lead:
      portal.kind === "company"
        ? t("home.lead.company")
        : t("home.lead", { name: portal.shortName }),
    body: leistungSearch({ portal, locale }),
    links: chips,
    linksLabel: t("home.chips"),
  })}
  ${noticeRegion(home.notices, locale, "notice.region.home")}
  ${section({
    title: t("home.featured"),
    isWide: true,
    body: html`${leistungCards(home.featured, locale)}
      <p>
        ${linkButton({
          label: t("home.all"),
          href: "/leistungen",
          variant: "secondary",
        })}
      </p>`,
  })}
  ${situationLists(home.situations, locale)} ${responsible(input)}`;
}

function responsible(input: HomePageInput): SafeHtml {
  const { portal, parent, baseUrl, locale } = input;
  const t = catalogueTexts(locale);
  const finder = `${addressOfPortal(baseUrl, portal, { host: "" })}/`;
  return section({
    title: t("home.responsible"),
    body: html`<p>
        ${t("home.responsible.here")} ${link("/aemter", portal.name)}
      </p>
      ${parent && html`<p>${t("home.responsible.parent")} ${parentLink(parent, input)}</p>`}
      <p>
        ${t("home.responsible.finder")}
        ${link(finder, t("home.responsible.finder-link"))}
      </p>`,
  });
}

function parentLink(parent: Portal, input: HomePageInput): SafeHtml {
  const address = addressOfPortal(input.baseUrl, input.portal, parent);
  return link(`${address}/`, parent.name);
}
