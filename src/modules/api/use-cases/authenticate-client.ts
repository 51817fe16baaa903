import type { Context } from "../../../platform/context/context.ts";
import { ok, refuse, type Result } from "../../../platform/result/result.ts";
import {
  hashSecretToken,
  isSecretToken,
} from "../../../platform/values/secret-token.ts";
import { mostCalls, type Client, type Scope } from "../domain/client.ts";
import { useToken } from "../store/token-store.ts";
import { asClient } from "./as-client.ts";

/** Who calls, and the context in which it acts. */
export type Caller = {
  readonly client: Client;
  readonly context: Context;
};

export type AuthenticationRefusal =
  | { readonly kind: "invalid-token" }
  | { readonly kind: "insufficient-scope"; readonly scope: Scope }
  | { readonly kind: "too-many-calls"; readonly retryAfterSeconds: number };

/** Finds the client of a token in the context's tenant and counts its call. A token of another tenant is unknown here. */
export async function authenticateClient(
  context: Context,
  { token, scope }: { readonly token: string; readonly scope: Scope },
): Promise<Result<Caller, AuthenticationRefusal>> {
  if (!isSecretToken(token)) return refuse({ kind: "invalid-token" });
  const { tenantId, now } = context;
  const used = await context.transaction((db) =>
    useToken(db, tenantId, { hash: hashSecretToken(token), now }),
  );
  if (!used) return refuse({ kind: "invalid-token" });
  const { calls, windowBeganAt, ...client } = used;
  if (calls > mostCalls) {
    const leftMs = windowBeganAt.getTime() + 60_000 - now.getTime();
    const retryAfterSeconds = Math.max(1, Math.ceil(leftMs / 1000));
    return refuse({ kind: "too-many-calls", retryAfterSeconds });
  }
  if (!client.scopes.includes(scope))
    return refuse({ kind: "insufficient-scope", scope });
  return ok({ client, context: asClient(context, client) });
}
