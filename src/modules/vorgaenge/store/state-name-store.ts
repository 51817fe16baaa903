import { sql } from "kysely";
import type { Db } from "../../../platform/database/database.ts";
import type { StateName, StateNames } from "../domain/state-names.ts";
import type { VorgangState } from "../domain/states.ts";
import type { Vorgang } from "../domain/vorgang.ts";
import { stateOfText, vorgangOf } from "./vorgang-store.ts";
import type { VorgaengeTables } from "./tables.ts";

/** All own names of states of an office, by the Leistung. */
export async function listStateNames(
  db: Db,
  tenantId: string,
): Promise<ReadonlyMap<string, StateNames>> {
  const rows = await selectNames(db, tenantId).execute();
  const byLeistung = new Map<string, Map<VorgangState, StateName>>();
  for (const row of rows) {
    const slug = row.leistung_slug;
    const names = byLeistung.get(slug) ?? new Map<VorgangState, StateName>();
    byLeistung.set(slug, names.set(row.state, nameOf(row)));
  }
  return byLeistung;
}

/** The names for one Leistung. */
export async function findStateNames(
  db: Db,
  tenantId: string,
  leistungSlug: string,
): Promise<StateNames> {
  const rows = await selectNames(db, tenantId)
    .where("leistung_slug", "=", leistungSlug)
    .execute();
  return new Map(rows.map((row) => [row.state, nameOf(row)]));
}

/** How far the Vorgänge of these submissions are, with what their offices call that. */
export async function listStates(
  db: Db,
  tenantId: string,
  submissionIds: readonly string[],
): Promise<{ submissionId: string; state: VorgangState; names: StateNames }[]> {
  const rows = await selectNamed(db, tenantId)
    .select(["vorgang.submission_id", "vorgang.state"])
    .where("vorgang.submission_id", "in", [...submissionIds])
    .execute();
  return rows.map(({ submission_id: submissionId, name, name_en, ...row }) => {
    const state = stateOfText(row.state);
    const names = namesOfOne(state, { name, name_en });
    return { submissionId, state, names };
  });
}

/** A Vorgang with what its office calls its state. */
export type NamedVorgang = {
  readonly vorgang: Vorgang;
  readonly stateNames: StateNames;
};

/** Those of these submissions, the newest first. */
export async function listVorgaengeOfSubmissions(
  db: Db,
  tenantId: string,
  submissionIds: readonly string[],
): Promise<readonly NamedVorgang[]> {
  const rows = await selectNamed(db, tenantId)
    .selectAll("vorgang")
    .where("vorgang.submission_id", "in", submissionIds)
    .orderBy("vorgang.received_at", "desc")
    .execute();
  return rows.map(namedOf);
}

/** Those with these ids, without what is another team's alone. */
export async function findNamedVorgaenge(
  db: Db,
  tenantId: string,
  {
    ids,
    hiddenSlugs,
  }: {
    readonly ids: readonly string[];
    readonly hiddenSlugs: readonly string[];
  },
): Promise<ReadonlyMap<string, NamedVorgang>> {
  const rows = await selectNamed(db, tenantId)
    .selectAll("vorgang")
    .where(sql<boolean>`vorgang.id = any(${[...ids]}::uuid[])`)
    .where(
      sql<boolean>`vorgang.leistung_slug <> all(${[...hiddenSlugs]}::text[])`,
    )
    .execute();
  return new Map(rows.map((row) => [row.id, namedOf(row)]));
}

function namedOf({
  name,
  name_en,
  ...row
}: Parameters<typeof vorgangOf>[0] & {
  readonly name: string | null;
  readonly name_en: string | null;
}): NamedVorgang {
  const vorgang = vorgangOf(row);
  return {
    vorgang,
    stateNames: namesOfOne(vorgang.state, { name, name_en }),
  };
}

/** Vorgänge of an office, each with the own name of its state where it has one. */
function selectNamed(db: Db, tenantId: string) {
  return db
    .$extendTables<VorgaengeTables>()
    .selectFrom("vorgaenge.vorgang as vorgang")
    .leftJoin("vorgaenge.state_name as own", (join) =>
      join
        .onRef("own.tenant_id", "=", "vorgang.tenant_id")
        .onRef("own.leistung_slug", "=", "vorgang.leistung_slug")
        .onRef("own.state", "=", "vorgang.state"),
    )
    .select(["own.name", "own.name_en"])
    .where("vorgang.tenant_id", "=", tenantId);
}

/** The name of one state, from a join that may have found none. */
export function namesOfOne(
  state: VorgangState,
  row: { readonly name: string | null; readonly name_en: string | null },
): StateNames {
  const { name, name_en } = row;
  return name === null
    ? new Map()
    : new Map([[state, nameOf({ name, name_en })]]);
}

function nameOf(row: {
  readonly name: string;
  readonly name_en: string | null;
}): StateName {
  return { de: row.name, en: row.name_en ?? undefined };
}

function selectNames(db: Db, tenantId: string) {
  return db
    .$extendTables<VorgaengeTables>()
    .selectFrom("vorgaenge.state_name")
    .select(["leistung_slug", "state", "name", "name_en"])
    .where("tenant_id", "=", tenantId);
}

/** Replaces the names for one Leistung. */
export async function saveStateNames(
  db: Db,
  tenantId: string,
  {
    leistungSlug,
    names,
  }: { readonly leistungSlug: string; readonly names: StateNames },
): Promise<void> {
  const tables = db.$extendTables<VorgaengeTables>();
  await tables
    .deleteFrom("vorgaenge.state_name")
    .where("tenant_id", "=", tenantId)
    .where("leistung_slug", "=", leistungSlug)
    .execute();
  if (names.size === 0) return;
  await tables
    .insertInto("vorgaenge.state_name")
    .values(
      [...names].map(([state, name]) => ({
        tenant_id: tenantId,
        leistung_slug: leistungSlug,
        state,
        name: name.de,
        name_en: name.en ?? null,
      })),
    )
    .execute();
}
