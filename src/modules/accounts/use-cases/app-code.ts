import type { Context } from "../../../platform/context/context.ts";
import { stepOfCode } from "../../../platform/crypto/authenticator-app.ts";
import { totpPurpose } from "../domain/second-factor.ts";
import { findAccount } from "../store/account-store.ts";

/** The step that a code of the account's app belongs to, used or not; undefined for a wrong code, and where there is no app. */
export async function findStep(
  context: Context,
  { accountId, code }: { readonly accountId: string; readonly code: string },
): Promise<number | undefined> {
  const account = await context.transaction((db) =>
    findAccount(db, context.tenantId, accountId),
  );
  if (!account?.totp_secret) return undefined;
  const stored = {
    sealed: account.totp_secret,
    purpose: totpPurpose(accountId),
  };
  return stepOfCode(context.cipher, stored, { code, now: context.now });
}
