import { everydayQueries } from "../../src/modules/catalogue/testing/relevance.ts";
import { quantile } from "../compare.ts";
import { asOwner } from "../drafts.ts";
import type { Site } from "../site.ts";
import type { Row } from "../table.ts";
import type { CrowdSecond } from "./crowd-request.ts";
import {
  openKnownBrowser,
  signInAgainAndAgain,
  signInRow,
} from "./crowd-sign-ins.ts";
import { openCrowd, type Crowd } from "./open-crowd.ts";
import { onUsersSite } from "./users-figures.ts";

export type OverloadEffort = {
  /** Of each rate on the way up, and of how many at its end are counted. */
  readonly levelSeconds: number;
  readonly countedSeconds: number;
  readonly overloadSeconds: number;
  /** Every request begins at once, as if nothing protected the portal. */
  readonly isControl: boolean;
};

export const wholeOverload = {
  levelSeconds: 18,
  countedSeconds: 8,
  overloadSeconds: 60,
};
export const quickOverload = {
  levelSeconds: 11,
  countedSeconds: 5,
  overloadSeconds: 25,
};

const firstRate = 6;
const nextRate = 1.5;
const times = 3;
const goal = 0.8;
const recoveryGoalSeconds = 60;
const longestRecoverySeconds = 90;

/** Three times as many applicants as the portal can serve, and how it comes back. */
export async function overloadFigures(
  { isControl, ...effort }: OverloadEffort,
  report: (line: string) => void,
): Promise<readonly Row[]> {
  // Without protection the most is little already: the control has to bear what the portal itself is asked to.
  const known = isControl ? await highestOfPortal(effort, report) : undefined;
  const script = isControl ? "users/unbounded-portal.ts" : undefined;
  return onUsersSite(
    {},
    async ({ site }) => {
      const crowd = openCrowd(site, typedQueries());
      try {
        const browser = await openKnownBrowser(site);
        if (known) await warmUp(crowd, effort);
        const { highest, calmMs } =
          known ?? (await findHighest(crowd, effort, report));
        report(`${String(times)} × ${highest.toFixed(1)} applicants a second`);
        crowd.setRate(times * highest);
        const signIns = signInAgainAndAgain(browser);
        const overload = await crowd.watch(effort.overloadSeconds);
        const signedIn = await signIns.stop();
        crowd.setRate(highest / 2);
        const recovery = await recover(crowd, { rate: highest / 2, calmMs });
        crowd.setRate(0);
        report("nobody comes any more");
        const rest = await untilGone(crowd);
        return [
          ...goodputRows(highest, overload.slice(effort.levelSeconds)),
          ...refusedRows(overload),
          signInRow(signedIn),
          recoveryRow(recovery),
          await halfDoneRow(site, [...overload, ...rest]),
        ];
      } finally {
        await crowd.end();
      }
    },
    script,
  );
}

const typedQueries = () => everydayQueries().map(({ typed }) => typed);

type Effort = Omit<OverloadEffort, "isControl">;
type Highest = { readonly highest: number; readonly calmMs: number };

function highestOfPortal(
  effort: Effort,
  report: (line: string) => void,
): Promise<Highest> {
  return onUsersSite({}, async ({ site }) => {
    const crowd = openCrowd(site, typedQueries());
    try {
      return await findHighest(crowd, effort, report);
    } finally {
      await crowd.end();
    }
  });
}

/** Nothing is compiled and kept yet. */
async function warmUp(crowd: Crowd, { levelSeconds }: Effort): Promise<void> {
  crowd.setRate(firstRate);
  await crowd.watch(levelSeconds);
}

/** Confirmed applications a second: more and more come, until no more are confirmed. */
async function findHighest(
  crowd: Crowd,
  effort: Effort,
  report: (line: string) => void,
): Promise<Highest> {
  const { levelSeconds, countedSeconds } = effort;
  let highest = 0;
  let calmMs = 0;
  await warmUp(crowd, effort);
  for (let rate = firstRate; ; rate *= nextRate) {
    crowd.setRate(rate);
    const seen = await crowd.watch(levelSeconds);
    const confirmed = confirmedPerSecond(seen.slice(-countedSeconds));
    report(
      `${rate.toFixed(1)} applicants a second: ${confirmed.toFixed(1)} confirmed`,
    );
    if (confirmed < 0.85 * rate && confirmed < 1.05 * highest)
      return { highest: Math.max(highest, confirmed), calmMs };
    if (highest === 0) calmMs = p95(seen.slice(-countedSeconds));
    highest = Math.max(highest, confirmed);
  }
}

const confirmedPerSecond = (seen: readonly CrowdSecond[]) =>
  sum(seen, ({ confirmed }) => confirmed) / Math.max(1, seen.length);

function sum(
  seen: readonly CrowdSecond[],
  of: (second: CrowdSecond) => number,
): number {
  return seen.reduce((total, second) => total + of(second), 0);
}

const p95 = (seen: readonly CrowdSecond[]) =>
  quantile(
    seen.flatMap(({ savesMs }) => savesMs),
    0.95,
  );

