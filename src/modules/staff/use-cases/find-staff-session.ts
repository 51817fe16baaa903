import type { Context } from "../../../platform/context/context.ts";
import {
  hashSecretToken,
  isSecretToken,
} from "../../../platform/values/secret-token.ts";
import type { StaffSession } from "../domain/member.ts";
import { isRole, permissionsOf } from "../domain/roles.ts";
import { findUsableSession } from "../store/session-store.ts";

/**
 * Who the cookie belongs to, or undefined: unknown, ended by time, half signed in, or of another tenant. One statement;
 * use is noted at most once a minute. The context may be a guest's.
 */
export async function findStaffSession(
  context: Context,
  token: string | undefined,
): Promise<StaffSession | undefined> {
  if (token === undefined || !isSecretToken(token)) return undefined;
  const id = hashSecretToken(token);
  const found = await context.transaction((db) =>
    findUsableSession(db, context.tenantId, { id, now: context.now }),
  );
  if (!found) return undefined;
  const roles = found.roles.filter(isRole);
  return {
    staffId: found.memberId,
    displayName: found.displayName,
    sessionId: id.toString("hex"),
    roles,
    permissions: permissionsOf(roles),
  };
}
