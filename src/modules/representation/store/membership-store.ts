import type { Db } from "../../../platform/database/database.ts";
import type { Role } from "../domain/roles.ts";
import type { RepresentationTables } from "./tables.ts";

/** False when the account is a member already; then only a new confirmation is noted. */
export async function insertMembership(
  db: Db,
  tenantId: string,
  membership: {
    readonly id: string;
    readonly organisationId: string;
    readonly accountId: string;
    readonly role: Role;
    readonly now: Date;
    /** Set where an Organisationskonto says so. */
    readonly confirmedAt?: Date;
  },
): Promise<boolean> {
  const { confirmedAt } = membership;
  const inserted = await tables(db)
    .insertInto("representation.membership")
    .values({
      tenant_id: tenantId,
      id: membership.id,
      organisation_id: membership.organisationId,
      account_id: membership.accountId,
      role: membership.role,
      joined_at: membership.now,
      confirmed_at: confirmedAt ?? null,
    })
    .onConflict((conflict) =>
      conflict
        .columns(["tenant_id", "organisation_id", "account_id"])
        .doNothing(),
    )
    .returning("id")
    .executeTakeFirst();
  if (inserted === undefined && confirmedAt)
    await noteConfirmed(db, tenantId, { ...membership, confirmedAt });
  return inserted !== undefined;
}

/** A member whom an owner invited stays the owner's business. */
async function noteConfirmed(
  db: Db,
  tenantId: string,
  confirmed: {
    readonly organisationId: string;
    readonly accountId: string;
    readonly confirmedAt: Date;
  },
): Promise<void> {
  await tables(db)
    .updateTable("representation.membership")
    .set({ confirmed_at: confirmed.confirmedAt })
    .where("tenant_id", "=", tenantId)
    .where("organisation_id", "=", confirmed.organisationId)
    .where("account_id", "=", confirmed.accountId)
    .where("confirmed_at", "is not", null)
    .execute();
}

/** Where a member has a Postfach for the organisation. */
export async function savePostfachHandle(
  db: Db,
  tenantId: string,
  saved: { readonly membershipId: string; readonly handle: Buffer },
): Promise<void> {
  await tables(db)
    .updateTable("representation.membership")
    .set({ postfach_handle: saved.handle })
    .where("tenant_id", "=", tenantId)
    .where("id", "=", saved.membershipId)
    .execute();
}

/** The role of an account in an organisation; undefined: none of its business. */
export async function findRole(
  db: Db,
  tenantId: string,
  {
    organisationId,
    accountId,
  }: { readonly organisationId: string; readonly accountId: string },
): Promise<Role | undefined> {
  const found = await findMember(db, tenantId, { organisationId, accountId });
  return found?.role;
}

/** The membership of an account in an organisation. */
export async function findMember(
  db: Db,
  tenantId: string,
  {
    organisationId,
    accountId,
  }: { readonly organisationId: string; readonly accountId: string },
) {
  return selectMembers(db, tenantId)
    .where("organisation_id", "=", organisationId)
    .where("account_id", "=", accountId)
    .executeTakeFirst();
}

export async function findMembership(
  db: Db,
  tenantId: string,
  membershipId: string,
) {
  return selectMembers(db, tenantId)
    .where("id", "=", membershipId)
    .executeTakeFirst();
}

/** Oldest first. */
export async function listMembers(
  db: Db,
  tenantId: string,
  organisationId: string,
) {
  return selectMembers(db, tenantId)
    .where("organisation_id", "=", organisationId)
    .orderBy("joined_at")
    .orderBy("id")
    .execute();
}

export async function saveRole(
  db: Db,
  tenantId: string,
  {
    membershipId,
    role,
  }: { readonly membershipId: string; readonly role: Role },
): Promise<void> {
  await tables(db)
    .updateTable("representation.membership")
    .set({ role })
    .where("tenant_id", "=", tenantId)
    .where("id", "=", membershipId)
    .execute();
}

/** An owner's invitation takes the place of what an Organisationskonto once said. */
export async function renewMembership(
  db: Db,
  tenantId: string,
  {
    membershipId,
    role,
    now,
  }: {
    readonly membershipId: string;
    readonly role: Role;
    readonly now: Date;
  },
): Promise<void> {
  await tables(db)
    .updateTable("representation.membership")
    .set({ role, joined_at: now, confirmed_at: null })
    .where("tenant_id", "=", tenantId)
    .where("id", "=", membershipId)
    .execute();
}

export async function deleteMembership(
  db: Db,
  tenantId: string,
  membershipId: string,
): Promise<void> {
  await tables(db)
    .deleteFrom("representation.membership")
    .where("tenant_id", "=", tenantId)
    .where("id", "=", membershipId)
    .execute();
}

function selectMembers(db: Db, tenantId: string) {
  return tables(db)
    .selectFrom("representation.membership")
    .selectAll()
    .where("tenant_id", "=", tenantId);
}

function tables(db: Db) {
  return db.$extendTables<RepresentationTables>();
}
