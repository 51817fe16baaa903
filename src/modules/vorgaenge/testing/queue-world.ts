import assert from "node:assert/strict";
import fc from "fast-check";
import type { Actor, Context } from "../../../platform/context/context.ts";
import {
  guest,
  staffWith,
  type TestDatabase,
} from "../../../platform/testing/test-database.ts";
import { newId } from "../../../platform/values/id.ts";
import { addStaff } from "../../staff/index.ts";
import { addOwnAbsence, saveTeam } from "../../staff/testing/team-fixtures.ts";
import { isOpen, vorgangStates, type VorgangState } from "../domain/states.ts";
import type { VorgaengeTables } from "../store/tables.ts";
import { hashTexts } from "../use-cases/search-index.ts";
import { received } from "./vorgang-fixtures.ts";

/** People of each office: Kevin is in the team "Parken", Tim in "Hunde", Samira substitutes Kevin today, Mara is in no team. */
export const people = ["kevin", "tim", "samira", "mara"] as const;
export type Person = (typeof people)[number];

export const teamNames = ["Parken", "Hunde"] as const;
export type TeamName = (typeof teamNames)[number];

/** Nobody but its team sees the Leistung of "Parken"; what is sent for "Hunde" everybody sees; the third is no team's. */
export const titles = {
  bewohnerparkausweis: "Bewohnerparkausweis",
  hundesteuer: "Hund anmelden",
  wohngeld: "Wohngeld",
} as const;
export type Slug = keyof typeof titles;
export const slugs: readonly Slug[] = [
  "bewohnerparkausweis",
  "hundesteuer",
  "wohngeld",
];

export const roles = {
  reader: ["vorgang.read"],
  caseworker: ["vorgang.read", "vorgang.edit"],
  admin: ["staff.manage", "delivery.edit"],
  guest: [],
} as const;
export type Role = keyof typeof roles;

/** A Vorgang as the oracle knows it. */
export type Known = {
  readonly id: string;
  readonly reference: string;
  readonly slug: Slug;
  readonly state: VorgangState;
  readonly receivedAt: Date;
  readonly stateSince: Date;
  readonly changedAt: Date;
  readonly position: number;
  readonly assignee: Person | undefined;
  readonly team: TeamName | undefined;
  readonly dueOn: string | undefined;
  readonly isLabelled: boolean;
  readonly words: readonly string[];
  /** How far each has read. */
  readonly read: Partial<Record<Person, number>>;
};

export type KnownOffice = {
  readonly tenantId: string;
  readonly staffIds: Readonly<Record<Person, string>>;
  readonly teamIds: Readonly<Record<TeamName, string>>;
  readonly labelId: string;
  readonly vorgaenge: readonly Known[];
  as(person: Person, role: Role): Context;
};

const hourMs = 3_600_000;
const ago = (hours: number) => new Date(received.getTime() - hours * hourMs);
const maybe = <T>(...values: T[]) => fc.constantFrom(undefined, ...values);

// Few moments and days, so that many Vorgänge stand at the same place of an order.
const drawn = fc.record({
  slug: fc.constantFrom(...slugs),
  state: fc.constantFrom(...vorgangStates),
  hoursOld: fc.constantFrom(0, 1, 30, 30, 700, 9000),
  hoursInState: fc.constantFrom(0, 2, 50),
  hoursUnchanged: fc.constantFrom(0, 1, 40),
  position: fc.constantFrom(1, 2, 3),
  assignee: maybe(...people),
  team: maybe(...teamNames),
  dueOn: maybe("2027-03-01", "2027-03-03", "2027-03-08", "2027-05-01"),
  isLabelled: fc.boolean(),
  words: fc.subarray(["anna", "grossmann", "hauptstrasse", "hund"]),
  read: fc.record({ kevin: maybe(1, 2, 3), tim: maybe(1, 3) }),
});

