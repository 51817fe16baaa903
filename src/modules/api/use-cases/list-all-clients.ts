import type { Context } from "../../../platform/context/context.ts";
import { ok, refuse, type Result } from "../../../platform/result/result.ts";
import type { Client } from "../domain/client.ts";
import { listTenantClients } from "../store/client-store.ts";

/** Every program that may call for this tenant, whatever the destination. For who manages accesses, and for auditors. */
export async function listAllClients(
  context: Context,
): Promise<
  Result<
    readonly (Client & { readonly lastUsedAt: Date | undefined })[],
    { readonly kind: "not-permitted" }
  >
> {
  const { actor, tenantId } = context;
  if (!actor.may("access.review")) return refuse({ kind: "not-permitted" });
  return ok(await context.read((db) => listTenantClients(db, tenantId)));
}
