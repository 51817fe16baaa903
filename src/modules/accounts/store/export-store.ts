import type { Db } from "../../../platform/database/database.ts";
import type { AccountsTables } from "./tables.ts";

/** Sessions, passkeys, consents and notices of an account, as they are told to its owner. */
export async function listForExport(
  db: Db,
  tenantId: string,
  accountId: string,
) {
  const tables = db.$extendTables<AccountsTables>();
  const [sessions, passkeys, consents, notices] = await Promise.all([
    tables
      .selectFrom("accounts.session")
      .select(["portal_tenant_id", "device", "created_at", "last_seen_at"])
      .where("tenant_id", "=", tenantId)
      .where("account_id", "=", accountId)
      .orderBy("created_at")
      .execute(),
    tables
      .selectFrom("accounts.passkey")
      .select(["created_at", "last_used_at"])
      .where("tenant_id", "=", tenantId)
      .where("account_id", "=", accountId)
      .orderBy("created_at")
      .execute(),
    tables
      .selectFrom("accounts.consent")
      .select(["id", "kind", "subject", "label", "granted_at", "revoked_at"])
      .where("tenant_id", "=", tenantId)
      .where("account_id", "=", accountId)
      .orderBy("granted_at")
      .execute(),
    tables
      .selectFrom("accounts.notice")
      .select(["news", "created_at"])
      .where("tenant_id", "=", tenantId)
      .where("account_id", "=", accountId)
      .orderBy("created_at")
      .execute(),
  ]);
  return { sessions, passkeys, consents, notices };
}
