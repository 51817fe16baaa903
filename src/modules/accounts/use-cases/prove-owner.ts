import type { Context } from "../../../platform/context/context.ts";
import { isPasswordOf } from "../../../platform/crypto/password-hash.ts";
import { ok, refuse, type Result } from "../../../platform/result/result.ts";
import type { TooManyAttempts } from "../../../platform/throttle/count-attempts.ts";
import { findAccount } from "../store/account-store.ts";
import { ownAccountOf } from "./ask-passkey.ts";
import { checkPasskey, type PasskeyAnswer } from "./check-passkey.ts";
import { countProof, forgetProofs } from "./count-proof.ts";

/** That the owner sits here, not somebody who found the page open: the password, or a passkey where there is no password in it. */
export type OwnerProof = PasskeyAnswer & { readonly password: string };

export type OwnerProofRefusal =
  TooManyAttempts | { readonly kind: "not-proven" };

/** The account of the citizen who is signed in and has just shown once more that it is theirs. */
export async function proveOwner(
  context: Context,
  { password, ...answer }: OwnerProof,
): Promise<Result<string, OwnerProofRefusal>> {
  const { tenantId } = context;
  const accountId = ownAccountOf(context);
  if (accountId === undefined) return refuse({ kind: "not-proven" });
  const counted = await countProof(context, accountId);
  if (!counted.ok) return counted;
  const account = await context.transaction((db) =>
    findAccount(db, tenantId, accountId),
  );
  const isPassword =
    answer.response === "" &&
    (await isPasswordOf(account?.password_hash ?? undefined, password));
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
