import type { Context } from "../../../platform/context/context.ts";
import {
  readAppSetup,
  sealNewSecret,
  stepOfCode,
  type AppSetup,
} from "../../../platform/crypto/authenticator-app.ts";
import { newRecoveryCodes } from "../../../platform/crypto/recovery-codes.ts";
import { ok, refuse, type Result } from "../../../platform/result/result.ts";
import { recordAudit } from "../../audit/index.ts";
import type { ProvenLevel } from "../domain/assurance-level.ts";
import { purposes } from "../domain/identity.ts";
import { levelOfNewFactor } from "../domain/passkey.ts";
import { totpPurpose } from "../domain/second-factor.ts";
import { findAccount } from "../store/account-store.ts";
import { deleteCodeOfApp } from "../store/counter-code-store.ts";
import { countPasskeys } from "../store/identity-store.ts";
import {
  activateSecret,
  countRecoveryCodes,
  removeSecret,
  replaceRecoveryCodes,
  savePendingSecret,
} from "../store/second-factor-store.ts";
import { ownAccountOf } from "./own-account.ts";
import type { TooManyAttempts } from "../../../platform/throttle/count-attempts.ts";
import { countProof, forgetProofs } from "./count-proof.ts";
import {
  proveOwner,
  type OwnerProof,
  type OwnerProofRefusal,
} from "./prove-owner.ts";
import { tellOwner } from "./tell-owner.ts";

export type SecondFactorState = {
  /** Without a password no code is ever asked. */
  readonly hasPassword: boolean;
  readonly hasPasskey: boolean;
  readonly isOn: boolean;
  readonly recoveryCodesLeft: number;
};

export async function readSecondFactor(
  context: Context,
): Promise<SecondFactorState | undefined> {
  const accountId = ownAccountOf(context);
  if (accountId === undefined) return undefined;
  const [account, recoveryCodesLeft, passkeys] = await context.read((db) =>
    Promise.all([
      findAccount(db, context.tenantId, accountId),
      countRecoveryCodes(db, context.tenantId, accountId),
      countPasskeys(db, context.tenantId, accountId),
    ]),
  );
  return (
    account && {
      hasPassword: account.password_hash !== null,
      hasPasskey: passkeys > 0,
      isOn: account.totp_secret !== null,
      recoveryCodesLeft,
    }
  );
}

/** Makes a secret that waits for its first code. One in use stays until then. */
export async function startSecondFactor(
  context: Context,
  proof: OwnerProof,
): Promise<Result<void, OwnerProofRefusal>> {
  const proven = await proveOwner(context, proof);
  if (!proven.ok) return proven;
  const accountId = proven.value;
  const secret = await sealNewSecret(context.cipher, totpPurpose(accountId));
  await context.transaction((db) =>
    savePendingSecret(db, context.tenantId, { accountId, secret }),
  );
  return ok(undefined);
}

/** What the app scans, or what is typed into it; undefined when nothing waits. */
export async function findSecondFactorSetup(
  context: Context,
  issuer: string,
): Promise<AppSetup | undefined> {
  const waiting = await findWaitingSecret(context);
  if (!waiting) return undefined;
  const { account, stored } = waiting;
  const name = await context.cipher.decrypt(
    account.email ?? account.display_name,
    account.email
      ? purposes.email(account.id)
      : purposes.displayName(account.id),
  );
  const shown = { issuer, account: name.toString() };
  return readAppSetup(context.cipher, stored, shown);
}

export type ConfirmSecondFactorRefusal =
  | TooManyAttempts
  | { readonly kind: "not-started" }
  | { readonly kind: "wrong-code" };

/** The first right code switches the second factor on. The recovery codes are given once and stored as hashes only. */
export async function confirmSecondFactor(
  context: Context,
  {
    code,
    session,
  }: {
    readonly code: string;
    readonly session: {
      readonly assuranceLevel: ProvenLevel;
      readonly provider: string;
    };
  },
): Promise<
  Result<
    { readonly recoveryCodes: readonly string[] },
    ConfirmSecondFactorRefusal
  >
> {
  const waiting = await findWaitingSecret(context);
  if (!waiting) return refuse({ kind: "not-started" });
  const { tenantId, now, cipher } = context;
  const accountId = waiting.account.id;
  const counted = await countProof(context, accountId);
  if (!counted.ok) return counted;
  const step = await stepOfCode(cipher, waiting.stored, { code, now });
  if (step === undefined) return refuse({ kind: "wrong-code" });
  const { codes: recoveryCodes, hashes } = newRecoveryCodes();
  return context.transaction(async (db) => {
    const isOn = await activateSecret(db, tenantId, {
      accountId,
      secret: waiting.stored.sealed,
      step,
      level: levelOfNewFactor(session),
    });
    if (!isOn) return refuse({ kind: "not-started" });
    await deleteCodeOfApp(db, tenantId, accountId);
    await replaceRecoveryCodes(db, tenantId, {
      accountId,
      hashes,
    });
    await forgetProofs(context, db, accountId);
    await tellOwner(context, db, { accountId, news: "second-factor-on" });
    await recordAudit(context, db, {
      action: "account.second-factor-on",
      subject: { kind: "account", id: accountId },
    });
    return ok({ recoveryCodes });
  });
}

/** Switches the second factor off; its recovery codes are worth nothing then. */
export async function stopSecondFactor(
  context: Context,
  proof: OwnerProof,
): Promise<Result<void, OwnerProofRefusal>> {
  const proven = await proveOwner(context, proof);
  if (!proven.ok) return proven;
  const accountId = proven.value;
  await context.transaction(async (db) => {
    await removeSecret(db, context.tenantId, accountId);
    await deleteCodeOfApp(db, context.tenantId, accountId);
    await replaceRecoveryCodes(db, context.tenantId, { accountId, hashes: [] });
    await tellOwner(context, db, { accountId, news: "second-factor-off" });
    await recordAudit(context, db, {
      action: "account.second-factor-off",
      subject: { kind: "account", id: accountId },
    });
  });
  return ok(undefined);
}

async function findWaitingSecret(context: Context) {
  const accountId = ownAccountOf(context);
  if (accountId === undefined) return undefined;
  const account = await context.transaction((db) =>
    findAccount(db, context.tenantId, accountId),
  );
  const sealed = account?.totp_pending_secret;
  if (!account || !sealed) return undefined;
  return { account, stored: { sealed, purpose: totpPurpose(accountId) } };
}
