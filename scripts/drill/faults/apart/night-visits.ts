import { setTimeout as sleep } from "node:timers/promises";
import {
  visitorOf,
  type Answer,
  type Visitor,
  type VisitOptions,
} from "../../../../src/main/testing/visitor.ts";
import { drilledPortal } from "../../write-applications.ts";
import type { NightStage } from "./night-stage.ts";
import { momentIn } from "./nights.ts";
import { demoPassword } from "../../sign-in-staff.ts";
import { nowOn } from "./stage.ts";

/** What people of the office saw in that night, by the clock of the installation. */
export type NightVisits = {
  /** Pages for somebody who came every ten minutes. */
  readonly steady: readonly Visit[];
  /** Came again while their session was to last, and when it was to be over. */
  readonly rested: Visit;
  readonly overslept: Visit;
  /** The longest that a job which was due, and waits for nobody outside, had waited, in seconds there. */
  readonly overdueSeconds: number;
};

export type Visit = {
  readonly at: Date;
  readonly idleMinutes: number;
  readonly isIn: boolean;
};

const minuteMs = 60_000;
/** A session ends when nobody used it for an hour. */
const restMinutes = 52;
const oversleptMinutes = 63;
const restBeforeMinutes = 25;
const everyMinutes = 10;
const mostTries = 40;

const ownPage = "/arbeitsplatz";

/** One comes again and again; one rests across the change for less than a session lasts, one for longer. */
export async function keepVisiting(stage: NightStage): Promise<NightVisits> {
  const { night } = stage;
  const over = momentIn(night, night.afterMinutes);
  const steady = visitSteadily(stage, over);
  const watching = watchQueue(stage, over);
  await untilThere(stage, momentIn(night, -restBeforeMinutes));
  const resting = rest(stage, "samira", restMinutes);
  const sleeping = rest(stage, "verwaltung", oversleptMinutes);
  return {
    steady: await steady,
    rested: await resting,
    overslept: await sleeping,
    overdueSeconds: await watching,
  };
}

/** Waits until it is that late there. */
async function untilThere(stage: NightStage, moment: Date): Promise<void> {
  const ms = moment.getTime() - nowOn(stage).getTime();
  if (ms > 0) await sleep(ms / stage.time.rate);
}

/** Somebody of the office, who tries again where the portal is too busy. */
export async function signIn(
  { installation }: NightStage,
  name: string,
): Promise<Visitor> {
  const visitor = visitorOf(installation, drilledPortal);
  const { status } = await insist(visitor, `${ownPage}/anmelden`, {
    fields: {
      login: `${name}@${drilledPortal}.example`,
      password: demoPassword,
    },
  });
  if (status !== 303)
    throw new Error(`drill: ${name} is not let in (${String(status)})`);
  return visitor;
}

/** Asks until there is an answer that is none of a fault: on a busy machine the limits of a fast clock are soon over. */
export async function insist(
  visitor: Visitor,
  address: string,
  options?: VisitOptions,
): Promise<Answer> {
  for (let times = 1; ; times += 1) {
    const answer = await visitor.visit(address, options).catch(() => undefined);
    if (answer && answer.status < 500) return answer;
    if (times === mostTries)
      throw new Error(`drill: ${address} is answered by faults only`);
    await sleep(500);
  }
}

async function visitSteadily(
  stage: NightStage,
  over: Date,
): Promise<readonly Visit[]> {
  const visitor = await signIn(stage, "kevin");
  const visits: Visit[] = [];
  let last = nowOn(stage);
  while (nowOn(stage) < over) {
    await untilThere(stage, new Date(last.getTime() + everyMinutes * minuteMs));
    visits.push(await comeAgain(stage, visitor, last));
    last = nowOn(stage);
  }
  return visits;
}

async function rest(
  stage: NightStage,
  name: string,
  minutes: number,
): Promise<Visit> {
  const visitor = await signIn(stage, name);
  const since = nowOn(stage);
  await untilThere(stage, new Date(since.getTime() + minutes * minuteMs));
  return comeAgain(stage, visitor, since);
}

async function comeAgain(
  stage: NightStage,
  visitor: Visitor,
  since: Date,
): Promise<Visit> {
  const { status } = await insist(visitor, ownPage);
  const at = nowOn(stage);
  const idleMinutes = (at.getTime() - since.getTime()) / minuteMs;
  return { at, idleMinutes, isIn: status === 200 };
}

async function watchQueue(stage: NightStage, over: Date): Promise<number> {
  let longest = 0;
  const since = nowOn(stage);
  while (nowOn(stage) < over) {
    const { rows } = await stage.database.query<{ seconds: number }>(
      `select coalesce(extract(epoch from clock_timestamp() - min(run_at)), 0)::float8 as seconds
       from jobs.job where state = 'waiting' and channel is null and run_at between $1 and now()`,
      // What waited as the installation was opened saw its time jump.
      [since],
    );
    longest = Math.max(longest, rows[0]?.seconds ?? 0);
    await sleep(500);
  }
  return longest;
}
