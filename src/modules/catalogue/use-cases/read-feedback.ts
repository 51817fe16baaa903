import type { Context } from "../../../platform/context/context.ts";
import { ok, refuse, type Result } from "../../../platform/result/result.ts";
import {
  listFeedback,
  type FeedbackOfLeistung,
} from "../store/feedback-store.ts";

export type { FeedbackOfLeistung };

/** What readers said in the last twelve months, what helped least first; for editors (`catalogue.edit`). */
export async function readFeedback(
  context: Context,
): Promise<
  Result<readonly FeedbackOfLeistung[], { readonly kind: "not-permitted" }>
> {
  const { actor, tenantId } = context;
  if (!actor.may("catalogue.edit")) return refuse({ kind: "not-permitted" });
  const [since = ""] = lastMonths(context.now);
  return ok(
    await context.read((db) => listFeedback(db, tenantId, `${since}-01`)),
  );
}

/** The last twelve months as YYYY-MM, oldest first. */
export function lastMonths(now: Date): readonly string[] {
  return Array.from({ length: 12 }, (_, index) => {
    const month = new Date(
      Date.UTC(now.getUTCFullYear(), now.getUTCMonth() - 11 + index, 1),
    );
    return month.toISOString().slice(0, 7);
  });
}
