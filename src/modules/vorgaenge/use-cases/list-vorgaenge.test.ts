import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import {
  createTestDatabase,
  staffWith,
  type TestDatabase,
} from "../../../platform/testing/test-database.ts";
import { newId } from "../../../platform/values/id.ts";
import type { QueueCursor, QueueFilter } from "../domain/queue.ts";
import {
  doSteps,
  fakePorts,
  newOffice,
  parkingPermit,
  received,
  type Office,
} from "../testing/vorgang-fixtures.ts";
import { listVorgaenge } from "./list-vorgaenge.ts";
import { readVorgang } from "./read-vorgang.ts";

describe("the queue", () => {
  let database: TestDatabase;
  before(async () => {
    database = await createTestDatabase();
  });
  after(() => database.close());

  const pageOf = async (
    office: Pick<Office, "caseworker">,
    filter: QueueFilter,
    after?: QueueCursor,
  ) => {
    const result = await listVorgaenge(office.caseworker, { filter, after });
    assert.ok(result.ok);
    return result.value;
  };
  const minutesAfter = (minutes: number) =>
    new Date(received.getTime() + minutes * 60_000);

  test("an empty queue has zeros and no next page", async () => {
    const page = await pageOf(newOffice(database), "open");
    assert.deepEqual(page.entries, []);
    assert.equal(page.counts.all, 0);
    assert.equal(page.next, undefined);
  });

  test("counts and filters follow the state", async () => {
    const office = newOffice(database);
    const [first, second, third] = [
      await parkingPermit(office),
      await parkingPermit(office),
      await parkingPermit(office),
    ];
    await doSteps(office, second, [{ kind: "question-asked" }]);
    await doSteps(office, third, [{ kind: "decided", outcome: "granted" }]);
    const { counts } = await pageOf(office, "open");
    assert.deepEqual(counts, {
      open: 2,
      all: 3,
      received: 1,
      "in-progress": 0,
      question: 1,
      decided: 1,
      withdrawn: 0,
      "handed-over": 0,
      closed: 0,
    });
    const idsOf = async (filter: QueueFilter) =>
      (await pageOf(office, filter)).entries.map(({ id }) => id).sort();
    assert.deepEqual(await idsOf("open"), [first, second].sort());
    assert.deepEqual(await idsOf("question"), [second]);
    assert.deepEqual(await idsOf("decided"), [third]);
  });

  test("pages show each Vorgang once, whoever waits longest first", async () => {
    const office = newOffice(database);
    const ids: string[] = [];
    for (let minutes = 0; minutes < 60; minutes += 1) {
      // Several at the same moment, so that the time alone does not order them.
      const submittedAt = minutesAfter(Math.floor(minutes / 7));
      ids.push(await parkingPermit(office, { submittedAt }));
    }
    for (const filter of ["open", "all"] as const) {
      const seen: string[] = [];
      const times: number[] = [];
      let cursor: QueueCursor | undefined;
      do {
        const page = await pageOf(office, filter, cursor);
        seen.push(...page.entries.map(({ id }) => id));
        times.push(...page.entries.map((entry) => entry.receivedAt.getTime()));
        cursor = page.next;
      } while (cursor);
      assert.deepEqual([...seen].sort(), [...ids].sort(), filter);
      const sorted = [...times].sort((a, b) => a - b);
      assert.deepEqual(times, filter === "open" ? sorted : sorted.reverse());
    }
  });

  test("unread until opened, per person, and again after a colleague changed it", async () => {
    const office = newOffice(database);
    const id = await parkingPermit(office);
    const colleague = {
      caseworker: database.contextFor({
        tenantId: office.tenantId,
        actor: staffWith(newId(), "vorgang.read", "vorgang.edit"),
        now: received,
      }),
    };
    const isUnreadFor = async (reader: Pick<Office, "caseworker">) =>
      (await pageOf(reader, "all")).entries[0]?.isUnread;
    assert.equal(await isUnreadFor(office), true);

    const { submissions } = fakePorts();
    await readVorgang(office.caseworker, id, submissions);
    await readVorgang(colleague.caseworker, id, submissions);
    assert.equal(await isUnreadFor(office), false);

    await doSteps(office, id, [{ kind: "taken-into-work" }]);
    assert.equal(await isUnreadFor(office), false);
    assert.equal(await isUnreadFor(colleague), true);
  });
});
