import { totpAddress, totpSecretText } from "../../../platform/crypto/totp.ts";
import type { Context } from "../../../platform/context/context.ts";
import { totpPurpose } from "../domain/member.ts";
import { findMember } from "../store/member-store.ts";

export type TotpSetup = {
  /** `otpauth://` address, for the QR code. */
  readonly address: string;
  /** The secret to type where nothing can be scanned. */
  readonly secretText: string;
};

/** The secret that waits to be scanned; undefined when none was started. `issuer` is what the app shows above the code. */
export async function findTotpSetup(
  context: Context,
  issuer: string,
): Promise<TotpSetup | undefined> {
  const { actor, tenantId } = context;
  if (actor.kind !== "staff") return undefined;
  const member = await context.transaction((db) =>
    findMember(db, tenantId, actor.id),
  );
  if (!member?.totpPendingSecret) return undefined;
  const secret = await context.cipher.decrypt(
    member.totpPendingSecret,
    totpPurpose(member.id),
  );
  return {
    address: totpAddress(secret, { issuer, account: member.login }),
    secretText: totpSecretText(secret),
  };
}
