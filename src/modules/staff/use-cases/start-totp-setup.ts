import { isPasswordOf } from "../../../platform/crypto/password-hash.ts";
import { newTotpSecret } from "../../../platform/crypto/totp.ts";
import type { Context } from "../../../platform/context/context.ts";
import { ok, refuse, type Result } from "../../../platform/result/result.ts";
import { recordAudit } from "../../audit/index.ts";
import { totpPurpose } from "../domain/member.ts";
import { findMember, savePendingTotpSecret } from "../store/member-store.ts";
import { forgetAttempts } from "../store/throttle-store.ts";
import {
  countAttempts,
  throttleKey,
  type AttemptKey,
  type TooManyAttempts,
} from "./count-attempts.ts";

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
  const key: AttemptKey = { kind: "password", value: actor.id };
  const counted = await countAttempts(context, [key]);
  if (!counted.ok) return counted;

  const member = await context.transaction((db) =>
    findMember(db, tenantId, actor.id),
  );
  const isRight = await isPasswordOf(member?.passwordHash, input.password);
  if (!isRight) return refuse({ kind: "wrong-password" });

  const encryptedSecret = await context.cipher.encrypt(
    newTotpSecret(),
    totpPurpose(actor.id),
  );
  return context.transaction(async (db) => {
    await forgetAttempts(db, tenantId, throttleKey(key));
    await savePendingTotpSecret(db, tenantId, {
      id: actor.id,
      encryptedSecret,
    });
    await recordAudit(context, db, {
      action: "staff.second-factor-started",
      subject: { kind: "staff", id: actor.id },
    });
    return ok(undefined);
  });
}
