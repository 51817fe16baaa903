import type { Arrived } from "./arrivals.ts";

/** For the control: one record is gone, the last is there twice (in order), and the versions of one application have changed places, each at another back office. */
export function spoil(arrived: readonly Arrived[]): readonly Arrived[] {
  return arrived.map((one) => {
    const { records, destination } = one;
    if (destination === "folder") return { ...one, records: records.slice(1) };
    if (destination === "fitConnect")
      return { ...one, records: [...records, ...records.slice(-1)] };
    return { ...one, records: records.toReversed() };
  });
}
