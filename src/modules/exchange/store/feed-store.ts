import type { Db } from "../../../platform/database/database.ts";
import { enqueueForTenant } from "../../../platform/jobs/enqueue.ts";
import {
  feedOutcomes,
  fetchFeedJob,
  type Feed,
  type FeedOutcome,
  type FeedSetting,
} from "../domain/feed.ts";
import type { ExchangeTables } from "./tables.ts";

/** Where the tenant has this delivery fetched from. */
export async function findFeed(
  db: Db,
  tenantId: string,
  source: string,
): Promise<Feed | undefined> {
  const row = await db
    .$extendTables<ExchangeTables>()
    .selectFrom("exchange.feed")
    .selectAll()
    .where("tenant_id", "=", tenantId)
    .where("source", "=", source)
    .executeTakeFirst();
  return (
    row && {
      url: row.url,
      mode: row.mode,
      everyHours: row.every_hours,
      etag: row.etag ?? undefined,
      lastModified: row.last_modified ?? undefined,
      lastFile: row.last_file ?? undefined,
      nextAt: row.next_at,
      askedAt: row.asked_at ?? undefined,
      outcome: feedOutcomes.find((outcome) => outcome === row.outcome),
      detail: row.detail ?? undefined,
    }
  );
}

/** Sets it, to be asked at once. What is known of another address is forgotten. */
export async function saveFeed(
  db: Db,
  tenantId: string,
  feed: FeedSetting & { readonly source: string; readonly nextAt: Date },
): Promise<void> {
  const { source, url, mode, everyHours, nextAt } = feed;
  const setting = {
    url,
    mode,
    every_hours: everyHours,
    next_at: nextAt,
    etag: null,
    last_modified: null,
    last_file: null,
    asked_at: null,
    outcome: null,
    detail: null,
  };
  await db
    .$extendTables<ExchangeTables>()
    .insertInto("exchange.feed")
    .values({ tenant_id: tenantId, source, ...setting })
    .onConflict((it) =>
      it.columns(["tenant_id", "source"]).doUpdateSet(setting),
    )
    .execute();
}

/** Nothing is fetched any more; what it brought stays. */
export async function removeFeed(
  db: Db,
  tenantId: string,
  source: string,
): Promise<void> {
  await db
    .$extendTables<ExchangeTables>()
    .deleteFrom("exchange.feed")
    .where("tenant_id", "=", tenantId)
    .where("source", "=", source)
    .execute();
}

/** It is due now. False where there is none. */
export async function makeFeedDue(
  db: Db,
  tenantId: string,
  { source, now }: { readonly source: string; readonly now: Date },
): Promise<boolean> {
  const { numUpdatedRows } = await db
    .$extendTables<ExchangeTables>()
    .updateTable("exchange.feed")
    .set({ next_at: now })
    .where("tenant_id", "=", tenantId)
    .where("source", "=", source)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

/** In the caller's transaction: the worker looks soon. One that waits already is enough. */
export async function wakeFeed(db: Db): Promise<void> {
  await enqueueForTenant(db, fetchFeedJob);
}

/** Keeps what came of asking. Nothing where the address was changed meanwhile: it belongs to the other one. */
export async function noteFeed(
  db: Db,
  tenantId: string,
  note: {
    readonly source: string;
    readonly url: string;
    readonly askedAt: Date;
    readonly nextAt: Date;
    readonly outcome: FeedOutcome;
    readonly detail: string | undefined;
    readonly taken?:
      | {
          readonly etag: string | undefined;
          readonly lastModified: string | undefined;
          readonly lastFile: string | undefined;
        }
      | undefined;
  },
): Promise<void> {
  const { taken } = note;
  await db
    .$extendTables<ExchangeTables>()
    .updateTable("exchange.feed")
    .set({
      asked_at: note.askedAt,
      next_at: note.nextAt,
      outcome: note.outcome,
      detail: note.detail ?? null,
      ...(taken && {
        etag: taken.etag ?? null,
        last_modified: taken.lastModified ?? null,
        last_file: taken.lastFile ?? null,
      }),
    })
    .where("tenant_id", "=", tenantId)
    .where("source", "=", note.source)
    .where("url", "=", note.url)
    .execute();
}
