import { sql } from "kysely";
import type { Db } from "../../../platform/database/database.ts";
import type { StoredProfileValue } from "./identity-store.ts";
import type { AccountsTables } from "./tables.ts";

/** What somebody agreed to: a kind of use, and the thing it is about. */
export type ConsentKey = {
  readonly accountId: string;
  readonly kind: string;
  readonly subject: string;
};

export type StoredConsent = {
  id: string;
  kind: string;
  subject: string;
  /** Encrypted. */
  label: Buffer | null;
  granted_at: Date;
  revoked_at: Date | null;
};

/** Values of an account and whether a consent is in force, in one statement. A row without a value where the account has none. */
export async function listValuesWithConsent(
  db: Db,
  tenantId: string,
  { accountId, kind, subject }: ConsentKey,
): Promise<{ isConsented: boolean; values: readonly StoredProfileValue[] }> {
  const { rows } = await sql<
    { is_consented: boolean } & (
      | StoredProfileValue
      | { attribute: null; source: null }
    )
  >`
    select given.is_consented, known.attribute, known.value, known.source, known.assurance_level, known.obtained_at
    from (
      select exists (
        select from accounts.consent
        where tenant_id = ${tenantId}::uuid and account_id = ${accountId}::uuid
          and kind = ${kind} and subject = ${subject} and revoked_at is null
      ) as is_consented
    ) as given
    left join accounts.profile_value as known
      on known.tenant_id = ${tenantId}::uuid and known.account_id = ${accountId}::uuid
  `.execute(db);
  return {
    isConsented: rows[0]?.is_consented ?? false,
    values: rows.flatMap((row) => (row.attribute === null ? [] : [row])),
  };
}

export function listConsents(
  db: Db,
  tenantId: string,
  accountId: string,
): Promise<StoredConsent[]> {
  return db
    .$extendTables<AccountsTables>()
    .selectFrom("accounts.consent")
    .select(["id", "kind", "subject", "label", "granted_at", "revoked_at"])
    .where("tenant_id", "=", tenantId)
    .where("account_id", "=", accountId)
    .orderBy("granted_at", "desc")
    .execute();
}

/** False when the same is in force already. */
export async function insertConsent(
  db: Db,
  tenantId: string,
  consent: ConsentKey & {
    readonly id: string;
    /** Encrypted. */
    readonly label: Buffer;
    readonly now: Date;
  },
): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await db
    .$extendTables<AccountsTables>()
    .insertInto("accounts.consent")
    .values({
      tenant_id: tenantId,
      id: consent.id,
      account_id: consent.accountId,
      kind: consent.kind,
      subject: consent.subject,
      label: consent.label,
      granted_at: consent.now,
    })
    .onConflict((conflict) =>
      conflict
        .columns(["tenant_id", "account_id", "kind", "subject"])
        .where("revoked_at", "is", null)
        .doNothing(),
    )
    .executeTakeFirst();
  return numInsertedOrUpdatedRows === 1n;
}

/** Takes a consent back; undefined when it is another account's or was taken back before. */
export async function setRevoked(
  db: Db,
  tenantId: string,
  {
    accountId,
    consentId,
    now,
  }: {
    readonly accountId: string;
    readonly consentId: string;
    readonly now: Date;
  },
): Promise<{ kind: string; subject: string } | undefined> {
  return db
    .$extendTables<AccountsTables>()
    .updateTable("accounts.consent")
    .set({ revoked_at: now })
    .where("tenant_id", "=", tenantId)
    .where("account_id", "=", accountId)
    .where("id", "=", consentId)
    .where("revoked_at", "is", null)
    .returning(["kind", "subject"])
    .executeTakeFirst();
}
