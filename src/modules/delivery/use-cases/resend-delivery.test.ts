import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import {
  openDeliveryFixture,
  type DeliveryFixture,
} from "../testing/delivery-fixture.ts";
import { attemptDelivery } from "./attempt-delivery.ts";
import type { ListPlace } from "../store/list-place.ts";
import { listDeliveries } from "./list-deliveries.ts";
import { resendDelivery } from "./resend-delivery.ts";

describe("sending again", () => {
  let fixture: DeliveryFixture;
  before(async () => {
    fixture = await openDeliveryFixture();
    await fixture.addDestination("Fachverfahren Parken", "*");
  });
  after(() => fixture.close());

  const submit = async (): Promise<string> => {
    const [id] = await fixture.submit();
    assert.ok(id);
    return id;
  };
  const jobsOf = (deliveryId: string) =>
    fixture.query<{ state: string; is_due: boolean }>(
      "select state, run_at <= now() as is_due from jobs.job where payload ->> 'deliveryId' = $1",
      deliveryId,
    );
  const resend = async (deliveryId: string) => {
    const result = await resendDelivery(fixture.context(), { deliveryId });
    assert.ok(result.ok);
  };
  const attempt = (deliveryId: string, now = new Date()) =>
    attemptDelivery(
      fixture.context({ now }),
      { deliveryId, signal: new AbortController().signal },
      fixture.ports,
    );

  test("a waiting delivery is tried at once, by the job it has", async () => {
    const deliveryId = await submit();
    await fixture.query(
      "update jobs.job set run_at = now() + interval '1 hour' where payload ->> 'deliveryId' = $1",
      deliveryId,
    );
    await resend(deliveryId);
    assert.deepEqual(await jobsOf(deliveryId), [
      { state: "waiting", is_due: true },
    ]);
  });

  test("a waiting delivery without a job gets one", async () => {
    const deliveryId = await submit();
    await fixture.query(
      "delete from jobs.job where payload ->> 'deliveryId' = $1",
      deliveryId,
    );
    await resend(deliveryId);
    assert.equal((await jobsOf(deliveryId)).length, 1);
  });

  test("one that was given up begins a new series under the same id; its dead letter goes", async () => {
    const deliveryId = await submit();
    const down = { kind: "unavailable", cause: "connect" } as const;
    fixture.receiver.script.push(down, down);
    const later = new Date(Date.now() + 49 * 3_600_000);
    assert.equal((await attempt(deliveryId, later))?.state, "dead");
    await fixture.query(
      "update jobs.job set state = 'dead', died_at = now() where payload ->> 'deliveryId' = $1",
      deliveryId,
    );
    await resend(deliveryId);
    assert.deepEqual(await jobsOf(deliveryId), [
      { state: "waiting", is_due: true },
    ]);
    const again = await attempt(deliveryId);
    assert.ok(again?.state === "waiting" && again.afterMs < 13_000);
    assert.equal((await attempt(deliveryId))?.state, "delivered");
    assert.deepEqual(
      new Set(fixture.receiver.calls.slice(-3)),
      new Set([deliveryId]),
    );
  });

  test("is audited with who and from which state", async () => {
    const deliveryId = await submit();
    await resend(deliveryId);
    const entries = await fixture.query(
      "select actor_id, action, details from audit.entry where subject_id = $1",
      deliveryId,
    );
    assert.deepEqual(entries, [
      {
        actor_id: "kevin",
        action: "delivery.resent",
        details: { from: "waiting" },
      },
    ]);
  });

  test("the list pages through all of a state without gaps or repeats", async () => {
    await Promise.all(Array.from({ length: 120 }, () => submit()));
    const seen: string[] = [];
    let after: ListPlace | undefined;
    do {
      const result = await listDeliveries(fixture.context(), {
        state: "waiting",
        ...(after ? { after } : {}),
      });
      assert.ok(result.ok);
      seen.push(...result.value.deliveries.map((line) => line.deliveryId));
      after = result.value.next;
      // The last one of a page is settled meanwhile: the next page begins behind it all the same.
      if (after)
        await fixture.query(
          "update delivery.delivery set state = 'closed' where id = $1",
          after.deliveryId,
        );
    } while (after);
    const [row] = await fixture.query<{ count: string }>(
      "select count(*) from delivery.delivery where state in ('waiting', 'closed')",
    );
    assert.equal(new Set(seen).size, seen.length);
    assert.equal(seen.length, Number(row?.count));
  });
});
