import type { Context } from "../../../platform/context/context.ts";
import { recordAudit } from "../../audit/index.ts";
import { deleteSessionOf } from "../store/session-store.ts";

/** Ends one of the signed-in member's own sessions, for example on a lost device. Somebody else's stays. */
export async function endOwnSession(
  context: Context,
  sessionId: string,
): Promise<void> {
  const { actor, tenantId } = context;
  if (actor.kind !== "staff" || !/^[0-9a-f]{64}$/.test(sessionId)) return;
  await context.transaction(async (db) => {
    const isEnded = await deleteSessionOf(db, tenantId, {
      memberId: actor.id,
      id: Buffer.from(sessionId, "hex"),
    });
    if (!isEnded) return;
    await recordAudit(context, db, {
      action: "staff.session-ended",
      subject: { kind: "staff", id: actor.id },
    });
  });
}
