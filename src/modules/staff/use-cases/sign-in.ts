import { isDeviceMarkOf } from "../../../platform/crypto/known-device.ts";
import { isPasswordOf } from "../../../platform/crypto/password-hash.ts";
import type { Context } from "../../../platform/context/context.ts";
import { ok, refuse, type Result } from "../../../platform/result/result.ts";
import { recordAudit } from "../../audit/index.ts";
import { normaliseLogin } from "../domain/login.ts";
import { signInNeedsOf, type Member } from "../domain/member.ts";
import {
  stageAfterPassword,
  type SecondFactorPolicy,
  type SessionStage,
} from "../domain/session.ts";
import { findMemberByLogin } from "../store/member-store.ts";
import { deleteEndedSessions } from "../store/session-store.ts";
import {
  forgetAttempts,
  returnAttempt,
} from "../../../platform/throttle/throttle-store.ts";
import {
  countAttempts,
  inLockOrder,
  throttleKey,
  type AttemptKey,
  type TooManyAttempts,
} from "../../../platform/throttle/count-attempts.ts";
import { attemptKey } from "./attempt-key.ts";
import {
  actingAs,
  deviceOwner,
  openSession,
  type SignIn,
} from "./open-session.ts";

export type SignInInput = {
  readonly login: string;
  readonly password: string;
  /** Network address of the visitor, for counting attempts only. */
  readonly clientAddress: string;
  /** Cookie of a device that has signed in before. */
  readonly knownDevice: string | undefined;
  readonly policy: SecondFactorPolicy;
};

export type SignInRefusal =
  | TooManyAttempts
  /** Wrong password, no such account and disabled account are one answer and take the same time. */
  | { readonly kind: "wrong-credentials" };

/**
 * First step of a sign-in. The stage of the result says what is left: a code, a new password, or nothing. Attempts count
 * per login (known or not) here and everywhere, and per address, in the database, so several processes share them; on a device that has
 * signed in before, per device.
 */
export async function signIn(
  context: Context,
  input: SignInInput,
): Promise<Result<SignIn, SignInRefusal>> {
  const login = normaliseLogin(input.login);
  const member = await context.transaction((db) =>
    findMemberByLogin(db, context.tenantId, login),
  );
  const isKnown =
    member !== undefined &&
    (await isDeviceMarkOf(
      context.cipher,
      deviceOwner(member.id),
      input.knownDevice,
    ));
  const keys = keysOf(input, { login, isKnown });
  const counted = await countAttempts(context, keys);
  if (!counted.ok) return counted;

  const isRight = await isPasswordOf(member?.passwordHash, input.password);
  if (!member || !isRight || member.isDisabled) {
    await recordFailure(context, member);
    return refuse({ kind: "wrong-credentials" });
  }
  const stage = stageAfterPassword(signInNeedsOf(member), input.policy);
  const settled = inLockOrder(keys);
  return ok(await openFor(context, { memberId: member.id, stage }, settled));
}

/** From a device that has signed in before only its own count holds anybody up. */
function keysOf(
  { clientAddress, knownDevice = "" }: SignInInput,
  { login, isKnown }: { readonly login: string; readonly isKnown: boolean },
): readonly AttemptKey[] {
  return isKnown
    ? [attemptKey("known-device", knownDevice)]
    : [
        attemptKey("login-here", `${login}\n${clientAddress}`),
        attemptKey("login", login),
        attemptKey("address", clientAddress),
      ];
}

async function openFor(
  context: Context,
  session: { readonly memberId: string; readonly stage: SessionStage },
  keys: readonly AttemptKey[],
): Promise<SignIn> {
  const { tenantId, now } = context;
  const { memberId, stage } = session;
  return context.transaction(async (db) => {
    // In the order of countAttempts: the two requests of a double click must not wait for each other.
    for (const key of keys) {
      const settle = key.kind === "address" ? returnAttempt : forgetAttempts;
      await settle(db, tenantId, throttleKey(key));
    }
    await deleteEndedSessions(db, tenantId, { memberId, now });
    const opened = await openSession(context, db, session);
    await recordAudit(actingAs(context, memberId), db, {
      action: stage === "full" ? "staff.signed-in" : "staff.password-accepted",
      subject: { kind: "staff", id: memberId },
    });
    return opened;
  });
}

/** Also written for logins nobody has: the same work, so the time tells nothing. */
async function recordFailure(
  context: Context,
  member: Member | undefined,
): Promise<void> {
  await context.transaction((db) =>
    recordAudit(context, db, {
      action: "staff.sign-in-failed",
      subject: { kind: "staff", id: member?.id ?? "unknown" },
    }),
  );
}
