import type { Context } from "../../../platform/context/context.ts";
import { ok, refuse, type Result } from "../../../platform/result/result.ts";
import { germanDay } from "../../../platform/values/german-day.ts";
import { isId, newId } from "../../../platform/values/id.ts";
import { recordAudit } from "../../audit/index.ts";
import {
  faultOfAbsence,
  type Absence,
  type AbsenceFault,
} from "../domain/team.ts";
import {
  deleteAbsence,
  insertAbsence,
  listAbsences,
  listWorkers,
} from "../store/team-store.ts";

export type AbsenceRefusal =
  | { readonly kind: "not-permitted" }
  | { readonly kind: AbsenceFault };

/** When the caller is away, from today on. */
export function listOwnAbsences(context: Context): Promise<Absence[]> {
  const { tenantId, actor, now } = context;
  return context.read((db) =>
    listAbsences(db, tenantId, { staffId: actor.id, day: germanDay(now) }),
  );
}

/**
 * The caller will be away, and a colleague does the work meanwhile: sees and changes what is assigned to the caller, and what only
 * the caller's teams see. Needs `vorgang.edit`.
 */
export async function addOwnAbsence(
  context: Context,
  wanted: Omit<Absence, "id">,
): Promise<Result<void, AbsenceRefusal>> {
  const { tenantId, actor, now } = context;
  if (!actor.may("vorgang.edit")) return refuse({ kind: "not-permitted" });
  const today = germanDay(now);
  return context.transaction(async (db) => {
    const workers = await listWorkers(db, tenantId, today);
    const colleagueIds = workers
      .map(({ staffId }) => staffId)
      .filter((id) => id !== actor.id);
    const fault = faultOfAbsence(wanted, { today, colleagueIds });
    if (fault) return refuse({ kind: fault });
    const absence = { ...wanted, id: newId(now.getTime()) };
    await insertAbsence(db, tenantId, { absence, staffId: actor.id });
    await recordAudit(context, db, {
      action: "staff.absence-added",
      subject: { kind: "staff", id: actor.id },
      details: {
        substituteId: wanted.substituteId,
        from: wanted.fromDay,
        until: wanted.untilDay,
      },
    });
    return ok(undefined);
  });
}

/** The caller is not away after all. What is not theirs stays. */
export async function removeOwnAbsence(
  context: Context,
  absenceId: string,
): Promise<void> {
  const { tenantId, actor } = context;
  if (!isId(absenceId)) return;
  await context.transaction(async (db) => {
    const own = { id: absenceId, staffId: actor.id };
    if (!(await deleteAbsence(db, tenantId, own))) return;
    await recordAudit(context, db, {
      action: "staff.absence-removed",
      subject: { kind: "staff", id: actor.id },
    });
  });
}
