import { sql, type Selectable } from "kysely";
import type { Db } from "../../../platform/database/database.ts";
import {
  fixedSql,
  type ValueOf,
} from "../../../platform/database/fixed-statement.ts";
import type { CalendarDay } from "../../../platform/calendar/calendar-day.ts";
import { vorgangStates, type VorgangState } from "../domain/states.ts";
import type { NewVorgang, Vorgang } from "../domain/vorgang.ts";
import type { VorgaengeTables } from "./tables.ts";

/** Writes the Vorgang, its first event and its words in one statement; nothing when the submission already has one. */
export async function insertVorgang(
  db: Db,
  tenantId: string,
  vorgang: Omit<NewVorgang, "searchTexts"> & {
    readonly id: string;
    readonly receivedAt: Date;
    readonly dueOn: CalendarDay | undefined;
    readonly searchVersion: number;
    readonly searchWords: readonly string[];
  },
): Promise<void> {
  const { teamId = null, receivedAt, arrivedAt = receivedAt } = vorgang;
  await insertOpened(db, {
    ...vorgang,
    tenantId,
    teamId,
    arrivedAt,
    dueOn: vorgang.dueOn ?? null,
    lastPosition: teamId === null ? 1 : 2,
  });
}

type OpenedVorgang = Pick<
  NewVorgang,
  "submissionId" | "reference" | "leistungSlug" | "leistungTitle"
> & {
  readonly tenantId: string;
  readonly id: string;
  readonly receivedAt: Date;
  readonly arrivedAt: Date;
  readonly dueOn: CalendarDay | null;
  readonly lastPosition: number;
  readonly searchVersion: number;
  readonly searchWords: readonly string[];
  readonly teamId: string | null;
};

const insertOpened = fixedSql(
  (value: ValueOf<OpenedVorgang>) => sql`
    with opened as (
      insert into vorgaenge.vorgang (
        tenant_id, id, submission_id, reference, leistung_slug, leistung_title,
        received_at, state, state_since, due_on, last_position, search_version, team_id
      )
      values (
        ${value("tenantId")}::uuid, ${value("id")}::uuid, ${value("submissionId")}::uuid, ${value("reference")},
        ${value("leistungSlug")}, ${value("leistungTitle")},
        ${value("receivedAt")}, 'received', ${value("arrivedAt")}, ${value("dueOn")}::date, ${value("lastPosition")},
        ${value("searchVersion")}, ${value("teamId")}::uuid
      )
      on conflict (tenant_id, submission_id) do nothing
      returning tenant_id, id, state_since, team_id
    ), found_by as (
      insert into vorgaenge.search_word (tenant_id, vorgang_id, word)
      select tenant_id, id, unnest(${value("searchWords")}::bigint[]) from opened
      on conflict do nothing
    ), begun as (
      insert into vorgaenge.event (tenant_id, vorgang_id, position, kind, at, actor_kind, actor_id)
      select tenant_id, id, 1, 'received', state_since, 'guest', 'guest' from opened
    )
    insert into vorgaenge.event (tenant_id, vorgang_id, position, kind, at, actor_kind, actor_id, team_id)
    select tenant_id, id, 2, 'moved-to-team', state_since, 'system', 'system', team_id from opened where team_id is not null
  `,
);

/** A Vorgang as somebody may see it: what is another team's alone is not found. */
export type SoughtVorgang = {
  readonly id: string;
  readonly hiddenSlugs: readonly string[];
};

export async function findVorgang(
  db: Db,
  tenantId: string,
  sought: SoughtVorgang,
): Promise<Vorgang | undefined> {
  const row = await selectSought(db, tenantId, sought).executeTakeFirst();
  return row && vorgangOf(row);
}

/** Locks the Vorgang until the transaction ends: changes of one Vorgang happen one after the other. */
export async function findVorgangForUpdate(
  db: Db,
  tenantId: string,
  sought: SoughtVorgang,
): Promise<Vorgang | undefined> {
  const row = await selectSought(db, tenantId, sought)
    .forNoKeyUpdate()
    .executeTakeFirst();
  return row && vorgangOf(row);
}

