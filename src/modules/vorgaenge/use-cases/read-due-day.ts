import type { CalendarDay } from "../../../platform/calendar/calendar-day.ts";
import type { Context } from "../../../platform/context/context.ts";
import type { Db } from "../../../platform/database/database.ts";
import { dueOn, readClock } from "../domain/clock.ts";
import type { Vorgang } from "../domain/vorgang.ts";
import { findClockRule } from "../store/clock-store.ts";
import { listEvents } from "../store/event-store.ts";

/** The day by which an open Vorgang should be decided, in the caller's transaction; its events are read only where a rule asks for them. */
export async function readDueDay(
  { tenantId }: Context,
  db: Db,
  { id, leistungSlug }: Pick<Vorgang, "id" | "leistungSlug">,
): Promise<CalendarDay | undefined> {
  const rule = await findClockRule(db, tenantId, leistungSlug);
  return rule && dueOn(readClock(await listEvents(db, tenantId, id), rule));
}
