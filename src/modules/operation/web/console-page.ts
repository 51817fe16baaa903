import { html, type SafeHtml } from "../../../platform/html/html.ts";
import { formatDateTime } from "../../../platform/i18n/dates.ts";
import type { Locale } from "../../../platform/i18n/texts.ts";
import {
  page,
  type Page,
  type PortalRequest,
} from "../../../shell/web/route.ts";
import { attributes } from "../../../ui/attributes.ts";
import { alert } from "../../../ui/alert.ts";
import { pageHeading } from "../../../ui/heading.ts";
import { link } from "../../../ui/link.ts";
import type { Attention } from "../domain/attention.ts";
import { spanNames, type SpanName } from "../domain/figures.ts";
import { operationTexts } from "../i18n/texts.ts";
import type { ConsoleView } from "../use-cases/read-console.ts";
import { deliveryPart, mailPart, queuePart } from "./flow-parts.ts";
import { operationPaths } from "./operation-paths.ts";
import { databasePart, diskPart, faultPart } from "./ground-parts.ts";
import { processPart, versionPart } from "./process-parts.ts";

/** How the installation is, at a glance. */
export function consolePage(
  { locale }: PortalRequest,
  view: ConsoleView,
): Page {
  const t = operationTexts(locale);
  return page({
    title: t("operation.title"),
    layout: "wide",
    section: operationPaths.console,
    main: html`${pageHeading({
        title: t("operation.title"),
        lead: t("console.lead", {
          at: formatDateTime(view.countedAt, locale),
        }),
      })}
      ${attentionPart(view.attention, locale)} ${spanLinks(view.span, locale)}
      <div class="portal-console">
        ${queuePart(view, locale)} ${mailPart(view, locale)}
      </div>
      ${deliveryPart(view, locale)}
      <div class="portal-console">
        ${faultPart(view, locale)} ${diskPart(view, locale)}
        ${databasePart(view, locale)} ${versionPart(view, locale)}
      </div>
      ${processPart(view, locale)}`,
  });
}

/** Where one can do something about it. */
const pageOf: Partial<Record<Attention["kind"], string>> = {
  "deliveries-stand-still": operationPaths.deliveries,
  "destinations-held": operationPaths.deliveries,
  "jobs-dead": operationPaths.jobs,
  "mails-failed": operationPaths.mails,
  faults: "#fehler",
};

function attentionPart(
  attention: readonly Attention[],
  locale: Locale,
): SafeHtml {
  const t = operationTexts(locale);
  if (attention.length === 0)
    return alert({ kind: "success", title: t("attention.none") });
  return alert({
    kind: "warning",
    title: t("attention.title"),
    body: html`<ul class="kern-list">
      ${attention.map(({ kind, count }) => {
        const href = pageOf[kind];
        const words = t(`attention.${kind}`, { count });
        return html`<li>${href === undefined ? words : link(href, words)}</li>`;
      })}
    </ul>`,
  });
}

function spanLinks(chosen: SpanName, locale: Locale): SafeHtml {
  const t = operationTexts(locale);
  return html`<nav aria-label="${t("span.label")}">
    <ul class="portal-list portal-tabs">
      ${spanNames.map((name) => {
        const given = attributes({
          class: "portal-tab",
          href: `${operationPaths.console}?zeitraum=${name}`,
          "aria-current": name === chosen ? "true" : undefined,
        });
        return html`<li><a${given}>${t(`span.${name}`)}</a></li>`;
      })}
    </ul>
  </nav>`;
}
