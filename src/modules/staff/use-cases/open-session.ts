import type { Context } from "../../../platform/context/context.ts";
import { makeDeviceMark } from "../../../platform/crypto/known-device.ts";
import type { Db } from "../../../platform/database/database.ts";
import {
  hashSecretToken,
  newSecretToken,
} from "../../../platform/values/secret-token.ts";
import type { SessionStage } from "../domain/session.ts";
import { noteSignIn } from "../store/member-store.ts";
import { insertSession } from "../store/session-store.ts";

/** A sign-in that went one step further. The token goes into the cookie and is stored nowhere. */
export type SignIn = {
  readonly token: string;
  readonly stage: SessionStage;
  /** For the cookie that makes this device known; undefined while a step is still to be done. */
  readonly knownDevice: string | undefined;
};

/** Whose devices are known, by what they keep. */
export const deviceOwner = (memberId: string) => ({
  ownerId: memberId,
  purpose: "staff.known-device",
});

/** A session with a token of its own; each step of a sign-in gets a new one, so that an earlier token is worth nothing. */
export async function openSession(
  context: Context,
  db: Db,
  session: { readonly memberId: string; readonly stage: SessionStage },
): Promise<SignIn> {
  const token = newSecretToken();
  if (session.stage === "full")
    await noteSignIn(db, context.tenantId, {
      memberId: session.memberId,
      now: context.now,
    });
  await insertSession(db, context.tenantId, {
    ...session,
    id: hashSecretToken(token),
    createdAt: context.now,
  });
  const { stage, memberId } = session;
  const isDone = stage === "full";
  const knownDevice = isDone
    ? await makeDeviceMark(context.cipher, deviceOwner(memberId))
    : undefined;
  return { token, stage, knownDevice };
}

/** The same context with the member as actor, for what is done in their name before they are signed in. May nothing. */
export function actingAs(context: Context, memberId: string): Context {
  const actor = { kind: "staff" as const, id: memberId, may: () => false };
  return { ...context, actor };
}
