import type { Context } from "../../../platform/context/context.ts";
import { dayOf } from "../../../platform/calendar/calendar-day.ts";
import type { LeistungWithOffice } from "../domain/leistung.ts";
import type { Organisation } from "../domain/organisation.ts";
import * as store from "../store/organisation-store.ts";

/**
 * Who an imported directory says is responsible for a Leistung that has no office of the portal; undefined for all others, without a
 * statement, and where the directory names nobody. As everybody may know it.
 */
export function findResponsibleOrganisation(
  context: Context,
  { id, office, provider, takenOver }: LeistungWithOffice,
  ars: string,
): Promise<Organisation | undefined> {
  const { tenantId, now } = context;
  if (office !== null || provider !== undefined || takenOver === undefined)
    return Promise.resolve(undefined);
  return context.read((db) =>
    store.findResponsibleOrganisation(db, tenantId, {
      leistungId: id,
      ars,
      today: dayOf(now),
    }),
  );
}
