import type { Db } from "../../../platform/database/database.ts";
import type { ActionKind } from "../domain/action.ts";
import type { RepresentationTables } from "./tables.ts";

/** Written once: the same id again changes nothing. */
export async function insertAction(
  db: Db,
  tenantId: string,
  action: {
    readonly id: string;
    readonly partyId: string;
    readonly accountId: string;
    readonly kind: ActionKind;
    /** Encrypted. */
    readonly details: Buffer;
    readonly at: Date;
  },
): Promise<void> {
  await db
    .$extendTables<RepresentationTables>()
    .insertInto("representation.action")
    .values({
      tenant_id: tenantId,
      id: action.id,
      party_id: action.partyId,
      account_id: action.accountId,
      kind: action.kind,
      details: action.details,
      at: action.at,
    })
    .onConflict((conflict) => conflict.columns(["tenant_id", "id"]).doNothing())
    .execute();
}

/** What was done for a party, by everybody or by one account; the newest first. */
export async function listActions(
  db: Db,
  tenantId: string,
  {
    partyId,
    accountId,
    limit,
  }: {
    readonly partyId: string;
    readonly accountId?: string | undefined;
    readonly limit: number;
  },
) {
  return db
    .$extendTables<RepresentationTables>()
    .selectFrom("representation.action")
    .selectAll()
    .where("tenant_id", "=", tenantId)
    .where("party_id", "=", partyId)
    .$if(accountId !== undefined, (query) =>
      query.where("account_id", "=", accountId ?? ""),
    )
    .orderBy("at", "desc")
    .orderBy("id")
    .limit(limit)
    .execute();
}
