import { randomBytes } from "node:crypto";
import type { Context } from "../../../platform/context/context.ts";
import { ok, refuse, type Result } from "../../../platform/result/result.ts";
import { recordAudit } from "../../audit/index.ts";
import {
  counterCodeFrom,
  counterCodeMinutes,
  counterCodePurpose,
} from "../domain/counter-check.ts";
import { lockAccount } from "../store/account-store.ts";
import { replaceCounterCode } from "../store/counter-code-store.ts";
import { ownAccountOf } from "./ask-passkey.ts";
import { checkPasskey, type PasskeyAnswer } from "./check-passkey.ts";

export type MakeCounterCodeRefusal =
  | { readonly kind: "address-unconfirmed" }
  /** No passkey of this account, or a wrong answer of one. */
  | { readonly kind: "refused" };

/**
 * A code that is read out at the counter. Whoever asks shows a passkey for it: this very passkey is what will prove the level afterwards, so a
 * factor that somebody else may have added never does. An earlier code is worth nothing then.
 */
export async function makeCounterCode(
  context: Context,
  answer: PasskeyAnswer,
): Promise<
  Result<
    { readonly code: string; readonly expiresAt: Date },
    MakeCounterCodeRefusal
  >
> {
  const { tenantId, now, cipher } = context;
  const accountId = ownAccountOf(context);
  if (accountId === undefined) return refuse({ kind: "refused" });
  const code = newCode();
  const hash = await cipher.fingerprint(code, counterCodePurpose);
  const expiresAt = new Date(now.getTime() + counterCodeMinutes * 60_000);
  return context.transaction(async (db) => {
    const account = await lockAccount(db, tenantId, accountId);
    if (!account?.email_confirmed_at)
      return refuse({ kind: "address-unconfirmed" });
    const passkey = await checkPasskey(context, db, {
      ...answer,
      purpose: "confirm",
    });
    if (passkey?.account_id !== accountId) return refuse({ kind: "refused" });
    await replaceCounterCode(db, tenantId, {
      accountId,
      hash,
      passkeyId: passkey.credential_id,
      expiresAt,
    });
    await recordAudit(context, db, {
      action: "account.counter-code-made",
      subject: { kind: "account", id: accountId },
    });
    return ok({ code: code.toUpperCase(), expiresAt });
  });
}

function newCode(): string {
  return counterCodeFrom(randomBytes(32)) ?? newCode();
}
