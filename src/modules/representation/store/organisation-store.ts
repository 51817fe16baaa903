import type { Db } from "../../../platform/database/database.ts";
import type { Role } from "../domain/roles.ts";
import type { RepresentationTables } from "./tables.ts";

type Level =
  RepresentationTables["representation.organisation"]["assurance_level"];

export type StoredOrganisation = {
  readonly id: string;
  /** Encrypted. */
  readonly details: Buffer;
  readonly source: string;
  readonly assuranceLevel: Level;
  readonly subjectFingerprint: Buffer | null;
};

export async function insertOrganisation(
  db: Db,
  tenantId: string,
  {
    id,
    details,
    source,
    now,
    ...level
  }: StoredOrganisation & { readonly now: Date },
): Promise<void> {
  await tables(db)
    .insertInto("representation.organisation")
    .values({
      tenant_id: tenantId,
      id,
      details,
      source,
      assurance_level: level.assuranceLevel,
      subject_fingerprint: level.subjectFingerprint,
      obtained_at: now,
      created_at: now,
    })
    .execute();
}

/** The organisation a provider named before; locked until the transaction ends. */
export async function findAssertedForUpdate(
  db: Db,
  tenantId: string,
  asserted: { readonly source: string; readonly subjectFingerprint: Buffer },
) {
  return selectOrganisations(db, tenantId)
    .where("source", "=", asserted.source)
    .where("subject_fingerprint", "=", asserted.subjectFingerprint)
    .forUpdate()
    .executeTakeFirst();
}

export async function findOrganisation(
  db: Db,
  tenantId: string,
  organisationId: string,
) {
  return selectOrganisations(db, tenantId)
    .where("id", "=", organisationId)
    .executeTakeFirst();
}

/** For one of its members only, whose membership was given by an owner or confirmed after that moment. */
export function findOrganisationOfMember(
  db: Db,
  tenantId: string,
  {
    organisationId,
    accountId,
    confirmedAfter,
  }: {
    readonly organisationId: string;
    readonly accountId: string;
    readonly confirmedAfter: Date;
  },
) {
  return selectOrganisations(db, tenantId)
    .where("id", "=", organisationId)
    .where("id", "in", (from) =>
      from
        .selectFrom("representation.membership")
        .select("organisation_id")
        .where("tenant_id", "=", tenantId)
        .where("account_id", "=", accountId)
        .where((given) =>
          given.or([
            given("confirmed_at", "is", null),
            given("confirmed_at", ">", confirmedAfter),
          ]),
        ),
    )
    .executeTakeFirst();
}

/** Whoever changes members does so one after the other: two owners cannot leave at the same time. */
export async function lockOrganisation(
  db: Db,
  tenantId: string,
  organisationId: string,
): Promise<void> {
  await selectOrganisations(db, tenantId)
    .where("id", "=", organisationId)
    .forUpdate()
    .execute();
}

export async function saveDetails(
  db: Db,
  tenantId: string,
  saved: {
    readonly id: string;
    readonly details: Buffer;
    readonly assuranceLevel: Level;
    readonly now: Date;
  },
): Promise<void> {
  await tables(db)
    .updateTable("representation.organisation")
    .set({
      details: saved.details,
      assurance_level: saved.assuranceLevel,
      obtained_at: saved.now,
    })
    .where("tenant_id", "=", tenantId)
    .where("id", "=", saved.id)
    .execute();
}

/** With its members and invitations. */
export async function deleteOrganisation(
  db: Db,
  tenantId: string,
  organisationId: string,
): Promise<void> {
  await tables(db)
    .deleteFrom("representation.organisation")
    .where("tenant_id", "=", tenantId)
    .where("id", "=", organisationId)
    .execute();
}

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

/** Organisations of an account with its role in them, oldest first. */
export async function listOrganisationsOf(
  db: Db,
  tenantId: string,
  accountId: string,
) {
  return tables(db)
    .selectFrom("representation.membership as membership")
    .innerJoin("representation.organisation as organisation", (join) =>
      join
        .onRef("organisation.tenant_id", "=", "membership.tenant_id")
        .onRef("organisation.id", "=", "membership.organisation_id"),
    )
    .select([
      "organisation.id",
      "organisation.details",
      "membership.role",
      "membership.confirmed_at",
    ])
    .where("membership.tenant_id", "=", tenantId)
    .where("membership.account_id", "=", accountId)
    .orderBy("membership.joined_at")
    .orderBy("organisation.id")
    .execute();
}

function selectOrganisations(db: Db, tenantId: string) {
  return tables(db)
    .selectFrom("representation.organisation")
    .selectAll()
    .where("tenant_id", "=", tenantId);
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
