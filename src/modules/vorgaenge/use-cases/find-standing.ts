import type { Context } from "../../../platform/context/context.ts";
import type { Db } from "../../../platform/database/database.ts";
import type { Outcome } from "../domain/events.ts";
import type { Vorgang } from "../domain/vorgang.ts";
import { listEvents } from "../store/event-store.ts";
import { findVorgangOfSubmission } from "../store/vorgang-store.ts";

/** Where the Vorgang of a submission stands, for a back office that works on it elsewhere. */
export type Standing = Pick<
  Vorgang,
  "state" | "stateSince" | "lastPosition" | "submissionId"
> & {
  readonly vorgangId: string;
  /** How it was decided, while it is. */
  readonly outcome: Outcome | undefined;
};

/** Undefined when the tenant has no Vorgang of it. The caller has checked who asks, and records it. */
export async function findStanding(
  context: Context,
  db: Db,
  submissionId: string,
): Promise<Standing | undefined> {
  const { tenantId } = context;
  const vorgang = await findVorgangOfSubmission(db, tenantId, submissionId);
  if (!vorgang) return undefined;
  const { id: vorgangId, state, stateSince, lastPosition } = vorgang;
  const outcome =
    state === "decided"
      ? (await listEvents(db, tenantId, vorgangId)).findLast(
          ({ kind }) => kind === "decided",
        )?.outcome
      : undefined;
  return {
    vorgangId,
    submissionId,
    state,
    stateSince,
    lastPosition,
    outcome,
  };
}
