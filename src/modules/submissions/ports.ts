import type { Context } from "../../platform/context/context.ts";
import type { Db } from "../../platform/database/database.ts";

/** What other modules need to know when something was sent. Ids and names only. */
export type SubmittedEvent = {
  readonly submissionId: string;
  readonly reference: string;
  readonly leistungSlug: string;
  readonly leistungTitle: string;
  readonly submittedAt: Date;
};

/** Runs in the transaction of the submission, after its row: all of it is stored, or nothing. Handed in by main. */
export type SubmittedListener = (
  context: Context,
  db: Db,
  event: SubmittedEvent,
) => Promise<void>;
