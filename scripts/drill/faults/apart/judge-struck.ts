import type { Finding } from "../../compare.ts";
import type { Struck } from "../struck.ts";

/** That one is away is noticed after five calls in a row; two workers call, or two at the same time. */
const callsToNotice = 10;

/** How often in a minute of `forMs` who takes nothing may be called: once a second, and until it is noticed. */
export const mostCallsPerMinute = (forMs: number): number =>
  60 + Math.round((callsToNotice * 60_000) / forMs);

/** What the noticed tells by itself. Nothing where nothing of it was asked for. */
export function judgeStruck(struck: readonly Struck[]): readonly Finding[] {
  return [...judgeCalls(struck), ...judgeFailures(struck)];
}

function judgeCalls(struck: readonly Struck[]): readonly Finding[] {
  const limited = struck.flatMap(({ cell, callsPerMinute, mostCalls }) =>
    callsPerMinute === undefined || mostCalls === undefined
      ? []
      : [{ cell, callsPerMinute, mostCalls }],
  );
  if (limited.length === 0) return [];
  return [
    {
      promise:
        "who is away or refuses for now is called once a second at most, when ten calls have told it",
      counted: limited.length,
      broken: limited
        .filter(({ callsPerMinute, mostCalls }) => callsPerMinute > mostCalls)
        .map(
          ({ cell, callsPerMinute, mostCalls }) =>
            `${cell}: ${String(callsPerMinute)} calls in a minute, ${String(mostCalls)} at most`,
        ),
    },
  ];
}

function judgeFailures(struck: readonly Struck[]): readonly Finding[] {
  const failing = struck.filter(({ failed = 0 }) => failed > 0);
  if (failing.length === 0) return [];
  return [
    {
      promise: "what failed for good is shown to a person",
      counted: failing.reduce((sum, { failed = 0 }) => sum + failed, 0),
      broken: failing
        .filter(({ failed, seen }) => failed !== seen)
        .map(
          ({ cell, failed = 0, seen = 0 }) =>
            `${cell}: ${String(failed - seen)} of ${String(failed)} shown to nobody`,
        ),
    },
  ];
}
