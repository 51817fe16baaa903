import { isId } from "../../../platform/values/id.ts";
import type { EndedPlace } from "../ports.ts";
import type { CalendarFilter } from "../use-cases/read-calendar.ts";
import { retentionPaths } from "./retention-paths.ts";

/** Names of the calendar's parameters and of the form for the archive. */
export const calendarFields = {
  stretch: "monat",
  leistung: "leistung",
  only: "nur",
  after: "nach",
  item: "v",
  step: "schritt",
} as const;

/** Words of the address. */
export const onlyWords = { held: "gesperrt", archive: "archiv" } as const;

/** What an address asks for; what makes no sense is left out. */
export function readCalendarQuery(query: URLSearchParams): CalendarFilter {
  const only = query.get(calendarFields.only);
  const leistung = query.get(calendarFields.leistung) ?? "";
  return {
    stretch: query.get(calendarFields.stretch) ?? "",
    leistungSlug: leistung === "" ? undefined : leistung,
    only:
      only === onlyWords.held
        ? "held"
        : only === onlyWords.archive
          ? "archive"
          : undefined,
    after: placeOf(query.get(calendarFields.after) ?? ""),
  };
}

function placeOf(text: string): EndedPlace | undefined {
  const [, time = "", id = ""] = /^(\d{1,15})_([\w-]{36})$/.exec(text) ?? [];
  return isId(id) ? { endedAt: new Date(Number(time)), id } : undefined;
}

/** Address of the calendar, or of its table, with a filter. */
export function calendarHref(
  filter: Partial<CalendarFilter>,
  path: string = retentionPaths.calendar,
): string {
  const { stretch, leistungSlug, only, after } = filter;
  const query = new URLSearchParams({
    ...(stretch ? { [calendarFields.stretch]: stretch } : {}),
    ...(leistungSlug ? { [calendarFields.leistung]: leistungSlug } : {}),
    ...(only ? { [calendarFields.only]: onlyWords[only] } : {}),
    ...(after
      ? {
          [calendarFields.after]: `${String(after.endedAt.getTime())}_${after.id}`,
        }
      : {}),
  }).toString();
  return query === "" ? path : `${path}?${query}`;
}
