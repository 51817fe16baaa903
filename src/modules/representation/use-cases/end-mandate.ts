import type { Context } from "../../../platform/context/context.ts";
import type { Db } from "../../../platform/database/database.ts";
import { ok, refuse, type Result } from "../../../platform/result/result.ts";
import { germanDay } from "../../../platform/values/german-day.ts";
import { stopActingFor } from "../../accounts/index.ts";
import { recordAudit } from "../../audit/index.ts";
import { citizenIn } from "./citizen.ts";
import {
  findMandate,
  findMandateOf,
  listMandatesInForce,
  revokeMandate,
  type StoredMandate,
} from "../store/mandate-store.ts";
import { tell } from "./tell.ts";

export type EndMandateRefusal =
  | { readonly kind: "not-permitted" }
  | { readonly kind: "not-found" }
  | { readonly kind: "ended-already" };

/**
 * Either side ends a mandate: at once, in all sessions on all portals. What was sent before stays valid.
 * @see VwVfG § 14 Abs. 1 Satz 4
 */
export async function endMandate(
  context: Context,
  mandateId: string,
): Promise<Result<void, EndMandateRefusal>> {
  const accountId = citizenIn(context);
  const { tenantId, now } = context;
  if (accountId === undefined) return refuse({ kind: "not-permitted" });
  return context.transaction(async (db) => {
    const mandate = await findMandateOf(db, tenantId, { mandateId, accountId });
    if (!mandate) return refuse({ kind: "not-found" });
    const revoked = await revokeMandate(db, tenantId, {
      mandateId,
      accountId,
      now,
    });
    if (!revoked) return refuse({ kind: "ended-already" });
    await stopUnlessOther(context, db, mandate);
    const sides = [mandate.grantorId, mandate.granteeId];
    await tell(context, db, {
      accountIds: sides.filter((id) => id !== null),
      news: "mandate-changed",
    });
    await recordAudit(context, db, {
      action: "mandate.revoked",
      subject: { kind: "mandate", id: mandateId },
    });
    return ok(undefined);
  });
}

/** After its last day: sessions that act by it stop. Idempotent. */
export async function stopExpiredMandate(
  context: Context,
  mandateId: string,
): Promise<void> {
  await context.transaction(async (db) => {
    const mandate = await findMandate(db, context.tenantId, mandateId);
    if (mandate) await stopUnlessOther(context, db, mandate);
  });
}

/** Another mandate of the same person may still be in force; then the session goes on, and what is sent is checked anyway. */
async function stopUnlessOther(
  context: Context,
  db: Db,
  { partyId, granteeId }: StoredMandate,
): Promise<void> {
  if (!granteeId) return;
  const others = await listMandatesInForce(db, context.tenantId, {
    granteeId,
    partyId,
    today: germanDay(context.now),
  });
  if (others.length === 0)
    await stopActingFor(context, db, { partyId, accountId: granteeId });
}
