import { deliveriesPath } from "./list-address.ts";

/** What a person did, as it stands in the address of the page that says so. */
const settlements = {
  person: "arbeitsplatz",
  redirected: "umleitung",
  resent: "wiederholung",
  paused: "pause",
  continued: "fortsetzung",
} as const;

export type Settlement = keyof typeof settlements;

export const settledHref = (settlement: Settlement): string =>
  `${deliveriesPath}?erledigt=${settlements[settlement]}`;

/** Reads what `settledHref` wrote. */
export const readSettled = (query: URLSearchParams): Settlement | undefined =>
  known.find((one) => settlements[one] === query.get("erledigt"));

const known = [
  "person",
  "redirected",
  "resent",
  "paused",
  "continued",
] as const satisfies readonly Settlement[];
