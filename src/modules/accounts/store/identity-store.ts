import type { Db } from "../../../platform/database/database.ts";
import type { AssuranceLevel, ProvenLevel } from "../domain/assurance-level.ts";
import type { ProfileAttribute } from "../domain/profile-attributes.ts";
import type { AccountsTables } from "./tables.ts";

export type StoredIdentity = {
  id: string;
  account_id: string;
  provider: string;
  assurance_level: ProvenLevel;
  linked_at: Date;
  last_used_at: Date;
  /** Encrypted. */
  postfach_handle: Buffer | null;
};

const columns = [
  "id",
  "account_id",
  "provider",
  "assurance_level",
  "linked_at",
  "last_used_at",
  "postfach_handle",
] as const;

export function findIdentity(
  db: Db,
  tenantId: string,
  {
    provider,
    subjectFingerprint,
  }: { readonly provider: string; readonly subjectFingerprint: Buffer },
): Promise<StoredIdentity | undefined> {
  return db
    .$extendTables<AccountsTables>()
    .selectFrom("accounts.identity")
    .select(columns)
    .where("tenant_id", "=", tenantId)
    .where("provider", "=", provider)
    .where("subject_fingerprint", "=", subjectFingerprint)
    .executeTakeFirst();
}

export function listIdentities(
  db: Db,
  tenantId: string,
  accountId: string,
): Promise<StoredIdentity[]> {
  return db
    .$extendTables<AccountsTables>()
    .selectFrom("accounts.identity")
    .select(columns)
    .where("tenant_id", "=", tenantId)
    .where("account_id", "=", accountId)
    .orderBy("linked_at")
    .execute();
}

export async function deleteIdentity(
  db: Db,
  tenantId: string,
  {
    accountId,
    identityId,
  }: { readonly accountId: string; readonly identityId: string },
): Promise<void> {
  await db
    .$extendTables<AccountsTables>()
    .deleteFrom("accounts.identity")
    .where("tenant_id", "=", tenantId)
    .where("id", "=", identityId)
    .where("account_id", "=", accountId)
    .execute();
}

export async function countPasskeys(
  db: Db,
  tenantId: string,
  accountId: string,
): Promise<number> {
  const { count } = await db
    .$extendTables<AccountsTables>()
    .selectFrom("accounts.passkey")
    .select((row) => row.fn.countAll<string>().as("count"))
    .where("tenant_id", "=", tenantId)
    .where("account_id", "=", accountId)
    .executeTakeFirstOrThrow();
  return Number(count);
}

export type NewIdentity = {
  readonly id: string;
  readonly accountId: string;
  readonly provider: string;
  readonly subjectFingerprint: Buffer;
  /** Encrypted. */
  readonly subject: Buffer;
  /** Encrypted. */
  readonly postfachHandle: Buffer | null;
  readonly assuranceLevel: ProvenLevel;
  readonly now: Date;
};

/** Links an identity to an account; false when it is linked already, to this account or another. */
export async function insertIdentity(
  db: Db,
  tenantId: string,
  identity: NewIdentity,
): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await db
    .$extendTables<AccountsTables>()
    .insertInto("accounts.identity")
    .values({
      tenant_id: tenantId,
      id: identity.id,
      account_id: identity.accountId,
      provider: identity.provider,
      subject_fingerprint: identity.subjectFingerprint,
      subject: identity.subject,
      postfach_handle: identity.postfachHandle,
      assurance_level: identity.assuranceLevel,
      linked_at: identity.now,
      last_used_at: identity.now,
    })
    .onConflict((conflict) =>
      conflict
        .columns(["tenant_id", "provider", "subject_fingerprint"])
        .doNothing(),
    )
    .executeTakeFirst();
  return numInsertedOrUpdatedRows === 1n;
}

/** Notes a use, and the level where it is the highest so far: what was proven once stays known. */
export async function noteIdentityUse(
  db: Db,
  tenantId: string,
  {
    identityId,
    assuranceLevel,
    postfachHandle,
    now,
  }: {
    readonly identityId: string;
    readonly assuranceLevel: ProvenLevel;
    /** Encrypted; null: nothing was said of it. */
    readonly postfachHandle: Buffer | null;
    readonly now: Date;
  },
): Promise<void> {
  await db
    .$extendTables<AccountsTables>()
    .updateTable("accounts.identity")
    .set({
      last_used_at: now,
      assurance_level: assuranceLevel,
      ...(postfachHandle && { postfach_handle: postfachHandle }),
    })
    .where("tenant_id", "=", tenantId)
    .where("id", "=", identityId)
    .execute();
}

export type NewProfileValue = {
  readonly accountId: string;
  readonly attribute: ProfileAttribute;
  /** Encrypted. */
  readonly value: Buffer;
  readonly source: string;
  readonly assuranceLevel: AssuranceLevel;
  readonly now: Date;
};

/** Writes a value over the one before. Whether it may is the use case's matter. */
export async function saveProfileValue(
  db: Db,
  tenantId: string,
  value: NewProfileValue,
): Promise<void> {
  const stored = {
    value: value.value,
    source: value.source,
    assurance_level: value.assuranceLevel,
    obtained_at: value.now,
  };
  await db
    .$extendTables<AccountsTables>()
    .insertInto("accounts.profile_value")
    .values({
      tenant_id: tenantId,
      account_id: value.accountId,
      attribute: value.attribute,
      ...stored,
    })
    .onConflict((conflict) =>
      conflict
        .columns(["tenant_id", "account_id", "attribute"])
        .doUpdateSet(stored),
    )
    .execute();
}

export async function deleteProfileValue(
  db: Db,
  tenantId: string,
  {
    accountId,
    attribute,
  }: { readonly accountId: string; readonly attribute: ProfileAttribute },
): Promise<void> {
  await db
    .$extendTables<AccountsTables>()
    .deleteFrom("accounts.profile_value")
    .where("tenant_id", "=", tenantId)
    .where("account_id", "=", accountId)
    .where("attribute", "=", attribute)
    .execute();
}

export type StoredProfileValue = {
  attribute: string;
  value: Buffer;
  source: string;
  assurance_level: AssuranceLevel;
  obtained_at: Date;
};

export function listProfileValues(
  db: Db,
  tenantId: string,
  accountId: string,
): Promise<StoredProfileValue[]> {
  return db
    .$extendTables<AccountsTables>()
    .selectFrom("accounts.profile_value")
    .select(["attribute", "value", "source", "assurance_level", "obtained_at"])
    .where("tenant_id", "=", tenantId)
    .where("account_id", "=", accountId)
    .execute();
}
