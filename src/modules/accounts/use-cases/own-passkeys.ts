import type { Context } from "../../../platform/context/context.ts";
import type { Db } from "../../../platform/database/database.ts";
import { ok, refuse, type Result } from "../../../platform/result/result.ts";
import {
  parseNewKeyResponse,
  readClientData,
} from "../../../platform/webauthn/responses.ts";
import { readNewKey } from "../../../platform/webauthn/webauthn.ts";
import { recordAudit } from "../../audit/index.ts";
import type { ProvenLevel } from "../domain/assurance-level.ts";
import { canSignIn } from "../domain/means-to-sign-in.ts";
import {
  levelOfNewFactor,
  mostPasskeys,
  passkeyName,
  passkeyNamePurpose,
} from "../domain/passkey.ts";
import { hasUsablePassword, lockAccount } from "../store/account-store.ts";
import { listIdentities } from "../store/identity-store.ts";
import {
  deletePasskey,
  insertPasskey,
  listPasskeys,
  renamePasskey as saveName,
} from "../store/passkey-store.ts";
import { deleteOtherSessions } from "../store/session-store.ts";
import { useChallenge } from "./ask-passkey.ts";
import { ownAccountOf } from "./own-account.ts";
import type { PasskeyAnswer } from "./check-passkey.ts";
import {
  proveOwner,
  type OwnerProof,
  type OwnerProofRefusal,
} from "./prove-owner.ts";
import { tellOwner } from "./tell-owner.ts";

/** A passkey as its owner sees it. */
export type OwnPasskey = {
  /** In addresses; opens nothing. */
  readonly id: string;
  readonly name: string;
  readonly createdAt: Date;
  readonly lastUsedAt: Date | undefined;
  /** It was shown when the person was confirmed at the counter, or added in such a session. */
  readonly isConfirmed: boolean;
};

export async function readOwnPasskeys(
  context: Context,
): Promise<readonly OwnPasskey[]> {
  const accountId = ownAccountOf(context);
  if (accountId === undefined) return [];
  const stored = await context.transaction((db) =>
    listPasskeys(db, context.tenantId, accountId),
  );
  return Promise.all(
    stored.map(async (passkey) => ({
      id: passkey.credential_id.toString("base64url"),
      name: (
        await context.cipher.decrypt(
          passkey.name,
          passkeyNamePurpose(passkey.credential_id),
        )
      ).toString(),
      createdAt: passkey.created_at,
      lastUsedAt: passkey.last_used_at ?? undefined,
      isConfirmed: passkey.assurance_level === "substantial",
    })),
  );
}

export type AddPasskeyRefusal =
  | { readonly kind: "too-many" }
  /** Wrong answer, one to another question, or a passkey that an account has already. */
  | { readonly kind: "refused" };

/** Adds the passkey that the browser has just made, asked by `beginPasskey`; the owner is told by mail. */
export async function addPasskey(
  context: Context,
  {
    name: typed,
    session,
    ...answer
  }: PasskeyAnswer & {
    readonly name: string;
    readonly session: {
      readonly assuranceLevel: ProvenLevel;
      readonly provider: string;
    };
  },
): Promise<Result<void, AddPasskeyRefusal>> {
  const { tenantId, now, cipher } = context;
  const accountId = ownAccountOf(context);
  // The device has made the key already: it is not lost for want of a name.
  const name = passkeyName(typed) ?? "Passkey";
  if (accountId === undefined) return refuse({ kind: "refused" });
  return context.transaction(async (db) => {
    const key = await readAnswer(context, db, answer);
    if (!key) return refuse({ kind: "refused" });
    await lockAccount(db, tenantId, accountId);
    const others = await listPasskeys(db, tenantId, accountId);
    if (others.length >= mostPasskeys) return refuse({ kind: "too-many" });
    const isAdded = await insertPasskey(db, tenantId, {
      accountId,
      credentialId: key.id,
      publicKey: key.publicKey,
      signCount: key.signCount,
      transports: key.transports,
      name: await cipher.encrypt(Buffer.from(name), passkeyNamePurpose(key.id)),
      assuranceLevel: levelOfNewFactor(session),
      now,
    });
    if (!isAdded) return refuse({ kind: "refused" });
    await tellOwner(context, db, { accountId, news: "passkey-added" });
    await record(context, db, { accountId, action: "account.passkey-added" });
    return ok(undefined);
  });
}

async function readAnswer(
  context: Context,
  db: Db,
  { party, browserToken, response }: PasskeyAnswer,
) {
  const answer = parseNewKeyResponse(response);
  const challenge = answer && readClientData(answer)?.challenge;
  if (!answer || challenge === undefined) return undefined;
  const wasAsked = await useChallenge(context, db, {
    challenge,
    browserToken,
    purpose: "add",
  });
  return wasAsked
    ? readNewKey(party, { challenge, response: answer })
    : undefined;
}

/** Gives an own passkey another name. */
export async function renamePasskey(
  context: Context,
  { id, name: typed }: { readonly id: string; readonly name: string },
): Promise<
  Result<void, { readonly kind: "name-missing" } | { readonly kind: "gone" }>
> {
  const accountId = ownAccountOf(context);
  const name = passkeyName(typed);
  if (accountId === undefined) return refuse({ kind: "gone" });
  if (name === undefined) return refuse({ kind: "name-missing" });
  const credentialId = Buffer.from(id, "base64url");
  const sealed = await context.cipher.encrypt(
    Buffer.from(name),
    passkeyNamePurpose(credentialId),
  );
  const isRenamed = await context.transaction((db) =>
    saveName(db, context.tenantId, { accountId, credentialId, name: sealed }),
  );
  return isRenamed ? ok(undefined) : refuse({ kind: "gone" });
}

export type RemovePasskeyRefusal =
  | OwnerProofRefusal
  | { readonly kind: "last-means" };

/**
 * Removes an own passkey, but not the last means to sign in, and ends all other sessions: the passkey may have opened them in other hands. A
 * second time does nothing.
 */
export async function removePasskey(
  context: Context,
  { id, sessionId }: { readonly id: string; readonly sessionId: string },
  proof: OwnerProof,
): Promise<Result<void, RemovePasskeyRefusal>> {
  const { tenantId } = context;
  const proven = await proveOwner(context, proof);
  if (!proven.ok) return proven;
  const accountId = proven.value;
  const credentialId = Buffer.from(id, "base64url");
  return context.transaction(async (db) => {
    // Two at once must not each count on the other's passkey.
    const account = await lockAccount(db, tenantId, accountId);
    const passkeys = await listPasskeys(db, tenantId, accountId);
    const others = passkeys.filter(
      ({ credential_id: other }) => !other.equals(credentialId),
    );
    if (!account || others.length === passkeys.length) return ok(undefined);
    const isLastMeans = !canSignIn({
      hasPassword: hasUsablePassword(account),
      passkeys: others.length,
      identities: await listIdentities(db, tenantId, accountId),
    });
    if (isLastMeans) return refuse({ kind: "last-means" });
    await deletePasskey(db, tenantId, { accountId, credentialId });
    await deleteOtherSessions(db, tenantId, {
      accountId,
      keep: Buffer.from(sessionId, "hex"),
    });
    await tellOwner(context, db, { accountId, news: "passkey-removed" });
    await record(context, db, { accountId, action: "account.passkey-removed" });
    return ok(undefined);
  });
}

function record(
  context: Context,
  db: Db,
  {
    accountId,
    action,
  }: { readonly accountId: string; readonly action: string },
): Promise<void> {
  return recordAudit(context, db, {
    action,
    subject: { kind: "account", id: accountId },
  });
}
