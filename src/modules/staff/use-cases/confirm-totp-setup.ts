import { stepOfCode } from "../../../platform/crypto/authenticator-app.ts";
import { newRecoveryCodes } from "../../../platform/crypto/recovery-codes.ts";
import type { Context } from "../../../platform/context/context.ts";
import { ok, refuse, type Result } from "../../../platform/result/result.ts";
import { recordAudit } from "../../audit/index.ts";
import { totpPurpose } from "../domain/member.ts";
import { activateTotpSecret, findMember } from "../store/member-store.ts";
import { replaceRecoveryCodes } from "../store/recovery-code-store.ts";

export type ConfirmTotpSetupRefusal =
  | { readonly kind: "not-started" }
  | { readonly kind: "wrong-code" };

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
  const stored = { sealed: encryptedSecret, purpose: totpPurpose(actor.id) };
  const { code } = input;
  const step = await stepOfCode(context.cipher, stored, { code, now });
  if (step === undefined) return refuse({ kind: "wrong-code" });

  const { codes: recoveryCodes, hashes } = newRecoveryCodes();
  return context.transaction(async (db) => {
    await activateTotpSecret(db, tenantId, {
      memberId: actor.id,
      encryptedSecret,
      step,
    });
    await replaceRecoveryCodes(db, tenantId, {
      memberId: actor.id,
      hashes,
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
