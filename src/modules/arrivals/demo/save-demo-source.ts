import type { Context } from "../../../platform/context/context.ts";
import type { Inbox } from "../domain/inbox.ts";
import { listSources } from "../store/source-store.ts";
import { saveSource, type SaveSourceInput } from "../use-cases/save-source.ts";

/** A source of the demo, new or as it was with other options. Idempotent by its name. Gives its id. */
export async function saveDemoSource(
  context: Context,
  input: Omit<SaveSourceInput, "sourceId">,
  inboxes: ReadonlyMap<string, Inbox>,
): Promise<string> {
  const { tenantId } = context;
  const sources = await context.transaction((db) => listSources(db, tenantId));
  const sourceId = sources.find(({ name }) => name === input.name)?.id;
  const saved = await saveSource(context, { ...input, sourceId }, inboxes);
  if (!saved.ok) throw new Error(`arrivals demo: ${saved.refusal.kind}`);
  return saved.value.sourceId;
}
