import type { Context } from "../../../platform/context/context.ts";
import { newId } from "../../../platform/values/id.ts";
import type { DestinationDraft } from "../domain/destination.ts";
import { findDestinationIdByName } from "../store/destination-store.ts";
import { putDestination } from "../use-cases/save-destination.ts";

/** A destination of the demo, new or as it was with other options. Idempotent by its name. Gives its id. */
export async function saveDemoDestination(
  context: Context,
  draft: DestinationDraft,
): Promise<string> {
  const { tenantId } = context;
  return context.transaction(async (db) => {
    const known = await findDestinationIdByName(db, tenantId, draft.name);
    const destinationId = known ?? newId();
    const options = { ...draft.options, tenantId };
    await putDestination(context, db, { ...draft, options, destinationId });
    return destinationId;
  });
}
