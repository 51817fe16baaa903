import type { Db } from "../../../platform/database/database.ts";
import { keepFigures } from "../../../platform/database/kept-figures.ts";
import type { Context } from "../../../platform/context/context.ts";
import {
  listInstalled,
  listOverviews,
  readTally,
  type DestinationOverview,
  type InstalledDestination,
  type Tally,
} from "../store/overview-store.ts";

export type { DestinationOverview, InstalledDestination, Tally };

export type DestinationsView = {
  readonly destinations: readonly DestinationOverview[];
  readonly tally: Tally;
};

/** The destinations of the own authority and what lies at each. Empty for who may not read deliveries. */
export async function viewDestinations(
  context: Context,
): Promise<DestinationsView> {
  if (!context.actor.may("delivery.read"))
    return { destinations: [], tally: { days: [], countedAt: undefined } };
  return context.transaction(async (db) => ({
    destinations: await listOverviews(db, context.tenantId),
    tally: await readTally(db, context.tenantId),
  }));
}

export type InstallationView = {
  readonly destinations: readonly InstalledDestination[];
  readonly tally: Tally;
};

const shownDestinations = 100;

/** A worker counts each minute; where none does, who looks counts for all others. */
const countedForMs = 90_000;

/** Destinations of all tenants: counts and names, nothing of any application. Empty for anybody but the operator. */
export async function viewInstallation(
  context: Context,
): Promise<InstallationView> {
  const { actor, now } = context;
  if (!actor.may("operator"))
    return { destinations: [], tally: { days: [], countedAt: undefined } };
  return context.transaction((db) =>
    countInstallation(db, { now, maxAgeMs: countedForMs }),
  );
}

/** How it goes with the destinations of all tenants. That takes the longer the more there are: so it is counted for all who ask, no older than `maxAgeMs`. */
export async function countInstallation(
  db: Db,
  { now, maxAgeMs }: { readonly now: Date; readonly maxAgeMs: number },
): Promise<InstallationView> {
  const { figures } = await keepFigures(db, {
    name: "delivery.installation",
    now,
    maxAgeMs,
    count: async () => {
      const { days, countedAt } = await readTally(db, undefined);
      return {
        destinations: await listInstalled(db, shownDestinations),
        days,
        countedAt: countedAt?.toISOString(),
      };
    },
  });
  const { countedAt, days, destinations } = figures;
  return {
    destinations,
    tally: {
      days,
      countedAt: countedAt === undefined ? undefined : new Date(countedAt),
    },
  };
}

/** Deliveries of all tenants by day, as `countInstallation` counts them. */
export async function readInstalledDays(
  db: Db,
  now: Date,
): Promise<Tally["days"]> {
  const { tally } = await countInstallation(db, {
    now,
    maxAgeMs: countedForMs,
  });
  return tally.days;
}
