import assert from "node:assert/strict";
import { setTimeout as sleep } from "node:timers/promises";
import { after, before, describe, test } from "node:test";
import { deliverJobName } from "../modules/delivery/domain/deliver-job-name.ts";
import { indexConnectors } from "../modules/delivery/index.ts";
import { deliverJob } from "../modules/delivery/jobs/deliver.ts";
import {
  openDeliveryFixture,
  type DeliveryFixture,
} from "../modules/delivery/testing/delivery-fixture.ts";
import { saveDestination } from "../modules/delivery/use-cases/save-destination.ts";
import { createLogger } from "../platform/logging/logger.ts";
import { atMost } from "../platform/testing/thorough.ts";
import { startWorker, type Worker } from "../shell/worker/run-jobs.ts";

/** 10,000 of them with THOROUGH=1. */
const many = Math.min(10_000, atMost(300));
const lanes = 4;
/** A busy machine takes seconds for anything; behind the queue it would be minutes. */
const withinMs = 10_000;

void describe("a long queue for a destination that is down and comes back", () => {
  let fixture: DeliveryFixture;
  let worker: Worker;
  let awayId = "";
  const state = { isDown: true, calls: 0 };
  const arrived: string[] = [];

  before(async () => {
    fixture = await openDeliveryFixture();
    const { connector } = fixture.receiver;
    const connectors = indexConnectors([
      connector,
      {
        ...connector,
        key: "away",
        deliver: ({ deliveryId }) => {
          state.calls += 1;
          if (state.isDown)
            return Promise.resolve({ kind: "unavailable", cause: "connect" });
          arrived.push(deliveryId);
          return Promise.resolve({ kind: "delivered", receipt: "taken" });
        },
      },
    ]);
    await fixture.addDestination("Parken", "bewohnerparkausweis");
    const saved = await saveDestination(
      fixture.context(),
      {
        name: "Fachverfahren",
        connectorKey: "away",
        options: {},
        isEnabled: true,
        leistungSlugs: [],
      },
      connectors,
    );
    assert.ok(saved.ok);
    awayId = saved.value.destinationId;
    worker = startWorker({
      database: fixture.database.database,
      handlers: [deliverJob({ ...fixture.ports, connectors })],
      contextFor: (tenantId) => fixture.database.contextFor({ tenantId }),
      logger: createLogger("silent"),
      concurrency: lanes,
      idleMs: 20,
      serves: "channels",
    });
  });
  after(async () => {
    await worker.stop();
    await fixture.close();
  });

  /** As so many applications in the order of their numbers. */
  const pileUp = () =>
    fixture.query<{ id: string }>(
      `with written as (
         insert into delivery.delivery (tenant_id, submission_id, destination_id, reference, leistung_slug, created_at)
         select $1, gen_random_uuid(), $2, 'SN-' || number, 'bewohnerparkausweis', now() - ($3 - number) * interval '1 second'
         from generate_series(1, $3::int) as number
         returning tenant_id, id, destination_id, created_at
       ), queued as (
         insert into jobs.job (tenant_id, name, payload, unique_key, channel, run_at)
         select tenant_id, $4, jsonb_build_object('deliveryId', id), id::text, destination_id, created_at from written
       )
       select id from written order by created_at`,
      fixture.context().tenantId,
      awayId,
      many,
      deliverJobName,
    );

  /** How long an application for the other destination takes from its confirmation until it is there. */
  const otherMs = async (): Promise<number> => {
    const begun = performance.now();
    const [id = ""] = await fixture.submit();
    while (!fixture.receiver.records.has(id)) {
      assert.ok(performance.now() - begun < 60_000, "the other one waits");
      await sleep(10);
    }
    return performance.now() - begun;
  };

  void test("calls nobody in vain for long, is handed over once and in order, and holds up no other", async (t) => {
    const ids = (await pileUp()).map(({ id }) => id);
    const others: number[] = [];
    for (let number = 0; number < 20; number += 1) {
      others.push(await otherMs());
      await sleep(50);
    }
    const inVain = state.calls;
    assert.ok(inVain >= 5 && inVain <= 15, `${String(inVain)} calls in vain`);
    assert.equal(arrived.length, 0);

    state.isDown = false;
    // In place of the pause of the circuit breaker.
    await fixture.query(
      "update jobs.channel set held_until = '-infinity' where channel = $1",
      awayId,
    );
    await fixture.query(
      "update delivery.destination set open_until = now() where id = $1",
      awayId,
    );
    await fixture.query(
      "update jobs.job set run_at = now() where run_at > now()",
    );
    const begun = performance.now();
    while (arrived.length < many) {
      others.push(await otherMs());
      assert.ok(
        performance.now() - begun < 30_000 + 200 * many,
        `${String(arrived.length)} of ${String(many)} after ${String(Math.round(performance.now() - begun))} ms`,
      );
    }
    const seconds = (performance.now() - begun) / 1000;
    t.diagnostic(
      `${String(many)} in ${seconds.toFixed(1)} s; the slowest of ${String(others.length)} others took ${Math.max(...others).toFixed(0)} ms; ${String(inVain)} calls in vain`,
    );

    assert.deepEqual(arrived.toSorted(), ids.toSorted(), "each once");
    assert.ok(
      Math.max(...others) < withinMs,
      `${Math.max(...others).toFixed(0)} ms`,
    );
    // Those that were tried in vain are due later than those that never were; of the others none overtakes more than run beside it.
    const places = new Map(ids.map((id, place) => [id, place]));
    const order = arrived
      .map((id) => places.get(id) ?? -1)
      .filter((place) => place >= inVain);
    const overtaking = order.map((place, at) => Math.abs(place - inVain - at));
    assert.ok(
      Math.max(...overtaking) <= inVain + lanes,
      `one is ${String(Math.max(...overtaking))} places off`,
    );
  });
});
