import { isPasswordOf } from "../../../platform/crypto/password-hash.ts";
import type { Context } from "../../../platform/context/context.ts";
import { ok, refuse, type Result } from "../../../platform/result/result.ts";
import { findMember } from "../store/member-store.ts";
import { forgetAttempts } from "../../../platform/throttle/throttle-store.ts";
import {
  countAttempts,
  throttleKey,
  type TooManyAttempts,
} from "../../../platform/throttle/count-attempts.ts";
import { attemptKey } from "./attempt-key.ts";
import { makeWaitingSecret } from "./make-waiting-secret.ts";

export type StartTotpSetupRefusal =
  | TooManyAttempts
  | { readonly kind: "not-permitted" }
  | { readonly kind: "wrong-password" };

/**
 * Makes a new secret that waits for its first code. Asks for the password again: a session left open must not be enough
 * to lock its owner out. Starting again replaces the waiting secret; the one in use stays until the new one is proven.
 */
export async function startTotpSetup(
  context: Context,
  input: { readonly password: string },
): Promise<Result<void, StartTotpSetupRefusal>> {
  const { actor, tenantId } = context;
  if (actor.kind !== "staff") return refuse({ kind: "not-permitted" });
  const key = attemptKey("password", actor.id);
  const counted = await countAttempts(context, [key]);
  if (!counted.ok) return counted;

  const member = await context.transaction((db) =>
    findMember(db, tenantId, actor.id),
  );
  const isRight = await isPasswordOf(member?.passwordHash, input.password);
  if (!isRight) return refuse({ kind: "wrong-password" });

  await context.transaction((db) =>
    forgetAttempts(db, tenantId, throttleKey(key)),
  );
  await makeWaitingSecret(context);
  return ok(undefined);
}
