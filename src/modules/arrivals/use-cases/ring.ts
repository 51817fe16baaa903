import type { Context } from "../../../platform/context/context.ts";
import type { InboxCall, Inbox } from "../domain/inbox.ts";
import { findSource, listSources } from "../store/source-store.ts";
import { openSource } from "./open-source.ts";
import { wake } from "./wake.ts";
import type { CheckReport } from "../../delivery/index.ts";

/**
 * Somebody outside says that something is new. A genuine call wakes the polling and nothing else, so that it does not matter how often it comes.
 * False for any other, and for a source that there is not.
 */
export async function ring(
  context: Context,
  { sourceId, call }: { readonly sourceId: string; readonly call: InboxCall },
  inboxes: ReadonlyMap<string, Inbox>,
): Promise<boolean> {
  const source = await openSource(context, sourceId, inboxes);
  if (source?.kind !== "opened") return false;
  if (!source.inbox.isGenuineCall(call, source.options, context.now))
    return false;
  await context.transaction((db) => wake(context, db, sourceId));
  return true;
}

/** For staff who do not want to wait. False for who may not, and when there is none. */
export async function askNow(
  context: Context,
  sourceId: string,
): Promise<boolean> {
  if (!context.actor.may("delivery.edit")) return false;
  return context.transaction(async (db) => {
    const stored = await findSource(db, context.tenantId, sourceId);
    if (!stored?.isEnabled) return false;
    await wake(context, db, sourceId);
    return true;
  });
}

/** All sources of the tenant that are switched on are asked. Idempotent. */
export async function wakeAll(context: Context): Promise<number> {
  return context.transaction(async (db) => {
    const sources = await listSources(db, context.tenantId);
    const enabled = sources.filter(({ isEnabled }) => isEnabled);
    for (const { id } of enabled) await wake(context, db, id);
    return enabled.length;
  });
}

/** What the inbox says of its settings. Undefined for who may not, and when there is none. */
export async function checkSource(
  context: Context,
  {
    sourceId,
    signal,
  }: { readonly sourceId: string; readonly signal: AbortSignal },
  inboxes: ReadonlyMap<string, Inbox>,
): Promise<CheckReport | undefined> {
  if (!context.actor.may("delivery.edit")) return undefined;
  const source = await openSource(context, sourceId, inboxes);
  if (!source) return undefined;
  return source.kind === "opened"
    ? source.inbox.check(source.options, signal)
    : [{ check: "settings", passed: false, finding: "options-invalid" }];
}
