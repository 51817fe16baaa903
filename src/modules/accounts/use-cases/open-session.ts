import type { Context } from "../../../platform/context/context.ts";
import type { Db } from "../../../platform/database/database.ts";
import {
  hashSecretToken,
  newSecretToken,
} from "../../../platform/values/secret-token.ts";
import type { ProvenLevel } from "../domain/assurance-level.ts";
import { insertSession } from "../store/session-store.ts";

export type SessionOpening = {
  readonly accountId: string;
  /** The portal it counts on, and nowhere else. */
  readonly portalTenantId: string;
  readonly assuranceLevel: ProvenLevel;
  /** `local` or the key of an identity provider. */
  readonly provider: string;
  /** From `deviceOf`. */
  readonly device: string;
  /** `code` while a second factor is still to be given. */
  readonly stage?: "code" | "full";
  /** When the person proved themselves, where that was earlier: the session then ends as early. */
  readonly beganAt?: Date;
};

/** A sign-in that went one step further. The token goes into the cookie and is stored nowhere. */
export type OpenedSession = {
  readonly token: string;
  readonly accountId: string;
  readonly stage: "code" | "full";
};

/** Somebody is in. */
export type SignedIn = OpenedSession & {
  /** For the cookie that makes this device known. */
  readonly knownDevice: string;
};

/**
 * A session with a token of its own. Each step of a sign-in and each step-up gets a new one, so that an earlier token is worth nothing
 * (session fixation); the caller ends the session before.
 */
export async function openSession(
  context: Context,
  db: Db,
  { stage = "full", ...opening }: SessionOpening,
): Promise<OpenedSession> {
  const token = newSecretToken();
  await insertSession(db, context.tenantId, {
    ...opening,
    stage,
    id: hashSecretToken(token),
    beganAt: opening.beganAt ?? context.now,
    now: context.now,
  });
  return { token, accountId: opening.accountId, stage };
}
