import { sql, type Selectable } from "kysely";
import type { Db } from "../../../platform/database/database.ts";
import type { Member } from "../domain/member.ts";
import { isRole, type Role } from "../domain/roles.ts";
import type { StaffTables } from "./tables.ts";

export type NewMember = {
  readonly id: string;
  readonly login: string;
  readonly displayName: string;
  /** Null: signs in with the directory only. */
  readonly passwordHash: string | null;
  readonly passwordIsOneTime: boolean;
  readonly directoryFingerprint?: Buffer;
  readonly roles: readonly Role[];
  readonly createdAt: Date;
};

/** False when the login is already taken in this tenant; nothing is written then. */
export async function insertMember(
  db: Db,
  tenantId: string,
  member: NewMember,
): Promise<boolean> {
  const inserted = await db
    .$extendTables<StaffTables>()
    .insertInto("staff.member")
    .values({
      tenant_id: tenantId,
      id: member.id,
      login: member.login,
      display_name: member.displayName,
      password_hash: member.passwordHash,
      password_is_one_time: member.passwordIsOneTime,
      directory_fingerprint: member.directoryFingerprint ?? null,
      roles: [...member.roles],
      created_at: member.createdAt,
    })
    .onConflict((conflict) =>
      conflict.columns(["tenant_id", "login"]).doNothing(),
    )
    .returning("id")
    .executeTakeFirst();
  return inserted !== undefined;
}

export async function findMemberByLogin(
  db: Db,
  tenantId: string,
  login: string,
): Promise<Member | undefined> {
  const row = await selectMembers(db, tenantId)
    .where("login", "=", login)
    .executeTakeFirst();
  return row && memberOf(row);
}

/** By the keyed hash of issuer and name at the directory. */
export async function findMemberOfDirectory(
  db: Db,
  tenantId: string,
  fingerprint: Buffer,
): Promise<Member | undefined> {
  const row = await selectMembers(db, tenantId)
    .where("directory_fingerprint", "=", fingerprint)
    .executeTakeFirst();
  return row && memberOf(row);
}

export async function findMember(
  db: Db,
  tenantId: string,
  memberId: string,
): Promise<Member | undefined> {
  const row = await selectMembers(db, tenantId)
    .where("id", "=", memberId)
    .executeTakeFirst();
  return row && memberOf(row);
}

/** Members of a tenant, with all that `memberOf` reads. */
export function selectMembers(db: Db, tenantId: string) {
  return db
    .$extendTables<StaffTables>()
    .selectFrom("staff.member")
    .selectAll()
    .where("tenant_id", "=", tenantId);
}

export async function listDisplayNames(
  db: Db,
  tenantId: string,
  memberIds: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const rows = await db
    .$extendTables<StaffTables>()
    .selectFrom("staff.member")
    .select(["id", "display_name"])
    .where("tenant_id", "=", tenantId)
    .where("id", "in", memberIds)
    .execute();
  return new Map(rows.map((row) => [row.id, row.display_name]));
}

/** Logins, which are e-mail addresses, of those who have access. */
export async function listLogins(
  db: Db,
  tenantId: string,
  memberIds: readonly string[],
): Promise<readonly string[]> {
  const rows = await db
    .$extendTables<StaffTables>()
    .selectFrom("staff.member")
    .select("login")
    .where("tenant_id", "=", tenantId)
    .where("id", "in", memberIds)
    .where("disabled_at", "is", null)
    .execute();
  return rows.map(({ login }) => login);
}

/** Logins of those who have access in this role. */
export async function listLoginsOfRole(
  db: Db,
  tenantId: string,
  role: Role,
): Promise<readonly string[]> {
  const rows = await db
    .$extendTables<StaffTables>()
    .selectFrom("staff.member")
    .select("login")
    .where("tenant_id", "=", tenantId)
    .where(sql<boolean>`${role} = any(roles)`)
    .where("disabled_at", "is", null)
    .execute();
  return rows.map(({ login }) => login);
}

/** When somebody signed in last; shown to who manages access, so that unused access is noticed. */
export async function noteSignIn(
  db: Db,
  tenantId: string,
  { memberId, now }: { readonly memberId: string; readonly now: Date },
): Promise<void> {
  await db
    .$extendTables<StaffTables>()
    .updateTable("staff.member")
    .set({ last_signed_in_at: now })
    .where("tenant_id", "=", tenantId)
    .where("id", "=", memberId)
    .execute();
}

export async function savePassword(
  db: Db,
  tenantId: string,
  member: { readonly id: string; readonly passwordHash: string },
): Promise<void> {
  await db
    .$extendTables<StaffTables>()
    .updateTable("staff.member")
    .set({ password_hash: member.passwordHash, password_is_one_time: false })
    .where("tenant_id", "=", tenantId)
    .where("id", "=", member.id)
    .execute();
}

export async function savePendingTotpSecret(
  db: Db,
  tenantId: string,
  member: { readonly id: string; readonly encryptedSecret: Buffer },
): Promise<void> {
  await db
    .$extendTables<StaffTables>()
    .updateTable("staff.member")
    .set({ totp_pending_secret: member.encryptedSecret })
    .where("tenant_id", "=", tenantId)
    .where("id", "=", member.id)
    .execute();
}

/** The scanned secret takes effect; the step of the proving code counts as used. */
export async function activateTotpSecret(
  db: Db,
  tenantId: string,
  proven: {
    readonly memberId: string;
    readonly encryptedSecret: Buffer;
    readonly step: number;
  },
): Promise<void> {
  await db
    .$extendTables<StaffTables>()
    .updateTable("staff.member")
    .set({
      totp_secret: proven.encryptedSecret,
      totp_pending_secret: null,
      totp_last_step: String(proven.step),
    })
    .where("tenant_id", "=", tenantId)
    .where("id", "=", proven.memberId)
    .execute();
}

/** False when this step or a later one was already used: the code is a replay. */
export async function useTotpStep(
  db: Db,
  tenantId: string,
  used: { readonly memberId: string; readonly step: number },
): Promise<boolean> {
  const step = String(used.step);
  const updated = await db
    .$extendTables<StaffTables>()
    .updateTable("staff.member")
    .set({ totp_last_step: step })
    .where("tenant_id", "=", tenantId)
    .where("id", "=", used.memberId)
    .where((column) =>
      column.or([
        column("totp_last_step", "is", null),
        column("totp_last_step", "<", step),
      ]),
    )
    .returning("id")
    .executeTakeFirst();
  return updated !== undefined;
}

/** A row as the module knows it. */
export function memberOf(row: Selectable<StaffTables["staff.member"]>): Member {
  return {
    id: row.id,
    login: row.login,
    displayName: row.display_name,
    passwordHash: row.password_hash ?? undefined,
    passwordIsOneTime: row.password_is_one_time,
    roles: row.roles.filter(isRole),
    totpSecret: row.totp_secret,
    totpPendingSecret: row.totp_pending_secret,
    isDisabled: row.disabled_at !== null,
    lastSignedInAt: row.last_signed_in_at,
    isOfDirectory: row.directory_fingerprint !== null,
    awaitsDirectory: row.awaits_directory,
  };
}
