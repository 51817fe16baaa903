import {
  html,
  uncheckedHtml,
  type SafeHtml,
} from "../../../platform/html/html.ts";
import type { Locale } from "../../../platform/i18n/texts.ts";
import { card, cardGrid } from "../../../ui/card.ts";
import { definitionRows, lines } from "../../../ui/definition-rows.ts";
import { emptyState } from "../../../ui/empty-state.ts";
import { hero } from "../../../ui/hero.ts";
import { link } from "../../../ui/link.ts";
import { searchForm } from "../../../ui/search-form.ts";
import { section } from "../../../ui/section.ts";
import { countyOf } from "../domain/place.ts";
import type { PortalIndex } from "../domain/portal-index.ts";
import type { Portal } from "../domain/portal.ts";
import { addressOfPortal } from "../domain/portal-address.ts";
import { tenantsTexts } from "../i18n/texts.ts";
import type { Responsibility } from "../use-cases/find-places.ts";
import { isMany, portalList, portalListId } from "./portal-list.ts";

export type PortalsPageInput = {
  readonly locale: Locale;
  readonly baseUrl: string;
  /** The installation's own portal. */
  readonly installation: Portal;
  /** Those of the authorities. */
  readonly index: PortalIndex;
  /** Whose portals are listed; undefined for all. */
  readonly area: Portal | undefined;
  /** As asked for, from 1. */
  readonly page: number;
  /** What the visitor typed, empty at first. */
  readonly query: string;
  readonly responsibilities: readonly Responsibility[];
  /** Called as what was typed. */
  readonly named: readonly Portal[];
};

/** Bare host: finder by place, and the portals of the installation; many of them by area and page by page. */
export function portalsPage(input: PortalsPageInput): SafeHtml {
  const t = tenantsTexts(input.locale);
  const finder = searchForm({
    action: "/",
    name: "ort",
    label: t("portals.search.label"),
    buttonLabel: t("portals.search.button"),
    hint: t("portals.search.hint"),
    value: input.query,
    autocomplete: "postal-code",
    suggest: { kind: "place", label: t("portals.search.suggestions") },
  });
  return html`${hero({
    title: t("portals.title"),
    lead: t("portals.lead"),
    body: finder,
  })}
  ${input.query !== "" && results(input)}
  ${
    hasFound(input)
      ? linkToAll(input)
      : portalList({
          ...input,
          hrefOf: (portal) => addressOf(portal, input),
          cardOf: (portal) => portalCard(portal, input),
        })
  }`;
}

/** Who has found something does not look through all of many. */
function hasFound({ index, named, responsibilities }: PortalsPageInput) {
  return isMany(index) && (responsibilities.length > 0 || named.length > 0);
}

function linkToAll({ locale }: PortalsPageInput): SafeHtml {
  const label = tenantsTexts(locale)("portals.list");
  return html`<p>${link(`/#${portalListId}`, label)}</p>`;
}

function results(input: PortalsPageInput): SafeHtml {
  return html`${places(input)} ${namedPortals(input)}`;
}

/** Those that are not there already because they are responsible. */
function namedPortals(input: PortalsPageInput): SafeHtml | false {
  const shown = new Set(
    input.responsibilities.flatMap(({ portals }) =>
      portals.map(({ tenantId }) => tenantId),
    ),
  );
  const named = input.named.filter(({ tenantId }) => !shown.has(tenantId));
  return (
    named.length > 0 &&
    section({
      title: tenantsTexts(input.locale)("portals.named"),
      body:
        named.length > mostCards
          ? html`<ul class="portal-list portal-directory" role="list">
              ${named.map((portal) => html`<li>${portalLink(portal, input)}</li>`)}
            </ul>`
          : cardGrid(named.map((portal) => resultCard(portal, input))),
    })
  );
}

function places(input: PortalsPageInput): SafeHtml | false {
  const t = tenantsTexts(input.locale);
  const { responsibilities } = input;
  if (responsibilities.length === 0) {
    if (input.named.length > 0) return false;
    return emptyState({
      title: t("portals.empty.title"),
      body: t("portals.empty.body"),
      icon: "search",
    });
  }
  const title =
    responsibilities.length === 1
      ? t("portals.result.title")
      : t("portals.result.title-many", { count: responsibilities.length });
  const served = responsibilities.filter(({ portals }) => portals.length > 0);
  const unserved = responsibilities.filter(
    ({ portals }) => portals.length === 0,
  );
  return section({
    title,
    body: html`${served.length > mostCards ? resultRows(served, input) : served.map((found) => result(found, input))}
    ${unserved.length > 0 && withoutPortal(unserved, input)}`,
  });
}

/** Of more, names are enough to choose from. */
const mostCards = 3;

/** Many places of a like name: each with who is responsible, so that all are seen at once. */
function resultRows(
  served: readonly Responsibility[],
  input: PortalsPageInput,
): SafeHtml {
  return definitionRows(
    served.map(({ place, portals }) => ({
      term: labelOf(place, input),
      value: lines(portals.map((portal) => portalLink(portal, input))),
    })),
  );
}

function portalLink(portal: Portal, input: PortalsPageInput): SafeHtml {
  return link(addressOf(portal, input), portal.name);
}

function result(
  { place, portals }: Responsibility,
  input: PortalsPageInput,
): SafeHtml {
  const t = tenantsTexts(input.locale);
  const key =
    portals.length === 1 ? "portals.result.one" : "portals.result.many";
  return html`<p>${t(key, { place: labelOf(place, input) })}</p>
    ${cardGrid(portals.map((portal) => resultCard(portal, input)))}`;
}

/** Says it once for all places that nobody serves here. */
function withoutPortal(
  unserved: readonly Responsibility[],
  input: PortalsPageInput,
): SafeHtml {
  const t = tenantsTexts(input.locale);
  const [first] = unserved;
  if (first && unserved.length === 1)
    return html`<p>
      ${t("portals.result.none", { place: labelOf(first.place, input) })}
    </p>`;
  return html`<p>${t("portals.result.none-many")}</p>
    <ul>
      ${unserved.map(({ place }) => html`<li>${labelOf(place, input)}</li>`)}
    </ul>`;
}

/** The name; with the county where several places are shown, and with the former name where that was typed. */
function labelOf(
  place: Responsibility["place"],
  { locale, responsibilities }: PortalsPageInput,
): string {
  const t = tenantsTexts(locale);
  const county = responsibilities.length > 1 ? countyOf(place) : undefined;
  const former =
    place.foundBy === place.name
      ? undefined
      : t("portals.result.former", { name: place.foundBy });
  const more = [county, former].filter((part) => part !== undefined);
  return more.length === 0 ? place.name : `${place.name} (${more.join(", ")})`;
}

function resultCard(portal: Portal, input: PortalsPageInput): SafeHtml {
  return card({
    title: portal.name,
    href: addressOf(portal, input),
    picture: crestImage(portal.crestSvg),
    level: 3,
  });
}

function portalCard(portal: Portal, input: PortalsPageInput): SafeHtml {
  const t = tenantsTexts(input.locale);
  return card({
    title: portal.shortName,
    href: addressOf(portal, input),
    preline: t(`kind.${portal.kind}`),
    picture: crestImage(portal.crestSvg),
    level: 3,
  });
}

function addressOf(portal: Portal, input: PortalsPageInput): string {
  return `${addressOfPortal(input.baseUrl, input.installation, portal)}/`;
}

/** Crests were checked when they came in (`isPlainCrest`); of two sizes the first one counts. */
function crestImage(svg: string): SafeHtml {
  return uncheckedHtml(svg.replace("<svg ", '<svg width="48" height="56" '));
}
