import type { Context } from "../../../platform/context/context.ts";
import { ownedBy } from "../../../platform/context/owned-by.ts";
import {
  listEarlierOfOwner,
  listSimilar,
} from "../store/applicant-mark-store.ts";

/** For citizens, what is older than this is no second application, but the next one; for staff, their office says how long. */
const earlierDays = 365;

const sinceOf = ({ now }: Context, days: number) =>
  new Date(now.getTime() - days * 86_400_000);

/**
 * Other submissions of the last days by the same person for the same Leistung, the newest first. For staff; the caller has checked who reads.
 */
export function listSimilarSubmissions(
  context: Context,
  {
    submissionId,
    days,
  }: { readonly submissionId: string; readonly days: number },
): Promise<readonly string[]> {
  const since = sinceOf(context, days);
  return context.transaction((db) =>
    listSimilar(db, context.tenantId, { submissionId, since }),
  );
}

export type EarlierSubmission = {
  readonly id: string;
  readonly submittedAt: Date;
};

/**
 * What the signed-in party has sent for a Leistung within the last year. Nothing for guests: whoever types somebody's name must not learn
 * what that person has applied for.
 */
export async function listEarlier(
  context: Context,
  leistungSlug: string,
): Promise<readonly EarlierSubmission[]> {
  const owned = ownedBy(context.actor);
  if (!owned) return [];
  const since = sinceOf(context, earlierDays);
  const rows = await context.read((db) =>
    listEarlierOfOwner(db, context.tenantId, { ...owned, leistungSlug, since }),
  );
  return rows.map((row) => ({ id: row.id, submittedAt: row.submitted_at }));
}
