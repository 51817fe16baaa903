import type { Context } from "../../../platform/context/context.ts";
import {
  hashSecretToken,
  isSecretToken,
} from "../../../platform/values/secret-token.ts";
import { findPendingSession } from "../store/session-store.ts";

/** What a half-done sign-in waits for; undefined when there is none or its ten minutes are over. */
export async function findSignInStep(
  context: Context,
  token: string | undefined,
): Promise<"code" | "password" | "factor" | undefined> {
  if (token === undefined || !isSecretToken(token)) return undefined;
  const id = hashSecretToken(token);
  const pending = await context.transaction((db) =>
    findPendingSession(db, context.tenantId, { id, now: context.now }),
  );
  return pending?.stage;
}
