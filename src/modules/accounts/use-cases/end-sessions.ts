import type { Context } from "../../../platform/context/context.ts";
import { recordAudit } from "../../audit/index.ts";
import { deleteSession } from "../store/session-store.ts";
import { actingAs } from "./acting-as.ts";

/** Ends sessions because their provider said so, on whatever portal they were opened. Those that have ended already do no harm. */
export async function endSessions(
  context: Context,
  sessionIds: readonly string[],
): Promise<void> {
  await context.transaction(async (db) => {
    for (const sessionId of sessionIds) {
      const id = Buffer.from(sessionId, "hex");
      const accountId = await deleteSession(db, context.tenantId, id);
      if (accountId === undefined) continue;
      await recordAudit(actingAs(context, accountId), db, {
        action: "account.signed-out-elsewhere",
        subject: { kind: "account", id: accountId },
      });
    }
  });
}
