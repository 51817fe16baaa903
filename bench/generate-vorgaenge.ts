import { setImmediate } from "node:timers/promises";
import pg from "pg";
import { hashTexts } from "../src/modules/vorgaenge/use-cases/search-index.ts";
import { searchVersion } from "../src/modules/vorgaenge/domain/search-words.ts";
import type { Context } from "../src/platform/context/context.ts";
import type { DatabaseAddress } from "../src/platform/database/database.ts";
import { newId } from "../src/platform/values/id.ts";
import { dropIndexes } from "./later-indexes.ts";
import { openCopy, type Copy } from "./copy-rows.ts";
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
 * Fills the tables of Vorgänge by COPY, all at the same time: rows, events, words to search by. The same seed gives the same stories. Indexes
 * are dropped before and made again after, and foreign keys are not checked meanwhile, so it takes a database nobody else uses and its owner.
 */
export async function generateVorgaenge(
  address: DatabaseAddress,
  offices: readonly GeneratedOffice[],
  now: Date,
): Promise<Generated> {
  const start = performance.now();
  const owner = await connect(address);
  try {
    const makeAgain = await dropIndexes(owner, Object.keys(columns));
    await fill(address, offices, now);
    for (const definition of makeAgain) await owner.query(definition);
    for (const table of Object.keys(columns))
      await owner.query(`vacuum (analyze) ${table}`);
    // On the disk before anything is measured.
    await owner.query("checkpoint");
  } finally {
    await owner.end();
  }
  return {
    seconds: (performance.now() - start) / 1000,
    count: offices.reduce((sum, { count }) => sum + count, 0),
  };
}

async function connect(address: DatabaseAddress): Promise<pg.Client> {
  const client = new pg.Client(address);
  await client.connect();
  await client.query(
    "set session_replication_role = replica; set synchronous_commit = off; set maintenance_work_mem = '512MB'; set max_parallel_maintenance_workers = 2",
  );
  return client;
}

const columns = {
  "vorgaenge.vorgang":
    "tenant_id, id, submission_id, reference, leistung_slug, leistung_title, received_at, state, state_since, last_position, assignee_id, search_version, changed_at",
  "vorgaenge.event":
    "tenant_id, vorgang_id, position, kind, outcome, at, actor_kind, actor_id, assignee_id",
  "vorgaenge.search_word": "tenant_id, vorgang_id, word",
  "vorgaenge.read_mark": "tenant_id, staff_id, vorgang_id, position",
} as const;

type Copies = Readonly<Record<keyof typeof columns, Copy>>;

/** One connection for each table: the database writes them side by side while the next rows are made. */
async function fill(
  address: DatabaseAddress,
  offices: readonly GeneratedOffice[],
  now: Date,
): Promise<void> {
  const clients: pg.Client[] = [];
  const open = async (table: keyof typeof columns): Promise<Copy> => {
    const client = await connect(address);
    clients.push(client);
    return openCopy(client, `copy ${table} (${columns[table]}) from stdin`);
  };
  try {
    const copies: Copies = {
      "vorgaenge.vorgang": await open("vorgaenge.vorgang"),
      "vorgaenge.event": await open("vorgaenge.event"),
      "vorgaenge.search_word": await open("vorgaenge.search_word"),
      "vorgaenge.read_mark": await open("vorgaenge.read_mark"),
    };
    for (const [place, office] of offices.entries())
      await addOffice(copies, office, {
        now,
        random: randomNumbers(place + 1),
      });
    await Promise.all(Object.values(copies).map((copy) => copy.end()));
  } finally {
    await Promise.all(clients.map((client) => client.end()));
  }
}

/** A day's work of an office for some years, the oldest first: keys land next to each other, as they do in life. */
async function addOffice(
  copies: Copies,
  office: GeneratedOffice,
  { now, random }: { readonly now: Date; readonly random: Random },
): Promise<void> {
  const { tenantId } = office.context;
  const hashes = new Map<string, readonly string[]>();
  for (let place = 0; place < office.count; place += 1) {
    const story = storyOf({
      age: 1 - place / office.count,
      now,
      random,
      staffIds: office.staffIds,
    });
    const id = newId(story.receivedAt.getTime());
    const words = await hashesOf(office.context, story.texts, hashes);
    const lines = linesOf(story, { tenantId, id, words });
    const full = [
      copies["vorgaenge.vorgang"].write(lines.vorgang),
      copies["vorgaenge.event"].write(lines.events),
      copies["vorgaenge.search_word"].write(lines.words),
      copies["vorgaenge.read_mark"].write(lines.marks),
    ].filter((waiting) => waiting !== undefined);
    if (full.length > 0) await Promise.all(full);
    // Sockets are written to between turns only.
    else if (place % 500 === 0) await setImmediate();
  }
}

/** Words come again and again: each is hashed once for a tenant. */
async function hashesOf(
  context: Context,
  texts: readonly string[],
  known: Map<string, readonly string[]>,
): Promise<ReadonlySet<string>> {
  const found = new Set<string>();
  for (const text of texts) {
    let hashes = known.get(text);
    if (!hashes) {
      hashes = await hashTexts(context, [text]);
      known.set(text, hashes);
    }
    for (const hash of hashes) found.add(hash);
  }
  return found;
}

type Row = {
  readonly tenantId: string;
  readonly id: string;
  readonly words: ReadonlySet<string>;
};

/** As COPY reads them: a line for each row, a tab between values. */
function linesOf(story: Story, { tenantId, id, words }: Row) {
  const { events, leistung } = story;
  const last = events.at(-1);
  if (!last) throw new Error("bench: a Vorgang begins with an event");
  const received = story.receivedAt.toISOString();
  const count = String(events.length);
  const own = `${tenantId}\t${id}`;
  const vorgang = `${own}\t${newId(story.receivedAt.getTime())}\t${story.reference}\t${leistung.slug}\t${leistung.title}\t${received}\t${story.state}\t${story.since.toISOString()}\t${count}\t${story.assigneeId ?? "\\N"}\t${String(searchVersion)}\t${last.at.toISOString()}\n`;
  const lines = { vorgang, events: "", words: "", marks: "" };
  for (const [place, event] of events.entries())
    lines.events += `${own}\t${String(place + 1)}\t${event.kind}\t${event.outcome ?? "\\N"}\t${event.at.toISOString()}\t${event.actor === "guest" ? "guest" : "staff"}\t${event.actor}\t${event.assigneeId ?? "\\N"}\n`;
  for (const hash of words) lines.words += `${own}\t${hash}\n`;
  for (const staffId of story.readBy)
    lines.marks += `${tenantId}\t${staffId}\t${id}\t${count}\n`;
  return lines;
}
