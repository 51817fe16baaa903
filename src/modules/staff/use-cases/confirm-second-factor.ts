import { stepOfCode } from "../../../platform/crypto/authenticator-app.ts";
import { hashOfRecoveryCode } from "../../../platform/crypto/recovery-codes.ts";
import type { Context } from "../../../platform/context/context.ts";
import type { Db } from "../../../platform/database/database.ts";
import { ok, refuse, type Result } from "../../../platform/result/result.ts";
import { hashSecretToken } from "../../../platform/values/secret-token.ts";
import { recordAudit } from "../../audit/index.ts";
import { signInNeedsOf, totpPurpose } from "../domain/member.ts";
import { stageAfterCode } from "../domain/session.ts";
import { findMember, useTotpStep } from "../store/member-store.ts";
import { useRecoveryCode } from "../store/recovery-code-store.ts";
import { deleteSession, findPendingSession } from "../store/session-store.ts";
import { forgetAttempts } from "../../../platform/throttle/throttle-store.ts";
import {
  countAttempts,
  throttleKey,
  type TooManyAttempts,
} from "../../../platform/throttle/count-attempts.ts";
import { attemptKey } from "./attempt-key.ts";
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

  const key = attemptKey("code", pending.memberId);
  const counted = await countAttempts(context, [key]);
  if (!counted.ok) return counted;

  const staffContext = actingAs(context, pending.memberId);
  const appStep = await findAppStep(staffContext, input.code);
  return context.transaction(async (db) => {
    const member = await findMember(db, tenantId, pending.memberId);
    if (!member || member.isDisabled) return refuse({ kind: "wrong-code" });
    const means = await useUp(staffContext, db, { code: input.code, appStep });
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
    // A factor that was reset meanwhile has to be set up again, whatever is asked of others.
    const stage = stageAfterCode(signInNeedsOf(member), "required");
    return ok(await openSession(context, db, { memberId: member.id, stage }));
  });
}

/** The step a code of the app belongs to, used or not; before the transaction, because decrypting may need a connection. */
async function findAppStep(
  context: Context,
  code: string,
): Promise<number | undefined> {
  const { actor, tenantId, now } = context;
  const member = await context.transaction((db) =>
    findMember(db, tenantId, actor.id),
  );
  if (!member?.totpSecret) return undefined;
  const stored = {
    sealed: member.totpSecret,
    purpose: totpPurpose(member.id),
  };
  return stepOfCode(context.cipher, stored, { code, now });
}

/** What the code was, now used up; undefined when it is wrong or was used before. */
async function useUp(
  context: Context,
  db: Db,
  {
    code,
    appStep,
  }: { readonly code: string; readonly appStep: number | undefined },
): Promise<"app" | "recovery-code" | undefined> {
  const { tenantId, now } = context;
  const memberId = context.actor.id;
  if (appStep !== undefined) {
    const isNew = await useTotpStep(db, tenantId, { memberId, step: appStep });
    return isNew ? "app" : undefined;
  }
  const hash = hashOfRecoveryCode(code);
  if (hash === undefined) return undefined;
  const isUnused = await useRecoveryCode(db, tenantId, {
    memberId,
    hash,
    usedAt: now,
  });
  return isUnused ? "recovery-code" : undefined;
}
