import type { Locale } from "../../../platform/i18n/texts.ts";
import type {
  CalendarFilter,
  DeletionCalendar,
} from "../use-cases/read-calendar.ts";

export type CalendarPageProps = {
  readonly locale: Locale;
  readonly calendar: DeletionCalendar;
  readonly filter: CalendarFilter;
  /** May note what the archive said. */
  readonly mayEdit: boolean;
  /** How many a step was noted for just now. */
  readonly noted?: number | undefined;
};
