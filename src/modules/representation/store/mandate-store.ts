import type { Selectable } from "kysely";
import type { Db } from "../../../platform/database/database.ts";
import type { Basis } from "../domain/mandate.ts";
import type { Scope } from "../domain/scope.ts";
import type { RepresentationTables } from "./tables.ts";

export type StoredMandate = {
  readonly id: string;
  readonly partyId: string;
  readonly basis: Basis;
  readonly grantorId: string | null;
  readonly granteeId: string | null;
  readonly scope: Scope;
  /** Encrypted. */
  readonly details: Buffer;
  readonly validUntil: string;
  readonly createdAt: Date;
  readonly acceptedAt: Date | null;
  readonly revokedAt: Date | null;
};

export async function insertMandate(
  db: Db,
  tenantId: string,
  { scope, ...mandate }: Omit<StoredMandate, "revokedAt">,
): Promise<void> {
  await tables(db)
    .insertInto("representation.mandate")
    .values({
      tenant_id: tenantId,
      id: mandate.id,
      party_id: mandate.partyId,
      basis: mandate.basis,
      grantor_id: mandate.grantorId,
      grantee_id: mandate.granteeId,
      scope_kind: scope.kind,
      scope_key: scope.kind === "all" ? null : scope.key,
      details: mandate.details,
      valid_until: mandate.validUntil,
      created_at: mandate.createdAt,
      accepted_at: mandate.acceptedAt,
    })
    .execute();
}

/** Seen by both sides only. */
export async function findMandateOf(
  db: Db,
  tenantId: string,
  {
    mandateId,
    accountId,
  }: { readonly mandateId: string; readonly accountId: string },
): Promise<StoredMandate | undefined> {
  const row = await selectMandates(db, tenantId)
    .where("id", "=", mandateId)
    .where((column) =>
      column.or([
        column("grantor_id", "=", accountId),
        column("grantee_id", "=", accountId),
      ]),
    )
    .executeTakeFirst();
  return row && mandateOf(row);
}

export async function findMandate(
  db: Db,
  tenantId: string,
  mandateId: string,
): Promise<StoredMandate | undefined> {
  const row = await selectMandates(db, tenantId)
    .where("id", "=", mandateId)
    .executeTakeFirst();
  return row && mandateOf(row);
}

/** Given and received, newest first. */
export async function listMandatesOf(
  db: Db,
  tenantId: string,
  accountId: string,
): Promise<StoredMandate[]> {
  const rows = await selectMandates(db, tenantId)
    .where((column) =>
      column.or([
        column("grantor_id", "=", accountId),
        column("grantee_id", "=", accountId),
      ]),
    )
    .orderBy("created_at", "desc")
    .orderBy("id")
    .execute();
  return rows.map(mandateOf);
}

/** By which somebody may act today; for one party, or for all. */
export async function listMandatesInForce(
  db: Db,
  tenantId: string,
  found: {
    readonly granteeId: string;
    readonly partyId?: string | undefined;
    readonly today: string;
  },
): Promise<StoredMandate[]> {
  const rows = await selectMandates(db, tenantId)
    .where("grantee_id", "=", found.granteeId)
    .where("revoked_at", "is", null)
    .where("valid_until", ">=", found.today)
    .$if(found.partyId !== undefined, (query) =>
      query.where("party_id", "=", found.partyId ?? ""),
    )
    .orderBy("created_at")
    .execute();
  return rows.map(mandateOf);
}

/** False when it was accepted or revoked before. */
export async function acceptMandate(
  db: Db,
  tenantId: string,
  accepted: {
    readonly mandateId: string;
    readonly granteeId: string;
    readonly now: Date;
  },
): Promise<boolean> {
  const row = await tables(db)
    .updateTable("representation.mandate")
    .set({ grantee_id: accepted.granteeId, accepted_at: accepted.now })
    .where("tenant_id", "=", tenantId)
    .where("id", "=", accepted.mandateId)
    .where("grantee_id", "is", null)
    .where("revoked_at", "is", null)
    .returning("id")
    .executeTakeFirst();
  return row !== undefined;
}

/** False when it was revoked before. */
export async function revokeMandate(
  db: Db,
  tenantId: string,
  revoked: {
    readonly mandateId: string;
    readonly accountId: string;
    readonly now: Date;
  },
): Promise<boolean> {
  const row = await tables(db)
    .updateTable("representation.mandate")
    .set({ revoked_at: revoked.now, revoked_by: revoked.accountId })
    .where("tenant_id", "=", tenantId)
    .where("id", "=", revoked.mandateId)
    .where("revoked_at", "is", null)
    .returning("id")
    .executeTakeFirst();
  return row !== undefined;
}

function selectMandates(db: Db, tenantId: string) {
  return tables(db)
    .selectFrom("representation.mandate")
    .selectAll()
    .where("tenant_id", "=", tenantId);
}

function mandateOf(
  row: Selectable<RepresentationTables["representation.mandate"]>,
): StoredMandate {
  return {
    id: row.id,
    partyId: row.party_id,
    basis: row.basis,
    grantorId: row.grantor_id,
    granteeId: row.grantee_id,
    scope:
      row.scope_kind === "all" || row.scope_key === null
        ? { kind: "all" }
        : { kind: row.scope_kind, key: row.scope_key },
    details: row.details,
    validUntil: row.valid_until,
    createdAt: row.created_at,
    acceptedAt: row.accepted_at,
    revokedAt: row.revoked_at,
  };
}

function tables(db: Db) {
  return db.$extendTables<RepresentationTables>();
}
