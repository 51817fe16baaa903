import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import fc from "fast-check";
import type { Actor, Context } from "../../../platform/context/context.ts";
import {
  createTestDatabase,
  staffWith,
  type TestDatabase,
} from "../../../platform/testing/test-database.ts";
import { newId } from "../../../platform/values/id.ts";
import { asPage, asRedirect, visit } from "../../../shell/testing/visit.ts";
import { addStaff } from "../../staff/index.ts";
import { addOwnAbsence, saveTeam } from "../../staff/testing/team-fixtures.ts";
import { responsibilityOf, type Assignment } from "../domain/assignment.ts";
import { wholeQueue, type QueueNarrowing } from "../domain/queue.ts";
import { vorgaengeModule } from "../module.ts";
import {
  auditOf,
  fakePorts,
  fileId,
  newOffice,
  noAddress,
  parkingPermit,
  received,
  statusLinkPrefix,
} from "../testing/vorgang-fixtures.ts";
import { assignVorgang } from "./assign-vorgang.ts";
import { changeState } from "./change-state.ts";
import { listVorgaenge } from "./list-vorgaenge.ts";
import { openAnswers, openPdf, openUpload } from "./open-attachment.ts";
import { readPublicStatus } from "./read-public-status.ts";
import { readVorgang } from "./read-vorgang.ts";

const people = ["kevin", "samira", "tim", "heike"] as const;
type Person = (typeof people)[number];

