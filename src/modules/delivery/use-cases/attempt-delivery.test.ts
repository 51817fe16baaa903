import assert from "node:assert/strict";
import { after, before, beforeEach, describe, test } from "node:test";
import {
  openDeliveryFixture,
  type DeliveryFixture,
} from "../testing/delivery-fixture.ts";
import type { FakeStep } from "../testing/fake-connectors.ts";
import { sampleContent } from "../testing/sample-delivery.ts";
import { attemptDelivery } from "./attempt-delivery.ts";

type Row = {
  submission_id: string;
  destination_id: string;
  state: string;
  attempts: number;
  last_reason: string | null;
  receipt: string | null;
  next_attempt_at: Date | null;
};

describe("an attempt to deliver", () => {
  let fixture: DeliveryFixture;
  before(async () => {
    fixture = await openDeliveryFixture();
    await fixture.addDestination("Fachverfahren Parken", "bewohnerparkausweis");
  });
  after(() => fixture.close());
  beforeEach(() => {
    fixture.receiver.script.length = 0;
    fixture.receiver.calls.length = 0;
    fixture.faults.length = 0;
  });

  const submit = async (...script: FakeStep[]): Promise<string> => {
    fixture.receiver.script.push(...script);
    const [deliveryId] = await fixture.submit();
    assert.ok(deliveryId);
    return deliveryId;
  };
  const attempt = (
    deliveryId: string,
    now = new Date(),
    source = fixture.ports.source,
  ) =>
    attemptDelivery(
      fixture.context({ now }),
      { deliveryId, signal: new AbortController().signal },
      { ...fixture.ports, source },
    );
  const read = async (deliveryId: string): Promise<Row> => {
    const [row] = await fixture.query<Row>(
      "select * from delivery.delivery where id = $1",
      deliveryId,
    );
    assert.ok(row);
    return row;
  };
  const listAttempts = (deliveryId: string) =>
    fixture.query<{ outcome: string | null; reason: string | null }>(
      "select outcome, reason from delivery.attempt where delivery_id = $1 order by number",
      deliveryId,
    );

  test("that succeeds keeps the receipt, and is not repeated", async () => {
    const deliveryId = await submit();
    assert.deepEqual(await attempt(deliveryId), {
      state: "delivered",
      receipt: "fake-receipt",
    });
    assert.equal(await attempt(deliveryId), undefined);
    assert.deepEqual(fixture.receiver.calls, [deliveryId]);
    const row = await read(deliveryId);
    assert.equal(row.state, "delivered");
    assert.equal(row.receipt, "fake-receipt");
    assert.equal(row.next_attempt_at, null);
    const entries = await fixture.query(
      "select subject_kind, subject_id, details from audit.entry where action = 'delivery.handed-over'",
    );
    assert.deepEqual(
      entries,
      [
        {
          subject_kind: "submission",
          subject_id: row.submission_id,
          details: {
            deliveryId,
            destinationId: row.destination_id,
            outcome: "delivered",
          },
        },
      ],
      "who looks whom the data were given to finds it in the log, once",
    );
  });

  test("finds the back office down, waits, and delivers once when it is back", async () => {
    const down = { kind: "unavailable", cause: "connect" } as const;
    const deliveryId = await submit(down, down);
    const now = new Date();
    const first = await attempt(deliveryId, now);
    assert.ok(first?.state === "waiting");
    assert.ok(first.afterMs >= 10_000 && first.afterMs <= 12_500);
    const row = await read(deliveryId);
    assert.equal(row.last_reason, "connect");
    assert.ok((row.next_attempt_at?.getTime() ?? 0) >= now.getTime() + 10_000);
    const second = await attempt(deliveryId);
    assert.ok(second?.state === "waiting" && second.afterMs >= 20_000);
    assert.equal((await attempt(deliveryId))?.state, "delivered");
    assert.equal(
      fixture.receiver.calls.filter((id) => id === deliveryId).length,
      3,
    );
    assert.deepEqual(await listAttempts(deliveryId), [
      { outcome: "unavailable", reason: "connect" },
      { outcome: "unavailable", reason: "connect" },
      { outcome: "delivered", reason: null },
    ]);
  });

  test("that was killed after sending is repeated under the same id: one record", async () => {
    const deliveryId = await submit("crashes-after-sending");
    assert.equal((await attempt(deliveryId))?.state, "waiting");
    assert.equal((await attempt(deliveryId))?.state, "delivered");
    assert.deepEqual(fixture.receiver.calls, [deliveryId, deliveryId]);
    assert.ok(fixture.receiver.records.has(deliveryId));
  });

  test("leaves its trace when the worker dies in the middle", async () => {
    const deliveryId = await submit("crashes");
    const ports = {
      ...fixture.ports,
      onFault: () => {
        throw new Error("killed");
      },
    };
    const signal = new AbortController().signal;
    await assert.rejects(
      attemptDelivery(fixture.context(), { deliveryId, signal }, ports),
    );
    assert.deepEqual(await listAttempts(deliveryId), [
      { outcome: null, reason: null },
    ]);
    assert.equal((await attempt(deliveryId))?.state, "delivered");
    assert.equal((await read(deliveryId)).attempts, 2);
  });

  test("that is rejected waits for a person", async () => {
    const deliveryId = await submit({ kind: "rejected", reason: "http-422" });
    assert.equal((await attempt(deliveryId))?.state, "rejected");
    assert.equal(await attempt(deliveryId), undefined);
    assert.equal((await read(deliveryId)).last_reason, "http-422");
  });

  test("is given up after two days, visibly", async () => {
    const deliveryId = await submit({ kind: "unavailable", cause: "dns" });
    const later = new Date(Date.now() + 48 * 3_600_000);
    assert.deepEqual(await attempt(deliveryId, later), {
      state: "dead",
      reason: "dns",
    });
    assert.equal((await read(deliveryId)).state, "dead");
  });

  test("whose connector throws is a fault: reported, seen and tried again", async () => {
    const deliveryId = await submit("crashes");
    assert.equal((await attempt(deliveryId))?.state, "waiting");
    assert.equal(fixture.faults.length, 1);
    assert.equal((await read(deliveryId)).last_reason, "fault");
  });

  test("is given back when the worker stops", async () => {
    const deliveryId = await submit({ kind: "unavailable", cause: "timeout" });
    const signal = AbortSignal.abort(new Error("stopping"));
    await assert.rejects(
      attemptDelivery(fixture.context(), { deliveryId, signal }, fixture.ports),
    );
    assert.equal((await read(deliveryId)).state, "waiting");
  });

  test("of another tenant's delivery does nothing", async () => {
    const deliveryId = await submit();
    const foreign = fixture.context({ tenantId: fixture.grabowId });
    const signal = new AbortController().signal;
    const step = await attemptDelivery(
      foreign,
      { deliveryId, signal },
      fixture.ports,
    );
    assert.equal(step, undefined);
    assert.equal((await read(deliveryId)).attempts, 0);
    assert.deepEqual(fixture.receiver.calls, []);
  });

  test("names what is wrong on our side", async () => {
    const gone = await submit();
    const signal = new AbortController().signal;
    const run = (deliveryId: string, ports: Partial<typeof fixture.ports>) =>
      attemptDelivery(
        fixture.context(),
        { deliveryId, signal },
        { ...fixture.ports, ...ports },
      );
    const source = { load: () => Promise.resolve(undefined) };
    assert.deepEqual(await run(gone, { source }), {
      state: "rejected",
      reason: "submission-missing",
    });
    assert.deepEqual(await run(await submit(), { connectors: new Map() }), {
      state: "rejected",
      reason: "connector-missing",
    });
  });

  test("of a later version waits for the earlier one, unless that was refused", async () => {
    const first = await submit({ kind: "unavailable", cause: "dns" });
    const second = await fixture.correct(first);
    assert.equal((await attempt(first))?.state, "waiting");
    const held = await attempt(second);
    assert.ok(held?.state === "waiting" && held.reason === "earlier-first");
    assert.deepEqual(fixture.receiver.calls, [first]);
    assert.deepEqual(await listAttempts(second), []);
    await fixture.query(
      "update jobs.job set run_at = now() + interval '1 hour'",
    );
    assert.equal((await attempt(first))?.state, "delivered");
    const [job] = await fixture.query<{ is_due: boolean }>(
      "select run_at <= now() as is_due from jobs.job where unique_key = $1",
      second,
    );
    assert.equal(job?.is_due, true, "called by the success of the first");
    assert.equal((await attempt(second))?.state, "delivered");

    const refused = await submit({ kind: "rejected", reason: "http-422" });
    const cured = await fixture.correct(refused);
    assert.equal((await attempt(refused))?.state, "rejected");
    assert.equal((await attempt(cured))?.state, "delivered");
  });

  test("that fails for the fifth time in a row opens the circuit of the destination; a success closes it", async () => {
    const channel = async () => {
      const [row] = await fixture.query<{ slots: number; held_ms: number }>(
        `select slots, case when isfinite(held_until) then extract(epoch from held_until - now())::float8 * 1000 else 0 end as held_ms
           from jobs.channel`,
      );
      return row;
    };
    const down = { kind: "unavailable", cause: "connect" } as const;
    const deliveryId = await submit(down, down, down, down, down);
    for (let failures = 1; failures < 5; failures += 1)
      await attempt(deliveryId);
    assert.equal((await channel())?.slots, 2);
    await attempt(deliveryId);
    const open = await channel();
    assert.equal(open?.slots, 1, "one canary");
    assert.ok(open.held_ms > 20_000 && open.held_ms < 38_000);
    fixture.receiver.script.push({
      ...down,
      cause: "http-429",
      retryAfterMs: 3_600_000,
    });
    await attempt(deliveryId);
    assert.ok(((await channel())?.held_ms ?? 0) > 3_500_000, "Retry-After");
    await attempt(deliveryId);
    assert.deepEqual(await channel(), { slots: 2, held_ms: 0 });
  });

  test("under way as the destination goes does not lengthen the pause: what counts then is the canary", async () => {
    const ids = await Promise.all(Array.from({ length: 8 }, () => submit()));
    const down = { kind: "unavailable", cause: "connect" } as const;
    fixture.receiver.script.push(...ids.map(() => down));
    let begun = 0;
    const all = Promise.withResolvers<undefined>();
    const load = async () => {
      begun += 1;
      if (begun === ids.length) all.resolve(undefined);
      await all.promise;
      return sampleContent();
    };
    await Promise.all(ids.map((id) => attempt(id, new Date(), { load })));
    const read = () =>
      fixture.query<{ failures: number; pause_ms: number | null }>(
        "select failures, extract(epoch from open_until - now())::float8 * 1000 as pause_ms from delivery.destination",
      );
    const [open] = await read();
    assert.equal(open?.failures, 5);
    assert.ok(
      open.pause_ms && open.pause_ms > 20_000 && open.pause_ms < 38_000,
    );
    fixture.receiver.script.push(down);
    await attempt(await submit());
    const [longer] = await read();
    assert.equal(longer?.failures, 6);
    assert.ok(
      longer.pause_ms && longer.pause_ms > 50_000 && longer.pause_ms < 76_000,
    );
    await attempt(await submit());
    assert.deepEqual(await read(), [{ failures: 0, pause_ms: null }]);
  });

  test("takes two statements besides begin, tenant and commit", async () => {
    const deliveryId = await submit();
    fixture.database.statements.length = 0;
    await attempt(deliveryId);
    const own = fixture.database.statements.filter((sql) =>
      sql.includes("delivery."),
    );
    assert.equal(own.length, 2);
  });
});
