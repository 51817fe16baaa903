import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import fc from "fast-check";
import { runs } from "../../../platform/testing/thorough.ts";
import {
  createTestDatabase,
  guest,
  staffWith,
  type TestDatabase,
} from "../../../platform/testing/test-database.ts";
import type { Actor, Context } from "../../../platform/context/context.ts";
import { newId } from "../../../platform/values/id.ts";
import type { Step } from "../domain/events.ts";
import { isAllowed, type VorgangState } from "../domain/states.ts";
import type { AnswersFormat } from "../ports.ts";
import {
  auditOf,
  doSteps,
  fakePorts,
  fileId,
  newOffice,
  noAddress,
  parkingPermit,
  received,
  statusLinkPrefix,
  type Office,
} from "../testing/vorgang-fixtures.ts";
import { changeState } from "./change-state.ts";
import { listVorgaenge } from "./list-vorgaenge.ts";
import { openAnswers, openPdf, openUpload } from "./open-attachment.ts";
import { readPublicStatus } from "./read-public-status.ts";
import { readVorgang } from "./read-vorgang.ts";

const stepsTo: Record<VorgangState, readonly Step[]> = {
  received: [],
  "in-progress": [{ kind: "taken-into-work" }],
  question: [{ kind: "question-asked" }],
  decided: [{ kind: "decided", outcome: "granted" }],
  withdrawn: [{ kind: "withdrawn" }],
  "handed-over": [{ kind: "handed-over" }],
  closed: [{ kind: "decided", outcome: "granted" }, { kind: "closed" }],
};

const actors: Record<string, () => Actor> = {
  guest: () => guest,
  reader: () => staffWith(newId(), "vorgang.read"),
  caseworker: () => staffWith(newId(), "vorgang.read", "vorgang.edit"),
  admin: () => staffWith(newId(), "staff.manage", "delivery.edit"),
  operator: () => staffWith(newId(), "operator", "staff.manage"),
};

const draw = fc.record({
  actor: fc.constantFrom(...Object.keys(actors)),
  tenant: fc.constantFrom("own", "foreign"),
  format: fc.constantFrom<AnswersFormat>("json", "xml", "csv"),
  state: fc.constantFrom<VorgangState>(
    "received",
    "in-progress",
    "question",
    "decided",
    "withdrawn",
    "handed-over",
    "closed",
  ),
  step: fc.constantFrom<Step>(
    { kind: "taken-into-work" },
    { kind: "question-asked" },
    { kind: "answered" },
    { kind: "decided", outcome: "refused" },
    { kind: "withdrawn" },
    { kind: "handed-over" },
    { kind: "closed" },
    { kind: "reopened" },
    { kind: "note-to-applicant" },
  ),
});
type Draw = typeof draw extends fc.Arbitrary<infer Value> ? Value : never;

/** What must come out, written down once more and differently than in the code. */
const mayRead = ({ actor, tenant }: Draw) =>
  tenant === "own" && ["reader", "caseworker"].includes(actor);
const mayChange = ({ actor, tenant, state, step }: Draw) =>
  tenant === "own" && actor === "caseworker" && isAllowed(state, step.kind);

describe("access to Vorgänge: roles × tenants × states", () => {
  let database: TestDatabase;
  before(async () => {
    database = await createTestDatabase();
  });
  after(() => database.close());

  const { submissions } = fakePorts();
  const scene = async (
    drawn: Draw,
  ): Promise<{
    office: Office;
    context: Context;
    id: string;
    position: number;
    submissionId: string;
  }> => {
    const office = newOffice(database);
    const submissionId = newId();
    const id = await parkingPermit(office, { submissionId });
    const position = await doSteps(office, id, stepsTo[drawn.state]);
    const tenantId = drawn.tenant === "own" ? office.tenantId : newId();
    const actor = actors[drawn.actor]?.() ?? guest;
    const context = database.contextFor({ tenantId, actor, now: received });
    return { office, context, id, position, submissionId };
  };

  test("reading, files, PDF and answers open for readers of the own authority only, and each is recorded", async () => {
    await fc.assert(
      fc.asyncProperty(draw, async (drawn) => {
        const { office, context, id } = await scene(drawn);
        const before = await auditOf(office.caseworker, id);
        const results = [
          await readVorgang(context, id, submissions),
          await openUpload(context, { vorgangId: id, fileId }, submissions),
          await openPdf(context, id, submissions),
          await openAnswers(
            context,
            { vorgangId: id, format: drawn.format },
            submissions,
          ),
        ];
        const expected = mayRead(drawn);
        assert.deepEqual(
          results.map(({ ok }) => ok),
          results.map(() => expected),
        );
        const recorded = await auditOf(office.caseworker, id);
        assert.deepEqual(
          recorded.slice(before.length),
          expected
            ? [
                "vorgang.opened",
                "vorgang.file-opened",
                "vorgang.pdf-opened",
                "vorgang.answers-exported",
              ]
            : [],
        );
      }),
      { numRuns: runs(30) },
    );
  });

  test("changing is for caseworkers of the own authority and allowed steps only", async () => {
    await fc.assert(
      fc.asyncProperty(draw, async (drawn) => {
        const { office, context, id, position } = await scene(drawn);
        const result = await changeState(
          context,
          {
            vorgangId: id,
            step: drawn.step,
            note: "Text",
            expectedPosition: position,
            statusLinkPrefix,
          },
          noAddress,
        );
        assert.equal(result.ok, mayChange(drawn));
        const now = await readVorgang(office.caseworker, id, submissions);
        assert.ok(now.ok);
        assert.equal(
          now.value.vorgang.lastPosition,
          position + Number(result.ok),
        );
      }),
      { numRuns: runs(40) },
    );
  });

  test("a foreign Vorgang and one that does not exist get the same answer", async () => {
    const office = newOffice(database);
    const id = await parkingPermit(office);
    const foreign = newOffice(database).caseworker;
    assert.deepEqual(
      await readVorgang(foreign, id, submissions),
      await readVorgang(foreign, newId(), submissions),
    );
    assert.deepEqual(
      await readVorgang(foreign, "no-id", submissions),
      await readVorgang(foreign, newId(), submissions),
    );
  });

  test("the queue shows the own authority's Vorgänge only, and only to readers", async () => {
    await fc.assert(
      fc.asyncProperty(draw, async (drawn) => {
        const { context, id } = await scene(drawn);
        const queue = await listVorgaenge(context, {
          filter: "all",
          after: undefined,
        });
        const seesIt =
          queue.ok && queue.value.entries.some((entry) => entry.id === id);
        assert.equal(seesIt, mayRead(drawn));
      }),
      { numRuns: runs(20) },
    );
  });

  test("a file of another submission is not found, and the attempt is recorded", async () => {
    const office = newOffice(database);
    const id = await parkingPermit(office);
    const result = await openUpload(
      office.caseworker,
      { vorgangId: id, fileId: newId() },
      submissions,
    );
    assert.equal(!result.ok && result.refusal.kind, "not-found");
    assert.deepEqual(await auditOf(office.caseworker, id), [
      "vorgang.file-opened",
    ]);
  });

  test("the public status of a submission is found in its own tenant only", async () => {
    const office = newOffice(database);
    const submissionId = newId();
    await parkingPermit(office, { submissionId });
    assert.ok(await readPublicStatus(office.visitor, submissionId));
    assert.equal(
      await readPublicStatus(newOffice(database).visitor, submissionId),
      undefined,
    );
  });
});
