import {
  html,
  type HtmlValue,
  type SafeHtml,
} from "../../../platform/html/html.ts";
import { formatShortDate } from "../../../platform/i18n/dates.ts";
import type { Locale } from "../../../platform/i18n/texts.ts";
import { alert } from "../../../ui/alert.ts";
import { breadcrumb } from "../../../ui/breadcrumb.ts";
import { button } from "../../../ui/button.ts";
import { pageHeading } from "../../../ui/heading.ts";
import { externalLink, link } from "../../../ui/link.ts";
import { section } from "../../../ui/section.ts";
import { table } from "../../../ui/table.ts";
import type { LinkPlace } from "../domain/link.ts";
import { isLinkKey, linkTexts } from "../i18n/texts.ts";
import type {
  LinkReport,
  LinkWithPlaces,
} from "../use-cases/read-link-report.ts";

export const linksPath = "/verwaltung/links";

export type LinkPageInput = {
  readonly report: LinkReport;
  /** Whether the operator lets links be checked. */
  readonly isOn: boolean;
  /** A check was just asked for. */
  readonly isAsked: boolean;
  readonly locale: Locale;
};

/** What does not lead anywhere, where it stands, and since when. */
export function linkPage(input: LinkPageInput): SafeHtml {
  const { report, isOn, isAsked, locale } = input;
  const t = linkTexts(locale);
  return html`${breadcrumb({
    parents: [{ label: t("leistungen"), href: "/verwaltung/leistungen" }],
    current: t("title"),
    locale,
  })}
  ${isAsked && alert({ kind: "success", title: t("now.done"), isAnnounced: true })}
  ${!isOn && alert({ kind: "info", title: t("off") })}
  ${pageHeading({ title: t("title"), ...(isOn && { lead: t("lead") }) })}
  ${summary(input)}
  ${
    isOn &&
    html`<form method="post" action="${linksPath}">
      <p>${t("now.hint")}</p>
      ${button({ label: t("now"), variant: "secondary" })}
    </form>`
  }
  ${isChecked(report) && broken(report, locale)} ${moved(report, locale)}`;
}

/** Of what nobody has looked at yet nothing can be said. */
const isChecked = ({ counts }: LinkReport) =>
  [...counts.keys()].some((state) => state !== "unchecked");

function summary({ report, isOn, locale }: LinkPageInput): HtmlValue {
  const t = linkTexts(locale);
  const { counts, collectedAt } = report;
  if (counts.size === 0) return isOn && html`<p>${t("never")}</p>`;
  const of = (state: Parameters<typeof counts.get>[0]) =>
    counts.get(state) ?? 0;
  const all = [...counts.values()].reduce((sum, count) => sum + count, 0);
  const [fine, gone] = [of("fine"), of("broken") + of("gone")];
  return html`<p>
    ${t("counts", {
      all,
      fine,
      broken: gone,
      moved: of("moved"),
      open: all - fine - gone - of("moved"),
      date: collectedAt ? formatShortDate(collectedAt, locale) : "–",
    })}
  </p>`;
}

function broken({ broken: links }: LinkReport, locale: Locale): SafeHtml {
  const t = linkTexts(locale);
  return section({
    title: t("broken.title"),
    isWide: true,
    body: html`<p>${t("broken.how")}</p>
      ${
        links.length === 0
          ? html`<p><strong>${t("broken.none")}</strong></p>`
          : table({
              caption: t("broken.title"),
              isCaptionHidden: true,
              columns: [
                { label: t("column.address") },
                { label: t("column.fault") },
                { label: t("column.where") },
              ],
              rows: links.map((it) => ({
                cells: [
                  address(it.url),
                  faultOf(it, locale),
                  places(it, locale),
                ],
              })),
            })
      }`,
  });
}

function moved({ moved: links }: LinkReport, locale: Locale): HtmlValue {
  if (links.length === 0) return undefined;
  const t = linkTexts(locale);
  return section({
    title: t("moved.title"),
    isWide: true,
    body: html`<p>${t("moved.how")}</p>
      ${table({
        caption: t("moved.title"),
        isCaptionHidden: true,
        columns: [
          { label: t("column.address") },
          { label: t("column.new") },
          { label: t("column.where") },
        ],
        rows: links.map((it) => ({
          cells: [
            address(it.url),
            it.movedTo === null ? "" : address(it.movedTo),
            places(it, locale),
          ],
        })),
      })}`,
  });
}

const address = (url: string) =>
  html`<span class="portal-break">${externalLink(url, url)}</span>`;

function faultOf(
  { detail, since, checkedAt }: LinkWithPlaces,
  locale: Locale,
): SafeHtml {
  const t = linkTexts(locale);
  const key = `fault.${detail ?? ""}`;
  const dates = {
    date: since ? formatShortDate(since, locale) : "–",
    checked: checkedAt ? formatShortDate(checkedAt, locale) : "–",
  };
  return html`${isLinkKey(key) ? t(key) : t("fault.status", { status: detail ?? "" })}<br />${t("since", dates)}`;
}

function places({ places: all }: LinkWithPlaces, locale: Locale): SafeHtml {
  return html`<ul class="portal-list" role="list">
    ${all.map((place) => html`<li>${placeLink(place, locale)}</li>`)}
  </ul>`;
}

function placeLink({ kind, id, title }: LinkPlace, locale: Locale): SafeHtml {
  const label = linkTexts(locale)(`where.${kind}`, { title });
  switch (kind) {
    case "leistung":
      return link(`/verwaltung/leistungen/${id}`, label);
    case "provider":
      return link(`/anbieter/${id}`, label);
    case "notice":
      return link(`/verwaltung/hinweise/${id}`, label);
  }
}
