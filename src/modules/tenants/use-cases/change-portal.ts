import type { Context } from "../../../platform/context/context.ts";
import { recordAudit } from "../../audit/index.ts";
import { setEnabled } from "../store/authority-store.ts";

/** What an operator does with an authority as a whole. */
export type PortalChange =
  | "portal.closed"
  | "portal.opened"
  | "portal.exported"
  | "portal.imported";

/**
 * Closes the context's portal to everybody or opens it again, and notes that or a move in the authority's log. What is stored stays; what waits in
 * the queue goes on. For operators: the caller decides who may. Closing what is closed notes it once more.
 */
export async function changePortal(
  context: Context,
  change: PortalChange,
): Promise<void> {
  const { tenantId } = context;
  await context.transaction(async (db) => {
    if (change === "portal.closed" || change === "portal.opened")
      await setEnabled(db, tenantId, {
        enabled: change === "portal.opened",
        at: context.now,
      });
    await recordAudit(context, db, {
      action: change,
      subject: { kind: "tenant", id: tenantId },
    });
  });
}
