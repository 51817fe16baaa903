import type { Db } from "../../../platform/database/database.ts";
import type { RepresentationTables } from "./tables.ts";

type Moved = { readonly from: string; readonly to: string };

/** Memberships become the other account's; where both were members the one that may more is left. */
export async function moveMemberships(
  db: Db,
  tenantId: string,
  { from, to }: Moved,
): Promise<void> {
  const both = await tables(db)
    .selectFrom("representation.membership")
    .select(["id", "organisation_id", "account_id", "role"])
    .where("tenant_id", "=", tenantId)
    .where("account_id", "in", [from, to])
    .execute();
  const surplus = [...Map.groupBy(both, (it) => it.organisation_id).values()]
    .filter((its) => its.length > 1)
    .flatMap((its) => its.toSorted((a, b) => rank[a.role] - rank[b.role]))
    .filter(({ organisation_id }, index, all) =>
      all.slice(0, index).some((it) => it.organisation_id === organisation_id),
    );
  for (const { id } of surplus)
    await tables(db)
      .deleteFrom("representation.membership")
      .where("tenant_id", "=", tenantId)
      .where("id", "=", id)
      .execute();
  await tables(db)
    .updateTable("representation.membership")
    .set({ account_id: to })
    .where("tenant_id", "=", tenantId)
    .where("account_id", "=", from)
    .execute();
}

const rank = { owner: 0, signatory: 1, preparer: 2 } as const;

/** Mandates become the other account's; those the two gave each other are without use and go. */
export async function moveMandates(
  db: Db,
  tenantId: string,
  { from, to }: Moved,
): Promise<void> {
  await tables(db)
    .deleteFrom("representation.mandate")
    .where("tenant_id", "=", tenantId)
    .where("grantor_id", "in", [from, to])
    .where("grantee_id", "in", [from, to])
    .execute();
  await tables(db)
    .updateTable("representation.mandate")
    .set({ grantor_id: to, party_id: to })
    .where("tenant_id", "=", tenantId)
    .where("grantor_id", "=", from)
    .execute();
  await tables(db)
    .updateTable("representation.mandate")
    .set({ grantee_id: to })
    .where("tenant_id", "=", tenantId)
    .where("grantee_id", "=", from)
    .execute();
}

/** Invitations it sent, and what was done by it and for it. */
export async function moveTraces(
  db: Db,
  tenantId: string,
  { from, to }: Moved,
): Promise<void> {
  await tables(db)
    .updateTable("representation.invitation")
    .set({ invited_by: to })
    .where("tenant_id", "=", tenantId)
    .where("invited_by", "=", from)
    .execute();
  await tables(db)
    .updateTable("representation.action")
    .set({ account_id: to })
    .where("tenant_id", "=", tenantId)
    .where("account_id", "=", from)
    .execute();
  await tables(db)
    .updateTable("representation.action")
    .set({ party_id: to })
    .where("tenant_id", "=", tenantId)
    .where("party_id", "=", from)
    .execute();
}

/** What was done for a party that is no more. */
export async function deleteActionsFor(
  db: Db,
  tenantId: string,
  partyId: string,
): Promise<void> {
  await tables(db)
    .deleteFrom("representation.action")
    .where("tenant_id", "=", tenantId)
    .where("party_id", "=", partyId)
    .execute();
}

function tables(db: Db) {
  return db.$extendTables<RepresentationTables>();
}
