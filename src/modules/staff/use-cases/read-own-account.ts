import type { Context } from "../../../platform/context/context.ts";
import { findMember } from "../store/member-store.ts";
import { countRecoveryCodesLeft } from "../store/recovery-code-store.ts";
import { listSessions } from "../store/session-store.ts";

export type OwnAccount = {
  readonly login: string;
  readonly displayName: string;
  /** The authority's directory says who they are and asks for a second factor; there is no password here. */
  readonly isOfDirectory: boolean;
  readonly hasSecondFactor: boolean;
  readonly recoveryCodesLeft: number;
  readonly sessions: readonly {
    readonly sessionId: string;
    readonly createdAt: Date;
    readonly lastSeenAt: Date;
  }[];
};

/** The signed-in member's own account; undefined when the actor is no member of this tenant. */
export async function readOwnAccount(
  context: Context,
): Promise<OwnAccount | undefined> {
  const { tenantId, now, actor } = context;
  if (actor.kind !== "staff") return undefined;
  return context.transaction(async (db) => {
    const member = await findMember(db, tenantId, actor.id);
    if (!member) return undefined;
    const sessions = await listSessions(db, tenantId, {
      memberId: member.id,
      now,
    });
    return {
      login: member.login,
      displayName: member.displayName,
      isOfDirectory: member.isOfDirectory,
      hasSecondFactor: member.totpSecret !== null,
      recoveryCodesLeft: await countRecoveryCodesLeft(db, tenantId, member.id),
      sessions: sessions.map(({ id, ...times }) => ({
        sessionId: id.toString("hex"),
        ...times,
      })),
    };
  });
}
