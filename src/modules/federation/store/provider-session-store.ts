import type { Db } from "../../../platform/database/database.ts";
import type { FederationTables } from "./tables.ts";

export type NewProviderSession = {
  readonly sessionId: Buffer;
  readonly provider: string;
  readonly subjectFingerprint: Buffer;
  readonly providerSessionHash: Buffer | null;
  /** Encrypted. */
  readonly hint: Buffer;
  readonly expiresAt: Date;
};

export async function insertProviderSession(
  db: Db,
  tenantId: string,
  session: NewProviderSession,
): Promise<void> {
  await db
    .$extendTables<FederationTables>()
    .insertInto("federation.provider_session")
    .values({
      tenant_id: tenantId,
      session_id: session.sessionId,
      provider: session.provider,
      subject_fingerprint: session.subjectFingerprint,
      provider_session_hash: session.providerSessionHash,
      hint: session.hint,
      expires_at: session.expiresAt,
    })
    .execute();
}

/** The session at the provider behind one of ours; it is told once. */
export async function takeProviderSession(
  db: Db,
  tenantId: string,
  sessionId: Buffer,
): Promise<{ provider: string; hint: Buffer } | undefined> {
  return db
    .$extendTables<FederationTables>()
    .deleteFrom("federation.provider_session")
    .where("tenant_id", "=", tenantId)
    .where("session_id", "=", sessionId)
    .returning(["provider", "hint"])
    .executeTakeFirst();
}

/** Our sessions that belong to one at the provider, or to all of a person there; they are forgotten. */
export async function takeSessionsOf(
  db: Db,
  tenantId: string,
  of: {
    readonly provider: string;
    readonly providerSessionHash: Buffer | undefined;
    readonly subjectFingerprint: Buffer | undefined;
  },
): Promise<Buffer[]> {
  let query = db
    .$extendTables<FederationTables>()
    .deleteFrom("federation.provider_session")
    .where("tenant_id", "=", tenantId)
    .where("provider", "=", of.provider);
  const { providerSessionHash, subjectFingerprint } = of;
  if (!providerSessionHash && !subjectFingerprint) return [];
  if (providerSessionHash)
    query = query.where("provider_session_hash", "=", providerSessionHash);
  if (subjectFingerprint)
    query = query.where("subject_fingerprint", "=", subjectFingerprint);
  const rows = await query.returning("session_id").execute();
  return rows.map((row) => row.session_id);
}
