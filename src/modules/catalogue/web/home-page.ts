import { html, type SafeHtml } from "../../../platform/html/html.ts";
import type { Locale } from "../../../platform/i18n/texts.ts";
import { linkButton } from "../../../ui/button.ts";
import { heading } from "../../../ui/heading.ts";
import { hero } from "../../../ui/hero.ts";
import { link } from "../../../ui/link.ts";
import { section } from "../../../ui/section.ts";
import { addressOfPortal, type Portal } from "../../tenants/index.ts";
import { inLanguage } from "../domain/leistung-content.ts";
import { namesIn } from "../domain/leistung.ts";
import {
  audiences,
  type Audience,
  type Situation,
} from "../domain/situations.ts";
import { catalogueTexts } from "../i18n/texts.ts";
import type { Home } from "../use-cases/read-home.ts";
import { noticeRegion } from "./notice-banner.ts";
import { leistungCards, leistungSearch, pathOf } from "./leistung-cards.ts";
import { situationPath } from "./situation-path.ts";

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
  ${situations(home.situations, locale)} ${responsible(input)}`;
}

/** Whoever runs a business looks for other things than whoever lives here. */
function situations(
  found: readonly Situation[],
  locale: Locale,
): SafeHtml | undefined {
  if (found.length === 0) return undefined;
  const t = catalogueTexts(locale);
  return section({
    title: t("home.situations"),
    isWide: true,
    body: html`<div class="portal-apart">
      ${audiences.map((audience) =>
        situationsOf(
          audience,
          found.filter((it) => it.audience === audience),
          locale,
        ),
      )}
    </div>`,
  });
}

function situationsOf(
  audience: Audience,
  found: readonly Situation[],
  locale: Locale,
): SafeHtml | false {
  const title = catalogueTexts(locale)(`home.audience.${audience}`);
  return (
    found.length > 0 &&
    html`<div>
      ${heading(3, title)}
      <ul class="portal-list portal-chips" role="list">
        ${found.map(
          (situation) =>
            html`<li>
              <a class="portal-chip" href="${situationPath(situation)}"
                >${inLanguage(situation.names, locale).text}</a
              >
            </li>`,
        )}
      </ul>
    </div>`
  );
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
