import type { Context } from "../../../platform/context/context.ts";
import type { OwnLeistungen } from "../domain/own-leistung.ts";
import * as store from "../store/own-leistung-store.ts";

/** What this portal has of its own to hand out, or what changed of it since. As everybody may know it. Two statements. */
export async function listOwnLeistungen(
  context: Context,
  since?: Date,
): Promise<OwnLeistungen> {
  const { tenantId } = context;
  const [leistungen, responsibilities] = await context.read((db) =>
    Promise.all([
      store.listOwnLeistungen(db, tenantId, since),
      store.listResponsibilities(db, tenantId),
    ]),
  );
  return { leistungen, responsibilities };
}
