import type { Context } from "../../../platform/context/context.ts";
import { dayOf } from "../../../platform/calendar/calendar-day.ts";
import type { Organisation } from "../domain/organisation.ts";
import {
  findOrganisation,
  findOrganisations,
} from "../store/organisation-store.ts";

/** Organisationseinheiten of the tenant's imported directories, by a part of the name (some, by name) or by their key. For editors (`catalogue.edit`); others find none. */
export function findDirectoryOffices(
  context: Context,
  sought: { readonly words: string } | { readonly key: string },
): Promise<readonly Organisation[]> {
  const { actor, tenantId, now } = context;
  if (!actor.may("catalogue.edit")) return Promise.resolve([]);
  const today = dayOf(now);
  return context.read((db) =>
    "key" in sought
      ? findOrganisation(db, tenantId, { ...sought, today })
      : findOrganisations(db, tenantId, { ...sought, today }),
  );
}
