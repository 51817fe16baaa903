import type { Context } from "../../../platform/context/context.ts";
import type { Db } from "../../../platform/database/database.ts";
import { newId } from "../../../platform/values/id.ts";
import { fingerprints, normaliseEmail, purposes } from "../domain/identity.ts";
import { insertAccount } from "../store/account-store.ts";

export type AccountCreation = {
  readonly displayName: string;
  /** Not confirmed yet; undefined: none. */
  readonly email?: string;
  readonly passwordHash?: string;
};

/** Encrypts what is known and writes a new account. Throws when another account has the address. */
export async function createAccount(
  context: Context,
  db: Db,
  { displayName, email, passwordHash }: AccountCreation,
): Promise<{ readonly accountId: string }> {
  const id = newId();
  const address = email === undefined ? undefined : normaliseEmail(email);
  const [name, sealedEmail, emailFingerprint] = await Promise.all([
    context.cipher.encrypt(Buffer.from(displayName), purposes.displayName(id)),
    address === undefined
      ? null
      : context.cipher.encrypt(Buffer.from(address), purposes.email(id)),
    address === undefined
      ? null
      : context.cipher.fingerprint(address, fingerprints.email),
  ]);
  await insertAccount(db, context.tenantId, {
    id,
    displayName: name,
    email: sealedEmail,
    emailFingerprint,
    passwordHash: passwordHash ?? null,
    locale: context.locale,
    now: context.now,
  });
  return { accountId: id };
}
