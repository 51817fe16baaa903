import type { Context } from "../../../platform/context/context.ts";
import { isPasswordOf } from "../../../platform/crypto/password-hash.ts";
import { ok, refuse, type Result } from "../../../platform/result/result.ts";
import type { TooManyAttempts } from "../../../platform/throttle/count-attempts.ts";
import { localProvider } from "../domain/identity.ts";
import { isFresh } from "../domain/session.ts";
import { findAccount, type StoredAccount } from "../store/account-store.ts";
import { countPasskeys, listIdentities } from "../store/identity-store.ts";
import { ownAccountOf } from "./own-account.ts";
import { checkPasskey, type PasskeyAnswer } from "./check-passkey.ts";
import { countProof, forgetProofs } from "./count-proof.ts";

/** When and by whom the session was opened that somebody sits in. */
export type ProvingSession = {
  readonly provider: string;
  readonly signedInAt: Date;
};

/** That the owner sits here, not somebody who found the page open: the password, a passkey where there is no password in it, or a sign-in just now. */
export type OwnerProof = PasskeyAnswer & {
  readonly password: string;
  readonly session: ProvingSession | undefined;
};

/** What the owner can show. */
export type ProofMeans = {
  readonly hasPassword: boolean;
  readonly hasPasskey: boolean;
  /** Keys of the identity providers that the account is linked with. */
  readonly providers: readonly string[];
  /** An identity provider confirmed the person just now, and nothing else need be shown. */
  readonly isFresh: boolean;
};

export type OwnerProofRefusal =
  | TooManyAttempts
  | { readonly kind: "not-proven" };

/** How the citizen who is signed in can show once more that the account is theirs; undefined when it is gone. */
export async function readProofMeans(
  context: Context,
  session: ProvingSession | undefined,
): Promise<ProofMeans | undefined> {
  return (await findOwner(context, session))?.means;
}

/** The account of the citizen who is signed in and has just shown once more that it is theirs. */
export async function proveOwner(
  context: Context,
  { password, session, ...answer }: OwnerProof,
): Promise<Result<string, OwnerProofRefusal>> {
  const owner = await findOwner(context, session);
  if (!owner) return refuse({ kind: "not-proven" });
  const { account, means } = owner;
  const accountId = account.id;
  if (means.isFresh) return ok(accountId);
  const counted = await countProof(context, accountId);
  if (!counted.ok) return counted;
  const isPassword =
    answer.response === "" &&
    (await isPasswordOf(account.password_hash ?? undefined, password));
  return context.transaction(async (db) => {
    const passkey = isPassword
      ? undefined
      : await checkPasskey(context, db, { ...answer, purpose: "confirm" });
    if (!isPassword && passkey?.account_id !== accountId)
      return refuse({ kind: "not-proven" });
    await forgetProofs(context, db, accountId);
    return ok(accountId);
  });
}

type Owner = { readonly account: StoredAccount; readonly means: ProofMeans };

async function findOwner(
  context: Context,
  session: ProvingSession | undefined,
): Promise<Owner | undefined> {
  const accountId = ownAccountOf(context);
  if (accountId === undefined) return undefined;
  const { tenantId, now } = context;
  const [account, passkeys, identities] = await context.read((db) =>
    Promise.all([
      findAccount(db, tenantId, accountId),
      countPasskeys(db, tenantId, accountId),
      listIdentities(db, tenantId, accountId),
    ]),
  );
  if (!account) return undefined;
  const hasPassword = account.password_hash !== null;
  const hasPasskey = passkeys > 0;
  // A password or passkey given to open the session is asked once more; going to the provider and back is as much as that.
  const countsSignIn =
    session !== undefined &&
    (session.provider !== localProvider || (!hasPassword && !hasPasskey));
  return {
    account,
    means: {
      hasPassword,
      hasPasskey,
      providers: identities.map(({ provider }) => provider),
      isFresh: countsSignIn && isFresh(session.signedInAt, now),
    },
  };
}
