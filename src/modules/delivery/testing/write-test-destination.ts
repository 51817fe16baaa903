import type { Context } from "../../../platform/context/context.ts";
import { newId } from "../../../platform/values/id.ts";
import type { DestinationDraft } from "../domain/destination.ts";
import { putDestination } from "../use-cases/save-destination.ts";

/** A destination for all Leistungen of the tenant. */
export async function writeTestDestination(
  context: Context,
  given: Pick<DestinationDraft, "connectorKey" | "options">,
): Promise<void> {
  const destinationId = newId();
  await context.transaction((db) =>
    putDestination(context, db, {
      ...given,
      destinationId,
      name: `Ziel ${destinationId}`,
      isEnabled: true,
      leistungSlugs: ["*"],
    }),
  );
}
