import type { Db } from "../../../../platform/database/database.ts";
import { enqueueForTenant } from "../../../../platform/jobs/enqueue.ts";
import { followAboveJob } from "../../domain/follow-above-job.ts";
import { saveHidden } from "../../store/editor-store.ts";
import { ownIfAway } from "../../store/inherited-store.ts";

/** Hides or shows, and lets the portals below hear of it. In the transaction of who has made sure that it may be shown. */
export async function turnVisibility(
  db: Db,
  tenantId: string,
  { id, isHidden }: { readonly id: string; readonly isHidden: boolean },
): Promise<void> {
  if (!(await saveHidden(db, tenantId, { id, isHidden }))) return;
  if (!isHidden) await ownIfAway(db, tenantId, id);
  await enqueueForTenant(db, followAboveJob);
}
