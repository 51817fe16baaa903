import type { Context } from "../../../platform/context/context.ts";
import { enqueueForTenant } from "../../../platform/jobs/enqueue.ts";
import { recordAudit } from "../../audit/index.ts";
import { checkLinksJob } from "../domain/check-links-job.ts";
import type { LinkState } from "../domain/link.ts";
import {
  countStates,
  findRun,
  listLinks,
  makeDue,
  saveRun,
  type LinkWithPlaces,
} from "../store/link-store.ts";

export type { LinkWithPlaces };

export type LinkReport = {
  readonly broken: readonly LinkWithPlaces[];
  readonly moved: readonly LinkWithPlaces[];
  readonly counts: ReadonlyMap<LinkState, number>;
  /** Undefined where nothing was collected yet. */
  readonly collectedAt: Date | undefined;
};

const mostShown = 200;
/** Nobody's server is asked again sooner, however often somebody presses the button. */
const againAfterMs = 10 * 60_000;

const mayEdit = ({ actor }: Context) => actor.may("catalogue.edit");

/** What does not answer or has moved, and where it stands; undefined without `catalogue.edit`. Four statements. */
export async function readLinkReport(
  context: Context,
): Promise<LinkReport | undefined> {
  const { tenantId } = context;
  if (!mayEdit(context)) return undefined;
  const list = (states: readonly LinkState[]) =>
    context.read((db) => listLinks(db, tenantId, { states, limit: mostShown }));
  const [broken, moved, counts, run] = await Promise.all([
    list(["broken", "gone"]),
    list(["moved"]),
    context.read((db) => countStates(db, tenantId)),
    context.read((db) => findRun(db, tenantId)),
  ]);
  return { broken, moved, counts, collectedAt: run.collectedAt };
}

/** How many links of the portal do not lead anywhere; 0 without `catalogue.edit`. One statement. */
export async function countBrokenLinks(context: Context): Promise<number> {
  if (!mayEdit(context)) return 0;
  const counts = await context.read((db) => countStates(db, context.tenantId));
  return (counts.get("broken") ?? 0) + (counts.get("gone") ?? 0);
}

/**
 * Collects the links anew and looks at those that do not answer or have moved as soon as a worker is free, except what was looked at within
 * ten minutes. False without `catalogue.edit`.
 */
export async function checkNow(context: Context): Promise<boolean> {
  const { tenantId, now } = context;
  if (!mayEdit(context)) return false;
  await context.transaction(async (db) => {
    const lookedBefore = new Date(now.getTime() - againAfterMs);
    await makeDue(db, tenantId, { now, lookedBefore });
    await saveRun(db, tenantId, { collectedAt: null });
    await enqueueForTenant(db, checkLinksJob);
    await recordAudit(context, db, {
      action: "links.check-asked",
      subject: { kind: "tenant", id: tenantId },
    });
  });
  return true;
}
