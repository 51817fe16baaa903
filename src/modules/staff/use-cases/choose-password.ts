import { hashPassword } from "../../../platform/crypto/password-hash.ts";
import type { Context } from "../../../platform/context/context.ts";
import { ok, refuse, type Result } from "../../../platform/result/result.ts";
import { hashSecretToken } from "../../../platform/values/secret-token.ts";
import { recordAudit } from "../../audit/index.ts";
import { signInNeedsOf, type Member } from "../domain/member.ts";
import {
  stageAfterOwnPassword,
  type SecondFactorPolicy,
} from "../domain/session.ts";
import {
  faultOfPassword,
  type PasswordFault,
} from "../../../platform/passwords/password-rules.ts";
import { findMember, savePassword } from "../store/member-store.ts";
import {
  deleteAllSessions,
  findPendingSession,
} from "../store/session-store.ts";
import { actingAs, openSession, type SignIn } from "./open-session.ts";

export type ChoosePasswordRefusal =
  | { readonly kind: "sign-in-expired" }
  | { readonly kind: "password-weak"; readonly fault: PasswordFault };

/** Last step of a sign-in with a one-time password: an own one takes its place, and every other session ends. */
export async function choosePassword(
  context: Context,
  input: {
    readonly token: string;
    readonly password: string;
    readonly policy: SecondFactorPolicy;
  },
): Promise<Result<SignIn, ChoosePasswordRefusal>> {
  const member = await findWaitingMember(context, input.token);
  if (!member) return refuse({ kind: "sign-in-expired" });
  const fault = await faultOfPassword(input.password, member.login);
  if (fault) return refuse({ kind: "password-weak", fault });

  const passwordHash = await hashPassword(input.password);
  const { tenantId } = context;
  return context.transaction(async (db) => {
    await savePassword(db, tenantId, { id: member.id, passwordHash });
    await deleteAllSessions(db, tenantId, member.id);
    const opened = await openSession(context, db, {
      memberId: member.id,
      stage: stageAfterOwnPassword(signInNeedsOf(member), input.policy),
    });
    await recordAudit(actingAs(context, member.id), db, {
      action: "staff.password-chosen",
      subject: { kind: "staff", id: member.id },
    });
    return ok(opened);
  });
}

async function findWaitingMember(
  context: Context,
  token: string,
): Promise<Member | undefined> {
  const { tenantId, now } = context;
  return context.transaction(async (db) => {
    const pending = await findPendingSession(db, tenantId, {
      id: hashSecretToken(token),
      now,
    });
    if (pending?.stage !== "password") return undefined;
    const member = await findMember(db, tenantId, pending.memberId);
    return member?.isDisabled === false ? member : undefined;
  });
}
