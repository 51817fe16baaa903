import { createHash } from "node:crypto";
import type { Context } from "../../../platform/context/context.ts";
import {
  faultOfAddress,
  feedSource,
  nextAskAt,
  type Feed,
  type FeedOutcome,
} from "../domain/feed.ts";
import { findFeed, noteFeed } from "../store/feed-store.ts";
import {
  fetchDelivery,
  type Delivered,
  type FeedPorts,
} from "./fetch-delivery.ts";
import { importXzufi } from "./import-xzufi.ts";

export type FeedTaking = {
  /** ARS of the authority. */
  readonly ars: string;
  readonly signal: AbortSignal;
};

/**
 * Fetches the tenant's Leistungen where they are due, and takes them in as one delivery: what is not whole, not readable or not allowed
 * changes nothing and is asked for again within the hour. The answer not changed since the last time costs one call. May run any number of
 * times and at once; interrupted, the next one goes on where it was. Undefined where nothing is due.
 */
export async function takeFeed(
  context: Context,
  taking: FeedTaking,
  ports: FeedPorts,
): Promise<FeedOutcome | undefined> {
  const { tenantId, now } = context;
  const feed = await context.transaction((db) =>
    findFeed(db, tenantId, feedSource),
  );
  if (!feed || feed.nextAt > now) return undefined;
  const result = await take(context, { ...taking, feed }, ports);
  taking.signal.throwIfAborted();
  const { outcome } = result;
  await context.transaction((db) =>
    noteFeed(db, tenantId, {
      source: feedSource,
      url: feed.url,
      askedAt: now,
      nextAt: nextAskAt(feed, { outcome, now }),
      ...result,
    }),
  );
  return outcome;
}

type Result = {
  readonly outcome: FeedOutcome;
  readonly detail: string | undefined;
  readonly taken?: Parameters<typeof noteFeed>[2]["taken"];
};

async function take(
  context: Context,
  { feed, ars, signal }: FeedTaking & { readonly feed: Feed },
  ports: FeedPorts,
): Promise<Result> {
  if (faultOfAddress(feed.url, ports.releasedHosts) !== undefined)
    return { outcome: "host-not-released", detail: undefined };
  const delivered = await fetchDelivery(feed, ports, signal);
  if (delivered.kind === "fault") return delivered;
  if (delivered.files.length === 0)
    return { outcome: "unchanged", detail: undefined, taken: delivered.taken };
  const imported = await importXzufi(context, {
    source: feedSource,
    mode: feed.mode,
    fingerprint: fingerprintOf(feed, delivered),
    ars,
    documents: delivered.files.map(({ name, body }) => ({
      name: delivered.files.length > 1 ? name : undefined,
      open: () => oneChunk(body),
    })),
    onProgress: () => signal.throwIfAborted(),
  });
  if (imported.ok)
    return { outcome: "taken", detail: undefined, taken: delivered.taken };
  const { refusal } = imported;
  return refusal.kind === "broken"
    ? { outcome: "broken", detail: refusal.detail }
    : { outcome: "empty", detail: undefined };
}

/** Small enough that the reader need not hold all of a file as text. */
const chunkBytes = 64 * 1024;

async function* oneChunk(body: Uint8Array): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < body.length; at += chunkBytes) {
    // Others have their turn in between.
    await new Promise(setImmediate);
    yield body.subarray(at, at + chunkBytes);
  }
}

function fingerprintOf(
  { mode }: Feed,
  { files }: Extract<Delivered, { kind: "delivered" }>,
): string {
  const hash = createHash("sha256").update(mode);
  for (const { name, body } of files) hash.update(name).update(body);
  return hash.digest("hex");
}
