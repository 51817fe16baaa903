import {
  dayOf,
  isCalendarDay,
  type CalendarDay,
} from "../../../platform/calendar/calendar-day.ts";
import type { Context } from "../../../platform/context/context.ts";
import { ok, refuse, type Result } from "../../../platform/result/result.ts";
import { isId, newId } from "../../../platform/values/id.ts";
import { recordAudit } from "../../audit/index.ts";
import { findWorkScope } from "../../staff/index.ts";
import { isHolding } from "../domain/standing.ts";
import type { RetentionPorts } from "../ports.ts";
import { insertHold, liftStoredHold, listHolds } from "../store/hold-store.ts";
import { holdPurpose, longestReason } from "../domain/hold-reason.ts";

export type HoldRefusal =
  | { readonly kind: "not-found" }
  | { readonly kind: "reason-missing" }
  | { readonly kind: "reason-too-long" }
  | { readonly kind: "until-invalid" }
  | { readonly kind: "until-past" };

export type NewHold = {
  readonly vorgangId: string;
  readonly reason: string;
  /** Empty: until somebody lifts it. */
  readonly untilDay: CalendarDay;
};

type Ports = Pick<RetentionPorts, "vorgaenge">;

/**
 * Keeps a Vorgang beyond its term, from any state. Sent twice it is there once. Needs `vorgang.edit`; what is another team's alone, foreign or
 * unknown is not found.
 */
export async function placeHold(
  context: Context,
  { vorgaenge }: Ports,
  hold: NewHold,
): Promise<Result<void, HoldRefusal>> {
  const { actor, tenantId, now } = context;
  const { vorgangId, untilDay } = hold;
  if (!actor.may("vorgang.edit") || !isId(vorgangId))
    return refuse({ kind: "not-found" });
  const reason = hold.reason.replaceAll("\r\n", "\n").trim();
  const fault = faultOf({ reason, untilDay }, dayOf(now));
  const { hiddenSlugs } = await findWorkScope(context);
  const id = newId(now.getTime());
  const encryptedReason = await context.cipher.encrypt(
    Buffer.from(reason, "utf8"),
    holdPurpose(id),
  );
  return context.transaction<Result<void, HoldRefusal>>(async (db) => {
    const sought = { id: vorgangId, hiddenSlugs };
    if (!(await vorgaenge.lock(context, db, sought)))
      return refuse({ kind: "not-found" });
    if (fault) return refuse({ kind: fault });
    const wanted = untilDay === "" ? undefined : untilDay;
    const before = await listHolds(db, tenantId, [vorgangId]);
    const isThere = before.some(
      (it) =>
        isHolding(it, dayOf(now)) &&
        it.placedBy === actor.id &&
        it.untilDay === wanted &&
        now.getTime() - it.placedAt.getTime() < doubleClickMs,
    );
    if (isThere) return ok(undefined);
    await insertHold(db, tenantId, {
      id,
      vorgangId,
      encryptedReason,
      placedBy: actor.id,
      placedAt: now,
      untilDay: wanted,
    });
    await recordAudit(context, db, {
      action: "retention.hold-placed",
      subject: { kind: "vorgang", id: vorgangId },
      details: { holdId: id, ...(wanted ? { until: wanted } : {}) },
    });
    return ok(undefined);
  });
}

const doubleClickMs = 60_000;

function faultOf(
  { reason, untilDay }: Pick<NewHold, "reason" | "untilDay">,
  today: CalendarDay,
): Exclude<HoldRefusal["kind"], "not-found"> | undefined {
  if (reason === "") return "reason-missing";
  if (Array.from(reason).length > longestReason) return "reason-too-long";
  if (untilDay === "") return undefined;
  if (!isCalendarDay(untilDay)) return "until-invalid";
  return untilDay < today ? "until-past" : undefined;
}

/** Ends a hold; the term counts again. Idempotent. Needs `vorgang.edit`. */
export async function liftHold(
  context: Context,
  { vorgaenge }: Ports,
  { vorgangId, id }: { readonly vorgangId: string; readonly id: string },
): Promise<Result<void, { readonly kind: "not-found" }>> {
  const { actor, tenantId, now } = context;
  if (!actor.may("vorgang.edit") || !isId(vorgangId) || !isId(id))
    return refuse({ kind: "not-found" });
  const { hiddenSlugs } = await findWorkScope(context);
  return context.transaction(async (db) => {
    const sought = { id: vorgangId, hiddenSlugs };
    if (!(await vorgaenge.lock(context, db, sought)))
      return refuse({ kind: "not-found" } as const);
    const lifting = { id, vorgangId, by: actor.id, at: now };
    if (await liftStoredHold(db, tenantId, lifting))
      await recordAudit(context, db, {
        action: "retention.hold-lifted",
        subject: { kind: "vorgang", id: vorgangId },
        details: { holdId: id },
      });
    return ok(undefined);
  });
}

/** True where the caller may keep this Vorgang. Needs `vorgang.edit`. */
export async function maySeeVorgang(
  context: Context,
  { vorgaenge }: Ports,
  id: string,
): Promise<boolean> {
  if (!context.actor.may("vorgang.edit") || !isId(id)) return false;
  const { hiddenSlugs } = await findWorkScope(context);
  const found = await context.transaction((db) =>
    vorgaenge.lock(context, db, { id, hiddenSlugs }),
  );
  return found !== undefined;
}
