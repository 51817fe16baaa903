import type { Context } from "../../../platform/context/context.ts";
import type { Db } from "../../../platform/database/database.ts";
import { ok, refuse, type Result } from "../../../platform/result/result.ts";
import { isInternal, type Outcome, type Step } from "../domain/events.ts";
import { isAllowed } from "../domain/states.ts";
import type { Vorgang } from "../domain/vorgang.ts";
import { listEvents } from "../store/event-store.ts";
import { findVorgangForUpdate } from "../store/vorgang-store.ts";
import { appendEvent } from "./append-event.ts";

export type DecideVorgangRefusal =
  | { readonly kind: "not-found" }
  /** Something happened that whoever decided has not seen. */
  | { readonly kind: "changed-meanwhile" }
  | { readonly kind: "step-not-allowed" };

export type DecideVorgangInput = {
  readonly vorgangId: string;
  readonly outcome: Exclude<Outcome, "no-decision">;
  /** Number of the last event that whoever decides saw; what is only the office's own does not count. */
  readonly seenPosition: number;
};

/**
 * Decides a Vorgang in the caller's transaction, together with the document that says so. One that is decided already is reopened and decided
 * again: a Bescheid is changed by another one. The caller has checked who may, tells the applicant, and records `vorgang.decided` in the audit
 * log after all it writes.
 */
export async function decideVorgang(
  context: Context,
  db: Db,
  { vorgangId, outcome, seenPosition }: DecideVorgangInput,
): Promise<Result<Vorgang, DecideVorgangRefusal>> {
  const { tenantId } = context;
  const sought = { id: vorgangId, hiddenSlugs: [] };
  const vorgang = await findVorgangForUpdate(db, tenantId, sought);
  if (!vorgang) return refuse({ kind: "not-found" });
  const events = await listEvents(db, tenantId, vorgangId);
  const unseen = events.some(
    ({ kind, position }) => position > seenPosition && !isInternal(kind),
  );
  if (unseen) return refuse({ kind: "changed-meanwhile" });
  const append = async (before: Vorgang, step: Step): Promise<Vorgang> => {
    await appendEvent(context, db, {
      vorgang: before,
      happening: { step, encryptedNote: undefined },
    });
    return { ...before, lastPosition: before.lastPosition + 1 };
  };
  const decision: Step = { kind: "decided", outcome };
  if (vorgang.state === "decided")
    return ok(
      await append(await append(vorgang, { kind: "reopened" }), decision),
    );
  if (!isAllowed(vorgang.state, "decided"))
    return refuse({ kind: "step-not-allowed" });
  return ok(await append(vorgang, decision));
}
