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
import {
  isSecretToken,
  newSecretToken,
} from "../../../platform/values/secret-token.ts";
import { recordAudit } from "../../audit/index.ts";
import { fingerprints, normaliseEmail } from "../domain/identity.ts";
import {
  findAccountByEmail,
  noteSignIn,
  type StoredAccount,
} from "../store/account-store.ts";
import { actingAs } from "./acting-as.ts";
import { attemptKey } from "./attempt-key.ts";
import { openSession, type OpenedSession } from "./open-session.ts";
import { tellOwner } from "./tell-owner.ts";

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
  /** For the cookie that makes this device known. */
  readonly knownDevice: string;
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
  const isKnown = await isKnownDevice(context, account, input.knownDevice);
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
  return ok(await openFor(context, { account, input, keys, isKnown }));
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
    isKnown,
  }: {
    readonly account: StoredAccount;
    readonly input: SignInWithPassword;
    readonly keys: readonly AttemptKey[];
    readonly isKnown: boolean;
  },
): Promise<PasswordSignIn> {
  const { tenantId, now } = context;
  const accountId = account.id;
  const stage = account.totp_secret ? "code" : "full";
  const knownDevice = isKnown
    ? (input.knownDevice ?? "")
    : await makeKnownDevice(context, accountId);
  const opened = await context.transaction(async (db) => {
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
      provider: "local",
      stage,
    });
    if (!isKnown)
      await tellOwner(context, db, { accountId, news: "new-device" });
    await recordAudit(actingAs(context, accountId), db, {
      action:
        stage === "full" ? "account.signed-in" : "account.password-accepted",
      subject: { kind: "account", id: accountId },
      details: { provider: "local", means: "password" },
    });
    return session;
  });
  return { ...opened, knownDevice };
}

/** A device proves that somebody signed in there: a random number and its keyed hash for this account. */
async function makeKnownDevice(
  context: Context,
  accountId: string,
): Promise<string> {
  const number = newSecretToken();
  return `${number}.${await deviceMark(context, accountId, number)}`;
}

async function isKnownDevice(
  context: Context,
  account: StoredAccount | undefined,
  cookie: string | undefined,
): Promise<boolean> {
  const [number = "", mark] = (cookie ?? "").split(".");
  if (!account || !isSecretToken(number)) return false;
  return mark === (await deviceMark(context, account.id, number));
}

async function deviceMark(
  context: Context,
  accountId: string,
  number: string,
): Promise<string> {
  const mark = await context.cipher.fingerprint(
    `${accountId}\n${number}`,
    "accounts.known-device",
  );
  return mark.toString("base64url");
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
