import type { Context } from "../../../platform/context/context.ts";
import { nameOfDestination } from "../../delivery/index.ts";
import type { RemoveKept } from "../../retention/index.ts";
import {
  deleteReported,
  listReported,
  type ReportedState,
} from "../store/state-store.ts";

/** What each back office said last of a submission, for who may read the Vorgang. */
export async function viewReported(
  context: Context,
  submissionId: string,
): Promise<readonly (ReportedState & { readonly destinationName: string })[]> {
  const reported = await context.transaction((db) =>
    listReported(db, context.tenantId, submissionId),
  );
  return Promise.all(
    reported.map(async (state) => ({
      ...state,
      destinationName:
        (await nameOfDestination(context, state.destinationId)) ?? "",
    })),
  );
}

/** Forgets what was reported of a submission. */
export const removeReported: RemoveKept = async (
  { tenantId },
  db,
  { submissionId },
) => {
  await deleteReported(db, tenantId, submissionId);
  return { counts: {}, fileIds: [], ids: [] };
};
