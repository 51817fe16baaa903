import { visitorOf } from "../../../../src/main/testing/visitor.ts";
import type { Finding } from "../../compare.ts";
import type { Ledger } from "../../ledger.ts";
import { drilledPortal } from "../../write-applications.ts";
import type { NightStage } from "./night-stage.ts";
import { insist } from "./night-visits.ts";
import { momentIn, wallClock } from "./nights.ts";

/** What is to be true of such a night besides. That nothing is lost or doubled and receipts carry the right moment is looked at anyway. */
export async function judgeNight(
  stage: NightStage,
  ledger: Ledger,
): Promise<readonly Finding[]> {
  return [
    await findWrongReceipts(stage, ledger),
    await findWrongPublications(stage),
    ...findWrongSessions(stage),
    findLateJobs(stage),
    await findWrongSeals(stage),
  ];
}

/** The public check of receipts, against a clock on the wall. That the moment is the right one is looked at elsewhere. */
async function findWrongReceipts(
  { installation, database, night }: NightStage,
  { acknowledged }: Ledger,
): Promise<Finding> {
  const visitor = visitorOf(installation, drilledPortal);
  const { rows } = await database.query<{ reference: string; at: Date }>(
    "select reference, submitted_at as at from submissions.submission",
  );
  const moments = new Map(rows.map(({ reference, at }) => [reference, at]));
  const broken = [];
  for (const { reference } of acknowledged) {
    const { text } = await insist(visitor, `/quittung/${reference}`);
    const [, day = "", time = ""] =
      / am (\d+\. \S+ \d{4}) um (\d\d:\d\d) Uhr/.exec(text) ?? [];
    const wall = wallClock(night, moments.get(reference) ?? new Date(0));
    if (day !== inGerman(wall.day) || time !== wall.time)
      broken.push(`${reference}: ${day} ${time}, not ${wall.time}`);
  }
  return {
    promise: "the receipt shows the day and time on the clocks of Germany",
    counted: acknowledged.length,
    broken,
  };
}

const months = ["Januar", "Februar", "März", "Oktober", "Dezember"];
const monthNumbers = ["01", "02", "03", "10", "12"];

function inGerman(day: string): string {
  const [year = "", month = "", number = ""] = day.split("-");
  return `${String(Number(number))}. ${months[monthNumbers.indexOf(month)] ?? ""} ${year}`;
}

/** A job that is due waits for others on a busy machine; an hour is something else. */
const latestMinutes = 45;

async function findWrongPublications({
  database,
  night,
}: NightStage): Promise<Finding> {
  const { rows } = await database.query<{
    note: string;
    at: Date;
    times: number;
  }>(
    `select content -> 'notes' ->> 'de' as note, min(published_at) as at, count(*)::int as times
     from catalogue.leistung_version where content -> 'notes' ->> 'de' ~ 'Ab [0-9:]+ Uhr' group by 1`,
  );
  const broken = night.planned.flatMap(({ time, minutes }) => {
    const at = momentIn(night, minutes);
    const own = rows.filter(({ note }) => note.includes(`Ab ${time} Uhr`));
    const times = own.reduce((sum, one) => sum + one.times, 0);
    const late = (own[0]?.at.getTime() ?? 0) - at.getTime();
    return times === 1 && late >= 0 && late < latestMinutes * 60_000
      ? []
      : [
          `${time}: ${String(times)} times, ${String(late / 1000)} s after ${at.toISOString()}`,
        ];
  });
  return {
    promise:
      "what is planned for the hour that is left out or comes twice is published at its moment, once",
    counted: night.planned.length,
    broken,
  };
}

function findWrongSessions({ seen }: NightStage): readonly Finding[] {
  const { visits } = seen;
  if (!visits) throw new Error("drill: nobody came in that night");
  const told = ({ at, idleMinutes, isIn }: (typeof visits)["rested"]) =>
    `${isIn ? "in" : "out"} after ${idleMinutes.toFixed(1)} minutes at ${at.toISOString()}`;
  const stay = [...visits.steady, visits.rested].filter(
    // Who was held up for too long here proves nothing.
    ({ idleMinutes }) => idleMinutes < 59,
  );
  return [
    {
      promise: "nobody is signed out before their time",
      counted: stay.length,
      broken: stay.filter(({ isIn }) => !isIn).map(told),
    },
    {
      promise: "and everybody after it",
      counted: 1,
      broken: visits.overslept.isIn ? [told(visits.overslept)] : [],
    },
  ];
}

function findLateJobs({ seen }: NightStage): Finding {
  const seconds = seen.visits?.overdueSeconds ?? 0;
  return {
    promise:
      "no job that is due, and waits for nobody outside, waits for an hour",
    counted: 1,
    broken:
      seconds < latestMinutes * 60 ? [] : [`${String(Math.round(seconds))} s`],
  };
}

/** The log of each day is sealed once, up to midnight in Germany. */
async function findWrongSeals({
  database,
  night,
}: NightStage): Promise<Finding> {
  const { rows } = await database.query<{
    day: string;
    tenant: string;
    at: Date;
    next: Date | null;
  }>(
    `select s.day, s.tenant_id::text as tenant, e.at,
            (select min(n.at) from audit.entry n where n.tenant_id = s.tenant_id and n.seq = s.seq + 1) as next
     from audit.daily_seal s join audit.entry e on e.tenant_id = s.tenant_id and e.seq = s.seq`,
  );
  return {
    promise: "the log of a day is sealed up to midnight in Germany",
    counted: rows.length,
    broken: rows
      .filter(
        ({ day, at, next }) =>
          wallClock(night, at).day > day ||
          (next !== null && wallClock(night, next).day <= day),
      )
      .map(({ tenant, day }) => `${tenant} ${day}`),
  };
}
