import type { Selectable } from "kysely";
import type { Db } from "../../../platform/database/database.ts";
import type { FederationTables } from "./tables.ts";

export type AttemptRow = Selectable<FederationTables["federation.attempt"]>;

export type NewAttempt = {
  readonly id: string;
  readonly provider: string;
  readonly purpose: AttemptRow["purpose"];
  readonly portalTenantId: string;
  readonly returnPath: string;
  readonly neededLevel: AttemptRow["needed_level"];
  readonly accountId: string | null;
  readonly sessionId: Buffer | null;
  readonly browserHash: Buffer;
  readonly requestHash: Buffer | null;
  /** Encrypted. */
  readonly secrets: Buffer | null;
  readonly handoverHash: Buffer | null;
  /** Encrypted. */
  readonly outcome: Buffer | null;
  readonly now: Date;
  readonly expiresAt: Date;
};

export async function insertAttempt(
  db: Db,
  tenantId: string,
  attempt: NewAttempt,
): Promise<void> {
  await db
    .$extendTables<FederationTables>()
    .insertInto("federation.attempt")
    .values({
      tenant_id: tenantId,
      id: attempt.id,
      provider: attempt.provider,
      purpose: attempt.purpose,
      portal_tenant_id: attempt.portalTenantId,
      return_path: attempt.returnPath,
      needed_level: attempt.neededLevel,
      account_id: attempt.accountId,
      session_id: attempt.sessionId,
      browser_hash: attempt.browserHash,
      request_hash: attempt.requestHash,
      secrets: attempt.secrets,
      handover_hash: attempt.handoverHash,
      outcome: attempt.outcome,
      created_at: attempt.now,
      expires_at: attempt.expiresAt,
    })
    .execute();
}

/** The attempt an answer names, marked as answered in the same statement: the first answer is the only one. */
export async function takeAnswered(
  db: Db,
  tenantId: string,
  answer: {
    readonly provider: string;
    readonly requestHash: Buffer;
    readonly now: Date;
  },
): Promise<AttemptRow | undefined> {
  return db
    .$extendTables<FederationTables>()
    .updateTable("federation.attempt")
    .set({ answered_at: answer.now })
    .where("tenant_id", "=", tenantId)
    .where("provider", "=", answer.provider)
    .where("request_hash", "=", answer.requestHash)
    .where("answered_at", "is", null)
    .where("expires_at", ">", answer.now)
    .returningAll()
    .executeTakeFirst();
}

/** Keeps what came of an attempt, for whoever has the token. The secrets of the question are of no use any more. */
export async function keepOutcome(
  db: Db,
  tenantId: string,
  kept: {
    readonly id: string;
    readonly handoverHash: Buffer;
    /** Encrypted. */
    readonly outcome: Buffer;
  },
): Promise<void> {
  await db
    .$extendTables<FederationTables>()
    .updateTable("federation.attempt")
    .set({
      handover_hash: kept.handoverHash,
      outcome: kept.outcome,
      secrets: null,
    })
    .where("tenant_id", "=", tenantId)
    .where("id", "=", kept.id)
    .execute();
}

type Handover = {
  readonly handoverHash: Buffer;
  readonly portalTenantId: string;
  readonly browserHash: Buffer;
  readonly now: Date;
};

/** The attempt behind a token: on its own portal, in its own browser, in time, and not completed yet. */
export async function findHandover(
  db: Db,
  tenantId: string,
  handover: Handover,
): Promise<AttemptRow | undefined> {
  return db
    .$extendTables<FederationTables>()
    .selectFrom("federation.attempt")
    .selectAll()
    .where("tenant_id", "=", tenantId)
    .where("handover_hash", "=", handover.handoverHash)
    .where("portal_tenant_id", "=", handover.portalTenantId)
    .where("browser_hash", "=", handover.browserHash)
    .where("completed_at", "is", null)
    .where("expires_at", ">", handover.now)
    .executeTakeFirst();
}

/** Completes an attempt and forgets its result; false when somebody else did so first. */
export async function completeAttempt(
  db: Db,
  tenantId: string,
  { id, now }: { readonly id: string; readonly now: Date },
): Promise<boolean> {
  const { numUpdatedRows } = await db
    .$extendTables<FederationTables>()
    .updateTable("federation.attempt")
    .set({ completed_at: now, outcome: null })
    .where("tenant_id", "=", tenantId)
    .where("id", "=", id)
    .where("completed_at", "is", null)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}
