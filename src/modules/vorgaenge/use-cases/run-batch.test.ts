import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import fc from "fast-check";
import type { Context } from "../../../platform/context/context.ts";
import {
  createTestDatabase,
  type TestDatabase,
} from "../../../platform/testing/test-database.ts";
import { runs } from "../../../platform/testing/thorough.ts";
import { newId } from "../../../platform/values/id.ts";
import { addStaff } from "../../staff/index.ts";
import { batchActions, type BatchAction } from "../domain/batch.ts";
import type { VorgangState } from "../domain/states.ts";
import { wholeQueue } from "../domain/queue.ts";
import type { Step } from "../domain/events.ts";
import {
  auditOf,
  doSteps,
  fakePorts,
  newOffice,
  parkingPermit,
  received,
  type Office,
} from "../testing/vorgang-fixtures.ts";
import { changeState } from "./change-state.ts";
import { assignVorgang } from "./assign-vorgang.ts";
import { listVorgaenge } from "./list-vorgaenge.ts";
import { itemsOfList, previewBatch, startBatch } from "./plan-batch.ts";
import { readBatch, readExport } from "./read-batch.ts";
import { readVorgang } from "./read-vorgang.ts";
import { runBatch } from "./run-batch.ts";

const stepsTo: Partial<Record<VorgangState, readonly Step[]>> = {
  received: [],
  "in-progress": [{ kind: "taken-into-work" }],
  decided: [{ kind: "decided", outcome: "granted" }],
  closed: [{ kind: "decided", outcome: "granted" }, { kind: "closed" }],
};

/** Either is fine. */
const goodVerdicts: readonly unknown[] = ["possible", "in-vain"];

const steps: readonly string[] = [
  "taken-into-work",
  "closed",
  "note-to-applicant",
];

/** What must come out in the own authority, written down once more and differently than in the code. */
function ownResult(action: BatchAction, state: VorgangState): string {
  if (action === "moved-to-team") return "assignee-unsuitable";
  if (!steps.includes(action)) return "done";
  const allowed: Partial<Record<BatchAction, readonly VorgangState[]>> = {
    "taken-into-work": ["received"],
    closed: ["decided"],
    "note-to-applicant": ["received", "in-progress", "decided"],
  };
  return allowed[action]?.includes(state) === true
    ? "done"
    : "step-not-allowed";
}

const permissions: Readonly<Record<string, readonly string[]>> = {
  caseworker: ["vorgang.read", "vorgang.edit"],
  reader: ["vorgang.read"],
  admin: ["staff.manage"],
};

/** A team that is not there shows only when it is tried. */
const isForeseen = (result: string) =>
  result === "done" || result === "assignee-unsuitable";

const permissionsOf = (role: string) => permissions[role] ?? [];

const mayStart = (role: string, action: BatchAction) =>
  role === "caseworker" || (role === "reader" && action === "export");

