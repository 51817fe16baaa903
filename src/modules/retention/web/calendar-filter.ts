import { html, type SafeHtml } from "../../../platform/html/html.ts";
import { formatMonth } from "../../../platform/i18n/dates.ts";
import type { Locale } from "../../../platform/i18n/texts.ts";
import { button } from "../../../ui/button.ts";
import { select } from "../../../ui/select.ts";
import { dueKey, laterKey } from "../domain/calendar.ts";
import { retentionTexts } from "../i18n/texts.ts";
import type { CalendarPageProps } from "./calendar-page-props.ts";
import { calendarFields, onlyWords } from "./calendar-query.ts";
import { retentionPaths } from "./retention-paths.ts";

/** `Bis heute fällig`, `März 2027`, `Später`. */
export function stretchName(key: string, locale: Locale): string {
  const t = retentionTexts(locale);
  if (key === dueKey) return t("calendar.due");
  return key === laterKey ? t("calendar.later") : formatMonth(key, locale);
}

/** Narrows the calendar. Sends by GET, so that a list can be kept as a bookmark. */
export function calendarFilter({
  locale,
  calendar,
  filter,
}: Pick<CalendarPageProps, "locale" | "calendar" | "filter">): SafeHtml {
  const t = retentionTexts(locale);
  return html`<form
    class="portal-filter-row"
    role="search"
    action="${retentionPaths.calendar}"
    method="get"
  >
    <input
      type="hidden"
      name="${calendarFields.stretch}"
      value="${calendar.chosen}"
    />
    ${select({
      name: calendarFields.leistung,
      label: t("calendar.filter.leistung"),
      emptyLabel: t("calendar.filter.every"),
      options: calendar.leistungen.map(({ slug, title }) => ({
        value: slug,
        label: title,
      })),
      value: filter.leistungSlug,
      locale,
    })}
    ${select({
      name: calendarFields.only,
      label: t("calendar.filter.only"),
      emptyLabel: t("calendar.filter.only.every"),
      options: (["held", "archive"] as const).map((only) => ({
        value: onlyWords[only],
        label: t(`calendar.filter.only.${only}`),
      })),
      value: filter.only && onlyWords[filter.only],
      locale,
    })}
    ${button({ label: t("calendar.filter.apply"), variant: "secondary" })}
  </form>`;
}
