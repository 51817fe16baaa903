import type { Context } from "../../../platform/context/context.ts";
import { ok, refuse, type Result } from "../../../platform/result/result.ts";
import { isId } from "../../../platform/values/id.ts";
import {
  hashSecretToken,
  isSecretToken,
  newSecretToken,
} from "../../../platform/values/secret-token.ts";
import { recordAudit } from "../../audit/index.ts";
import {
  keyedCallHours,
  knownScopes,
  tokenSeconds,
  type Scope,
} from "../domain/client.ts";
import { useSecret } from "../store/client-store.ts";
import { insertToken, removeExpired } from "../store/token-store.ts";
import { asClient } from "./as-client.ts";

export type IssuedToken = {
  readonly token: string;
  readonly expiresInSeconds: number;
  readonly scopes: readonly Scope[];
};

export type TokenRefusal =
  | { readonly kind: "invalid-client" }
  /** More was asked for than this client has. */
  | { readonly kind: "invalid-scope" };

/**
 * Gives a short-lived token for the credentials of a client of the context's tenant. Unknown, revoked and wrong are one answer. What has
 * expired of the client is cleared away on the way. Audited. @see RFC 6749 section 4.4
 */
export async function issueToken(
  context: Context,
  given: {
    readonly clientId: string;
    readonly secret: string;
    /** Left out: everything the client may. */
    readonly scope?: string | undefined;
  },
): Promise<Result<IssuedToken, TokenRefusal>> {
  const { clientId, secret } = given;
  if (!isId(clientId) || !isSecretToken(secret))
    return refuse({ kind: "invalid-client" });
  const { tenantId, now } = context;
  return context.transaction(async (db) => {
    const client = await useSecret(db, tenantId, {
      clientId,
      hash: hashSecretToken(secret),
      now,
    });
    if (!client) return refuse({ kind: "invalid-client" });
    const scopes = scopesOf(client.scopes, given.scope);
    if (!scopes) return refuse({ kind: "invalid-scope" });
    const keyedBefore = new Date(now.getTime() - keyedCallHours * 3_600_000);
    await removeExpired(db, tenantId, { clientId, now, keyedBefore });
    const token = newSecretToken();
    await insertToken(db, {
      hash: hashSecretToken(token),
      clientId,
      secretId: client.secretId,
      scopes,
      expiresAt: new Date(now.getTime() + tokenSeconds * 1000),
    });
    await recordAudit(asClient(context, client), db, {
      action: "api.token-issued",
      subject: { kind: "api-client", id: clientId },
      details: { secret: client.secretId },
    });
    return ok({ token, expiresInSeconds: tokenSeconds, scopes });
  });
}

function scopesOf(
  granted: readonly Scope[],
  asked: string | undefined,
): readonly Scope[] | undefined {
  if (asked === undefined || asked.trim() === "") return granted;
  const words = [...new Set(asked.trim().split(/\s+/u))];
  const scopes = knownScopes(words).filter((scope) => granted.includes(scope));
  return scopes.length === words.length ? scopes : undefined;
}
