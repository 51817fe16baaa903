import type { Context } from "../../../platform/context/context.ts";
import type { ArrivalState } from "../domain/arrival.ts";
import { findBySubmission } from "../store/arrival-store.ts";

/** How far the sender of a submission knows that it was taken; undefined when it was sent here. Whoever calls has checked that it may be shown. */
export async function findArrivalState(
  context: Context,
  submissionId: string,
): Promise<ArrivalState | undefined> {
  const arrival = await context.transaction((db) =>
    findBySubmission(db, context.tenantId, submissionId),
  );
  return arrival?.state;
}
