import { hashPassword } from "../../../platform/crypto/password-hash.ts";
import type { Context } from "../../../platform/context/context.ts";
import type { Db } from "../../../platform/database/database.ts";
import { ok, refuse, type Result } from "../../../platform/result/result.ts";
import { recordAudit, type AuditDetails } from "../../audit/index.ts";
import { newOneTimePassword } from "../domain/one-time-password.ts";
import { isRole, type Role } from "../domain/roles.ts";
import {
  awaitDirectory,
  forgetSecondFactor,
  saveAccess,
  saveOneTimePassword,
} from "../store/member-access-store.ts";
import { findMember } from "../store/member-store.ts";
import { replaceRecoveryCodes } from "../store/recovery-code-store.ts";
import { deleteAllSessions } from "../store/session-store.ts";

export type ChangeMemberRefusal =
  | { readonly kind: "not-permitted" }
  | { readonly kind: "not-found" }
  /** Nobody takes the own access away by mistake: a colleague has to. */
  | { readonly kind: "is-oneself" }
  | { readonly kind: "role-unknown" };

/** What somebody may do from now on. Their sessions end, so that it counts at once. Needs `staff.manage`. */
export function changeRoles(
  context: Context,
  {
    staffId,
    roles,
    allowed,
  }: {
    readonly staffId: string;
    readonly roles: readonly string[];
    /** Those that exist on this portal. */
    readonly allowed: readonly Role[];
  },
): Promise<Result<void, ChangeMemberRefusal>> {
  const chosen = roles.filter(isRole).filter((role) => allowed.includes(role));
  if (chosen.length === 0 || chosen.length < roles.length)
    return Promise.resolve(refuse({ kind: "role-unknown" }));
  return changeOther(context, staffId, async (db) => {
    await saveAccess(db, context.tenantId, {
      memberId: staffId,
      roles: chosen,
    });
    return {
      action: "staff.roles-changed",
      details: { roles: chosen.join(" ") },
    };
  });
}

/** Locks somebody out at once, or lets them in again. What they did stays under their name. Needs `staff.manage`. */
export function setDisabled(
  context: Context,
  {
    staffId,
    isDisabled,
  }: { readonly staffId: string; readonly isDisabled: boolean },
): Promise<Result<void, ChangeMemberRefusal>> {
  return changeOther(context, staffId, async (db) => {
    await saveAccess(db, context.tenantId, {
      memberId: staffId,
      disabledAt: isDisabled ? context.now : null,
    });
    return { action: isDisabled ? "staff.disabled" : "staff.enabled" };
  });
}

/** For a lost phone: the second factor and its codes are gone, the next sign-in sets up a new one. Needs `staff.manage`. */
export function resetSecondFactor(
  context: Context,
  staffId: string,
): Promise<Result<void, ChangeMemberRefusal>> {
  return changeOther(context, staffId, async (db) => {
    await forgetSecondFactor(db, context.tenantId, staffId);
    await replaceRecoveryCodes(db, context.tenantId, {
      memberId: staffId,
      hashes: [],
    });
    return { action: "staff.second-factor-reset" };
  });
}

/** For a forgotten password: one that counts once. It is returned once and stored only as a hash. Needs `staff.manage`. */
export async function giveOneTimePassword(
  context: Context,
  staffId: string,
): Promise<Result<{ readonly oneTimePassword: string }, ChangeMemberRefusal>> {
  const oneTimePassword = newOneTimePassword();
  const passwordHash = await hashPassword(oneTimePassword);
  const changed = await changeOther(context, staffId, async (db) => {
    await saveOneTimePassword(db, context.tenantId, {
      id: staffId,
      passwordHash,
    });
    return { action: "staff.one-time-password-given" };
  });
  return changed.ok ? ok({ oneTimePassword }) : changed;
}

/** Hands a local access over to the directory: its person of this address takes it over at the next sign-in there. Needs `staff.manage`. */
export function handOverToDirectory(
  context: Context,
  staffId: string,
): Promise<Result<void, ChangeMemberRefusal>> {
  return changeOther(context, staffId, async (db) => {
    await awaitDirectory(db, context.tenantId, staffId);
    return { action: "staff.handed-over" };
  });
}

type Change = {
  readonly action: string;
  readonly details?: AuditDetails;
};

/** Changes somebody of the own tenant, ends their sessions and writes it down, all or nothing. */
async function changeOther(
  context: Context,
  staffId: string,
  change: (db: Db) => Promise<Change>,
): Promise<Result<void, ChangeMemberRefusal>> {
  const { actor, tenantId } = context;
  if (!actor.may("staff.manage")) return refuse({ kind: "not-permitted" });
  if (actor.id === staffId) return refuse({ kind: "is-oneself" });
  return context.transaction(async (db) => {
    const member = await findMember(db, tenantId, staffId);
    if (!member) return refuse({ kind: "not-found" });
    const { action, details } = await change(db);
    await deleteAllSessions(db, tenantId, staffId);
    await recordAudit(context, db, {
      action,
      subject: { kind: "staff", id: staffId },
      ...(details ? { details } : {}),
    });
    return ok(undefined);
  });
}
