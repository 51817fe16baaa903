import { everydayQueries } from "../../src/modules/catalogue/testing/relevance.ts";
import { endChild, startChild } from "../child-process.ts";
import { quantile } from "../compare.ts";
import type { Site } from "../site.ts";
import type { Row } from "../table.ts";
import type { Timed, UsersRequest } from "./user-request.ts";
import { nextMessage, onUsersSite } from "./users-figures.ts";

export type NeighboursEffort = {
  /** Of each authority at its normal load. */
  readonly users: number;
  readonly rampSeconds: number;
  readonly measuredSeconds: number;
  /** Normal and loud take turns. */
  readonly rounds: number;
};

const loud = "schwerin";
const neighbours = ["ludwigslust", "neustadt-glewe", "grabow"] as const;
const times = 7;
const goal = 1.5;

type Answers = {
  readonly timed: readonly Timed[];
  readonly errors: number;
};

/** One authority has seven times its load: what do applicants of the others feel? */
export async function neighbourFigures(
  effort: NeighboursEffort,
  report: (line: string) => void,
): Promise<readonly Row[]> {
  return onUsersSite({}, async ({ site }) => {
    const quiet: Answers[] = [];
    const beside: Answers[] = [];
    for (let round = 1; round <= effort.rounds; round += 1)
      for (const [into, factor] of [
        [quiet, 1],
        [beside, times],
      ] as const) {
        report(
          `round ${String(round)}: ${loud} at ${String(factor)} × its load`,
        );
        into.push(await neighboursFeel(site, factor, effort));
      }
    return rowsOf(together(quiet), together(beside), effort);
  });
}

/** Two processes of users: so that those of the loud authority do not make the others' times longer than they are. */
async function neighboursFeel(
  site: Site,
  factor: number,
  effort: NeighboursEffort,
): Promise<Answers> {
  const request = (hosts: readonly string[], users: number, network: string) =>
    live({
      port: site.port,
      hosts: hosts.map((label) => `${label}.localhost:${String(site.port)}`),
      network,
      perFile: 0,
      users,
      sessions: [],
      rampSeconds: effort.rampSeconds,
      measuredSeconds: effort.measuredSeconds,
      thinkSeconds: { from: 5, to: 15 },
      searches: everydayQueries().map(({ typed }) => typed),
    });
  const [felt] = await Promise.all([
    request(neighbours, neighbours.length * effort.users, "10.1"),
    request([loud], factor * effort.users, "10.2"),
  ]);
  return felt;
}

async function live(request: UsersRequest): Promise<Answers> {
  const users = startChild("users/users.ts", {});
  try {
    users.send(request);
    await nextMessage(users);
    const done = await nextMessage(users);
    if (done.kind !== "done") throw new Error("bench: users came twice");
    const errors = Object.values(done.errors);
    return {
      timed: done.timed,
      errors: errors.reduce((sum, count) => sum + count, 0),
    };
  } finally {
    await endChild(users);
  }
}

const together = (all: readonly Answers[]): Answers => ({
  timed: all.flatMap(({ timed }) => timed),
  errors: all.reduce((sum, { errors }) => sum + errors, 0),
});

function rowsOf(
  quiet: Answers,
  beside: Answers,
  { users }: NeighboursEffort,
): readonly Row[] {
  const p95 = ({ timed }: Answers, kind?: Timed["kind"]) =>
    quantile(
      timed
        .filter((each) => kind === undefined || each.kind === kind)
        .map(({ ms }) => ms),
      0.95,
    );
  const row = (name: string, kind?: Timed["kind"]): Row => {
    const [before, during] = [p95(quiet, kind), p95(beside, kind)];
    // Nobody got that far in so short a time.
    const factor = before === 0 ? undefined : during / before;
    return {
      name: `neighbours of an authority at ${String(times)} × ${String(users)} users: ${name}, p95`,
      reached: factor === undefined ? "–" : `${factor.toFixed(2)} ×`,
      goal: `≤ ${String(goal)} ×`,
      isReached: factor === undefined ? undefined : factor <= goal,
      detail: `${before.toFixed(1)} ms before, ${during.toFixed(1)} ms meanwhile`,
    };
  };
  const errors = quiet.errors + beside.errors;
  return [
    row("all requests"),
    row("save", "save"),
    row("submit", "submit"),
    {
      name: "errors of neighbours",
      reached: String(errors),
      goal: "0",
      isReached: errors === 0,
      detail: `${String(beside.timed.length)} requests meanwhile`,
    },
  ];
}
