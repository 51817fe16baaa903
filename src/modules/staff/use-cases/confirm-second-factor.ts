import { totpStepOf } from "../../../platform/crypto/totp.ts";
import type { Context } from "../../../platform/context/context.ts";
import type { Db } from "../../../platform/database/database.ts";
import { ok, refuse, type Result } from "../../../platform/result/result.ts";
import { hashSecretToken } from "../../../platform/values/secret-token.ts";
import { sha256 } from "../../../platform/values/sha256.ts";
import { recordAudit } from "../../audit/index.ts";
import { totpPurpose, type Member } from "../domain/member.ts";
import { normaliseRecoveryCode } from "../domain/recovery-code.ts";
import { stageAfterCode } from "../domain/session.ts";
import { findMember, useTotpStep } from "../store/member-store.ts";
import { useRecoveryCode } from "../store/recovery-code-store.ts";
import { deleteSession, findPendingSession } from "../store/session-store.ts";
import { forgetAttempts } from "../store/throttle-store.ts";
import {
  countAttempts,
  throttleKey,
  type AttemptKey,
  type TooManyAttempts,
} from "./count-attempts.ts";
import { actingAs, openSession, type SignIn } from "./open-session.ts";

export type SecondFactorRefusal =
  | TooManyAttempts
  | { readonly kind: "sign-in-expired" }
  | { readonly kind: "wrong-code" };

/**
 * Second step of a sign-in: a code of the authenticator app, or a recovery code. Each counts once: a code that was seen
 * over the shoulder is worth nothing afterwards.
 */
export async function confirmSecondFactor(
  context: Context,
  input: { readonly token: string; readonly code: string },
): Promise<Result<SignIn, SecondFactorRefusal>> {
  const { tenantId, now } = context;
  const sessionId = hashSecretToken(input.token);
  const pending = await context.transaction((db) =>
    findPendingSession(db, tenantId, { id: sessionId, now }),
  );
  if (pending?.stage !== "code") return refuse({ kind: "sign-in-expired" });

  const key: AttemptKey = { kind: "code", value: pending.memberId };
  const counted = await countAttempts(context, [key]);
  if (!counted.ok) return counted;

  const staffContext = actingAs(context, pending.memberId);
  return context.transaction(async (db) => {
    const member = await findMember(db, tenantId, pending.memberId);
    if (!member || member.isDisabled) return refuse({ kind: "wrong-code" });
    const means = await meansOf(staffContext, db, { member, code: input.code });
    await recordAudit(staffContext, db, {
      action: means ? "staff.signed-in" : "staff.code-refused",
      subject: { kind: "staff", id: member.id },
      details: { means: means ?? "none" },
    });
    if (!means) return refuse({ kind: "wrong-code" });
    // Whoever removes the half-done session goes on; a second request with the same cookie does not.
    const removed = await deleteSession(db, tenantId, sessionId);
    if (removed === undefined) return refuse({ kind: "sign-in-expired" });
    await forgetAttempts(db, tenantId, throttleKey(key));
    const stage = stageAfterCode(member);
    return ok(await openSession(context, db, { memberId: member.id, stage }));
  });
}

/** What the code was, or undefined when it is wrong or used. */
async function meansOf(
  context: Context,
  db: Db,
  { member, code }: { readonly member: Member; readonly code: string },
): Promise<"app" | "recovery-code" | undefined> {
  if (await isUnusedAppCode(context, db, { member, code })) return "app";
  const recoveryCode = normaliseRecoveryCode(code);
  if (recoveryCode === undefined) return undefined;
  const isUnused = await useRecoveryCode(db, context.tenantId, {
    memberId: member.id,
    hash: sha256(recoveryCode),
    usedAt: context.now,
  });
  return isUnused ? "recovery-code" : undefined;
}

async function isUnusedAppCode(
  context: Context,
  db: Db,
  { member, code }: { readonly member: Member; readonly code: string },
): Promise<boolean> {
  if (!member.totpSecret) return false;
  const secret = await context.cipher.decrypt(
    member.totpSecret,
    totpPurpose(member.id),
  );
  const step = totpStepOf(secret, code.replaceAll(/\s/g, ""), context.now);
  if (step === undefined) return false;
  return useTotpStep(db, context.tenantId, { memberId: member.id, step });
}
