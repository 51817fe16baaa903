import { randomBytes } from "node:crypto";
import { totpStepOf } from "../../../platform/crypto/totp.ts";
import type { Context } from "../../../platform/context/context.ts";
import { ok, refuse, type Result } from "../../../platform/result/result.ts";
import { sha256 } from "../../../platform/values/sha256.ts";
import { recordAudit } from "../../audit/index.ts";
import { totpPurpose } from "../domain/member.ts";
import {
  recoveryCodeCount,
  recoveryCodeFrom,
} from "../domain/recovery-code.ts";
import { activateTotpSecret, findMember } from "../store/member-store.ts";
import { replaceRecoveryCodes } from "../store/recovery-code-store.ts";

export type ConfirmTotpSetupRefusal =
  { readonly kind: "not-started" } | { readonly kind: "wrong-code" };

/**
 * The first right code puts the waiting secret into effect and makes new recovery codes; earlier ones are worth nothing
 * then. The codes are returned once and stored only as hashes.
 */
export async function confirmTotpSetup(
  context: Context,
  input: { readonly code: string },
): Promise<
  Result<{ readonly recoveryCodes: readonly string[] }, ConfirmTotpSetupRefusal>
> {
  const { actor, tenantId, now } = context;
  const encryptedSecret = await findPendingSecret(context);
  if (!encryptedSecret) return refuse({ kind: "not-started" });
  const purpose = totpPurpose(actor.id);
  const secret = await context.cipher.decrypt(encryptedSecret, purpose);
  const step = totpStepOf(secret, input.code.replaceAll(/\s/g, ""), now);
  if (step === undefined) return refuse({ kind: "wrong-code" });

  const recoveryCodes = newRecoveryCodes();
  return context.transaction(async (db) => {
    await activateTotpSecret(db, tenantId, {
      memberId: actor.id,
      encryptedSecret,
      step,
    });
    await replaceRecoveryCodes(db, tenantId, {
      memberId: actor.id,
      hashes: recoveryCodes.map((code) => sha256(code)),
    });
    await recordAudit(context, db, {
      action: "staff.second-factor-set-up",
      subject: { kind: "staff", id: actor.id },
    });
    return ok({ recoveryCodes });
  });
}

async function findPendingSecret(
  context: Context,
): Promise<Buffer | undefined> {
  const { actor, tenantId } = context;
  if (actor.kind !== "staff") return undefined;
  const member = await context.transaction((db) =>
    findMember(db, tenantId, actor.id),
  );
  return member?.totpPendingSecret ?? undefined;
}

function newRecoveryCodes(): string[] {
  const codes = new Set<string>();
  while (codes.size < recoveryCodeCount) {
    const code = recoveryCodeFrom(randomBytes(32));
    if (code !== undefined) codes.add(code);
  }
  return [...codes];
}
