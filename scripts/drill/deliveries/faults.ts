import { z } from "zod";
import type { Random } from "../../../bench/random-numbers.ts";

/**
 * What a receiver does instead of answering well, and how often of all faults. `before`: in place of the work; `after`: the work is done and
 * stored, but who sent does not learn of it, late, or in a way that cannot be read.
 */
export const faults = {
  "status-500": { when: "before", weight: 16, about: "answers 500" },
  "status-503": {
    when: "before",
    weight: 12,
    about: "answers 503 with Retry-After",
  },
  "status-429": {
    when: "before",
    weight: 8,
    about: "answers 429 with Retry-After",
  },
  "status-408": { when: "before", weight: 8, about: "answers 408" },
  "reset-before": {
    when: "before",
    weight: 12,
    about: "cuts the connection before it has read",
  },
  hang: {
    when: "before",
    weight: 1,
    about: "never answers, and has not stored it",
  },
  "reset-after": {
    when: "after",
    weight: 16,
    about: "stores it and cuts the connection",
  },
  "hang-after": {
    when: "after",
    weight: 1,
    about: "stores it and never answers",
  },
  slow: { when: "after", weight: 8, about: "stores it and answers late" },
  half: { when: "after", weight: 8, about: "stores it and answers half" },
  twice: { when: "after", weight: 8, about: "stores it and answers twice" },
  garbage: {
    when: "after",
    weight: 8,
    about: "stores it and answers what is no HTTP",
  },
} as const satisfies Record<
  string,
  {
    readonly when: "before" | "after";
    readonly weight: number;
    readonly about: string;
  }
>;

export type FaultName = keyof typeof faults;

const isFaultName = (name: string): name is FaultName => name in faults;

export const faultNames = Object.keys(faults).filter(isFaultName);

export const faultName = z.string().refine(isFaultName);

const drawn = faultNames.flatMap((name) =>
  Array.from({ length: faults[name].weight }, () => name),
);
const answered = drawn.filter((name) => !name.startsWith("hang"));

/** Of all calls, so many meet a fault; a call that is never answered costs whoever sends a minute, and a short drill does without. */
export type FaultShare = { readonly share: number; readonly hangs: boolean };

/** Undefined: all goes well this time. */
export function drawFault(
  random: Random,
  { share, hangs }: FaultShare,
): FaultName | undefined {
  return random.next() < share
    ? random.pick(hangs ? drawn : answered)
    : undefined;
}
