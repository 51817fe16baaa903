import type { Context } from "../../../platform/context/context.ts";
import { ok, refuse, type Result } from "../../../platform/result/result.ts";
import { newKeyOptions } from "../../../platform/webauthn/webauthn.ts";
import { purposes } from "../domain/identity.ts";
import { mostPasskeys } from "../domain/passkey.ts";
import { findAccount } from "../store/account-store.ts";
import { listPasskeys } from "../store/passkey-store.ts";
import { newChallenge, toKey } from "./ask-passkey.ts";
import {
  proveOwner,
  type OwnerProof,
  type OwnerProofRefusal,
} from "./prove-owner.ts";

export type BeginPasskeyRefusal =
  | OwnerProofRefusal
  | { readonly kind: "too-many" };

/**
 * Options in JSON for making a passkey, for who has just proven to be the owner: a passkey opens the account for good, so a session left open
 * must not be enough. They count in the browser of the proof, for some minutes, once.
 */
export async function beginPasskey(
  context: Context,
  proof: OwnerProof,
): Promise<Result<object, BeginPasskeyRefusal>> {
  const proven = await proveOwner(context, proof);
  if (!proven.ok) return proven;
  const { tenantId, cipher } = context;
  const accountId = proven.value;
  const [account, passkeys] = await context.read((db) =>
    Promise.all([
      findAccount(db, tenantId, accountId),
      listPasskeys(db, tenantId, accountId),
    ]),
  );
  if (!account) return refuse({ kind: "not-proven" });
  if (passkeys.length >= mostPasskeys) return refuse({ kind: "too-many" });
  const name = await cipher.decrypt(
    account.display_name,
    purposes.displayName(accountId),
  );
  const email =
    account.email &&
    (await cipher.decrypt(account.email, purposes.email(accountId)));
  const { party, browserToken } = proof;
  const options = await newKeyOptions(party, {
    challenge: await newChallenge(context, { browserToken, purpose: "add" }),
    user: {
      id: accountId,
      name: (email ?? name).toString(),
      displayName: name.toString(),
    },
    known: passkeys.map(toKey),
  });
  return ok(options);
}
