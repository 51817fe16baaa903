import type { Context } from "../../../platform/context/context.ts";
import { germanDay } from "../../../platform/values/german-day.ts";
import {
  availabilityOf,
  components,
  daysUpTo,
  looksTellMs,
  shownDays,
  type Component,
  type ComponentState,
  type DayCount,
} from "../domain/component.ts";
import { incidentsOf, type Incident } from "../domain/incident.ts";
import { readTroubles } from "../store/incident-store.ts";
import { readDays, readLatestLooks } from "../store/status-store.ts";

export type ComponentStatus = {
  readonly component: Component;
  /** Undefined: nobody looked within the last minutes. */
  readonly state: ComponentState | undefined;
  /** As many as `days`; undefined where nobody looked. */
  readonly counts: readonly (DayCount | undefined)[];
  /** Over all these days. */
  readonly availability: number | undefined;
};

export type Status = {
  readonly now: Date;
  readonly days: readonly string[];
  readonly components: readonly ComponentStatus[];
  /** Of these days, the newest first. */
  readonly incidents: readonly Incident[];
};

const dayMs = 86_400_000;

/** How the parts of the installation are and were, for anybody. Parts that nobody ever looked at are left out. */
export async function readStatus(context: Context): Promise<Status> {
  const { now } = context;
  const days = daysUpTo(germanDay(now), shownDays);
  const [looks, counts, troubles] = await context.read((db) =>
    Promise.all([
      readLatestLooks(db, new Date(now.getTime() - looksTellMs)),
      readDays(db, days[0] ?? ""),
      readTroubles(db, new Date(now.getTime() - shownDays * dayMs)),
    ]),
  );
  const states = new Map(looks.map((look) => [look.component, look.state]));
  return {
    now,
    days,
    incidents: incidentsOf(troubles, { now, states }),
    components: components.flatMap((component) => {
      const own = new Map(
        counts
          .filter((count) => count.component === component)
          .map((count) => [count.day, count]),
      );
      if (own.size === 0) return [];
      const ofDays = days.map((day) => own.get(day));
      return [
        {
          component,
          state: states.get(component),
          counts: ofDays,
          availability: availabilityOf(ofDays),
        },
      ];
    }),
  };
}