/** Seconds until all is as at half the load: nobody refused, saves quick, as many confirmed as come. */
async function recover(
  crowd: Crowd,
  { rate, calmMs }: { readonly rate: number; readonly calmMs: number },
): Promise<number | undefined> {
  const seen: CrowdSecond[] = [];
  while (seen.length < longestRecoverySeconds) {
    seen.push(...(await crowd.watch(1)));
    const last = seen.slice(-5);
    const refused = sum(last, (it) => it.refusedNew + it.refusedBegun);
    if (
      last.length === 5 &&
      refused === 0 &&
      p95(last) < Math.max(300, 2 * calmMs) &&
      confirmedPerSecond(last) >= 0.8 * rate
    )
      return seen.length - last.length;
  }
  return undefined;
}

async function untilGone(crowd: Crowd): Promise<readonly CrowdSecond[]> {
  const seen: CrowdSecond[] = [];
  do seen.push(...(await crowd.watch(1)));
  while ((seen.at(-1)?.present ?? 0) > 0 && seen.length < 120);
  return seen;
}

function goodputRows(
  highest: number,
  overload: readonly CrowdSecond[],
): readonly Row[] {
  const reached = confirmedPerSecond(overload);
  const share = reached / highest;
  return [
    {
      name: `overload: confirmed applications at ${String(times)} × capacity`,
      reached: `${(share * 100).toFixed(0)} %`,
      goal: `≥ ${String(goal * 100)} %`,
      isReached: share >= goal,
      detail: `${reached.toFixed(1)} of at most ${highest.toFixed(1)} a second; the crowd's process late by at most ${Math.max(...overload.map(({ lateMs }) => lateMs)).toFixed(0)} ms`,
    },
    {
      name: "overload: save or send, p95",
      reached: `${p95(overload).toFixed(0)} ms`,
      goal: "–",
      isReached: undefined,
      detail: `${String(overload.flatMap(({ savesMs }) => savesMs).length)} requests`,
    },
  ];
}

function refusedRows(overload: readonly CrowdSecond[]): readonly Row[] {
  const errors: Record<string, number> = {};
  for (const second of overload)
    for (const [what, count] of Object.entries(second.errors))
      errors[what] = (errors[what] ?? 0) + count;
  const failed = Object.values(errors).reduce((a, b) => a + b, 0);
  const sending = sum(overload, ({ refusedSending }) => refusedSending);
  return [
    {
      name: "overload: saves and sends that were refused",
      reached: String(sending),
      goal: "0",
      isReached: sending === 0,
      detail: `pages of others who had begun ${String(sum(overload, ({ refusedBegun }) => refusedBegun))}; of newcomers ${String(sum(overload, ({ refusedNew }) => refusedNew))}, ${String(sum(overload, ({ left }) => left))} of whom left; all with Retry-After`,
    },
    {
      name: "overload: other answers, or none",
      reached: String(failed),
      goal: "0",
      isReached: failed === 0,
      detail: JSON.stringify(errors),
    },
  ];
}

function recoveryRow(seconds: number | undefined): Row {
  return {
    name: "overload: until all is as before at half the load",
    reached: seconds === undefined ? "never" : `${String(seconds)} s`,
    goal: `≤ ${String(recoveryGoalSeconds)} s`,
    isReached: seconds !== undefined && seconds <= recoveryGoalSeconds,
    detail:
      "nobody refused, saves at most twice as slow as when few were there (or below 300 ms), 4 of 5 who come are confirmed",
  };
}

/** A submission without its Vorgang, its first event or its delivery, or whose draft could be sent once more. */
async function halfDoneRow(
  site: Site,
  seen: readonly CrowdSecond[],
): Promise<Row> {
  const [counted] = await countHalfDone(site);
  const { submissions = 0, half_done: halfDone = -1 } = counted ?? {};
  return {
    name: "overload: applications that were half sent",
    reached: String(halfDone),
    goal: "0",
    isReached: halfDone === 0,
    detail: `of ${String(submissions)}; ${String(sum(seen, ({ confirmed }) => confirmed))} confirmed from the overload on`,
  };
}

async function countHalfDone(site: Site) {
  const { rows } = await asOwner<{ submissions: number; half_done: number }>(
    site,
    `select count(*)::int as submissions, (count(*) filter (where
        not exists (select from vorgaenge.vorgang v where v.tenant_id = s.tenant_id and v.submission_id = s.id)
        or not exists (select from vorgaenge.event e join vorgaenge.vorgang v on v.tenant_id = e.tenant_id and v.id = e.vorgang_id
          where v.tenant_id = s.tenant_id and v.submission_id = s.id and e.kind = 'received')
        or not exists (select from delivery.delivery d where d.tenant_id = s.tenant_id and d.submission_id = s.id)
        or exists (select from submissions.draft d where d.tenant_id = s.tenant_id and d.id = s.draft_id and d.submitted_at is null)))::int as half_done
      from submissions.submission s`,
  );
  return rows;
}
