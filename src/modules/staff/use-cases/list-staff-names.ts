import type { Context } from "../../../platform/context/context.ts";
import type { Db } from "../../../platform/database/database.ts";
import type { Role } from "../domain/roles.ts";
import { listMembers } from "../store/member-access-store.ts";
import {
  listDisplayNames,
  listLogins,
  listLoginsOfRole,
} from "../store/member-store.ts";

/** Names of members of the own tenant by id, for pages of colleagues. Ids of nobody are left out. */
export async function listStaffNames(
  context: Context,
  staffIds: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  if (staffIds.length === 0) return new Map();
  return context.transaction((db) =>
    listDisplayNames(db, context.tenantId, [...new Set(staffIds)]),
  );
}

/** Everybody of the own tenant by name, those without access any more too: what they did stays theirs. */
export async function listStaffByName(
  context: Context,
): Promise<readonly { readonly id: string; readonly name: string }[]> {
  const members = await context.transaction((db) =>
    listMembers(db, context.tenantId),
  );
  return members.map(({ id, displayName }) => ({ id, name: displayName }));
}

/** Where to write to members of the own tenant, in the caller's transaction. Without who has no access any more. */
export async function listStaffEmails(
  { tenantId }: Context,
  db: Db,
  staffIds: readonly string[],
): Promise<readonly string[]> {
  return staffIds.length === 0 ? [] : listLogins(db, tenantId, staffIds);
}

/** Where to write to those of the own tenant who have a role, in the caller's transaction. */
export async function listEmailsOfRole(
  { tenantId }: Context,
  db: Db,
  role: Role,
): Promise<readonly string[]> {
  return listLoginsOfRole(db, tenantId, role);
}
