import type { Context } from "../../../platform/context/context.ts";
import { dayOf } from "../../../platform/calendar/calendar-day.ts";
import type {
  DirectoryLeistung,
  Organisation,
} from "../domain/organisation.ts";
import * as store from "../store/organisation-store.ts";

/** Who an imported directory says is responsible for a Leistung of it; undefined where it names nobody. As everybody may know it. One statement. */
export function findResponsibleOrganisation(
  context: Context,
  leistung: DirectoryLeistung,
  ars: string,
): Promise<Organisation | undefined> {
  const { tenantId, now } = context;
  return context.read((db) =>
    store.findResponsibleOrganisation(db, tenantId, {
      leistung,
      ars,
      today: dayOf(now),
    }),
  );
}
