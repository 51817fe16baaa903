import { isPasswordOf } from "../../../platform/crypto/password-hash.ts";
import type { Context } from "../../../platform/context/context.ts";
import { ok, refuse, type Result } from "../../../platform/result/result.ts";
import {
  countAttempts,
  inLockOrder,
  throttleKey,
  type AttemptKey,
  type TooManyAttempts,
} from "../../../platform/throttle/count-attempts.ts";
import {
  forgetAttempts,
  returnAttempt,
} from "../../../platform/throttle/throttle-store.ts";
import { recordAudit } from "../../audit/index.ts";
import {
  fingerprints,
  localProvider,
  normaliseEmail,
} from "../domain/identity.ts";
import {
  findAccountByEmail,
  noteSignIn,
  type StoredAccount,
} from "../store/account-store.ts";
import { actingAs } from "./acting-as.ts";
import { attemptKey } from "./attempt-key.ts";
import { greetDevice, isKnownDevice } from "./known-device.ts";
import { openSession, type OpenedSession } from "./open-session.ts";

export type SignInWithPassword = {
  readonly email: string;
  readonly password: string;
  /** Network address of the visitor, for counting attempts only. */
  readonly clientAddress: string;
  /** Cookie of a device that has signed in before. */
  readonly knownDevice: string | undefined;
  readonly portalTenantId: string;
  readonly device: string;
};

export type PasswordSignIn = OpenedSession & {
  /** For the cookie that makes this device known; undefined while a code is still to be given. */
  readonly knownDevice: string | undefined;
};

export type PasswordRefusal =
  | TooManyAttempts
  /** Wrong password, no such account and an account without a password are one answer and take the same time. */
  | { readonly kind: "wrong-credentials" }
  /** Told only to who knows the password. */
  | { readonly kind: "address-unconfirmed" };

/**
 * Signs in with address and password, level low. With a second factor set up the session waits for its code. The owner is told of a device
 * that was not seen before.
 */
export async function signInWithPassword(
  context: Context,
  input: SignInWithPassword,
): Promise<Result<PasswordSignIn, PasswordRefusal>> {
  const { tenantId } = context;
  const email = normaliseEmail(input.email);
  const fingerprint = await context.cipher.fingerprint(
    email,
    fingerprints.email,
  );
  const account = await context.transaction((db) =>
    findAccountByEmail(db, tenantId, fingerprint),
  );
  const { knownDevice } = input;
  const isKnown =
    account !== undefined &&
    (await isKnownDevice(context, { accountId: account.id, knownDevice }));
  const keys = keysOf(input, { email, isKnown });
  const counted = await countAttempts(context, keys);
  if (!counted.ok) return counted;
  const isRight = await isPasswordOf(
    account?.password_hash ?? undefined,
    input.password,
  );
  if (!account || !isRight) {
    await recordFailure(context, account);
    return refuse({ kind: "wrong-credentials" });
  }
  if (!account.email_confirmed_at)
    return refuse({ kind: "address-unconfirmed" });
  return ok(await openFor(context, { account, input, keys }));
}

/** From a device that has signed in before only its own count holds anybody up. */
function keysOf(
  { clientAddress, knownDevice = "" }: SignInWithPassword,
  { email, isKnown }: { readonly email: string; readonly isKnown: boolean },
): readonly AttemptKey[] {
  return isKnown
    ? [attemptKey("known-device", knownDevice)]
    : [
        attemptKey("login-here", `${email}\n${clientAddress}`),
        attemptKey("login", email),
        attemptKey("address", clientAddress),
      ];
}

async function openFor(
  context: Context,
  {
    account,
    input,
    keys,
  }: {
    readonly account: StoredAccount;
    readonly input: SignInWithPassword;
    readonly keys: readonly AttemptKey[];
  },
): Promise<PasswordSignIn> {
  const { tenantId, now } = context;
  const accountId = account.id;
  const stage = account.totp_secret ? "code" : "full";
  return context.transaction(async (db) => {
    for (const key of inLockOrder(keys)) {
      const settle =
        key.kind === "account-address" ? returnAttempt : forgetAttempts;
      await settle(db, tenantId, throttleKey(key));
    }
    await noteSignIn(db, tenantId, { accountId, now });
    const session = await openSession(context, db, {
      accountId,
      portalTenantId: input.portalTenantId,
      device: input.device,
      assuranceLevel: "low",
      provider: localProvider,
      stage,
    });
    const knownDevice =
      stage === "full"
        ? await greetDevice(context, db, { ...input, accountId })
        : undefined;
    await recordAudit(actingAs(context, accountId), db, {
      action:
        stage === "full" ? "account.signed-in" : "account.password-accepted",
      subject: { kind: "account", id: accountId },
      details: { provider: localProvider, means: "password" },
    });
    return { ...session, knownDevice };
  });
}

/** Also written for addresses nobody has: the same work, so the time tells nothing. */
async function recordFailure(
  context: Context,
  account: StoredAccount | undefined,
): Promise<void> {
  await context.transaction((db) =>
    recordAudit(context, db, {
      action: "account.sign-in-failed",
      subject: { kind: "account", id: account?.id ?? "unknown" },
    }),
  );
}
