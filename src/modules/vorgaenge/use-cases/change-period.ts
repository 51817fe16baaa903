import type { Context } from "../../../platform/context/context.ts";
import { refuse, type Result } from "../../../platform/result/result.ts";
import { isId } from "../../../platform/values/id.ts";
import { findWorkScope } from "../../staff/index.ts";
import { readClock, type Clock } from "../domain/clock.ts";
import {
  allowedPeriodSteps,
  periodStepOf,
  type PeriodFault,
} from "../domain/period-step.ts";
import type { FindNotificationAddress } from "../ports.ts";
import { findClockRule } from "../store/clock-store.ts";
import { listEvents } from "../store/event-store.ts";
import { findVorgang } from "../store/vorgang-store.ts";
import {
  changeState,
  type ChangeStateInput,
  type ChangeStateRefusal,
} from "./change-state.ts";

export type ChangePeriodInput = Omit<ChangeStateInput, "step"> & {
  readonly choice: string;
  /** The new last day where the period is extended. */
  readonly untilDay: string;
};

export type ChangePeriodRefusal =
  | ChangeStateRefusal
  | { readonly kind: PeriodFault };

/**
 * Stops the periods of a Vorgang, lets them go on or begin anew, or extends that of the law once. The applicant is told, with the reason.
 * As every step it is refused when something newer happened; a step that the clock does not allow is refused as one.
 */
export async function changePeriod(
  context: Context,
  input: ChangePeriodInput,
  findNotificationAddress: FindNotificationAddress,
): Promise<Result<void, ChangePeriodRefusal>> {
  if (!context.actor.may("vorgang.edit"))
    return refuse({ kind: "not-permitted" });
  const clock = await findClock(context, input);
  if (!clock) return refuse({ kind: "not-found" });
  const step = periodStepOf(input, clock);
  if (typeof step === "string") return refuse({ kind: step });
  if (!allowedPeriodSteps(clock).includes(step.kind))
    return refuse({ kind: "step-not-allowed" });
  return changeState(context, { ...input, step }, findNotificationAddress);
}

/** As the caller saw it; whether something newer happened is for changeState to find. */
async function findClock(
  context: Context,
  {
    vorgangId,
    expectedPosition,
  }: Pick<ChangePeriodInput, "vorgangId" | "expectedPosition">,
): Promise<Clock | undefined> {
  if (!isId(vorgangId)) return undefined;
  const { tenantId } = context;
  const { hiddenSlugs } = await findWorkScope(context);
  return context.transaction(async (db) => {
    const sought = { id: vorgangId, hiddenSlugs };
    const vorgang = await findVorgang(db, tenantId, sought);
    const rule =
      vorgang && (await findClockRule(db, tenantId, vorgang.leistungSlug));
    if (!rule) return undefined;
    const events = await listEvents(db, tenantId, vorgangId);
    const seen = events.filter(({ position }) => position <= expectedPosition);
    return seen.length === 0 ? undefined : readClock(seen, rule);
  });
}
