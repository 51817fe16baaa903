import {
  html,
  type HtmlValue,
  type SafeHtml,
} from "../../../platform/html/html.ts";
import { formatDate } from "../../../platform/i18n/dates.ts";
import type { Locale } from "../../../platform/i18n/texts.ts";
import { page, type Page } from "../../../shell/web/route.ts";
import { alert } from "../../../ui/alert.ts";
import { badge } from "../../../ui/badge.ts";
import { backLink } from "../../../ui/breadcrumb.ts";
import { button, linkButton } from "../../../ui/button.ts";
import { emptyState } from "../../../ui/empty-state.ts";
import { pageHeading } from "../../../ui/heading.ts";
import { link } from "../../../ui/link.ts";
import { section } from "../../../ui/section.ts";
import { select } from "../../../ui/select.ts";
import { table } from "../../../ui/table.ts";
import type { Connector } from "../domain/connector.ts";
import { expiryStage } from "../domain/expiry.ts";
import { deliveryTexts, destinationTexts } from "../i18n/texts.ts";
import type { DestinationOverview } from "../use-cases/view-destinations.ts";
import { destinationAdminPath, destinationsPath } from "./list-address.ts";

type Connectors = ReadonlyMap<string, Connector>;

type Listed = {
  readonly locale: Locale;
  readonly now: Date;
  readonly destinations: readonly DestinationOverview[];
  readonly connectors: Connectors;
};

/** All destinations of the authority. */
export function destinationListPage({
  wasSaved,
  ...listed
}: Listed & { readonly wasSaved: boolean }): Page {
  const { locale, destinations } = listed;
  const t = destinationTexts(locale);
  return page({
    title: t("title"),
    section: destinationAdminPath,
    layout: "wide",
    main: html`${wasSaved && alert({ kind: "success", title: t("saved"), isAnnounced: true })}
      ${pageHeading({ title: t("title"), lead: t("lead") })}
      <p>
        ${linkButton({ label: t("add"), href: `${destinationAdminPath}/neu` })}
      </p>
      ${
        destinations.length === 0
          ? emptyState({ title: t("none.title"), body: t("none.body") })
          : listTable(listed)
      }`,
  });
}

function listTable({
  destinations,
  connectors,
  locale,
  now,
}: Listed): SafeHtml {
  const t = destinationTexts(locale);
  const list = deliveryTexts(locale);
  return table({
    caption: t("title"),
    isCaptionHidden: true,
    columns: [
      { label: t("column.name") },
      { label: t("column.connector") },
      { label: t("column.condition") },
    ],
    rows: destinations.map((one) => ({
      cells: [
        link(`${destinationAdminPath}/${one.destinationId}`, one.name),
        connectors.get(one.connectorKey)?.describe(locale).title ??
          one.connectorKey,
        html`${badge(badgeOf[one.condition], list(`condition.${one.condition}`))}
        ${expiryOf(one, { locale, now })}`,
      ],
    })),
  });
}

/** Shown as long before as administrators are told of it. */
function expiryOf(
  { expiresAt }: DestinationOverview,
  { locale, now }: { readonly locale: Locale; readonly now: Date },
): HtmlValue {
  const t = destinationTexts(locale);
  const stage = expiresAt && expiryStage(expiresAt, now);
  if (!stage) return undefined;
  return stage === "expired"
    ? badge("danger", t("expired"))
    : badge("warning", t("expires", { date: formatDate(expiresAt, locale) }));
}

const badgeOf = {
  normal: "success",
  disturbed: "warning",
  paused: "neutral",
  off: "neutral",
} as const;

/** The first question about a new destination: by which way. */
export function chooseConnectorPage(
  connectors: Connectors,
  locale: Locale,
): Page {
  const t = destinationTexts(locale);
  const items = [...connectors.values()].map((connector) => {
    const { title, about } = connector.describe(locale);
    const href = `${destinationAdminPath}/neu?anbindung=${connector.key}`;
    return html`<li>
      <p class="kern-body">${link(href, title)}<br />${about}</p>
    </li>`;
  });
  return page({
    title: t("add"),
    section: destinationAdminPath,
    main: html`${backLink({ label: t("back"), href: destinationAdminPath })}
      ${pageHeading({ title: t("add"), lead: t("add.lead") })}
      <ul class="portal-list" role="list">
        ${items}
      </ul>`,
  });
}

type ActionsShown = {
  readonly locale: Locale;
  readonly destination: DestinationOverview;
  /** Where what failed could go instead. */
  readonly others: readonly DestinationOverview[];
  /** Where the other side can call; undefined when its connector hears nobody. */
  readonly callAddress: string | undefined;
  /** A back office is behind it that can fetch and answer. */
  readonly hasBackOffice: boolean;
  /** No other destination was chosen. */
  readonly problem: string | undefined;
};

/** Below the form of a destination: trying it, and what to do about all that failed there. */
export const destinationActions = (shown: ActionsShown): SafeHtml =>
  html`${trialSection(shown)} ${redirectSection(shown)} ${callSection(shown)}
  ${shown.hasBackOffice && wayBack(shown)}`;

function callSection({ locale, callAddress }: ActionsShown): HtmlValue {
  const t = destinationTexts(locale);
  if (callAddress === undefined) return undefined;
  return section({
    title: t("call.title"),
    body: html`<p class="kern-body">${t("call.lead")}</p>
      <p class="kern-body"><code>${callAddress}</code></p>`,
  });
}

function wayBack({ locale, destination }: ActionsShown): SafeHtml {
  const t = destinationTexts(locale);
  const href = `${destinationAdminPath}/${destination.destinationId}/zugaenge`;
  return section({
    title: t("back-office.title"),
    body: html`<p class="kern-body">
      ${t("back-office.lead")}<br />${link(href, t("back-office.link"))}
    </p>`,
  });
}

function trialSection({ locale, destination }: ActionsShown): SafeHtml {
  const t = destinationTexts(locale);
  const { destinationId, condition } = destination;
  const form = (action: string, label: string) =>
    html`<form method="post" action="${action}">
      ${button({ label, variant: "secondary" })}
    </form>`;
  return section({
    title: t("test.title"),
    body: html`<p class="kern-body">${t("test.lead")}</p>
      ${form(
        `${destinationsPath}/${destinationId}/pruefung`,
        deliveryTexts(locale)("check.button"),
      )}
      ${
        condition === "off"
          ? html`<p class="kern-body">${t("test.off")}</p>`
          : form(
              `${destinationAdminPath}/${destinationId}/test`,
              t("test.button"),
            )
      }`,
  });
}

function redirectSection(shown: ActionsShown): HtmlValue {
  const { locale, destination, others, problem } = shown;
  const t = destinationTexts(locale);
  const { destinationId, counts } = destination;
  const failed = (counts.rejected ?? 0) + (counts.dead ?? 0);
  if (failed === 0 || others.length === 0) return undefined;
  const isOne = failed === 1;
  return section({
    title: t(isOne ? "redirect.button.one" : "redirect.title"),
    body: html`<form
      method="post"
      action="${destinationsPath}/${destinationId}/umleitung"
    >
      <p class="kern-body">
        ${isOne ? t("redirect.lead.one") : t("redirect.lead", { count: failed })}
      </p>
      ${select({
        name: "ziel",
        label: t("redirect.to"),
        error: problem,
        locale,
        options: others.map((one) => ({
          value: one.destinationId,
          label: one.name,
        })),
      })}
      ${button({ label: t(isOne ? "redirect.button.one" : "redirect.button"), variant: "secondary" })}
    </form>`,
  });
}
