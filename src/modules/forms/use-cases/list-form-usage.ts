import type { Context } from "../../../platform/context/context.ts";
import { listLineBelow } from "../../tenants/index.ts";
import { usageBelow, type PortalUsage } from "../domain/form-usage.ts";
import {
  listVersionEntries,
  type FormVersionEntry,
} from "../store/form-store.ts";
import { listPublications } from "../store/publication-store.ts";
import { mayReadForms } from "./may-forms.ts";

export type FormUsage = {
  /** Portals of the tenant and of those below it. */
  readonly portals: number;
  /** By the version they show, the most used first. */
  readonly versions: readonly VersionUsage[];
};

export type VersionUsage = {
  readonly version: FormVersionEntry;
  readonly portals: readonly PortalUsage[];
};

/** Which version of a form the tenant and the portals below it show. Empty for those who may not read forms. */
export async function listFormUsage(
  context: Context,
  formKey: string,
): Promise<FormUsage> {
  if (!mayReadForms(context)) return { portals: 0, versions: [] };
  return context.transaction(async (db) => {
    const members = await listLineBelow(db, context.tenantId);
    const publications = await listPublications(
      db,
      members.map(({ tenantId }) => tenantId),
      formKey,
    );
    const portals = usageBelow(members, publications);
    const byVersion = Map.groupBy(portals, (each) => each.formVersionId);
    const entries = await listVersionEntries(db, [...byVersion.keys()]);
    const versions = entries
      .map((version) => ({
        version,
        portals: byVersion.get(version.formVersionId) ?? [],
      }))
      .toSorted((one, other) => other.portals.length - one.portals.length);
    return {
      portals: members.filter(({ hasPortal }) => hasPortal).length,
      versions,
    };
  });
}
