import { sql } from "kysely";
import type { Db } from "../../../platform/database/database.ts";
import type { KnownLink, LinkPlace, LinkState } from "../domain/link.ts";
import type { LinksTables } from "./tables.ts";

/** When the links of a tenant were collected, and when editors were told. */
export type LinkRun = {
  readonly collectedAt: Date | undefined;
  readonly toldAt: Date | undefined;
};

export async function findRun(db: Db, tenantId: string): Promise<LinkRun> {
  const row = await db
    .$extendTables<LinksTables>()
    .selectFrom("links.run")
    .select(["collected_at", "told_at"])
    .where("tenant_id", "=", tenantId)
    .executeTakeFirst();
  return {
    collectedAt: row?.collected_at ?? undefined,
    toldAt: row?.told_at ?? undefined,
  };
}

/** Sets what is given; null makes the next run collect anew. */
export async function saveRun(
  db: Db,
  tenantId: string,
  run: { readonly collectedAt?: Date | null; readonly toldAt?: Date },
): Promise<void> {
  const set = {
    ...(run.collectedAt !== undefined && { collected_at: run.collectedAt }),
    ...(run.toldAt && { told_at: run.toldAt }),
  };
  await db
    .$extendTables<LinksTables>()
    .insertInto("links.run")
    .values({ tenant_id: tenantId, ...set })
    .onConflict((conflict) => conflict.column("tenant_id").doUpdateSet(set))
    .execute();
}

/** Notes links and where they stand; what is new is due at once. Two statements. */
export async function saveUses(
  db: Db,
  tenantId: string,
  {
    uses,
    now,
  }: {
    readonly uses: readonly {
      readonly url: string;
      readonly place: LinkPlace;
    }[];
    readonly now: Date;
  },
): Promise<void> {
  const rows = JSON.stringify(
    uses.map(({ url, place }) => ({
      url,
      kind: place.kind,
      place_id: place.id,
      title: place.title,
    })),
  );
  await sql`
    insert into links.link (tenant_id, url, next_at)
    select distinct ${tenantId}::uuid, url, ${now}::timestamptz from jsonb_to_recordset(${rows}::jsonb) as given (url text)
    on conflict (tenant_id, url) do nothing
  `.execute(db);
  await sql`
    insert into links.use (tenant_id, url, kind, place_id, title, seen_at)
    select distinct on (url, kind, place_id) ${tenantId}::uuid, url, kind, place_id, title, ${now}::timestamptz
    from jsonb_to_recordset(${rows}::jsonb) as given (url text, kind text, place_id text, title text)
    on conflict (tenant_id, url, kind, place_id) do update set title = excluded.title, seen_at = excluded.seen_at
  `.execute(db);
}

/** Forgets where links stood before, and addresses that stand nowhere. Two statements. */
export async function dropUnused(
  db: Db,
  tenantId: string,
  collectedAt: Date,
): Promise<void> {
  await sql`delete from links.use where tenant_id = ${tenantId}::uuid and seen_at < ${collectedAt}`.execute(
    db,
  );
  await sql`
    delete from links.link where tenant_id = ${tenantId}::uuid and not exists (
      select from links.use where use.tenant_id = link.tenant_id and use.url = link.url)
  `.execute(db);
}

/** Addresses to look at now, the longest due first. */
export async function listDue(
  db: Db,
  tenantId: string,
  { now, limit }: { readonly now: Date; readonly limit: number },
): Promise<Pick<KnownLink, "url" | "state" | "since">[]> {
  return db
    .$extendTables<LinksTables>()
    .selectFrom("links.link")
    .select(["url", "state", "since"])
    .where("tenant_id", "=", tenantId)
    .where("next_at", "<=", now)
    .orderBy("next_at")
    .orderBy("url")
    .limit(limit)
    .execute();
}

