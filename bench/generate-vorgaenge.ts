import pg from "pg";
import { hashTexts } from "../src/modules/vorgaenge/use-cases/search-index.ts";
import { searchVersion } from "../src/modules/vorgaenge/domain/search-words.ts";
import type { Context } from "../src/platform/context/context.ts";
import type { DatabaseAddress } from "../src/platform/database/database.ts";
import { newId } from "../src/platform/values/id.ts";
import { copyRows } from "./copy-rows.ts";
import { randomNumbers, type Random } from "./random-numbers.ts";
import { storyOf, type Story } from "./vorgang-story.ts";

/** An authority and its people. */
export type GeneratedOffice = {
  readonly context: Context;
  readonly count: number;
  readonly staffIds: readonly string[];
};

export type Generated = { readonly seconds: number; readonly count: number };

/**
 * Fills the tables of Vorgänge by COPY: rows, events, words to search by. The same seed gives the same stories. Secondary indexes are dropped
 * before and made again after, and foreign keys are not checked meanwhile, so it takes a database nobody else uses and its owner.
 */
export async function generateVorgaenge(
  address: DatabaseAddress,
  offices: readonly GeneratedOffice[],
  now: Date,
): Promise<Generated> {
  const start = performance.now();
  const client = new pg.Client(address);
  await client.connect();
  try {
    await client.query(
      "set session_replication_role = replica; set synchronous_commit = off; set maintenance_work_mem = '512MB'; set max_parallel_maintenance_workers = 2",
    );
    const indexes = await dropIndexes(client);
    let batch = emptyBatch();
    for (const [place, office] of offices.entries()) {
      await addOffice(batch, office, { now, random: randomNumbers(place + 1) });
      if (batch.count < rowsPerCopy) continue;
      await write(client, batch);
      batch = emptyBatch();
    }
    await write(client, batch);
    for (const definition of indexes) await client.query(definition);
    for (const table of tables) await client.query(`vacuum (analyze) ${table}`);
  } finally {
    await client.end();
  }
  return {
    seconds: (performance.now() - start) / 1000,
    count: offices.reduce((sum, { count }) => sum + count, 0),
  };
}

const tables = [
  "vorgaenge.vorgang",
  "vorgaenge.event",
  "vorgaenge.search_word",
  "vorgaenge.read_mark",
];
const rowsPerCopy = 50_000;

async function dropIndexes(client: pg.Client): Promise<readonly string[]> {
  const { rows } = await client.query<{ name: string; definition: string }>(
    `select format('%I.%I', schemaname, indexname) as name, indexdef as definition
     from pg_indexes
     where format('%I.%I', schemaname, tablename) = any($1)
       and not exists (select from pg_constraint where conname = indexname)`,
    [tables],
  );
  for (const { name } of rows) await client.query(`drop index ${name}`);
  return rows.map(({ definition }) => definition);
}

type Batch = {
  count: number;
  readonly vorgaenge: string[];
  readonly events: string[];
  readonly words: string[];
  readonly marks: string[];
};

function emptyBatch(): Batch {
  return { count: 0, vorgaenge: [], events: [], words: [], marks: [] };
}

/** A day's work of an office for some years, the oldest first: keys land next to each other, as they do in life. */
async function addOffice(
  batch: Batch,
  office: GeneratedOffice,
  { now, random }: { readonly now: Date; readonly random: Random },
): Promise<void> {
  const { tenantId } = office.context;
  const hashes = new Map<string, string>();
  for (let place = 0; place < office.count; place += 1) {
    const story = storyOf({
      age: 1 - place / office.count,
      now,
      random,
      staffIds: office.staffIds,
    });
    const id = newId(story.receivedAt.getTime());
    addRows(batch, story, { tenantId, id });
    for (const hash of await hashesOf(office.context, story.texts, hashes))
      batch.words.push(`${tenantId}\t${id}\t${hash}\n`);
  }
  batch.count += office.count;
}

/** Words come again and again: each is hashed once for a tenant. */
async function hashesOf(
  context: Context,
  texts: readonly string[],
  known: Map<string, string>,
): Promise<readonly string[]> {
  const found = new Set<string>();
  for (const text of texts) {
    let hashes = known.get(text);
    if (hashes === undefined) {
      hashes = (await hashTexts(context, [text])).join(" ");
      known.set(text, hashes);
    }
    for (const hash of hashes.split(" ")) if (hash !== "") found.add(hash);
  }
  return [...found];
}

function addRows(
  batch: Batch,
  story: Story,
  { tenantId, id }: { readonly tenantId: string; readonly id: string },
): void {
  const { events } = story;
  const last = events.at(-1);
  if (!last) throw new Error("bench: a Vorgang begins with an event");
  const received = story.receivedAt.toISOString();
  batch.vorgaenge.push(
    [
      tenantId,
      id,
      newId(story.receivedAt.getTime()),
      story.reference,
      story.leistung.slug,
      story.leistung.title,
      received,
      story.state,
      story.since.toISOString(),
      String(events.length),
      story.assigneeId ?? "\\N",
      String(searchVersion),
      last.at.toISOString(),
    ].join("\t") + "\n",
  );
  for (const [place, event] of events.entries())
    batch.events.push(
      `${tenantId}\t${id}\t${String(place + 1)}\t${event.kind}\t${event.outcome ?? "\\N"}\t${event.at.toISOString()}\t${event.actor === "guest" ? "guest" : "staff"}\t${event.actor}\t${event.assigneeId ?? "\\N"}\n`,
    );
  for (const staffId of story.readBy)
    batch.marks.push(
      `${tenantId}\t${staffId}\t${id}\t${String(events.length)}\n`,
    );
}

async function write(client: pg.Client, batch: Batch): Promise<void> {
  const copies: readonly (readonly [string, readonly string[]])[] = [
    [
      "vorgaenge.vorgang (tenant_id, id, submission_id, reference, leistung_slug, leistung_title, received_at, state, state_since, last_position, assignee_id, search_version, changed_at)",
      batch.vorgaenge,
    ],
    [
      "vorgaenge.event (tenant_id, vorgang_id, position, kind, outcome, at, actor_kind, actor_id, assignee_id)",
      batch.events,
    ],
    ["vorgaenge.search_word (tenant_id, vorgang_id, word)", batch.words],
    [
      "vorgaenge.read_mark (tenant_id, staff_id, vorgang_id, position)",
      batch.marks,
    ],
  ];
  for (const [target, rows] of copies)
    await copyRows(client, `copy ${target} from stdin`, chunksOf(rows));
}

function* chunksOf(rows: readonly string[]): Generator<string> {
  for (let from = 0; from < rows.length; from += 1_000)
    yield rows.slice(from, from + 1_000).join("");
}
