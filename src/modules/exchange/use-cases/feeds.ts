import type { Context } from "../../../platform/context/context.ts";
import { isId } from "../../../platform/values/id.ts";
import { ok, refuse, type Result } from "../../../platform/result/result.ts";
import { recordAudit } from "../../audit/index.ts";
import {
  faultOfAddress,
  feedSource,
  isHours,
  type Feed,
  type FeedFault,
  type FeedSetting,
} from "../domain/feed.ts";
import {
  findFeed,
  makeFeedDue,
  removeFeed,
  saveFeed,
  wakeFeed,
} from "../store/feed-store.ts";
import { findRun, listRuns, type ImportRun } from "../store/run-store.ts";

const mayEdit = ({ actor }: Context) =>
  actor.kind === "system" || actor.may("catalogue.edit");

export type { ImportRun };

export type ImportDesk = {
  readonly feed: Feed | undefined;
  /** Newest first. */
  readonly runs: readonly ImportRun[];
};

/** Where the Leistungen come from and what came of it. Undefined without `catalogue.edit`. */
export async function readImportDesk(
  context: Context,
): Promise<ImportDesk | undefined> {
  if (!mayEdit(context)) return undefined;
  const { tenantId } = context;
  return context.transaction(async (db) => ({
    feed: await findFeed(db, tenantId, feedSource),
    runs: await listRuns(db, tenantId),
  }));
}

/** Undefined also without `catalogue.edit`, and for one of another tenant. */
export async function readImportRun(
  context: Context,
  id: string,
): Promise<ImportRun | undefined> {
  if (!mayEdit(context) || !isId(id)) return undefined;
  return context.transaction((db) => findRun(db, context.tenantId, id));
}

export type SetFeedRefusal =
  | { readonly kind: "not-permitted" }
  | { readonly kind: "not-valid"; readonly fault: FeedFault };

/**
 * From now on the Leistungen are fetched from there, the first time at once; an empty address ends it, and what was brought stays. Only hosts
 * that the operator released. For the operator (system) and `catalogue.edit`.
 */
export async function setFeed(
  context: Context,
  setting: FeedSetting,
  releasedHosts: readonly string[],
): Promise<Result<void, SetFeedRefusal>> {
  if (!mayEdit(context)) return refuse({ kind: "not-permitted" });
  const { tenantId, now } = context;
  const isOver = setting.url === "";
  const fault = isOver
    ? undefined
    : (faultOfAddress(setting.url, releasedHosts) ??
      (isHours(setting.everyHours) ? undefined : "no-hours"));
  if (fault !== undefined) return refuse({ kind: "not-valid", fault });
  await context.transaction(async (db) => {
    if (isOver) await removeFeed(db, tenantId, feedSource);
    else {
      await saveFeed(db, tenantId, {
        ...setting,
        source: feedSource,
        nextAt: now,
      });
      await wakeFeed(db);
    }
    await recordAudit(context, db, {
      action: isOver ? "catalogue.feed-ended" : "catalogue.feed-set",
      subject: { kind: "tenant", id: tenantId },
    });
  });
  return ok(undefined);
}

/** The worker fetches soon. False without `catalogue.edit`, and where no address is set. */
export async function fetchNow(context: Context): Promise<boolean> {
  if (!mayEdit(context)) return false;
  const { tenantId, now } = context;
  return context.transaction(async (db) => {
    if (!(await makeFeedDue(db, tenantId, { source: feedSource, now })))
      return false;
    await wakeFeed(db);
    await recordAudit(context, db, {
      action: "catalogue.feed-asked",
      subject: { kind: "tenant", id: tenantId },
    });
    return true;
  });
}
