import { hashPassword } from "../../../platform/crypto/password-hash.ts";
import type { Context } from "../../../platform/context/context.ts";
import { ok, refuse, type Result } from "../../../platform/result/result.ts";
import { newId } from "../../../platform/values/id.ts";
import { recordAudit } from "../../audit/index.ts";
import { newOneTimePassword } from "../domain/one-time-password.ts";
import { isLogin, normaliseLogin } from "../domain/login.ts";
import {
  faultOfPassword,
  type PasswordFault,
} from "../../../platform/passwords/password-rules.ts";
import { isRole } from "../domain/roles.ts";
import { insertMember } from "../store/member-store.ts";

export type NewStaff = {
  /** E-mail address; unique in the tenant, upper and lower case are the same. */
  readonly login: string;
  readonly displayName: string;
  readonly roles: readonly string[];
  /** Without one a password is made up that must be changed at the first sign-in. */
  readonly password?: string | undefined;
};

export type AddStaffRefusal =
  | { readonly kind: "not-permitted" }
  | { readonly kind: "login-invalid" }
  | { readonly kind: "login-taken" }
  | { readonly kind: "name-missing" }
  | { readonly kind: "role-unknown" }
  | { readonly kind: "password-weak"; readonly fault: PasswordFault };

export type AddedStaff = {
  readonly staffId: string;
  /** Only when none was given; shown once and stored nowhere. */
  readonly oneTimePassword: string | undefined;
};

/** Adds a member of staff to the tenant. The system (command line, demo data) may, and staff with `staff.manage`. */
export async function addStaff(
  context: Context,
  staff: NewStaff,
): Promise<Result<AddedStaff, AddStaffRefusal>> {
  const refusal = await refusalOf(context, staff);
  if (refusal) return refuse(refusal);

  const oneTimePassword =
    staff.password === undefined ? newOneTimePassword() : undefined;
  const staffId = newId();
  const passwordHash = await hashPassword(
    staff.password ?? oneTimePassword ?? "",
  );
  return context.transaction(async (db) => {
    const isAdded = await insertMember(db, context.tenantId, {
      id: staffId,
      login: normaliseLogin(staff.login),
      displayName: staff.displayName.trim(),
      passwordHash,
      passwordIsOneTime: oneTimePassword !== undefined,
      roles: staff.roles.filter(isRole),
      createdAt: context.now,
    });
    if (!isAdded) return refuse({ kind: "login-taken" as const });
    await recordAudit(context, db, {
      action: "staff.added",
      subject: { kind: "staff", id: staffId },
      details: { roles: staff.roles.join(" ") },
    });
    return ok({ staffId, oneTimePassword });
  });
}

async function refusalOf(
  context: Context,
  staff: NewStaff,
): Promise<AddStaffRefusal | undefined> {
  const { actor } = context;
  if (actor.kind !== "system" && !actor.may("staff.manage")) {
    return { kind: "not-permitted" };
  }
  const login = normaliseLogin(staff.login);
  if (!isLogin(login)) return { kind: "login-invalid" };
  if (staff.displayName.trim() === "") return { kind: "name-missing" };
  if (staff.roles.length === 0 || !staff.roles.every(isRole)) {
    return { kind: "role-unknown" };
  }
  if (staff.password === undefined) return undefined;
  const fault = await faultOfPassword(staff.password, login);
  return fault && { kind: "password-weak", fault };
}