/** An office of its own with Vorgänge of every kind; the same seed gives the same. */
export async function queueOffice(
  database: TestDatabase,
  { count, seed }: { readonly count: number; readonly seed: number },
): Promise<KnownOffice> {
  const tenantId = newId();
  const contextOf = (actor: Actor): Context =>
    database.contextFor({ tenantId, actor, now: received });
  const system: Actor = { kind: "system", id: "system", may: () => true };
  const staffIds = await addPeople(contextOf(system));
  const labelId = newId();
  const vorgaenge = fc
    .sample(drawn, { numRuns: count, seed })
    .map(
      (
        { hoursOld, hoursInState, hoursUnchanged, read, dueOn, ...kept },
        place,
      ) => ({
        ...kept,
        id: newId(),
        reference: `${place % 2 === 0 ? "TEST" : "ECHT"}-${String(1000 + place)}-ABC`,
        receivedAt: ago(hoursOld),
        stateSince: ago(hoursInState),
        changedAt: ago(hoursUnchanged),
        dueOn: isOpen(kept.state) ? dueOn : undefined,
        read: Object.fromEntries(
          Object.entries(read).filter(([, position]) => position !== undefined),
        ),
      }),
    );
  const teamIds = await addTeams(contextOf(system), staffIds);
  await insertAll(contextOf(system), { staffIds, teamIds, labelId, vorgaenge });
  return {
    tenantId,
    staffIds,
    teamIds,
    labelId,
    vorgaenge,
    as: (person, role) =>
      contextOf(
        role === "guest" ? guest : staffWith(staffIds[person], ...roles[role]),
      ),
  };
}

async function addPeople(context: Context): Promise<Record<Person, string>> {
  const add = async (person: Person): Promise<string> => {
    const added = await addStaff(context, {
      login: `${person}@office.example`,
      displayName: person,
      roles: ["caseworker"],
    });
    return added.ok ? added.value.staffId : assert.fail();
  };
  return {
    kevin: await add("kevin"),
    tim: await add("tim"),
    samira: await add("samira"),
    mara: await add("mara"),
  };
}

async function addTeams(
  context: Context,
  staffIds: Readonly<Record<Person, string>>,
): Promise<Record<TeamName, string>> {
  const add = async (name: TeamName, member: Person, slug: Slug) => {
    const saved = await saveTeam(context, {
      id: undefined,
      name,
      memberIds: [staffIds[member]],
      officeSlugs: [],
      leistungen: [{ slug, isRestricted: slug === "bewohnerparkausweis" }],
    });
    return saved.ok ? saved.value.teamId : assert.fail();
  };
  const kevin = {
    ...context,
    actor: staffWith(staffIds.kevin, "vorgang.read", "vorgang.edit"),
  };
  const away = await addOwnAbsence(kevin, {
    fromDay: "2027-03-01",
    untilDay: "2027-03-05",
    substituteId: staffIds.samira,
  });
  assert.ok(away.ok);
  return {
    Parken: await add("Parken", "kevin", "bewohnerparkausweis"),
    Hunde: await add("Hunde", "tim", "hundesteuer"),
  };
}

/** Rows as the use cases would have left them; a hundred histories would take a minute. */
async function insertAll(
  context: Context,
  office: Omit<KnownOffice, "tenantId" | "as">,
): Promise<void> {
  const { vorgaenge, staffIds, teamIds, labelId } = office;
  const hashes = await Promise.all(
    vorgaenge.map(({ words }) => hashTexts(context, words)),
  );
  await context.transaction(async (tx) => {
    const db = tx.$extendTables<VorgaengeTables>();
    await db
      .insertInto("vorgaenge.vorgang")
      .values(
        vorgaenge.map((known) => ({
          id: known.id,
          submission_id: newId(),
          reference: known.reference,
          leistung_slug: known.slug,
          leistung_title: titles[known.slug],
          received_at: known.receivedAt,
          state: known.state,
          state_since: known.stateSince,
          changed_at: known.changedAt,
          last_position: known.position,
          assignee_id: known.assignee ? staffIds[known.assignee] : null,
          team_id: known.team ? teamIds[known.team] : null,
          due_on: known.dueOn ?? null,
          search_version: 1,
        })),
      )
      .execute();
    await db
      .insertInto("vorgaenge.label")
      .values({
        id: labelId,
        name: "Eilt",
        colour: "red",
        created_at: received,
      })
      .execute();
    await db
      .insertInto("vorgaenge.vorgang_label")
      .values(
        vorgaenge
          .filter(({ isLabelled }) => isLabelled)
          .map(({ id }) => ({ vorgang_id: id, label_id: labelId })),
      )
      .execute();
    await db
      .insertInto("vorgaenge.search_word")
      .values(
        vorgaenge.flatMap(({ id }, place) =>
          (hashes[place] ?? []).map((word) => ({ vorgang_id: id, word })),
        ),
      )
      .execute();
    await db
      .insertInto("vorgaenge.read_mark")
      .values(
        vorgaenge.flatMap(({ id, read }) =>
          people.flatMap((person) => {
            const position = read[person];
            return position === undefined
              ? []
              : [{ staff_id: staffIds[person], vorgang_id: id, position }];
          }),
        ),
      )
      .execute();
  });
}
