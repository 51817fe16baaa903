import type { Context } from "../../../platform/context/context.ts";
import type { Db } from "../../../platform/database/database.ts";
import {
  hashSecretToken,
  newSecretToken,
} from "../../../platform/values/secret-token.ts";
import {
  assertionOptions,
  type RelyingParty,
  type StoredKey,
} from "../../../platform/webauthn/webauthn.ts";
import {
  insertChallenge,
  takeChallenge,
  type ChallengePurpose,
} from "../store/challenge-store.ts";
import { listPasskeys, type StoredPasskey } from "../store/passkey-store.ts";
import { ownAccountOf } from "./own-account.ts";

/** Where a passkey is asked for. */
export type Ceremony = {
  readonly party: RelyingParty;
  /** Secret in a cookie: an answer counts only in the browser that asked. */
  readonly browserToken: string;
};

/** Time for the dialog of the device. A page that is open for longer asks anew. */
const challengeMs = 10 * 60_000;

/** Options in JSON for signing in with whatever passkey the device has. */
export async function askForSignIn(
  context: Context,
  { party, browserToken }: Ceremony,
): Promise<object> {
  return assertionOptions(party, {
    challenge: await newChallenge(context, {
      browserToken,
      purpose: "sign-in",
    }),
  });
}

/** Options in JSON for a passkey of the signed-in account; undefined when it has none. */
export async function askForConfirmation(
  context: Context,
  { party, browserToken }: Ceremony,
): Promise<object | undefined> {
  const accountId = ownAccountOf(context);
  if (accountId === undefined) return undefined;
  const passkeys = await context.transaction((db) =>
    listPasskeys(db, context.tenantId, accountId),
  );
  if (passkeys.length === 0) return undefined;
  return assertionOptions(party, {
    challenge: await newChallenge(context, {
      browserToken,
      purpose: "confirm",
    }),
    allowed: passkeys.map(toKey),
  });
}

type Asked = {
  readonly browserToken: string;
  readonly purpose: ChallengePurpose;
};

/** Whether this browser was asked this, and has not answered yet; it cannot answer again. */
export function useChallenge(
  context: Context,
  db: Db,
  { challenge, browserToken, purpose }: Asked & { readonly challenge: string },
): Promise<boolean> {
  return takeChallenge(db, context.tenantId, {
    now: context.now,
    challenge: {
      hash: hashSecretToken(challenge),
      browserHash: hashSecretToken(browserToken),
      purpose,
      accountId: purpose === "sign-in" ? null : (ownAccountOf(context) ?? null),
    },
  });
}

export function toKey({
  credential_id: id,
  public_key: publicKey,
  transports,
}: StoredPasskey): StoredKey {
  return { id, publicKey, transports };
}

/** A question that this browser can answer once, for some minutes. */
export async function newChallenge(
  context: Context,
  { browserToken, purpose }: Asked,
): Promise<string> {
  const { tenantId, now } = context;
  const challenge = newSecretToken();
  await context.transaction((db) =>
    insertChallenge(db, tenantId, {
      challenge: {
        hash: hashSecretToken(challenge),
        browserHash: hashSecretToken(browserToken),
        purpose,
        accountId:
          purpose === "sign-in" ? null : (ownAccountOf(context) ?? null),
      },
      expiresAt: new Date(now.getTime() + challengeMs),
      now,
    }),
  );
  return challenge;
}
