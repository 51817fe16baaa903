import { randomBytes } from "node:crypto";
import type { Context } from "../../../platform/context/context.ts";
import type { Db } from "../../../platform/database/database.ts";
import { ok, refuse, type Result } from "../../../platform/result/result.ts";
import type { TooManyAttempts } from "../../../platform/throttle/count-attempts.ts";
import { recordAudit } from "../../audit/index.ts";
import {
  counterCodeFrom,
  counterCodeMinutes,
  counterCodePurpose,
} from "../domain/counter-check.ts";
import { lockAccount } from "../store/account-store.ts";
import { replaceCounterCode } from "../store/counter-code-store.ts";
import { useStep } from "../store/second-factor-store.ts";
import { findStep } from "./app-code.ts";
import { countProof, forgetProofs } from "./count-proof.ts";
import { ownAccountOf } from "./own-account.ts";
import { checkPasskey, type PasskeyAnswer } from "./check-passkey.ts";

/** A passkey's answer; without one a code of the app. */
export type ShownFactor = PasskeyAnswer & { readonly appCode?: string };

export type MakeCounterCodeRefusal =
  | TooManyAttempts
  | { readonly kind: "address-unconfirmed" }
  /** No passkey of this account, or a wrong answer of one. */
  | { readonly kind: "refused" }
  | { readonly kind: "wrong-code" };

/**
 * A code that is read out at the counter. Whoever asks shows a passkey or the app for it: this very factor is what will prove the level
 * afterwards, so one that somebody else may have added never does. An earlier code is worth nothing then.
 */
export async function makeCounterCode(
  context: Context,
  shown: ShownFactor,
): Promise<
  Result<
    { readonly code: string; readonly expiresAt: Date },
    MakeCounterCodeRefusal
  >
> {
  const { tenantId, now, cipher } = context;
  const accountId = ownAccountOf(context);
  if (accountId === undefined) return refuse({ kind: "refused" });
  const counted = await countProof(context, accountId);
  if (!counted.ok) return counted;
  const step = await findStep(context, {
    accountId,
    code: shown.appCode ?? "",
  });
  const code = newCode();
  const hash = await cipher.fingerprint(code, counterCodePurpose);
  const expiresAt = new Date(now.getTime() + counterCodeMinutes * 60_000);
  return context.transaction(async (db) => {
    const account = await lockAccount(db, tenantId, accountId);
    if (!account?.email_confirmed_at)
      return refuse({ kind: "address-unconfirmed" });
    const factor = await useFactor(context, db, { accountId, shown, step });
    if (!factor.ok) return factor;
    await forgetProofs(context, db, accountId);
    await replaceCounterCode(db, tenantId, {
      accountId,
      hash,
      passkeyId: factor.value,
      expiresAt,
    });
    await recordAudit(context, db, {
      action: "account.counter-code-made",
      subject: { kind: "account", id: accountId },
    });
    return ok({ code: code.toUpperCase(), expiresAt });
  });
}

/** The passkey that was shown; null: the app. */
async function useFactor(
  context: Context,
  db: Db,
  {
    accountId,
    shown,
    step,
  }: {
    readonly accountId: string;
    readonly shown: ShownFactor;
    readonly step: number | undefined;
  },
): Promise<Result<Buffer | null, { readonly kind: "refused" | "wrong-code" }>> {
  if (shown.response === "") {
    const isUsed =
      step !== undefined &&
      (await useStep(db, context.tenantId, { accountId, step }));
    return isUsed ? ok(null) : refuse({ kind: "wrong-code" });
  }
  const passkey = await checkPasskey(context, db, {
    ...shown,
    purpose: "confirm",
  });
  return passkey?.account_id === accountId
    ? ok(passkey.credential_id)
    : refuse({ kind: "refused" });
}

function newCode(): string {
  return counterCodeFrom(randomBytes(32)) ?? newCode();
}
