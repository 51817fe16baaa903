import { sql } from "kysely";
import type { Db } from "../../../platform/database/database.ts";
import type { AccountsTables } from "./tables.ts";

/** What a passkey is asked for: to belong to an account, to sign in, or to confirm that its owner is there. */
export type ChallengePurpose = "add" | "sign-in" | "confirm";

export type Challenge = {
  readonly hash: Buffer;
  readonly browserHash: Buffer;
  readonly purpose: ChallengePurpose;
  /** Null before somebody is signed in. */
  readonly accountId: string | null;
};

/** Keeps a challenge, and clears away some whose time is over. */
export async function insertChallenge(
  db: Db,
  tenantId: string,
  {
    challenge,
    expiresAt,
    now,
  }: {
    readonly challenge: Challenge;
    readonly expiresAt: Date;
    readonly now: Date;
  },
): Promise<void> {
  await db
    .$extendTables<AccountsTables>()
    .insertInto("accounts.passkey_challenge")
    .values({
      tenant_id: tenantId,
      challenge_hash: challenge.hash,
      browser_hash: challenge.browserHash,
      purpose: challenge.purpose,
      account_id: challenge.accountId,
      expires_at: expiresAt,
    })
    .execute();
  await sql`
    delete from accounts.passkey_challenge
    where tenant_id = ${tenantId}::uuid and challenge_hash in (
      select challenge_hash from accounts.passkey_challenge
      where tenant_id = ${tenantId}::uuid and expires_at <= ${now}
      order by expires_at limit 20
      for update skip locked
    )
  `.execute(db);
}

/** Uses a challenge up: true once, in its own browser, for its own purpose and person, in its time. */
export async function takeChallenge(
  db: Db,
  tenantId: string,
  { challenge, now }: { readonly challenge: Challenge; readonly now: Date },
): Promise<boolean> {
  const { numDeletedRows } = await db
    .$extendTables<AccountsTables>()
    .deleteFrom("accounts.passkey_challenge")
    .where("tenant_id", "=", tenantId)
    .where("challenge_hash", "=", challenge.hash)
    .where("browser_hash", "=", challenge.browserHash)
    .where("purpose", "=", challenge.purpose)
    .where("account_id", "is not distinct from", challenge.accountId)
    .where("expires_at", ">", now)
    .executeTakeFirst();
  return numDeletedRows === 1n;
}
