import type { Context } from "../../../platform/context/context.ts";
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
  const { actor, tenantId } = context;
  if (!actor.may("catalogue.edit")) return Promise.resolve([]);
  return context.read((db) =>
    "key" in sought
      ? findOrganisation(db, tenantId, sought.key)
      : findOrganisations(db, tenantId, sought.words),
  );
}
