import assert from "node:assert/strict";
import { after, before, beforeEach, describe, test } from "node:test";
import { sql } from "kysely";
import type { Context } from "../../../platform/context/context.ts";
import {
  createTestDatabase,
  type TestDatabase,
} from "../../../platform/testing/test-database.ts";
import { newId } from "../../../platform/values/id.ts";
import { enter, lookAtQueue, viewQueue } from "./enter.ts";

const leistungSlug = "schulplatz";
const start = Date.UTC(2026, 10, 27, 9);

void describe("the queue before a Leistung", () => {
  let testDatabase: TestDatabase;
  let tenantId: string;
  /** When each application that is being filled in was begun. */
  let begun: Date[];
  before(async () => {
    testDatabase = await createTestDatabase();
  });
  beforeEach(() => {
    tenantId = newId();
    begun = [];
  });
  after(() => testDatabase.close());

  const at = (seconds: number, tenant = tenantId): Context => ({
    ...testDatabase.contextFor({ tenantId: tenant }),
    now: new Date(start + seconds * 1000),
  });
  const limitTo = async (places: number, tenant = tenantId) => {
    const context = at(0, tenant);
    await context.transaction((db) =>
      sql`
        insert into admission.rule (leistung_slug, places, changed_at, changed_by) values (${leistungSlug}, ${places}, now(), 'test')
        on conflict (tenant_id, leistung_slug) do update set places = excluded.places
      `.execute(db),
    );
  };
  const asking = (ticket?: string) => ({
    leistungSlug,
    ticket,
    countAtWork: (_db: unknown, { begunSince }: { begunSince: Date }) =>
      Promise.resolve({
        atWork: begun.length,
        begun: begun.filter((moment) => moment > begunSince).length,
      }),
  });
  /** What a visitor does: asks, and writes an application when let in. */
  const ask = async (context: Context, ticket?: string) => {
    const admission = await enter(context, asking(ticket));
    if (admission.kind === "wait") return admission.ticket;
    begun.push(context.now);
    return undefined;
  };
  const look = (context: Context, ticket: string) =>
    lookAtQueue(context, asking(ticket));
  const leave = (count: number) => begun.splice(0, count);

  void test("is not there without a limit", async () => {
    for (let visitor = 0; visitor < 30; visitor += 1)
      assert.equal(await ask(at(0)), undefined);
    assert.deepEqual(await look(at(0), "1.x"), { kind: "open" });
  });

  void test("lets in as many as the limit when twenty times as many come at once, and then the others one by one in their order", async () => {
    await limitTo(3);
    const came = await Promise.all(
      Array.from({ length: 60 }, () => ask(at(0))),
    );
    assert.equal(begun.length, 3);
    const waiting = came
      .filter((ticket) => ticket !== undefined)
      .sort((a, b) => Number.parseInt(a) - Number.parseInt(b));
    assert.equal(new Set(waiting).size, 57);
    const let_in: string[] = [];
    const inside = () => begun.length;
    for (let round = 1; waiting.length > 0; round += 1) {
      leave(3);
      // All look at the same time, more often than anything changes.
      const moment = at(round * 20);
      const standings = await Promise.all(
        [...waiting, ...waiting].map((ticket) => look(moment, ticket)),
      );
      const called = waiting.filter(
        (_, index) => standings[index]?.kind === "called",
      );
      assert.deepEqual(called, waiting.slice(0, called.length));
      assert.equal(called.length, Math.min(3, waiting.length));
      await Promise.all(
        waiting.splice(0, called.length).map(async (ticket) => {
          assert.equal(await ask(at(round * 20 + 1), ticket), undefined);
          let_in.push(ticket);
        }),
      );
      assert.ok(inside() <= 3, `${String(inside())} inside`);
    }
    assert.equal(let_in.length, 57);
  });

  void test("says the place and how long it takes; who asks again keeps the place", async () => {
    await limitTo(1);
    await ask(at(0));
    const first = (await ask(at(1))) ?? assert.fail();
    const second = (await ask(at(2))) ?? assert.fail();
    assert.equal(await ask(at(3), second), second);
    assert.deepEqual(await look(at(4), second), {
      kind: "waiting",
      position: 2,
      minutes: 20,
    });
    assert.deepEqual(await viewQueue(at(4), asking()), {
      waiting: 2,
      atWork: 1,
    });
    leave(1);
    const called = await look(at(30), first);
    assert.ok(called.kind === "called");
    assert.deepEqual(called.until, at(30 + 180).now);
  });

  void test("a number that was called and not used in time goes to the end; the next one is called instead", async () => {
    await limitTo(1);
    await ask(at(0));
    const first = (await ask(at(1))) ?? assert.fail();
    const second = (await ask(at(2))) ?? assert.fail();
    leave(1);
    assert.equal((await look(at(10), first)).kind, "called");
    assert.equal((await look(at(12), second)).kind, "waiting");
    assert.equal((await look(at(200), second)).kind, "called");
    assert.deepEqual(await look(at(200), first), { kind: "missed" });
    const third = (await ask(at(201), first)) ?? assert.fail();
    assert.equal(Number.parseInt(third), 4);
    assert.equal(await ask(at(202), second), undefined);
  });

  void test("a number is used once, and one that this portal did not give counts for nothing", async () => {
    await limitTo(1);
    await ask(at(0));
    const ticket = (await ask(at(1))) ?? assert.fail();
    leave(1);
    assert.equal(await ask(at(20), ticket), undefined);
    const again = (await ask(at(21), ticket)) ?? assert.fail();
    assert.equal(Number.parseInt(again), 3);

    const [, mac = ""] = ticket.split(".");
    const forged = `1.${mac}`;
    assert.deepEqual(await look(at(22), forged), { kind: "open" });
    assert.equal(Number.parseInt((await ask(at(22), forged)) ?? ""), 4);

    const elsewhere = newId();
    await limitTo(1, elsewhere);
    assert.deepEqual(await look(at(23, elsewhere), again), { kind: "open" });
  });

  void test("ends when the limit is taken away", async () => {
    await limitTo(1);
    await ask(at(0));
    const ticket = (await ask(at(1))) ?? assert.fail();
    await at(2).transaction((db) =>
      sql`delete from admission.rule where leistung_slug = ${leistungSlug}`.execute(
        db,
      ),
    );
    assert.deepEqual(await look(at(3), ticket), { kind: "open" });
    assert.equal(await ask(at(3), ticket), undefined);
  });
});
