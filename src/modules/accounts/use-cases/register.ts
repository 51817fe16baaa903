import {
  hashPassword,
  isPasswordOf,
} from "../../../platform/crypto/password-hash.ts";
import type { Context } from "../../../platform/context/context.ts";
import type { Db } from "../../../platform/database/database.ts";
import {
  faultOfPassword,
  type PasswordFault,
} from "../../../platform/passwords/password-rules.ts";
import { ok, refuse, type Result } from "../../../platform/result/result.ts";
import {
  countAttempts,
  throttleKey,
  type TooManyAttempts,
} from "../../../platform/throttle/count-attempts.ts";
import { forgetAttempts } from "../../../platform/throttle/throttle-store.ts";
import {
  hashSecretToken,
  isSecretToken,
} from "../../../platform/values/secret-token.ts";
import { recordAudit } from "../../audit/index.ts";
import {
  fingerprints,
  isEmail,
  localProvider,
  normaliseEmail,
  purposes,
} from "../domain/identity.ts";
import {
  confirmEmail as noteConfirmed,
  findAccount,
  findAccountByEmail,
  saveDisplayName,
  savePassword,
} from "../store/account-store.ts";
import { findEmailToken, takeEmailToken } from "../store/email-token-store.ts";
import { actingAs } from "./acting-as.ts";
import { attemptKey } from "./attempt-key.ts";
import { createAccount } from "./create-account.ts";
import { makeKnownDevice } from "./known-device.ts";
import { openSession, type SignedIn } from "./open-session.ts";
import { sendExistsNotice, sendLink, type MailPlace } from "./send-link.ts";

export type Registration = MailPlace & {
  readonly displayName: string;
  readonly email: string;
  readonly password: string;
  readonly clientAddress: string;
  /** Page of the portal to go on with once the address is confirmed, as `returnPath` allows it. */
  readonly returnPath: string;
};

export type RegistrationRefusal =
  | TooManyAttempts
  | {
      readonly kind: "invalid";
      readonly faults: Readonly<{
        displayName?: "missing" | "too-long";
        email?: "invalid";
        password?: PasswordFault;
      }>;
    };

/** Characters. */
export const longestName = 200;

/**
 * Opens a local account that counts once its address is confirmed by the link in the mail. The answer is the same, and takes the same work,
 * where the address has an account already: its owner then gets a mail that says so.
 */
export async function register(
  context: Context,
  registration: Registration,
): Promise<Result<void, RegistrationRefusal>> {
  const email = normaliseEmail(registration.email);
  const displayName = registration.displayName.normalize("NFC").trim();
  const faults = await faultsOf({
    displayName,
    email,
    password: registration.password,
  });
  if (Object.keys(faults).length > 0)
    return refuse({ kind: "invalid", faults });
  const counted = await countAttempts(context, [
    attemptKey("mail-address", registration.clientAddress),
  ]);
  if (!counted.ok) return counted;
  // Nobody is flooded with mails, and nobody is told that somebody else has asked for some.
  if (!(await countAttempts(context, [attemptKey("mail", email)])).ok)
    return ok(undefined);
  await write(context, registration, { email, displayName });
  return ok(undefined);
}

async function write(
  context: Context,
  registration: Registration,
  {
    email,
    displayName,
  }: { readonly email: string; readonly displayName: string },
): Promise<void> {
  const [passwordHash, emailFingerprint] = await Promise.all([
    hashPassword(registration.password),
    context.cipher.fingerprint(email, fingerprints.email),
  ]);
  await context.transaction(async (db) => {
    const known = await findAccountByEmail(
      db,
      context.tenantId,
      emailFingerprint,
    );
    if (known?.email_confirmed_at)
      return sendExistsNotice(context, db, { ...registration, email });
    const accountId =
      known?.id ??
      (await createAccount(context, db, { displayName, email, passwordHash }))
        .accountId;
    // Nobody has proven the address yet: the last who registered it is as likely its owner as the first, and it is their account.
    if (known)
      await takeOver(context, db, { accountId, displayName, passwordHash });
    await sendLink(context, db, {
      ...registration,
      email,
      accountId,
      purpose: "confirm",
    });
    await recordAudit(actingAs(context, accountId), db, {
      action: "account.registered",
      subject: { kind: "account", id: accountId },
    });
  });
}

async function takeOver(
  { cipher, tenantId }: Context,
  db: Db,
  {
    accountId,
    displayName,
    passwordHash,
  }: {
    readonly accountId: string;
    readonly displayName: string;
    readonly passwordHash: string;
  },
): Promise<void> {
  await savePassword(db, tenantId, { accountId, passwordHash });
  await saveDisplayName(db, tenantId, {
    accountId,
    displayName: await cipher.encrypt(
      Buffer.from(displayName),
      purposes.displayName(accountId),
    ),
  });
}

async function faultsOf({
  displayName,
  email,
  password,
}: Pick<Registration, "displayName" | "email" | "password">) {
  const fault = await faultOfPassword(password, email);
  return {
    ...(displayName === "" ? { displayName: "missing" as const } : {}),
    ...(displayName.length > longestName
      ? { displayName: "too-long" as const }
      : {}),
    ...(isEmail(email) ? {} : { email: "invalid" as const }),
    ...(fault ? { password: fault } : {}),
  };
}

export type Confirmation = {
  readonly token: string;
  readonly password: string;
  readonly portalTenantId: string;
  readonly device: string;
};

export type Confirmed = SignedIn & {
  /** Where they were when they registered. */
  readonly returnPath: string | undefined;
};

export type ConfirmationRefusal =
  | TooManyAttempts
  | { readonly kind: "link-over" }
  | { readonly kind: "wrong-password" };

/**
 * Confirms the address of the link and signs in. Asks for the password: else whoever registers somebody else's address would have their account
 * once that person follows the link.
 */
export async function confirmAddress(
  context: Context,
  { token, password, portalTenantId, device }: Confirmation,
): Promise<Result<Confirmed, ConfirmationRefusal>> {
  const { tenantId, now } = context;
  const link = {
    tokenHash: hashSecretToken(token),
    now,
    purpose: "confirm",
  } as const;
  const accountId = isSecretToken(token)
    ? await context.transaction((db) => findEmailToken(db, tenantId, link))
    : undefined;
  if (accountId === undefined) return refuse({ kind: "link-over" });
  const key = attemptKey("password", accountId);
  const counted = await countAttempts(context, [key]);
  if (!counted.ok) return counted;
  const account = await context.transaction((db) =>
    findAccount(db, tenantId, accountId),
  );
  if (!(await isPasswordOf(account?.password_hash ?? undefined, password)))
    return refuse({ kind: "wrong-password" });
  return context.transaction(async (db) => {
    const taken = await takeEmailToken(db, tenantId, link);
    if (!taken) return refuse({ kind: "link-over" });
    await forgetAttempts(db, tenantId, throttleKey(key));
    await noteConfirmed(db, tenantId, { accountId, now });
    const opened = await openSession(context, db, {
      accountId,
      portalTenantId,
      device,
      assuranceLevel: "low",
      provider: localProvider,
    });
    await recordAudit(actingAs(context, accountId), db, {
      action: "account.address-confirmed",
      subject: { kind: "account", id: accountId },
    });
    // The owner has just read our mail, and need not get another one about this device.
    return ok({
      ...opened,
      returnPath: taken.returnPath,
      knownDevice: await makeKnownDevice(context, accountId),
    });
  });
}
