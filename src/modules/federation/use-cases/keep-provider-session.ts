import type { Context } from "../../../platform/context/context.ts";
import { hashSecretToken } from "../../../platform/values/secret-token.ts";
import { sha256 } from "../../../platform/values/sha256.ts";
import type { Proven } from "../domain/outcome.ts";
import { insertProviderSession } from "../store/provider-session-store.ts";
import { purposes } from "./ground.ts";

/** The longest a session here can be. */
const longestMs = 12 * 60 * 60_000;

/** Ties a session here to the one at the provider, so that signing out can reach both. */
export async function keepProviderSession(
  context: Context,
  { proven, token }: { readonly proven: Proven; readonly token: string },
): Promise<void> {
  const { identity, providerSession } = proven;
  const sessionId = hashSecretToken(token);
  const [hint, subjectFingerprint] = await Promise.all([
    context.cipher.encrypt(
      Buffer.from(providerSession.hint),
      purposes.hint(sessionId.toString("hex")),
    ),
    context.cipher.fingerprint(
      identity.subject,
      purposes.subject(identity.provider),
    ),
  ]);
  await context.transaction((db) =>
    insertProviderSession(db, context.tenantId, {
      sessionId,
      provider: identity.provider,
      subjectFingerprint,
      providerSessionHash:
        providerSession.id === undefined ? null : sha256(providerSession.id),
      hint,
      expiresAt: new Date(context.now.getTime() + longestMs),
    }),
  );
}
