import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { sql } from "kysely";
import {
  createTestDatabase,
  staffWith,
  type TestDatabase,
} from "../../../platform/testing/test-database.ts";
import { newId } from "../../../platform/values/id.ts";
import {
  wholeQueue,
  type QueueCursor,
  type QueueFilter,
  type QueueNarrowing,
} from "../domain/queue.ts";
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
import { indexOlderVorgaenge, reindexVorgang } from "./search-index.ts";

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
      atMost: 500,
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

  const found = async (
    office: Pick<Office, "caseworker">,
    narrowing: Partial<QueueNarrowing>,
  ) => {
    const result = await listVorgaenge(office.caseworker, {
      filter: "all",
      after: undefined,
      narrowing: { ...wholeQueue, ...narrowing },
    });
    assert.ok(result.ok);
    assert.equal(result.value.counts.all, result.value.entries.length);
    return result.value.entries.map(({ id }) => id).sort();
  };

  test("a search finds names and words of the application in any spelling, the Leistung, and the beginning of a number", async () => {
    const office = newOffice(database);
    const jane = await parkingPermit(office, {
      searchTexts: ["Müller-Lüdenscheidt", "Jane", "Am Graben"],
    });
    const joe = await parkingPermit(office, {
      searchTexts: ["Mueller", "Joe", "SN-AB 123"],
    });
    const both = [jane, joe].sort();
    const hits: readonly (readonly [string, readonly string[]])[] = [
      ["muller", both],
      ["MÜLLER", both],
      ["müller jane", [jane]],
      ["lüdenscheidt", [jane]],
      ["luedenscheidt müller parkausweis", [jane]],
      ["sn ab 123", [joe]],
      ["bewohner", both],
      ["test", both],
      ["müller jim", []],
      ["mulle", []],
      ["?!", []],
    ];
    for (const [search, ids] of hits)
      assert.deepEqual(await found(office, { search }), ids, search);
    assert.deepEqual(await found(newOffice(database), { search: "jane" }), []);
  });

  test("the database holds no word of an application, and its hashes differ between tenants", async () => {
    const hashesIn = async (office: Office) => {
      await parkingPermit(office, { searchTexts: ["Zwetschge"] });
      return office.caseworker.transaction(async (db) => {
        const { rows } = await sql<{ word: string }>`
          select word::text from vorgaenge.search_word`.execute(db);
        return rows.map(({ word }) => word);
      });
    };
    const [here] = await hashesIn(newOffice(database));
    const [there] = await hashesIn(newOffice(database));
    assert.match(here ?? "", /^-?\d+$/);
    assert.notEqual(here, there);
  });

  test("what was opened before there was a search is found after the job, and changed answers by their new words only", async () => {
    const office = newOffice(database);
    const submissionId = newId();
    const id = await parkingPermit(office, { submissionId, searchTexts: [] });
    await office.caseworker.transaction((db) =>
      sql`update vorgaenge.vorgang set search_version = 0`.execute(db),
    );
    assert.deepEqual(await found(office, { search: "großmann" }), []);
    const { submissions } = fakePorts();
    assert.equal(
      await indexOlderVorgaenge(office.caseworker, submissions),
      false,
    );
    assert.deepEqual(await found(office, { search: "grossmann" }), [id]);
    await office.caseworker.transaction((db) =>
      reindexVorgang(office.caseworker, db, {
        submissionId,
        searchTexts: ["Kleinmann"],
      }),
    );
    assert.deepEqual(await found(office, { search: "grossmann" }), []);
    assert.deepEqual(await found(office, { search: "kleinmann" }), [id]);
  });

  test("days of receipt count as in Germany, and what is read is left out where only unread is wanted", async () => {
    const office = newOffice(database);
    // Already the third of March in Germany.
    const late = await parkingPermit(office, {
      submittedAt: new Date("2027-03-02T23:30:00.000Z"),
    });
    const next = await parkingPermit(office, {
      submittedAt: new Date("2027-03-03T23:30:00.000Z"),
    });
    const both = [late, next].sort();
    assert.deepEqual(await found(office, { receivedFrom: "2027-03-03" }), both);
    assert.deepEqual(await found(office, { receivedUntil: "2027-03-03" }), [
      late,
    ]);
    assert.deepEqual(await found(office, { receivedUntil: "2027-03-02" }), []);
    assert.deepEqual(await found(office, { isUnread: true }), both);
    await readVorgang(office.caseworker, late, fakePorts().submissions);
    assert.deepEqual(await found(office, { isUnread: true }), [next]);
  });

  test("what has lain longest in its state comes first where that is wanted, over all pages", async () => {
    const office = newOffice(database);
    const ids: string[] = [];
    for (let minutes = 0; minutes < 30; minutes += 1)
      ids.push(
        await parkingPermit(office, { submittedAt: minutesAfter(minutes) }),
      );
    const [first = "", ...others] = ids;
    const later = { ...office, caseworker: office.at(minutesAfter(100)) };
    await doSteps(later, first, [{ kind: "taken-into-work" }]);
    const order = "longest";
    const seen: string[] = [];
    let after: QueueCursor | undefined;
    do {
      const page = await listVorgaenge(office.caseworker, {
        filter: "open",
        order,
        after,
      });
      assert.ok(page.ok);
      seen.push(...page.value.entries.map(({ id }) => id));
      after = page.value.next;
    } while (after);
    assert.deepEqual(seen, [...others, first]);
  });
});
