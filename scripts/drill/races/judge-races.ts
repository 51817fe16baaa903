import type pg from "pg";
import type { Reachable } from "../../../src/main/testing/visitor.ts";
import type { Finding } from "../compare.ts";
import type { Caseworker, Record } from "./race.ts";

export type JudgeInput = {
  readonly portal: Reachable;
  readonly database: pg.Client;
  readonly caseworkers: readonly Caseworker[];
  readonly record: Record;
};

/** Compares what everybody was told with what is there. */
export async function judgeRaces(input: JudgeInput): Promise<Finding[]> {
  return [
    ...(await judgeSending(input)),
    ...(await judgeWork(input)),
    ...(await judgeNotes(input)),
    await judgeJobs(input),
    {
      promise: "no other answer",
      counted: input.record.requests,
      broken: input.record.surprises,
    },
  ];
}

async function judgeSending(input: JudgeInput): Promise<Finding[]> {
  const { sent } = input.record;
  return [
    {
      promise: "many who send one draft at once are shown one number",
      counted: sent.length,
      broken: sent
        .filter((shown) => new Set(shown).size !== 1)
        .map((shown) => shown.join(" ")),
    },
    {
      promise:
        "and there is one submission with one Vorgang and one first event for each",
      counted: sent.length,
      broken: await wrongCounts(input),
    },
  ];
}

async function judgeWork(input: JudgeInput): Promise<Finding[]> {
  const { record, database } = input;
  return [
    {
      promise:
        "of all who change what they saw one is first, and it is what they were told",
      counted: record.steps.length + record.refused,
      broken: await wrongSteps(input),
    },
    {
      promise: "events of a Vorgang are numbered without a gap",
      counted: record.sent.length,
      broken: await idsOf(
        database,
        "select vorgang_id as id from vorgaenge.event group by vorgang_id having max(position) <> count(*)",
      ),
    },
  ];
}

async function judgeNotes(input: JudgeInput): Promise<Finding[]> {
  const { record } = input;
  return [
    {
      promise: "every acknowledged note is on the next page that is asked for",
      counted: record.notes.length,
      broken: record.stale,
    },
    {
      promise: "and at the end there, once",
      counted: record.notes.length,
      broken: await missingNotes(input),
    },
  ];
}

async function judgeJobs({ database }: JudgeInput): Promise<Finding> {
  const all = await idsOf(database, "select id from delivery.delivery");
  return {
    promise: "every job of a delivery is done by one worker, once",
    counted: all.length,
    broken: await idsOf(
      database,
      `select id from delivery.delivery
      where state <> 'delivered' or 1 <> (select count(*) from delivery.attempt where delivery_id = delivery.id)`,
    ),
  };
}

async function idsOf(database: pg.Client, query: string): Promise<string[]> {
  const { rows } = await database.query<{ id: string }>(query);
  return rows.map(({ id }) => id);
}

async function wrongCounts({
  database,
  record,
}: JudgeInput): Promise<string[]> {
  const broken: string[] = [];
  for (const [reference] of record.sent) {
    const { rows } = await database.query<{ counts: number[] }>(
      `select array[
        (select count(*)::int from submissions.submission where reference = $1),
        (select count(*)::int from vorgaenge.vorgang v join submissions.submission s on s.id = v.submission_id where s.reference = $1),
        (select count(*)::int from vorgaenge.event e join vorgaenge.vorgang v on v.id = e.vorgang_id
          join submissions.submission s on s.id = v.submission_id where s.reference = $1 and e.kind = 'received')
      ] as counts`,
      [reference],
    );
    const counts = rows[0]?.counts ?? [];
    if (counts.some((count) => count !== 1))
      broken.push(`${reference ?? "no number"}: ${counts.join("/")}`);
  }
  const { rows } = await database.query<{ count: number }>(
    "select count(*)::int as count from submissions.submission",
  );
  if (rows[0]?.count !== record.sent.length)
    broken.push(`${String(rows[0]?.count)} submissions`);
  return broken;
}

async function wrongSteps({ database, record }: JudgeInput): Promise<string[]> {
  const broken: string[] = [];
  for (const { vorgangId, position, kind, staffId } of record.steps) {
    const { rows } = await database.query<{ kind: string; actor_id: string }>(
      "select kind, actor_id from vorgaenge.event where vorgang_id = $1 and position = $2",
      [vorgangId, position],
    );
    const found = rows[0];
    if (found?.kind !== kind || found.actor_id !== staffId)
      broken.push(
        `${vorgangId} ${String(position)}: told ${kind}, is ${String(found?.kind)}`,
      );
  }
  return broken;
}

async function missingNotes({
  caseworkers,
  record,
}: JudgeInput): Promise<string[]> {
  const texts = Map.groupBy(record.notes, ({ vorgangId }) => vorgangId);
  const reader = caseworkers[0]?.visitor;
  const broken: string[] = [];
  for (const [vorgangId, notes] of texts) {
    const page = await reader?.visit(`/arbeitsplatz/vorgaenge/${vorgangId}`);
    for (const { text } of notes)
      if (page?.text.split(text).length !== 2) broken.push(text);
  }
  return broken;
}

/** Damages what was written, so that the comparison must turn red in each of its parts. */
export async function spoilRaces({
  database,
  record,
}: Pick<JudgeInput, "database" | "record">): Promise<void> {
  const [step] = record.steps;
  const [note] = record.notes;
  const [, later] = record.notes.toReversed();
  // Events are append-only for everybody else.
  await database.query("set session_replication_role = replica");
  await database.query(
    "update vorgaenge.event set actor_id = 'somebody' where vorgang_id = $1 and position = $2",
    [step?.vorgangId, step?.position],
  );
  await database.query(
    `delete from vorgaenge.event e using vorgaenge.vorgang v
    where v.id = e.vorgang_id and e.vorgang_id = $1 and e.position in (1, v.last_position - 1)`,
    [later?.vorgangId],
  );
  await database.query(
    "delete from vorgaenge.internal_note where vorgang_id = $1",
    [note?.vorgangId],
  );
  await database.query(
    `insert into delivery.attempt (tenant_id, delivery_id, number, started_at)
    select tenant_id, id, 99, now() from delivery.delivery limit 1`,
  );
  await database.query("reset session_replication_role");
  record.sent[0]?.push("somebody else's");
  record.stale.push("a note that nobody saw");
}
