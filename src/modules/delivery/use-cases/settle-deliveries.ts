import type { Context } from "../../../platform/context/context.ts";
import type { Db } from "../../../platform/database/database.ts";
import { ok, refuse, type Result } from "../../../platform/result/result.ts";
import { recordAudit } from "../../audit/index.ts";
import { applyToChannel } from "../store/circuit-store.ts";
import { findDestination } from "../store/destination-store.ts";
import {
  closeSelected,
  redirectSelected,
  reopenFailed,
  setPause,
  type Selection,
} from "../store/settle-store.ts";

export type SettleRefusal =
  | { readonly kind: "not-permitted" }
  /** Not there, settled already, or being tried this moment. */
  | { readonly kind: "nothing-to-settle" };

type Count = Result<{ readonly count: number }, SettleRefusal>;

/** A person works on them in the own workspace: they go nowhere any more. Audited. What is being tried this moment is left alone. */
export function handToPerson(
  context: Context,
  selection: Selection,
): Promise<Count> {
  return settle(context, selection, {
    action: "delivery.closed",
    change: (db) =>
      closeSelected(db, context.tenantId, { selection, now: context.now }),
  });
}

/** They go to another destination of the own authority, under ids of their own there. Audited. */
export function redirectDeliveries(
  context: Context,
  { selection, to }: { selection: Selection; to: string },
): Promise<Count> {
  const { tenantId, now } = context;
  return settle(context, selection, {
    action: "delivery.redirected",
    change: async (db) => {
      if (!(await findDestination(db, tenantId, to))) return 0;
      return redirectSelected(db, tenantId, { selection, now, to });
    },
  });
}

/** Sends all of a destination again that was rejected or given up, in their order and under the same ids. Audited. */
export function resendFailed(
  context: Context,
  failedOf: string,
): Promise<Count> {
  const { tenantId, now } = context;
  return settle(
    context,
    { failedOf },
    {
      action: "delivery.all-resent",
      change: (db) => reopenFailed(db, tenantId, { failedOf, now }),
    },
  );
}

/** Holds a destination, or lets it go on. What waits, waits; nothing is lost. Audited. */
export async function pauseDestination(
  context: Context,
  { destinationId, isPaused }: { destinationId: string; isPaused: boolean },
): Promise<Result<void, SettleRefusal>> {
  const { tenantId, now } = context;
  if (!context.actor.may("delivery.edit"))
    return refuse({ kind: "not-permitted" });
  return context.transaction(async (db) => {
    const at = isPaused ? now : undefined;
    if (!(await setPause(db, tenantId, { destinationId, at })))
      return refuse({ kind: "nothing-to-settle" });
    await applyToChannel(db, tenantId, destinationId);
    await recordAudit(context, db, {
      action: isPaused ? "delivery.paused" : "delivery.continued",
      subject: { kind: "destination", id: destinationId },
    });
    return ok(undefined);
  });
}

type Settling = {
  readonly action: string;
  readonly change: (db: Db) => Promise<number>;
};

async function settle(
  context: Context,
  selection: Selection,
  { action, change }: Settling,
): Promise<Count> {
  if (!context.actor.may("delivery.edit"))
    return refuse({ kind: "not-permitted" });
  return context.transaction(async (db) => {
    const count = await change(db);
    if (count === 0) return refuse({ kind: "nothing-to-settle" });
    await recordAudit(context, db, {
      action,
      subject:
        "deliveryId" in selection
          ? { kind: "delivery", id: selection.deliveryId }
          : { kind: "destination", id: selection.failedOf },
      details: { count },
    });
    return ok({ count });
  });
}