export async function findVorgangOfSubmission(
  db: Db,
  tenantId: string,
  submissionId: string,
): Promise<Vorgang | undefined> {
  const row = await selectVorgaenge(db, tenantId)
    .where("submission_id", "=", submissionId)
    .executeTakeFirst();
  return row && vorgangOf(row);
}

/** The one of a submission, locked until the transaction ends. */
export async function lockVorgangOfSubmission(
  db: Db,
  tenantId: string,
  submissionId: string,
): Promise<Vorgang | undefined> {
  const row = await selectVorgaenge(db, tenantId)
    .where("submission_id", "=", submissionId)
    .forNoKeyUpdate()
    .executeTakeFirst();
  return row && vorgangOf(row);
}

function selectSought(
  db: Db,
  tenantId: string,
  { id, hiddenSlugs }: SoughtVorgang,
) {
  const found = selectVorgaenge(db, tenantId).where("id", "=", id);
  return hiddenSlugs.length === 0
    ? found
    : found.where("leistung_slug", "not in", hiddenSlugs);
}

function selectVorgaenge(db: Db, tenantId: string) {
  return db
    .$extendTables<VorgaengeTables>()
    .selectFrom("vorgaenge.vorgang")
    .selectAll()
    .where("tenant_id", "=", tenantId);
}

/** Keeps the cache of the last event on the Vorgang. */
export async function saveVorgang(
  db: Db,
  tenantId: string,
  vorgang: Pick<
    Vorgang,
    | "id"
    | "state"
    | "stateSince"
    | "lastPosition"
    | "assigneeId"
    | "teamId"
    | "dueOn"
  >,
): Promise<void> {
  await db
    .$extendTables<VorgaengeTables>()
    .updateTable("vorgaenge.vorgang")
    .set({
      state: vorgang.state,
      state_since: vorgang.stateSince,
      changed_at: sql<Date>`now()`,
      last_position: vorgang.lastPosition,
      assignee_id: vorgang.assigneeId ?? null,
      team_id: vorgang.teamId ?? null,
      due_on: vorgang.dueOn ?? null,
    })
    .where("tenant_id", "=", tenantId)
    .where("id", "=", vorgang.id)
    .execute();
}

/** A row of the table as the domain knows it. */
export function vorgangOf(
  row: Selectable<VorgaengeTables["vorgaenge.vorgang"]>,
): Vorgang {
  return {
    id: row.id,
    submissionId: row.submission_id,
    reference: row.reference,
    leistungSlug: row.leistung_slug,
    leistungTitle: row.leistung_title,
    receivedAt: row.received_at,
    state: stateOfText(row.state),
    stateSince: row.state_since,
    lastPosition: row.last_position,
    assigneeId: row.assignee_id ?? undefined,
    teamId: row.team_id ?? undefined,
    dueOn: row.due_on ?? undefined,
    handedTo: row.handed_to ?? undefined,
    arrivedFrom: row.arrived_from ?? undefined,
  };
}

/** The state a text in the database names; throws on anything else, which the table's check excludes. */
/** The state a word of the database names; any other is a fault. */
export function stateOfText(text: string): VorgangState {
  const state = vorgangStates.find((known) => known === text);
  if (!state) throw new Error(`vorgaenge.vorgang: unknown state "${text}"`);
  return state;
}

/** Numbers by id, of Vorgänge and of submissions that have one; those of others are left out. */
export async function findReferences(
  db: Db,
  tenantId: string,
  ids: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  if (ids.length === 0) return new Map();
  const { rows } = await sql<{ id: string; reference: string }>`
    select id, reference from vorgaenge.vorgang
    where tenant_id = ${tenantId} and id = any(${[...ids]}::uuid[])
    union all
    select submission_id, reference from vorgaenge.vorgang
    where tenant_id = ${tenantId} and submission_id = any(${[...ids]}::uuid[])
  `.execute(db);
  return new Map(rows.map(({ id, reference }) => [id, reference]));
}
