import type { Context } from "../../../platform/context/context.ts";
import type { Db } from "../../../platform/database/database.ts";
import {
  parseAssertionResponse,
  readClientData,
} from "../../../platform/webauthn/responses.ts";
import { readAssertion } from "../../../platform/webauthn/webauthn.ts";
import { recordAudit } from "../../audit/index.ts";
import { isCopied } from "../domain/passkey.ts";
import {
  findPasskey,
  notePasskeyUse,
  type StoredPasskey,
} from "../store/passkey-store.ts";
import { actingAs } from "./acting-as.ts";
import { toKey, useChallenge, type Ceremony } from "./ask-passkey.ts";
import { tellOwner } from "./tell-owner.ts";

export type PasskeyAnswer = Ceremony & {
  /** What the browser sent, in JSON. */
  readonly response: string;
};

/**
 * The passkey that has just signed what this browser was asked for; undefined when anything about the answer is wrong. The question is used
 * up either way. A count that went back tells of a copy: its owner is told, and it does not count.
 */
export async function checkPasskey(
  context: Context,
  db: Db,
  {
    party,
    browserToken,
    response,
    purpose,
  }: PasskeyAnswer & { readonly purpose: "sign-in" | "confirm" },
): Promise<StoredPasskey | undefined> {
  const answer = parseAssertionResponse(response);
  const challenge = answer && readClientData(answer)?.challenge;
  if (!answer || challenge === undefined) return undefined;
  const wasAsked = await useChallenge(context, db, {
    challenge,
    browserToken,
    purpose,
  });
  if (!wasAsked) return undefined;
  const passkey = await findPasskey(
    db,
    context.tenantId,
    Buffer.from(answer.id, "base64url"),
  );
  if (!passkey) return undefined;
  const checked = await readAssertion(party, {
    challenge,
    key: toKey(passkey),
    response: answer,
  });
  if (!checked) return undefined;
  return (await counts(context, db, { passkey, ...checked }))
    ? passkey
    : undefined;
}

async function counts(
  context: Context,
  db: Db,
  {
    passkey,
    signCount,
  }: { readonly passkey: StoredPasskey; readonly signCount: number },
): Promise<boolean> {
  const { account_id: accountId, credential_id: credentialId } = passkey;
  const isNew =
    !isCopied(Number(passkey.sign_count), signCount) &&
    (await notePasskeyUse(db, context.tenantId, {
      credentialId,
      signCount,
      now: context.now,
    }));
  if (isNew) return true;
  await tellOwner(context, db, { accountId, news: "passkey-copied" });
  await recordAudit(actingAs(context, accountId), db, {
    action: "account.passkey-copied",
    subject: { kind: "account", id: accountId },
  });
  return false;
}
