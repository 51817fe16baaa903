import { until } from "../../rolling/running-program.ts";
import { nowOn, type ApartStage, type Timed } from "./stage.ts";

/** What failed for good, so that nothing tries again by itself, and of how much of it a person is told. */
export type Failures = { readonly failed: number; readonly seen: number };

const drainedWithinMs = 600_000;

/** Looks for what failed for good on the pages of those who are to see it, and has them send it again. */
export async function settleFailures(
  stage: ApartStage,
  since: Date,
): Promise<Failures> {
  const all = [
    await settleDeliveries(stage),
    await settleDeadJobs(stage),
    await settleUnreachable(stage, since),
  ];
  return {
    failed: all.reduce((sum, { failed }) => sum + failed, 0),
    seen: all.reduce((sum, { seen }) => sum + seen, 0),
  };
}

async function settleDeliveries(stage: ApartStage): Promise<Failures> {
  const { database, office } = stage;
  const { rows } = await database.query<{
    reference: string;
    destination: string;
  }>(
    "select reference, destination_id::text as destination from delivery.delivery where state in ('rejected', 'dead')",
  );
  if (rows.length === 0) return { failed: 0, seen: 0 };
  const shown = await office.failedDeliveries();
  const seen = rows.filter(({ reference }) => shown.includes(reference));
  for (const each of new Set(rows.map(({ destination }) => destination)))
    await office.resendAll(each);
  return { failed: rows.length, seen: seen.length };
}

/** Mails that were refused, and whatever else ended as a dead letter. */
async function settleDeadJobs({
  database,
  office,
}: ApartStage): Promise<Failures> {
  const { rows } = await database.query<{ id: string }>(
    "select id::text as id from jobs.job where state = 'dead'",
  );
  if (rows.length === 0) return { failed: 0, seen: 0 };
  const shown = await office.operation();
  const seen = rows.filter(({ id }) => shown.includes(id));
  await office.reviveAll();
  return { failed: rows.length, seen: seen.length };
}

/** Mails to nobody: the office has a task for each applicant; of the others the operator is told. */
async function settleUnreachable(
  { database, office }: ApartStage,
  since: Date,
): Promise<Failures> {
  const { rows } = await database.query<{ told: string; isTask: boolean }>(
    `select coalesce(s.reference, m.id::text) as told, s.id is not null as "isTask" from mail.message m
     left join submissions.submission s on s.tenant_id = m.tenant_id and m.about_kind = 'submission' and s.id = m.about_id
     where m.state = 'undeliverable' and m.created_at > $1`,
    [since],
  );
  if (rows.length === 0) return { failed: 0, seen: 0 };
  const tasks = await office.tasks();
  const operation = await office.operation();
  const seen = rows.filter(({ told, isTask }) =>
    (isTask ? tasks : operation).includes(told),
  );
  return { failed: rows.length, seen: seen.length };
}

/** Waits until what was written before `moment` has left for the peers; gives how long after it. */
export async function untilDrained(
  stage: Timed,
  moment: Date,
): Promise<number> {
  const { database } = stage;
  await until(
    async () => {
      const { rows } = await database.query<{ open: number }>(
        `select (select count(*) from delivery.delivery where state = 'waiting' and created_at <= $1)::int
              + (select count(*) from mail.message where state = 'waiting' and created_at <= $1)::int as open`,
        [moment],
      );
      return rows[0]?.open === 0;
    },
    { within: drainedWithinMs, what: "not everything was handed over" },
  );
  return nowOn(stage).getTime() - moment.getTime();
}
