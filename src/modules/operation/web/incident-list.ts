import { html, type SafeHtml } from "../../../platform/html/html.ts";
import { formatDateTime, formatDay } from "../../../platform/i18n/dates.ts";
import type { Locale } from "../../../platform/i18n/texts.ts";
import { accordion } from "../../../ui/accordion.ts";
import { badge } from "../../../ui/badge.ts";
import { section } from "../../../ui/section.ts";
import { table } from "../../../ui/table.ts";
import { isAbout, minutesOf, type Incident } from "../domain/incident.ts";
import { operationTexts } from "../i18n/texts.ts";
import type { Status } from "../use-cases/read-status.ts";
import type { StatusNotice } from "./status-notice.ts";

/** Beyond, the page would be long before anything else is said. */
const shownAtOnce = 10;

export type IncidentListProps = {
  readonly status: Status;
  /** What the operator told in that time. */
  readonly told: readonly StatusNotice[];
  readonly locale: Locale;
};

/** What went wrong, when, for how long, and what the operator said about it. */
export function incidentList(props: IncidentListProps): SafeHtml {
  const { status, locale } = props;
  const t = operationTexts(locale);
  const { incidents } = status;
  const newest = incidents.slice(0, shownAtOnce);
  const older = incidents.slice(shownAtOnce);
  return section({
    title: t("status.incidents"),
    body:
      newest.length === 0
        ? html`<p class="kern-body">${noneSince(status, locale)}</p>`
        : html`<p class="kern-body">${t("status.incidents.lead")}</p>
            ${rows(newest, props)}
            ${
              older.length > 0 &&
              accordion({
                title: t("status.incidents.older"),
                body: rows(older, props),
              })
            }`,
  });
}

/** No further back than somebody looked. */
function noneSince({ days, components }: Status, locale: Locale): string {
  const t = operationTexts(locale);
  const first = days.find((_day, index) =>
    components.some(({ counts }) => counts[index] !== undefined),
  );
  return first === undefined || first === days[0]
    ? t("status.incidents.none")
    : t("status.incidents.none-since", { day: formatDay(first, locale) });
}

function rows(
  incidents: readonly Incident[],
  { status, told, locale }: IncidentListProps,
): SafeHtml {
  const t = operationTexts(locale);
  return table({
    caption: t("status.incidents"),
    isCaptionHidden: true,
    columns: [
      { label: t("incident.begin") },
      { label: t("incident.end") },
      { label: t("incident.length") },
      { label: t("incident.affected") },
    ],
    rows: incidents.map((incident) => ({
      cells: [
        formatDateTime(incident.begin, locale),
        incident.end
          ? formatDateTime(incident.end, locale)
          : t("incident.goes-on"),
        lengthOf(minutesOf(incident, status.now), locale),
        html`${affected(incident, locale)}${words(incident, told)}`,
      ],
    })),
  });
}

function affected({ affected: parts }: Incident, locale: Locale): SafeHtml {
  const t = operationTexts(locale);
  return html`<ul class="portal-list">
    ${parts.map(
      ({ component, state }) =>
        html`<li>
          ${t(`component.${component}`)}
          ${badge(state === "down" ? "danger" : "warning", t(`incident.${state}`))}
        </li>`,
    )}
  </ul>`;
}

function words(
  incident: Incident,
  told: readonly StatusNotice[],
): readonly SafeHtml[] {
  return told
    .filter((notice) => isAbout(notice, incident))
    .map(
      ({ title, body, language }) =>
        html`<p class="portal-break" lang="${language}">
          <strong>${title}</strong><br />${body}
        </p>`,
    );
}

const units = [
  ["day", 1_440],
  ["hour", 60],
  ["minute", 1],
] as const;

/** The two largest units that say something: `3 Stunden, 5 Minuten`. */
function lengthOf(minutes: number, locale: Locale): string {
  const parts: string[] = [];
  let rest = minutes;
  for (const [unit, size] of units) {
    const count = Math.floor(rest / size);
    rest -= count * size;
    if (count > 0)
      parts.push(
        new Intl.NumberFormat(locale, {
          style: "unit",
          unit,
          unitDisplay: "long",
        }).format(count),
      );
  }
  return parts.slice(0, 2).join(", ");
}
