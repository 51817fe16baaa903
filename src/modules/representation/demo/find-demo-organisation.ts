import type { Context } from "../../../platform/context/context.ts";
import { listOrganisationsOf } from "../store/organisation-store.ts";

/** Id of the organisation that belongs to this account. Throws where there is none. */
export async function findDemoOrganisation(
  context: Context,
  ownerId: string,
): Promise<string> {
  const [first] = await context.transaction((db) =>
    listOrganisationsOf(db, context.tenantId, ownerId),
  );
  if (!first) throw new Error("demo: there is no organisation");
  return first.id;
}