describe("who is responsible for a Vorgang", () => {
  let database: TestDatabase;
  before(async () => {
    database = await createTestDatabase();
  });
  after(() => database.close());

  const { submissions } = fakePorts();

  /**
   * Kevin is in the team of the parking permit, Samira substitutes him today, Tim is in no team, Heike manages staff and sees no
   * Vorgänge.
   */
  const authority = async ({ isRestricted = false } = {}) => {
    const office = newOffice(database);
    const { tenantId } = office;
    const system: Actor = { kind: "system", id: "system", may: () => true };
    const contextOf = (actor: Actor): Context =>
      database.contextFor({ tenantId, actor, now: received });
    const ids = new Map<Person, string>();
    for (const person of people) {
      const added = await addStaff(contextOf(system), {
        login: `${person}@schwerin.example`,
        displayName: person,
        roles: [person === "heike" ? "admin" : "caseworker"],
      });
      assert.ok(added.ok);
      ids.set(person, added.value.staffId);
    }
    const idOf = (person: Person) => ids.get(person) ?? assert.fail();
    const as = (person: Person) =>
      contextOf(
        person === "heike"
          ? staffWith(idOf(person), "staff.manage")
          : staffWith(idOf(person), "vorgang.read", "vorgang.edit"),
      );
    const addTeam = async (
      name: string,
      members: Person[],
      slugs: string[],
    ) => {
      const saved = await saveTeam(as("heike"), {
        id: undefined,
        name,
        memberIds: members.map(idOf),
        officeSlugs: [],
        leistungen: slugs.map((slug) => ({ slug, isRestricted })),
      });
      return saved.ok ? saved.value.teamId : assert.fail();
    };
    const parking = await addTeam("Parken", ["kevin"], ["bewohnerparkausweis"]);
    const dogs = await addTeam("Hunde", ["tim"], ["hundesteuer"]);
    await addOwnAbsence(as("kevin"), {
      fromDay: "2027-03-01",
      untilDay: "2027-03-05",
      substituteId: idOf("samira"),
    });
    const submissionId = newId();
    const id = await parkingPermit(office, { submissionId });
    return { office, submissionId, id, idOf, as, parking, dogs };
  };
  const give = (
    context: Context,
    vorgangId: string,
    [assignment, expectedPosition]: [Assignment, number],
  ) => assignVorgang(context, { vorgangId, assignment, expectedPosition });
  const refusalOf = (
    result: { ok: true } | { ok: false; refusal: { kind: string } },
  ) => (result.ok ? undefined : result.refusal.kind);

  test("taken, given on and given back: events, cache and audit agree, and the applicant sees nothing of it", async () => {
    const { office, submissionId, id, idOf, as, dogs } = await authority();
    const [kevin, samira] = [idOf("kevin"), idOf("samira")];
    const steps: Assignment[] = [
      { kind: "assigned", assigneeId: kevin },
      { kind: "assigned", assigneeId: samira },
      { kind: "unassigned" },
      { kind: "moved-to-team", teamId: dogs },
    ];
    for (const [index, step] of steps.entries())
      assert.ok((await give(as("tim"), id, [step, index + 1])).ok);
    const again = await give(as("tim"), id, [{ kind: "unassigned" }, 1]);
    assert.ok(again.ok, "what is so already is done");
    const opened = await readVorgang(as("tim"), id, submissions);
    assert.ok(opened.ok);
    const { vorgang, events } = opened.value;
    assert.equal(vorgang.lastPosition, 5);
    const { assigneeId, teamId } = vorgang;
    assert.deepEqual(responsibilityOf(events), { assigneeId, teamId });
    assert.equal(teamId, dogs);
    assert.deepEqual((await auditOf(office.caseworker, id)).slice(0, 4), [
      "vorgang.assigned",
      "vorgang.assigned",
      "vorgang.unassigned",
      "vorgang.moved-to-team",
    ]);
    const status = await readPublicStatus(office.visitor, submissionId);
    assert.equal(status?.events.length, 1);
    assert.equal(status.lastPosition, 1);
  });

  test("of two who take it at once one has it, and the other is told", async () => {
    const { id, idOf, as } = await authority();
    const take = (person: Person) =>
      give(as(person), id, [{ kind: "assigned", assigneeId: idOf(person) }, 1]);
    const results = await Promise.all([take("samira"), take("tim")]);
    assert.deepEqual(results.map(refusalOf).toSorted(), [
      "changed-meanwhile",
      undefined,
    ]);
  });

  test("nobody gets what they may not see, or who does not work here", async () => {
    const { id, idOf, as, dogs } = await authority({ isRestricted: true });
    for (const assignment of [
      { kind: "assigned", assigneeId: idOf("tim") },
      { kind: "assigned", assigneeId: idOf("heike") },
      { kind: "assigned", assigneeId: "nobody" },
      { kind: "moved-to-team", teamId: dogs },
      { kind: "moved-to-team", teamId: newId() },
    ] satisfies Assignment[]) {
      const result = await give(as("kevin"), id, [assignment, 1]);
      assert.equal(refusalOf(result), "assignee-unsuitable");
    }
  });

  test("roles × teams × restriction × tenants: who may not see it finds it nowhere", async () => {
    const draw = fc.record({
      person: fc.constantFrom(...people, "stranger" as const),
      isRestricted: fc.boolean(),
    });
    await fc.assert(
      fc.asyncProperty(draw, async ({ person, isRestricted }) => {
        const { id, idOf, as } = await authority({ isRestricted });
        const context =
          person === "stranger" ? newOffice(database).caseworker : as(person);
        // The oracle: the team itself, its substitute, and others unless it is the team's alone.
        const sees =
          person === "kevin" ||
          person === "samira" ||
          (person === "tim" && !isRestricted);
        const queue = await listVorgaenge(context, {
          filter: "all",
          after: undefined,
        });
        const assigned: Assignment = {
          kind: "assigned",
          assigneeId: idOf("kevin"),
        };
        const results = [
          queue.ok && queue.value.counts.all === 1,
          queue.ok && queue.value.entries.some((entry) => entry.id === id),
          queue.ok && queue.value.leistungen.length === 1,
          (await readVorgang(context, id, submissions)).ok,
          (await openPdf(context, id, submissions)).ok,
          (await openUpload(context, { vorgangId: id, fileId }, submissions))
            .ok,
          (
            await openAnswers(
              context,
              { vorgangId: id, format: "csv" },
              submissions,
            )
          ).ok,
          (await give(context, id, [assigned, 1])).ok,
          (
            await changeState(
              context,
              {
                vorgangId: id,
                step: { kind: "taken-into-work" },
                note: "",
                expectedPosition: 2,
                statusLinkPrefix,
              },
              noAddress,
            )
          ).ok,
        ];
        assert.deepEqual(
          results,
          results.map(() => sees),
        );
      }),
      { numRuns: 12 },
    );
  });

  test("the queue narrows by who, team, Leistung and words, and counts the same", async () => {
    const { id, idOf, as, parking, dogs } = await authority();
    const count = async (
      person: Person,
      narrowing: Partial<QueueNarrowing>,
    ): Promise<number | undefined> => {
      const queue = await listVorgaenge(as(person), {
        filter: "open",
        after: undefined,
        narrowing: { ...wholeQueue, ...narrowing },
      });
      if (!queue.ok) return undefined;
      assert.equal(queue.value.entries.length, queue.value.counts.open);
      return queue.value.counts.open;
    };
    assert.equal(await count("tim", { assignee: "nobody" }), 1);
    await give(as("tim"), id, [
      { kind: "assigned", assigneeId: idOf("kevin") },
      1,
    ]);
    assert.equal(await count("tim", { assignee: "nobody" }), 0);
    assert.equal(await count("tim", { assignee: "mine" }), 0);
    assert.equal(await count("kevin", { assignee: "mine" }), 1);
    assert.equal(await count("samira", { assignee: "mine" }), 1, "substitute");
    assert.equal(await count("tim", { teamId: parking }), 1);
    assert.equal(await count("tim", { teamId: dogs }), 0);
    await give(as("tim"), id, [{ kind: "moved-to-team", teamId: dogs }, 2]);
    assert.equal(await count("tim", { teamId: parking }), 0);
    assert.equal(await count("tim", { teamId: dogs }), 1);
    const slug = "bewohnerparkausweis";
    assert.equal(await count("tim", { leistungSlug: slug }), 1);
    assert.equal(await count("tim", { leistungSlug: "hundesteuer" }), 0);
    assert.equal(await count("tim", { search: "PARKAUSWEIS" }), 1);
    assert.equal(await count("tim", { search: "test-" }), 1);
    assert.equal(await count("tim", { search: "%" }), 0);
    assert.equal(await count("tim", { search: "_" }), 0);
  });

  test("pages: take it over, undo, choose nothing; the queue says who has it and who substitutes", async () => {
    const { id, idOf, as } = await authority();
    const { routes } = vorgaengeModule(fakePorts());
    const path = `/arbeitsplatz/vorgaenge/${id}`;
    const ask = async (person: Person, of = path) =>
      asPage(await visit(routes, "GET", { context: as(person), path: of }))
        .text;
    const post = (fields: Record<string, string>) =>
      visit(routes, "POST", {
        context: as("kevin"),
        path: `${path}/zuweisung`,
        fields,
      });
    assert.match(await ask("kevin"), /Übernehmen/);
    const empty = asPage(await post({ gesehen: "1", person: "", team: "" }));
    assert.equal(empty.status, 422);
    assert.match(empty.text, /href="#person"/);
    const taken = await post({ gesehen: "1", person: idOf("kevin") });
    assert.equal(asRedirect(taken).to, path);
    const after = await ask("kevin");
    assert.match(after, /rückgängig machen/);
    assert.match(after, /abwesend, Vertretung: samira/);
    assert.match(after, /Zugewiesen: kevin/);
    assert.ok(!(await ask("samira")).includes("rückgängig"));
    const queue = await ask("samira", "/arbeitsplatz?wer=ich");
    assert.match(queue, /kevin \(in Vertretung\)/);
    assert.match(queue, /Filter zurücksetzen/);
    assert.equal(
      asPage(await post({ gesehen: "1", person: idOf("samira") })).status,
      409,
    );
    asRedirect(await post({ gesehen: "2", person: "niemand" }));
    assert.ok(!(await ask("kevin")).includes("Zurück an die Liste"));
  });
});
