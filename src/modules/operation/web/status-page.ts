import { html, type SafeHtml } from "../../../platform/html/html.ts";
import { formatDateTime, formatDay } from "../../../platform/i18n/dates.ts";
import type { Locale } from "../../../platform/i18n/texts.ts";
import { page, type Page } from "../../../shell/web/route.ts";
import { accordion } from "../../../ui/accordion.ts";
import { alert } from "../../../ui/alert.ts";
import { badge } from "../../../ui/badge.ts";
import { barChart } from "../../../ui/bar-chart.ts";
import { emptyState } from "../../../ui/empty-state.ts";
import { heading, pageHeading } from "../../../ui/heading.ts";
import { section } from "../../../ui/section.ts";
import { table } from "../../../ui/table.ts";
import {
  availabilityOf,
  percentOf,
  type ComponentState,
} from "../domain/component.ts";
import { operationTexts } from "../i18n/texts.ts";
import type { ComponentStatus, Status } from "../use-cases/read-status.ts";
import { incidentList } from "./incident-list.ts";
import type { StatusNotice } from "./status-notice.ts";

export type StatusPageProps = {
  readonly locale: Locale;
  readonly status: Status;
  readonly notices: readonly StatusNotice[];
  /** What the operator told in all portals, also of what is over. */
  readonly told: readonly StatusNotice[];
};

/** Whether the portal works, and how it was: the same for everybody. */
export function statusPage(props: StatusPageProps): Page {
  const { locale, status, notices } = props;
  const t = operationTexts(locale);
  return page({
    title: t("status.title"),
    main: html`${pageHeading({ title: t("status.title"), lead: t("status.lead") })}
    ${
      status.components.length === 0
        ? emptyState({
            title: t("status.none.title"),
            body: t("status.none.body"),
          })
        : html`${summary(status, locale)} ${nowPart(status, locale)}`
    }
    ${noticePart({ notices, now: status.now }, locale)}
    ${status.components.length > 0 && html`${daysPart(status, locale)} ${incidentList(props)}`}
    ${howPart(locale)}`,
  });
}

function summary({ components, now }: Status, locale: Locale): SafeHtml {
  const t = operationTexts(locale);
  const states = components.map(({ state }) => state);
  const asOf = t("status.as-of", { time: formatDateTime(now, locale) });
  if (states.includes("down"))
    return alert({ kind: "danger", title: t("status.some-down"), body: asOf });
  if (states.includes("disturbed"))
    return alert({
      kind: "warning",
      title: t("status.some-disturbed"),
      body: asOf,
    });
  return states.includes(undefined)
    ? alert({ kind: "info", title: t("status.unknown"), body: asOf })
    : alert({ kind: "success", title: t("status.all-up"), body: asOf });
}

const badgeOf = {
  up: "success",
  disturbed: "warning",
  down: "danger",
  unknown: "neutral",
} as const;

function stateBadge(
  state: ComponentState | undefined,
  locale: Locale,
): SafeHtml {
  const name = state ?? "unknown";
  return badge(badgeOf[name], operationTexts(locale)(`status.state.${name}`));
}

function nowPart({ components }: Status, locale: Locale): SafeHtml {
  const t = operationTexts(locale);
  return section({
    title: t("status.now"),
    body: table({
      caption: t("status.now"),
      isCaptionHidden: true,
      columns: [
        { label: t("status.part") },
        { label: t("status.state") },
        { label: t("status.availability"), isNumeric: true },
      ],
      rows: components.map(({ component, state, availability }) => ({
        cells: [
          t(`component.${component}`),
          stateBadge(state, locale),
          percent(availability, locale),
        ],
      })),
    }),
  });
}

function noticePart(
  { notices, now }: Pick<StatusPageProps, "notices"> & Pick<Status, "now">,
  locale: Locale,
): SafeHtml | undefined {
  if (notices.length === 0) return undefined;
  const t = operationTexts(locale);
  return section({
    title: t("status.notices"),
    body: notices.map(
      ({ title, body, language, from, until }) =>
        html`<div lang="${language}">${heading(3, title)}</div>
          <p class="kern-body">
            ${from > now && html`<strong>${t("status.notices.planned", { time: formatDateTime(from, locale) })}</strong> `}
            ${until && t("status.notices.until", { time: formatDateTime(until, locale) })}
          </p>
          <p class="kern-body portal-break" lang="${language}">${body}</p>`,
    ),
  });
}

/** A picture for each part, and one table for all of them. */
function daysPart({ components, days }: Status, locale: Locale): SafeHtml {
  const t = operationTexts(locale);
  return section({
    title: t("status.days"),
    body: html`${components.map((each) => dayPicture(each, days, locale))}
    ${accordion({
      title: t("status.table"),
      body: table({
        caption: t("status.table"),
        isCaptionHidden: true,
        columns: [
          { label: t("status.table.day") },
          ...components.map(({ component }) => ({
            label: t(`component.${component}`),
            isNumeric: true,
          })),
        ],
        rows: days
          .map((day, index) => ({
            cells: [
              formatDay(day, locale),
              ...components.map(({ counts }) =>
                percent(availabilityOf([counts[index]]), locale),
              ),
            ],
          }))
          .toReversed(),
      }),
    })}`,
  });
}

function dayPicture(
  { component, counts, availability }: ComponentStatus,
  days: readonly string[],
  locale: Locale,
): SafeHtml {
  const t = operationTexts(locale);
  const known = counts.filter((day) => day !== undefined);
  return html`${heading(3, t(`component.${component}`))}
  ${barChart({
    summary: t("status.days.summary", {
      part: t(`component.${component}`),
      percent: percent(availability, locale),
      measured: known.length,
      disturbed: known.filter(({ disturbed }) => disturbed > 0).length,
      down: known.filter(({ down }) => down > 0).length,
    }),
    series: [
      { kind: "done", label: t("status.days.up") },
      { kind: "open", label: t("status.days.disturbed") },
      { kind: "failed", label: t("status.days.down") },
    ],
    bars: days.map((day, index) => {
      const { up = 0, disturbed = 0, down = 0 } = counts[index] ?? {};
      return {
        label: formatDay(day, locale),
        values: shareOf(up, disturbed, down),
      };
    }),
  })}`;
}

/** Of a hundred, so that a day that was measured for an hour is as high as others. */
function shareOf(...values: readonly number[]): readonly number[] {
  const all = Math.max(
    1,
    values.reduce((sum, value) => sum + value, 0),
  );
  return values.map((value) => (value * 100) / all);
}

function percent(share: number | undefined, locale: Locale): string {
  if (share === undefined) return operationTexts(locale)("plot.not-measured");
  const value = new Intl.NumberFormat(locale, {
    maximumFractionDigits: 2,
  }).format(percentOf(share));
  return `${value} %`;
}

const how = ["minute", "pages", "uploads", "delivery", "mail", "gaps"] as const;

function howPart(locale: Locale): SafeHtml {
  const t = operationTexts(locale);
  return section({
    title: t("status.how"),
    body: how.map(
      (name) => html`<p class="kern-body">${t(`status.how.${name}`)}</p>`,
    ),
  });
}
