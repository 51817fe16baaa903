import {
  hashPassword,
  isPasswordOf,
} from "../../../platform/crypto/password-hash.ts";
import type { Context } from "../../../platform/context/context.ts";
import {
  faultOfPassword,
  type PasswordFault,
} from "../../../platform/passwords/password-rules.ts";
import { ok, refuse, type Result } from "../../../platform/result/result.ts";
import {
  countAttempts,
  throttleKey,
  type TooManyAttempts,
} from "../../../platform/throttle/count-attempts.ts";
import { forgetAttempts } from "../../../platform/throttle/throttle-store.ts";
import { recordAudit } from "../../audit/index.ts";
import { findAccount, savePassword } from "../store/account-store.ts";
import {
  deleteOtherSessions,
  deleteOwnSession,
  listSessions,
} from "../store/session-store.ts";
import { attemptKey } from "./attempt-key.ts";
import { tellOwner } from "./tell-owner.ts";

/** Where somebody is signed in. */
export type OwnSession = {
  readonly sessionId: string;
  readonly portalTenantId: string;
  readonly device: string;
  readonly createdAt: Date;
  readonly lastSeenAt: Date;
};

/** Sessions of the account on all portals, the latest used first. */
export async function listOwnSessions(
  context: Context,
  accountId: string,
): Promise<readonly OwnSession[]> {
  const rows = await context.read((db) =>
    listSessions(db, context.tenantId, accountId),
  );
  return rows.map((row) => ({
    sessionId: row.id.toString("hex"),
    portalTenantId: row.portal_tenant_id,
    device: row.device,
    createdAt: row.created_at,
    lastSeenAt: row.last_seen_at,
  }));
}

/** Ends one session of the account, on whatever portal. Somebody else's stays. */
export async function endOwnSession(
  context: Context,
  {
    accountId,
    sessionId,
  }: { readonly accountId: string; readonly sessionId: string },
): Promise<void> {
  if (!/^[0-9a-f]{64}$/.test(sessionId)) return;
  await context.transaction(async (db) => {
    const isEnded = await deleteOwnSession(db, context.tenantId, {
      accountId,
      id: Buffer.from(sessionId, "hex"),
    });
    if (!isEnded) return;
    await recordAudit(context, db, {
      action: "account.session-ended",
      subject: { kind: "account", id: accountId },
    });
  });
}

/** Ends all other sessions, on all portals. */
export async function endOtherSessions(
  context: Context,
  {
    accountId,
    sessionId,
  }: { readonly accountId: string; readonly sessionId: string },
): Promise<void> {
  await context.transaction(async (db) => {
    await deleteOtherSessions(db, context.tenantId, {
      accountId,
      keep: Buffer.from(sessionId, "hex"),
    });
    await recordAudit(context, db, {
      action: "account.signed-out-everywhere",
      subject: { kind: "account", id: accountId },
    });
  });
}

export type ChangePasswordRefusal =
  | TooManyAttempts
  | { readonly kind: "wrong-password" }
  | { readonly kind: "password-weak"; readonly fault: PasswordFault };

/** A new password for who knows the old one. Other sessions end; the owner is told. */
export async function changePassword(
  context: Context,
  input: {
    readonly accountId: string;
    readonly sessionId: string;
    readonly current: string;
    readonly next: string;
  },
): Promise<Result<void, ChangePasswordRefusal>> {
  const { accountId } = input;
  const key = attemptKey("password", accountId);
  const counted = await countAttempts(context, [key]);
  if (!counted.ok) return counted;
  const account = await context.transaction((db) =>
    findAccount(db, context.tenantId, accountId),
  );
  const hash = account?.password_hash ?? undefined;
  if (!(await isPasswordOf(hash, input.current)))
    return refuse({ kind: "wrong-password" });
  const fault = await faultOfPassword(input.next, "");
  if (fault) return refuse({ kind: "password-weak", fault });
  const passwordHash = await hashPassword(input.next);
  await context.transaction(async (db) => {
    await forgetAttempts(db, context.tenantId, throttleKey(key));
    await savePassword(db, context.tenantId, { accountId, passwordHash });
    await deleteOtherSessions(db, context.tenantId, {
      accountId,
      keep: Buffer.from(input.sessionId, "hex"),
    });
    await tellOwner(context, db, { accountId, news: "password-changed" });
    await recordAudit(context, db, {
      action: "account.password-changed",
      subject: { kind: "account", id: accountId },
    });
  });
  return ok(undefined);
}
