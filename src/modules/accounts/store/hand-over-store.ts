import type { Db } from "../../../platform/database/database.ts";
import type { ProvenLevel } from "../domain/assurance-level.ts";
import type { AccountsTables } from "./tables.ts";

export type NewHandOver = {
  readonly tokenHash: Buffer;
  readonly accountId: string;
  readonly sessionId: Buffer;
  readonly portalTenantId: string;
  readonly returnPath: string;
  readonly expiresAt: Date;
};

/** Keeps a passage in place of earlier ones of the same session. */
export async function insertHandOver(
  db: Db,
  tenantId: string,
  handOver: NewHandOver,
): Promise<void> {
  const tables = db.$extendTables<AccountsTables>();
  await tables
    .deleteFrom("accounts.hand_over")
    .where("tenant_id", "=", tenantId)
    .where("session_id", "=", handOver.sessionId)
    .execute();
  await tables
    .insertInto("accounts.hand_over")
    .values({
      tenant_id: tenantId,
      token_hash: handOver.tokenHash,
      account_id: handOver.accountId,
      session_id: handOver.sessionId,
      portal_tenant_id: handOver.portalTenantId,
      return_path: handOver.returnPath,
      expires_at: handOver.expiresAt,
    })
    .execute();
}

export type FoundHandOver = {
  account_id: string;
  session_id: Buffer;
  display_name: Buffer;
  return_path: string;
  assurance_level: ProvenLevel;
  provider: string;
  created_at: Date;
  last_seen_at: Date;
};

export type Passage = {
  readonly tokenHash: Buffer;
  /** The portal the visitor is on: a passage leads to one only. */
  readonly portalTenantId: string;
  readonly now: Date;
};

/** Whom a token lets pass, with the session it comes from. */
export function findHandOver(
  db: Db,
  tenantId: string,
  { tokenHash, portalTenantId, now }: Passage,
): Promise<FoundHandOver | undefined> {
  return db
    .$extendTables<AccountsTables>()
    .selectFrom("accounts.hand_over as passage")
    .innerJoin("accounts.session as session", (join) =>
      join
        .onRef("session.tenant_id", "=", "passage.tenant_id")
        .onRef("session.id", "=", "passage.session_id"),
    )
    .innerJoin("accounts.account as account", (join) =>
      join
        .onRef("account.tenant_id", "=", "passage.tenant_id")
        .onRef("account.id", "=", "passage.account_id"),
    )
    .select([
      "passage.account_id",
      "passage.session_id",
      "passage.return_path",
      "account.display_name",
      "session.assurance_level",
      "session.provider",
      "session.created_at",
      "session.last_seen_at",
    ])
    .where("passage.tenant_id", "=", tenantId)
    .where("passage.token_hash", "=", tokenHash)
    .where("passage.portal_tenant_id", "=", portalTenantId)
    .where("passage.expires_at", ">", now)
    .where("session.stage", "=", "full")
    .executeTakeFirst();
}

/** Takes the token away, so that it counts once. False when somebody was faster. */
export async function takeHandOver(
  db: Db,
  tenantId: string,
  tokenHash: Buffer,
): Promise<boolean> {
  const { numDeletedRows } = await db
    .$extendTables<AccountsTables>()
    .deleteFrom("accounts.hand_over")
    .where("tenant_id", "=", tenantId)
    .where("token_hash", "=", tokenHash)
    .executeTakeFirst();
  return numDeletedRows === 1n;
}
