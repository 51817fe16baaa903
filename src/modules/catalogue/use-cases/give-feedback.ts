import type { Context } from "../../../platform/context/context.ts";
import { ok, refuse, type Result } from "../../../platform/result/result.ts";
import {
  countAttempts,
  type TooManyAttempts,
} from "../../../platform/throttle/count-attempts.ts";
import { withoutPersons } from "../domain/remark.ts";
import { addFeedback } from "../store/feedback-store.ts";
import { findLeistungBySlug } from "../store/leistung-store.ts";

export type FeedbackGiven = {
  readonly slug: string;
  readonly hasHelped: boolean;
  readonly remark: string;
  /** Limits how many come from one place; not kept with the answer. */
  readonly clientAddress: string;
};

export type FeedbackRefusal =
  | TooManyAttempts
  | { readonly kind: "leistung-not-found" };

const minute = 60_000;

/** A library or a town hall shares one address. */
const limit = {
  freeAttempts: 20,
  firstBlockMs: minute,
  longestBlockMs: 15 * minute,
  forgetAfterMs: 60 * minute,
};

/** Counts whether a page has helped, and keeps a sentence without who said it. Refuses too many from one address, and what nobody may see. */
export async function giveFeedback(
  context: Context,
  { slug, hasHelped, remark, clientAddress }: FeedbackGiven,
): Promise<Result<void, FeedbackRefusal>> {
  const counted = await countAttempts(context, [
    { kind: "leistung-feedback", value: clientAddress, limit },
  ]);
  if (!counted.ok) return counted;
  const { tenantId, now } = context;
  return context.transaction(async (db) => {
    const leistung = await findLeistungBySlug(db, tenantId, {
      slug,
      among: "shown",
    });
    if (!leistung) return refuse({ kind: "leistung-not-found" });
    await addFeedback(db, tenantId, {
      leistungId: leistung.id,
      hasHelped,
      remark: withoutPersons(remark),
      now,
    });
    return ok(undefined);
  });
}
