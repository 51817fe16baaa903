import type { Db } from "../../../platform/database/database.ts";
import type { FactorLevel } from "../domain/passkey.ts";
import { updateAccount } from "./account-store.ts";
import type { AccountsTables } from "./tables.ts";

export async function savePendingSecret(
  db: Db,
  tenantId: string,
  {
    accountId,
    secret,
  }: {
    readonly accountId: string;
    /** Encrypted. */
    readonly secret: Buffer;
  },
): Promise<void> {
  await updateAccount(db, tenantId, accountId)
    .set({ totp_pending_secret: secret })
    .execute();
}

/** The waiting secret counts from now on, and its first code is used. False when another one waits by now. */
export async function activateSecret(
  db: Db,
  tenantId: string,
  factor: {
    readonly accountId: string;
    readonly secret: Buffer;
    readonly step: number;
    readonly level: FactorLevel;
  },
): Promise<boolean> {
  const { numUpdatedRows } = await updateAccount(db, tenantId, factor.accountId)
    .set({
      totp_secret: factor.secret,
      totp_pending_secret: null,
      totp_last_step: String(factor.step),
      totp_assurance_level: factor.level,
    })
    .where("totp_pending_secret", "=", factor.secret)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

/** The app was shown for a code that was confirmed at the counter; false when there is none any more. */
export async function raiseApp(
  db: Db,
  tenantId: string,
  accountId: string,
): Promise<boolean> {
  const { numUpdatedRows } = await updateAccount(db, tenantId, accountId)
    .set({ totp_assurance_level: "substantial" })
    .where("totp_secret", "is not", null)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

/** Nothing is left of the second factor. */
export async function removeSecret(
  db: Db,
  tenantId: string,
  accountId: string,
): Promise<void> {
  await updateAccount(db, tenantId, accountId)
    .set({
      totp_secret: null,
      totp_pending_secret: null,
      totp_last_step: null,
      totp_assurance_level: "low",
    })
    .execute();
}

/** False when this step or a later one was used before. */
export async function useStep(
  db: Db,
  tenantId: string,
  { accountId, step }: { readonly accountId: string; readonly step: number },
): Promise<boolean> {
  const { numUpdatedRows } = await updateAccount(db, tenantId, accountId)
    .set({ totp_last_step: String(step) })
    .where((row) =>
      row.or([
        row("totp_last_step", "is", null),
        row("totp_last_step", "<", String(step)),
      ]),
    )
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

/** New codes in place of all earlier ones. */
export async function replaceRecoveryCodes(
  db: Db,
  tenantId: string,
  {
    accountId,
    hashes,
  }: {
    readonly accountId: string;
    readonly hashes: readonly Buffer[];
  },
): Promise<void> {
  const tables = db.$extendTables<AccountsTables>();
  await tables
    .deleteFrom("accounts.recovery_code")
    .where("tenant_id", "=", tenantId)
    .where("account_id", "=", accountId)
    .execute();
  if (hashes.length === 0) return;
  await tables
    .insertInto("accounts.recovery_code")
    .values(
      hashes.map((hash) => ({
        tenant_id: tenantId,
        account_id: accountId,
        code_hash: hash,
      })),
    )
    .execute();
}

/** False when there is no such code or it was used before. */
export async function useRecoveryCode(
  db: Db,
  tenantId: string,
  code: {
    readonly accountId: string;
    readonly hash: Buffer;
    readonly now: Date;
  },
): Promise<boolean> {
  const { numUpdatedRows } = await db
    .$extendTables<AccountsTables>()
    .updateTable("accounts.recovery_code")
    .set({ used_at: code.now })
    .where("tenant_id", "=", tenantId)
    .where("account_id", "=", code.accountId)
    .where("code_hash", "=", code.hash)
    .where("used_at", "is", null)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

export async function countRecoveryCodes(
  db: Db,
  tenantId: string,
  accountId: string,
): Promise<number> {
  const row = await db
    .$extendTables<AccountsTables>()
    .selectFrom("accounts.recovery_code")
    .select((select) => select.fn.countAll<string>().as("left"))
    .where("tenant_id", "=", tenantId)
    .where("account_id", "=", accountId)
    .where("used_at", "is", null)
    .executeTakeFirstOrThrow();
  return Number(row.left);
}
