import type { Db } from "../../../platform/database/database.ts";
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
    .forNoKeyUpdate()
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
    .forNoKeyUpdate()
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

function tables(db: Db) {
  return db.$extendTables<RepresentationTables>();
}
