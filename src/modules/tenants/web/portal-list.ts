import { html, type SafeHtml } from "../../../platform/html/html.ts";
import type { Locale } from "../../../platform/i18n/texts.ts";
import { backLink } from "../../../ui/breadcrumb.ts";
import { cardGrid } from "../../../ui/card.ts";
import { link } from "../../../ui/link.ts";
import { pagination } from "../../../ui/pagination.ts";
import { section } from "../../../ui/section.ts";
import type { PortalIndex } from "../domain/portal-index.ts";
import type { Portal } from "../domain/portal.ts";
import { tenantsTexts } from "../i18n/texts.ts";

export type PortalListInput = {
  readonly locale: Locale;
  readonly index: PortalIndex;
  /** Whose portals are listed; undefined for all. */
  readonly area: Portal | undefined;
  /** As asked for, from 1. */
  readonly page: number;
  readonly hrefOf: (portal: Portal) => string;
  readonly cardOf: (portal: Portal) => SafeHtml;
};

/** As many are seen at a glance, with their crests. */
const mostCards = 24;

const pageSize = 60;

export function isMany({ all }: PortalIndex): boolean {
  return all.length > mostCards;
}

/** All portals where they are few; else those that lie in no other, each leading on to what lies in it. */
export function portalList(input: PortalListInput): SafeHtml {
  const t = tenantsTexts(input.locale);
  const { area, cardOf, index } = input;
  const asSection = (title: string, body: SafeHtml) =>
    section({ title, body, id: portalListId, isWide: true });
  if (area && index.countWithin(area.tenantId) > 0)
    return asSection(
      t("portals.area", { name: area.shortName }),
      html`${backLink({ label: t("portals.area.all"), href: `/#${portalListId}` })}
      ${cardGrid([cardOf(area)])}
      ${directory(index.within(area.tenantId), input)}`,
    );
  return asSection(
    t("portals.list"),
    isMany(index)
      ? html`<p class="kern-body">${t("portals.area.lead")}</p>
          ${directory(index.top, input)}`
      : cardGrid(index.all.map(cardOf)),
  );
}

/** For links to the list of all. */
export const portalListId = "portale";

function directory(
  portals: readonly Portal[],
  input: PortalListInput,
): SafeHtml {
  const pageCount = Math.max(1, Math.ceil(portals.length / pageSize));
  const page = Math.min(input.page, pageCount);
  const shown = portals.slice((page - 1) * pageSize, page * pageSize);
  const narrowed = input.area ? areaQuery(input.area) : "";
  return html`<ul class="portal-list portal-directory" role="list">
      ${shown.map((portal) => html`<li>${entry(portal, input)}</li>`)}
    </ul>
    ${pagination({
      page,
      pageCount,
      locale: input.locale,
      hrefOf: (number) =>
        `/?${narrowed}seite=${String(number)}#${portalListId}`,
    })}`;
}

const areaQuery = ({ slug }: Portal) => `bereich=${encodeURIComponent(slug)}&`;

/** Leads to the portal, or to all of an area. */
function entry(
  portal: Portal,
  { hrefOf, index, locale }: PortalListInput,
): SafeHtml {
  const t = tenantsTexts(locale);
  const kind = t(`kind.${portal.kind}`);
  const count = index.countWithin(portal.tenantId) + 1;
  return count === 1
    ? html`${link(hrefOf(portal), portal.shortName)}
        <span class="portal-muted">${kind}</span>`
    : html`${link(`/?${areaQuery(portal).slice(0, -1)}#${portalListId}`, portal.shortName)}
        <span class="portal-muted"
          >${kind}, ${t("portals.area.count", { count })}</span
        >`;
}
