import type { DeliveryState } from "../domain/next-step.ts";
import { isId } from "../../../platform/values/id.ts";
import {
  deliveryStates,
  type DeliveryFilter,
} from "../use-cases/list-deliveries.ts";

export const deliveriesPath = "/arbeitsplatz/zustellungen";
export const destinationsPath = "/arbeitsplatz/ziele";
/** Where destinations are set up. */
export const destinationAdminPath = "/verwaltung/ziele";

/** Where it is found out who takes what. */
export const findPath = `${destinationAdminPath}/suche`;

/** Where a service outside says that something is new. */
export const callPath = (destinationId: string) =>
  `/schnittstelle/zustellungen/${destinationId}`;

/** States as they stand in addresses. */
const words: Readonly<Record<DeliveryState, string>> = {
  rejected: "abgelehnt",
  dead: "aufgegeben",
  waiting: "wartet",
  accepted: "angenommen",
  delivered: "zugestellt",
  closed: "anders-erledigt",
};

export const stateWord = (state: DeliveryState): string => words[state];

/** Address of one page of the list. */
export function listHref({ state, after }: DeliveryFilter): string {
  const query = new URLSearchParams();
  if (state) query.set("stand", words[state]);
  if (after) query.set("nach", `${after.microseconds}_${after.deliveryId}`);
  return `${deliveriesPath}?${query.toString()}`;
}

/** Reads what `listHref` wrote. What is not understood is left out: then the list begins at its beginning. */
export function readListQuery(query: URLSearchParams): DeliveryFilter {
  const state = deliveryStates.find(
    (known) => words[known] === query.get("stand"),
  );
  const [microseconds = "", deliveryId = ""] =
    query.get("nach")?.split("_") ?? [];
  // Sixteen digits reach the year 2286.
  const isPlace = /^\d{1,16}$/.test(microseconds) && isId(deliveryId);
  return {
    ...(state ? { state } : {}),
    ...(isPlace ? { after: { microseconds, deliveryId } } : {}),
  };
}
