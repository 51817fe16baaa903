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

/** Destinations of all tenants: counts and names, nothing of any application. Empty for anybody but the operator. */
export async function viewInstallation(
  context: Context,
): Promise<InstallationView> {
  if (!context.actor.may("operator"))
    return { destinations: [], tally: { days: [], countedAt: undefined } };
  return context.transaction(async (db) => ({
    destinations: await listInstalled(db, shownDestinations),
    tally: await readTally(db, undefined),
  }));
}
