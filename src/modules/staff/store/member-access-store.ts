import type { Db } from "../../../platform/database/database.ts";
import type { Member } from "../domain/member.ts";
import type { Role } from "../domain/roles.ts";
import { memberOf, selectMembers } from "./member-store.ts";
import type { StaffTables } from "./tables.ts";

/** All members of a tenant, by name. */
export async function listMembers(db: Db, tenantId: string): Promise<Member[]> {
  const rows = await selectMembers(db, tenantId)
    .orderBy("display_name")
    .orderBy("id")
    .execute();
  return rows.map(memberOf);
}

/** A password made up for somebody; it has to be replaced at the next sign-in. */
export async function saveOneTimePassword(
  db: Db,
  tenantId: string,
  member: { readonly id: string; readonly passwordHash: string },
): Promise<void> {
  await db
    .$extendTables<StaffTables>()
    .updateTable("staff.member")
    .set({ password_hash: member.passwordHash, password_is_one_time: true })
    .where("tenant_id", "=", tenantId)
    .where("id", "=", member.id)
    .execute();
}

/** What a member may do, and whether at all; what is not given stays. */
export async function saveAccess(
  db: Db,
  tenantId: string,
  {
    memberId,
    roles,
    displayName,
    disabledAt,
  }: {
    readonly memberId: string;
    readonly roles?: readonly Role[];
    readonly displayName?: string;
    readonly disabledAt?: Date | null;
  },
): Promise<void> {
  await db
    .$extendTables<StaffTables>()
    .updateTable("staff.member")
    .set({
      ...(roles ? { roles: [...roles] } : {}),
      ...(displayName === undefined ? {} : { display_name: displayName }),
      ...(disabledAt === undefined ? {} : { disabled_at: disabledAt }),
    })
    .where("tenant_id", "=", tenantId)
    .where("id", "=", memberId)
    .execute();
}

/** The second factor of a member is gone, one that waits for its first code, too. */
export async function forgetSecondFactor(
  db: Db,
  tenantId: string,
  memberId: string,
): Promise<void> {
  await db
    .$extendTables<StaffTables>()
    .updateTable("staff.member")
    .set({
      totp_secret: null,
      totp_pending_secret: null,
      totp_last_step: null,
    })
    .where("tenant_id", "=", tenantId)
    .where("id", "=", memberId)
    .execute();
}

/** The person of the directory takes the access over: the password counts no more. */
export async function bindToDirectory(
  db: Db,
  tenantId: string,
  {
    memberId,
    fingerprint,
  }: { readonly memberId: string; readonly fingerprint: Buffer },
): Promise<void> {
  await db
    .$extendTables<StaffTables>()
    .updateTable("staff.member")
    .set({
      directory_fingerprint: fingerprint,
      awaits_directory: false,
      password_hash: null,
      password_is_one_time: false,
    })
    .where("tenant_id", "=", tenantId)
    .where("id", "=", memberId)
    .execute();
}

/** From now on the directory's person of this address may take the access over. */
export async function awaitDirectory(
  db: Db,
  tenantId: string,
  memberId: string,
): Promise<void> {
  await db
    .$extendTables<StaffTables>()
    .updateTable("staff.member")
    .set({ awaits_directory: true })
    .where("tenant_id", "=", tenantId)
    .where("id", "=", memberId)
    .execute();
}
