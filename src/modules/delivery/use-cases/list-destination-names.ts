import type { Context } from "../../../platform/context/context.ts";
import { listDestinationNames as listNames } from "../store/destination-store.ts";

/** What the destinations of the context's authority are called, also of one that is off. Names only: nothing of any delivery. */
export function listDestinationNames(
  context: Context,
): Promise<readonly { readonly id: string; readonly name: string }[]> {
  return context.read((db) => listNames(db, context.tenantId));
}
