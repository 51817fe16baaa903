import type { Context } from "../../../platform/context/context.ts";
import { lockTenants } from "../../../platform/database/lock-tenants.ts";
import { isId } from "../../../platform/values/id.ts";
import { listOpinions } from "../store/opinion-store.ts";

/**
 * The context of somebody whose next transaction writes at several authorities: its own, the named ones, and those that are asked for an opinion
 * on the Vorgang. Each of them has a log that the transaction locks; two authorities that hand over to each other at the same moment would
 * else wait for each other's until the database ends one of them.
 */
export async function amongAuthorities(
  context: Context,
  vorgangId: string | undefined,
  others: readonly string[] = [],
): Promise<Context> {
  const { tenantId } = context;
  const asked =
    vorgangId !== undefined && isId(vorgangId)
      ? await context.transaction((db) => listOpinions(db, tenantId, vorgangId))
      : [];
  const tenantIds = [
    tenantId,
    ...others,
    ...asked.map(({ askedTenantId }) => askedTenantId),
  ];
  return {
    ...context,
    transaction: (work) =>
      context.transaction(async (db) => {
        await lockTenants(db, tenantIds);
        return work(db);
      }),
  };
}
