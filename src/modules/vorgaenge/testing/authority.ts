import assert from "node:assert/strict";
import type { Context } from "../../../platform/context/context.ts";
import {
  staffWith,
  type TestDatabase,
} from "../../../platform/testing/test-database.ts";
import { addStaff } from "../../staff/index.ts";
import { saveTeam } from "../../staff/testing/team-fixtures.ts";
import { newOffice, received, type Office } from "./vorgang-fixtures.ts";

const people = ["kevin", "samira", "tim"] as const;
export type Person = (typeof people)[number];

/** An authority with three caseworkers; the parking permit is Kevin's and Samira's team's alone, Tim sees all else. */
export type Authority = {
  readonly office: Office;
  readonly idOf: (person: Person) => string;
  readonly as: (person: Person, now?: Date) => Context;
};

/** Names of the three as their colleagues see them. */
export const nameOf: Readonly<Record<Person, string>> = {
  kevin: "Kevin Krause",
  samira: "Samira Yilmaz",
  tim: "Tim Tiedemann",
};

export async function newAuthority(database: TestDatabase): Promise<Authority> {
  const office = newOffice(database);
  const { tenantId } = office;
  const system = database.contextFor({
    tenantId,
    now: received,
    actor: { kind: "system", id: "system", may: () => true },
  });
  const ids = new Map<Person, string>();
  for (const person of people) {
    const added = await addStaff(system, {
      login: `${person}@${tenantId}.example`,
      displayName: nameOf[person],
      roles: ["caseworker"],
    });
    assert.ok(added.ok);
    ids.set(person, added.value.staffId);
  }
  const idOf = (person: Person) => ids.get(person) ?? assert.fail();
  const saved = await saveTeam(system, {
    id: undefined,
    name: "Parken",
    memberIds: [idOf("kevin"), idOf("samira")],
    officeSlugs: [],
    leistungen: [{ slug: "bewohnerparkausweis", isRestricted: true }],
  });
  assert.ok(saved.ok);
  const as = (person: Person, now = received) =>
    database.contextFor({
      tenantId,
      now,
      actor: staffWith(idOf(person), "vorgang.read", "vorgang.edit"),
    });
  return { office, idOf, as };
}
