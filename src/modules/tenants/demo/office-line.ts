import type { OpeningTime } from "../domain/opening-times.ts";

/** An office of the demo in one line; its address is that of the building. */
export type OfficeLine = readonly [
  slug: string,
  name: string,
  tasks: string,
  openingTimes: readonly OpeningTime[],
  note?: string,
];
