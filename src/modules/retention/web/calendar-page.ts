import { dayOf } from "../../../platform/calendar/calendar-day.ts";
import { html, type SafeHtml } from "../../../platform/html/html.ts";
import { formatDay } from "../../../platform/i18n/dates.ts";
import type { Locale } from "../../../platform/i18n/texts.ts";
import { page, type Page } from "../../../shell/web/route.ts";
import { alert } from "../../../ui/alert.ts";
import { attributes } from "../../../ui/attributes.ts";
import { button } from "../../../ui/button.ts";
import { emptyState } from "../../../ui/empty-state.ts";
import { pageHeading } from "../../../ui/heading.ts";
import { link } from "../../../ui/link.ts";
import { section } from "../../../ui/section.ts";
import { table } from "../../../ui/table.ts";
import { retentionTexts } from "../i18n/texts.ts";
import type {
  CalendarEntry,
  CalendarFilter,
  DeletionCalendar,
} from "../use-cases/read-calendar.ts";
import { calendarFilter, stretchName } from "./calendar-filter.ts";
import type { CalendarPageProps } from "./calendar-page-props.ts";
import { calendarPlot } from "./calendar-plot.ts";
import { calendarFields, calendarHref } from "./calendar-query.ts";
import { retentionPaths } from "./retention-paths.ts";
import { standingBadge } from "./term-words.ts";

/** What is deleted when: months as a plot, the chosen one as a list. */
export function calendarPage(props: CalendarPageProps): Page {
  const { locale, calendar } = props;
  const t = retentionTexts(locale);
  return page({
    title: t("calendar.title"),
    section: retentionPaths.calendar,
    layout: "wide",
    main: html`${notedAlert(props)}
    ${pageHeading({ title: t("calendar.title"), lead: t("calendar.lead") })}
    ${hints(calendar, locale)}
    ${section({
      title: t("calendar.plot"),
      isWide: true,
      body: calendarPlot(props),
    })}
    ${section({
      title: stretchName(calendar.chosen, locale),
      isWide: true,
      body: html`${calendarFilter(props)} ${list(props)}`,
    })}`,
  });
}

function notedAlert({ noted, locale }: CalendarPageProps): SafeHtml | false {
  if (noted === undefined) return false;
  const t = retentionTexts(locale);
  if (noted === 0)
    return alert({
      kind: "warning",
      title: t("archive.done.none"),
      body: t("archive.done.none.body"),
      isAnnounced: true,
    });
  return alert({
    kind: "success",
    title:
      noted === 1 ? t("archive.done.one") : t("archive.done", { count: noted }),
    isAnnounced: true,
  });
}

function hints(
  { withoutTerm, unclosed }: DeletionCalendar,
  locale: Locale,
): SafeHtml | false {
  const t = retentionTexts(locale);
  const sentences = [
    withoutTerm > 0 &&
      (withoutTerm === 1
        ? t("calendar.without-term.one")
        : t("calendar.without-term", { count: withoutTerm })),
    unclosed > 0 &&
      (unclosed === 1
        ? t("calendar.unclosed.one")
        : t("calendar.unclosed", { count: unclosed })),
  ].filter((sentence) => sentence !== false);
  return (
    sentences.length > 0 &&
    alert({
      kind: "info",
      title: t("calendar.hint"),
      body: html`${sentences.map((it) => html`<p class="kern-body">${it}</p>`)}`,
    })
  );
}

function list(props: CalendarPageProps): SafeHtml {
  const { locale, calendar, filter } = props;
  const t = retentionTexts(locale);
  const { entries, next, chosen: stretch } = calendar;
  if (entries.length === 0)
    return emptyState({
      title: t("calendar.none.title"),
      body: t("calendar.none.body"),
    });
  const isOffered = props.mayEdit && entries.some(waitsForArchive);
  const rows = entryTable(entries, { hasBoxes: isOffered, locale });
  return html`${
      isOffered
        ? html`<form method="post" action="${retentionPaths.archive}">
            ${rows}${archiveBar({ ...filter, stretch }, locale)}
          </form>`
        : rows
    }
    ${
      next &&
      html`<p class="kern-body">
        ${link(calendarHref({ ...filter, stretch, after: next }), t("calendar.more"))}
      </p>`
    }
    <p class="kern-body">
      ${link(
        calendarHref(
          { ...filter, stretch, after: undefined },
          retentionPaths.calendarCsv,
        ),
        t("calendar.csv"),
      )}
    </p>`;
}

function waitsForArchive({ standing }: CalendarEntry): boolean {
  return standing.kind === "to-offer" || standing.kind === "offered";
}

function entryTable(
  entries: readonly CalendarEntry[],
  { hasBoxes, locale }: { readonly hasBoxes: boolean; readonly locale: Locale },
): SafeHtml {
  const t = retentionTexts(locale);
  return table({
    caption: t("calendar.title"),
    isCaptionHidden: true,
    columns: [
      { label: t("column.reference") },
      { label: t("column.leistung") },
      { label: t("column.closed") },
      { label: t("column.due") },
      { label: t("column.standing") },
    ],
    rows: entries.map((entry) => ({
      cells: [
        hasBoxes && waitsForArchive(entry)
          ? choosable(entry, locale)
          : link(retentionPaths.vorgang(entry.id), entry.reference),
        entry.leistungTitle,
        formatDay(dayOf(entry.endedAt), locale),
        formatDay(entry.dueOn, locale),
        standingBadge(entry.standing, locale),
      ],
    })),
  });
}

function choosable({ id, reference }: CalendarEntry, locale: Locale): SafeHtml {
  const t = retentionTexts(locale);
  const box = attributes({
    class: "kern-form-check__checkbox",
    type: "checkbox",
    id: `v-${id}`,
    name: calendarFields.item,
    value: id,
  });
  return html`<span class="portal-queue-name"
    ><span class="kern-form-check"
      ><input${box} /><label class="kern-label" for="v-${id}"
        ><span class="kern-sr-only"
          >${t("archive.choose", { reference })}</span
        ></label
      ></span
    >${link(retentionPaths.vorgang(id), reference)}</span
  >`;
}

function archiveBar(filter: CalendarFilter, locale: Locale): SafeHtml {
  const t = retentionTexts(locale);
  return section({
    title: t("archive.title"),
    body: html`<p class="kern-body">${t("archive.lead")}</p>
      ${hiddenFilter(filter)}
      <div class="portal-batch-bar">
        ${(["offered", "taken", "refused"] as const).map((step) =>
          button({
            label: t(`archive.${step}`),
            variant: "secondary",
            name: calendarFields.step,
            value: step,
          }),
        )}
      </div>`,
  });
}

/** Back to the list as it was. */
function hiddenFilter(filter: CalendarFilter): readonly SafeHtml[] {
  const { searchParams } = new URL(calendarHref(filter), "http://portal");
  return [...searchParams].map(
    ([name, value]) =>
      html`<input type="hidden" name="${name}" value="${value}" />`,
  );
}
