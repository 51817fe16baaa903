import { sql } from "kysely";
import type { Db } from "../../../platform/database/database.ts";
import { sessionCutOffs, type SessionStage } from "../domain/session.ts";
import type { StaffTables } from "./tables.ts";

export type NewSession = {
  readonly id: Buffer;
  readonly memberId: string;
  readonly stage: SessionStage;
  readonly createdAt: Date;
};

export type OwnSession = {
  readonly id: Buffer;
  readonly createdAt: Date;
  readonly lastSeenAt: Date;
};

export async function insertSession(
  db: Db,
  tenantId: string,
  session: NewSession,
): Promise<void> {
  await db
    .$extendTables<StaffTables>()
    .insertInto("staff.session")
    .values({
      tenant_id: tenantId,
      id: session.id,
      member_id: session.memberId,
      stage: session.stage,
      created_at: session.createdAt,
      last_seen_at: session.createdAt,
    })
    .execute();
}

/** Removes sessions whose longest time is over. */
export async function deleteOldSessions(
  db: Db,
  tenantId: string,
  now: Date,
): Promise<void> {
  await db
    .$extendTables<StaffTables>()
    .deleteFrom("staff.session")
    .where("tenant_id", "=", tenantId)
    .where("created_at", "<=", sessionCutOffs(now).createdAfter)
    .execute();
}

/** Who a token belongs to, in one statement that also notes the use when the last note is a minute old. */
export async function findUsableSession(
  db: Db,
  tenantId: string,
  { id, now }: { readonly id: Buffer; readonly now: Date },
): Promise<
  | { memberId: string; displayName: string; roles: readonly string[] }
  | undefined
> {
  const cutOffs = sessionCutOffs(now);
  const found = await sql<{
    member_id: string;
    display_name: string;
    roles: string[];
  }>`
    with found as (
      select session.id, session.member_id, session.last_seen_at, member.display_name, member.roles
      from staff.session
      join staff.member on member.tenant_id = session.tenant_id and member.id = session.member_id
      where session.tenant_id = ${tenantId}::uuid
        and session.id = ${id}
        and session.stage = 'full'
        and session.created_at > ${cutOffs.createdAfter}
        and session.last_seen_at > ${cutOffs.seenAfter}
        and member.disabled_at is null
    ), noted as (
      update staff.session set last_seen_at = ${now}
      from found
      where session.tenant_id = ${tenantId}::uuid
        and session.id = found.id
        and found.last_seen_at < ${cutOffs.noteUseBefore}
    )
    select member_id, display_name, roles from found
  `.execute(db);
  const row = found.rows[0];
  return (
    row && {
      memberId: row.member_id,
      displayName: row.display_name,
      roles: row.roles,
    }
  );
}

/** A sign-in that is half done and still young enough to be finished. */
export async function findPendingSession(
  db: Db,
  tenantId: string,
  { id, now }: { readonly id: Buffer; readonly now: Date },
): Promise<
  { memberId: string; stage: Exclude<SessionStage, "full"> } | undefined
> {
  const row = await db
    .$extendTables<StaffTables>()
    .selectFrom("staff.session")
    .select(["member_id", "stage"])
    .where("tenant_id", "=", tenantId)
    .where("id", "=", id)
    .where("stage", "!=", "full")
    .where("created_at", ">", sessionCutOffs(now).pendingAfter)
    .executeTakeFirst();
  if (!row || row.stage === "full") return undefined;
  return { memberId: row.member_id, stage: row.stage };
}

/** Open sessions of one member, the latest used first. */
export async function listSessions(
  db: Db,
  tenantId: string,
  { memberId, now }: { readonly memberId: string; readonly now: Date },
): Promise<OwnSession[]> {
  const cutOffs = sessionCutOffs(now);
  const rows = await db
    .$extendTables<StaffTables>()
    .selectFrom("staff.session")
    .select(["id", "created_at", "last_seen_at"])
    .where("tenant_id", "=", tenantId)
    .where("member_id", "=", memberId)
    .where("stage", "=", "full")
    .where("created_at", ">", cutOffs.createdAfter)
    .where("last_seen_at", ">", cutOffs.seenAfter)
    .orderBy("last_seen_at", "desc")
    .execute();
  return rows.map((row) => ({
    id: row.id,
    createdAt: row.created_at,
    lastSeenAt: row.last_seen_at,
  }));
}

/** Ends one session; the member it belonged to, or undefined when there was none. */
export async function deleteSession(
  db: Db,
  tenantId: string,
  id: Buffer,
): Promise<string | undefined> {
  const deleted = await db
    .$extendTables<StaffTables>()
    .deleteFrom("staff.session")
    .where("tenant_id", "=", tenantId)
    .where("id", "=", id)
    .returning("member_id")
    .executeTakeFirst();
  return deleted?.member_id;
}

/** Ends one session if it belongs to this member; false when there is none. */
export async function deleteSessionOf(
  db: Db,
  tenantId: string,
  own: { readonly memberId: string; readonly id: Buffer },
): Promise<boolean> {
  const deleted = await db
    .$extendTables<StaffTables>()
    .deleteFrom("staff.session")
    .where("tenant_id", "=", tenantId)
    .where("id", "=", own.id)
    .where("member_id", "=", own.memberId)
    .returning("id")
    .executeTakeFirst();
  return deleted !== undefined;
}

/** Ends every session of a member, also half-done ones. */
export async function deleteAllSessions(
  db: Db,
  tenantId: string,
  memberId: string,
): Promise<void> {
  await db
    .$extendTables<StaffTables>()
    .deleteFrom("staff.session")
    .where("tenant_id", "=", tenantId)
    .where("member_id", "=", memberId)
    .execute();
}

/** Clears away sessions of a member that have ended by time. */
export async function deleteEndedSessions(
  db: Db,
  tenantId: string,
  { memberId, now }: { readonly memberId: string; readonly now: Date },
): Promise<void> {
  await db
    .$extendTables<StaffTables>()
    .deleteFrom("staff.session")
    .where("tenant_id", "=", tenantId)
    .where("member_id", "=", memberId)
    .where("created_at", "<", sessionCutOffs(now).createdAfter)
    .execute();
}