/** What a look at an address has shown. */
export async function saveState(
  db: Db,
  tenantId: string,
  link: Omit<KnownLink, "checkedAt"> & {
    readonly checkedAt: Date;
    readonly nextAt: Date;
  },
): Promise<void> {
  await db
    .$extendTables<LinksTables>()
    .updateTable("links.link")
    .set({
      state: link.state,
      detail: link.detail,
      moved_to: link.movedTo,
      since: link.since,
      checked_at: link.checkedAt,
      next_at: link.nextAt,
      // Who was told of an address that works again is told anew when it breaks again.
      ...(!isBroken(link.state) && { told_at: null }),
    })
    .where("tenant_id", "=", tenantId)
    .where("url", "=", link.url)
    .execute();
}

const brokenStates = ["broken", "gone"] as const;
const isBroken = (state: LinkState) =>
  brokenStates.some((broken) => broken === state);

/** Looks at these again not before then; nothing else changes. */
export async function postpone(
  db: Db,
  tenantId: string,
  { urls, until }: { readonly urls: readonly string[]; readonly until: Date },
): Promise<void> {
  await db
    .$extendTables<LinksTables>()
    .updateTable("links.link")
    .set({ next_at: until })
    .where("tenant_id", "=", tenantId)
    .where("url", "in", [...urls])
    .execute();
}

/** Makes due what does not answer, or has moved, and was not looked at since then. Answers how many. */
export async function makeDue(
  db: Db,
  tenantId: string,
  { now, lookedBefore }: { readonly now: Date; readonly lookedBefore: Date },
): Promise<number> {
  const result = await db
    .$extendTables<LinksTables>()
    .updateTable("links.link")
    .set({ next_at: now })
    .where("tenant_id", "=", tenantId)
    .where("state", "in", ["failing", "broken", "gone", "moved"])
    .where("checked_at", "<", lookedBefore)
    .executeTakeFirst();
  return Number(result.numUpdatedRows);
}

/** An address with all places where it stands. */
export type LinkWithPlaces = KnownLink & {
  readonly places: readonly LinkPlace[];
};

/** Addresses in one of these states that stand somewhere, the longest in it first. */
export async function listLinks(
  db: Db,
  tenantId: string,
  {
    states,
    limit,
  }: { readonly states: readonly LinkState[]; readonly limit: number },
): Promise<LinkWithPlaces[]> {
  const { rows } = await sql<{
    url: string;
    state: LinkState;
    detail: string | null;
    moved_to: string | null;
    since: Date | null;
    checked_at: Date | null;
    places: LinkPlace[];
  }>`
    select link.url, link.state, link.detail, link.moved_to, link.since, link.checked_at, used.places
    from links.link
    join lateral (
      select jsonb_agg(jsonb_build_object('kind', use.kind, 'id', use.place_id, 'title', use.title) order by use.title) as places
      from links.use where use.tenant_id = link.tenant_id and use.url = link.url
    ) as used on used.places is not null
    where link.tenant_id = ${tenantId}::uuid and link.state = any(${[...states]}::text[])
    order by link.since, link.url
    limit ${limit}
  `.execute(db);
  return rows.map((row) => ({
    url: row.url,
    state: row.state,
    detail: row.detail,
    movedTo: row.moved_to,
    since: row.since,
    checkedAt: row.checked_at,
    places: row.places,
  }));
}

/** How many addresses there are, by state. */
export async function countStates(
  db: Db,
  tenantId: string,
): Promise<ReadonlyMap<LinkState, number>> {
  const rows = await db
    .$extendTables<LinksTables>()
    .selectFrom("links.link")
    .select(({ fn }) => ["state", fn.countAll<string>().as("count")])
    .where("tenant_id", "=", tenantId)
    .groupBy("state")
    .execute();
  return new Map(rows.map(({ state, count }) => [state, Number(count)]));
}

/** Marks all broken ones as told, and answers how many of them were not before. */
export async function markTold(
  db: Db,
  tenantId: string,
  now: Date,
): Promise<number> {
  const result = await db
    .$extendTables<LinksTables>()
    .updateTable("links.link")
    .set({ told_at: now })
    .where("tenant_id", "=", tenantId)
    .where("state", "in", [...brokenStates])
    .where("told_at", "is", null)
    .executeTakeFirst();
  return Number(result.numUpdatedRows);
}