describe("a batch", () => {
  let database: TestDatabase;
  before(async () => {
    database = await createTestDatabase();
  });
  after(() => database.close());

  const ports = fakePorts();
  const signal = new AbortController().signal;

  /** An office whose caseworker really works there: a job acts for nobody else. */
  const officeWithStaff = async (): Promise<Office> => {
    const office = newOffice(database);
    const system = database.contextFor({
      tenantId: office.tenantId,
      now: received,
      actor: { kind: "system", id: "system", may: () => true },
    });
    const added = await addStaff(system, {
      login: `${newId()}@office.example`,
      password: "Demo Leuchtturm 27",
      displayName: "Kim Kurz",
      roles: ["caseworker"],
    });
    assert.ok(added.ok);
    const may = (permission: string) => permission.startsWith("vorgang.");
    const actor = { kind: "staff", id: added.value.staffId, may } as const;
    const caseworker = { ...office.caseworker, actor };
    return { ...office, caseworker };
  };

  const start = async (
    context: Context,
    action: BatchAction,
    chosen: readonly (readonly [id: string, position: number])[],
  ): Promise<string> => {
    const items = chosen.map(([vorgangId, expectedPosition]) => ({
      vorgangId,
      expectedPosition,
    }));
    const started = await startBatch(context, {
      action,
      items,
      target: "",
      text: "Bitte kommen Sie vorbei.",
    });
    assert.ok(started.ok, JSON.stringify(started));
    return started.value.id;
  };
  const run = (office: Office, id: string) =>
    runBatch(office.caseworker, id, { ports, place: undefined, signal });
  const resultsOf = async (office: Office, id: string) =>
    (await readBatch(office.caseworker, id))?.items.map(({ result }) => result);
  const positionOf = async (office: Office, id: string) => {
    const read = await readVorgang(office.caseworker, id, ports.submissions);
    return read.ok ? read.value.vorgang.lastPosition : undefined;
  };

  test("does to each Vorgang what may be done, says of each why not, overwrites nothing, and each is in the audit log", async () => {
    const office = await officeWithStaff();
    const [free, decided, changed] = [
      await parkingPermit(office),
      await parkingPermit(office),
      await parkingPermit(office),
    ];
    await doSteps(office, decided, [{ kind: "decided", outcome: "granted" }]);
    const chosen = [
      [free, 1],
      [decided, 2],
      [changed, 1],
      [newId(), 1],
    ] as const;
    const id = await start(office.caseworker, "taken-into-work", chosen);
    await doSteps(office, changed, [{ kind: "question-asked" }]);
    assert.equal(await run(office, id), "done");
    assert.deepEqual(await resultsOf(office, id), [
      "done",
      "step-not-allowed",
      "changed-meanwhile",
      "not-found",
    ]);
    assert.equal(await positionOf(office, free), 2);
    assert.equal(await positionOf(office, changed), 2);
    const audited = await auditOf(office.caseworker, free);
    assert.ok(audited.includes("vorgang.taken-into-work"));
  });

  test("worked off twice, at the same time and after a crash before the result was noted, does everything once", async () => {
    const office = await officeWithStaff();
    const ids = [await parkingPermit(office), await parkingPermit(office)];
    const chosen = ids.map((id) => [id, 1] as const);
    const id = await start(office.caseworker, "note-to-applicant", chosen);
    await Promise.all([run(office, id), run(office, id)]);
    await run(office, id);
    assert.deepEqual(await resultsOf(office, id), ["done", "done"]);
    for (const each of ids) assert.equal(await positionOf(office, each), 2);

    const crashed = await start(office.caseworker, "taken-into-work", [
      [ids[0] ?? "", 2],
    ]);
    const later = new Date(received.getTime() + 3_600_000);
    const [first = ""] = ids;
    // What the batch had done when the process died: the event is there, the result is not. An hour later it is no double click.
    await changeState(
      office.caseworker,
      {
        vorgangId: first,
        step: { kind: "taken-into-work" },
        note: "",
        expectedPosition: 2,
        statusLinkPrefix: "",
      },
      ports.findNotificationAddress,
    );
    await run(
      { ...office, caseworker: { ...office.caseworker, now: later } },
      crashed,
    );
    assert.deepEqual(await resultsOf(office, crashed), ["done"]);
    assert.equal(await positionOf(office, first), 3);
  });

  test("of somebody who works here no more changes nothing", async () => {
    const office = newOffice(database);
    const vorgang = await parkingPermit(office);
    const id = await start(office.caseworker, "taken-into-work", [
      [vorgang, 1],
    ]);
    await run(office, id);
    assert.deepEqual(await resultsOf(office, id), ["not-permitted"]);
    assert.equal(await positionOf(office, vorgang), 1);
  });

  test("takes the whole list, an export lists what went through, and nobody else sees a batch", async () => {
    const office = await officeWithStaff();
    for (let count = 0; count < 30; count += 1) await parkingPermit(office);
    const queue = await listVorgaenge(office.caseworker, {
      filter: "open",
      after: undefined,
    });
    assert.ok(queue.ok && queue.value.entries.length === 25);
    const items = await itemsOfList(office.caseworker, {
      filter: "open",
      order: undefined,
      after: undefined,
      narrowing: wholeQueue,
    });
    assert.equal(items.length, 30);
    const chosen = items.map(
      (item) => [item.vorgangId, item.expectedPosition] as const,
    );
    const id = await start(office.caseworker, "export", chosen);
    await run(office, id);
    assert.equal((await readExport(office.caseworker, id))?.length, 30);
    const colleague = office.at(received);
    assert.equal(await readBatch(colleague, id), undefined);
    assert.equal(await readExport(colleague, id), undefined);
  });

  test("more than 500, nothing, no target and no text are refused before anything is kept", async () => {
    const office = await officeWithStaff();
    const item = () => ({ vorgangId: newId(), expectedPosition: 1 });
    const refused = async (
      action: BatchAction,
      count: number,
      text = "Text",
    ) => {
      const items = Array.from({ length: count }, item);
      const plan = { action, items, target: "", text };
      const result = await startBatch(office.caseworker, plan);
      return result.ok ? undefined : result.refusal.kind;
    };
    assert.equal(await refused("closed", 501), "too-many");
    assert.equal(await refused("closed", 0), "nothing-chosen");
    assert.equal(await refused("assigned", 1), "target-missing");
    assert.equal(await refused("note-to-applicant", 1, " "), "note-missing");
  });

  test("access: roles × tenants × states × actions; the preview says what then happens", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.record({
          role: fc.constantFrom("caseworker", "reader", "admin"),
          isOwn: fc.boolean(),
          state: fc.constantFrom<VorgangState>(
            "received",
            "in-progress",
            "decided",
            "closed",
          ),
          action: fc.constantFrom(
            ...batchActions.filter((action) => action !== "labelled"),
          ),
        }),
        async ({ role, isOwn, state, action }) => {
          const home = await officeWithStaff();
          const owner = isOwn ? home : await officeWithStaff();
          const vorgang = await parkingPermit(owner);
          const position = await doSteps(owner, vorgang, stepsTo[state] ?? []);
          const { actor } = home.caseworker;
          const may = (permission: string) =>
            permissionsOf(role).includes(permission);
          const context = { ...home.caseworker, actor: { ...actor, may } };
          const target = action === "assigned" ? actor.id : newId();
          const items = [{ vorgangId: vorgang, expectedPosition: position }];
          const plan = { action, items, target };
          const preview = await previewBatch(context, plan);
          const started = await startBatch(context, { ...plan, text: "Text" });
          assert.equal(preview.ok, mayStart(role, action));
          assert.equal(started.ok, mayStart(role, action));
          if (!preview.ok || !started.ok) return;
          await run(home, started.value.id);
          const [result] = (await resultsOf(home, started.value.id)) ?? [];
          const expected = isOwn ? ownResult(action, state) : "not-found";
          assert.equal(result, expected);
          const [planned] = preview.value;
          assert.equal(
            goodVerdicts.includes(planned?.verdict),
            isOwn && isForeseen(expected),
          );
        },
      ),
      { numRuns: runs(25) },
    );
  });

  test("an assignment made meanwhile by a colleague stays", async () => {
    const office = await officeWithStaff();
    const vorgang = await parkingPermit(office);
    const me = office.caseworker.actor.id;
    const id = await start(office.caseworker, "unassigned", [[vorgang, 1]]);
    const assigned = await assignVorgang(office.caseworker, {
      vorgangId: vorgang,
      assignment: { kind: "assigned", assigneeId: me },
      expectedPosition: 1,
    });
    assert.ok(assigned.ok);
    await run(office, id);
    assert.deepEqual(await resultsOf(office, id), ["changed-meanwhile"]);
  });
});
