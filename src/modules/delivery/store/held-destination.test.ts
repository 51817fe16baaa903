import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { setTimeout as sleep } from "node:timers/promises";
import { sql } from "kysely";
import type { Db } from "../../../platform/database/database.ts";
import { recordAudit } from "../../audit/index.ts";
import {
  openDeliveryFixture,
  type DeliveryFixture,
} from "../testing/delivery-fixture.ts";
import { countFailure } from "./circuit-store.ts";
import { findExpiring } from "./expiry-store.ts";
import { enqueueDeliveries } from "./outbox.ts";
import { findWatched, noteTold } from "./watch-store.ts";

/**
 * Three hold a destination or the head of the audit log at once: the watch job, a worker that counts a failure, and somebody who sends. With a
 * lock `for update` in the first, PostgreSQL ended the last as a deadlock: it waited for the worker's new version of the row, and the worker for the log.
 */
describe("a destination that the watch job holds", () => {
  let fixture: DeliveryFixture;
  before(async () => {
    fixture = await openDeliveryFixture();
  });
  after(() => fixture.close());

  const untilOneWaits = async () => {
    for (;;) {
      const waiting = await fixture.query(
        "select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'",
      );
      if (waiting.length > 0) return;
      await sleep(10);
    }
  };
  const send = (submissionId: string) =>
    fixture.context().transaction(async (db) => {
      await sql`set local lock_timeout = '3s'`.execute(db);
      await audit(db, submissionId);
      await enqueueDeliveries(db, {
        submissionId,
        reference: "SN-7K4M-2QXD",
        leistungSlug: "bewohnerparkausweis",
        version: 2,
      });
    });
  const audit = (db: Db, id: string) =>
    recordAudit(fixture.context(), db, {
      action: "submission.amended",
      subject: { kind: "submission", id },
      details: { version: 2 },
    });

  test("lets somebody send meanwhile, although a worker waits to count a failure", async () => {
    const destinationId = await fixture.addDestination("Parken", "*");
    const [submissionId] = await fixture.submit();
    assert.ok(submissionId);
    const { tenantId, now } = fixture.context();
    let failing: Promise<void> | undefined;
    await fixture.context().transaction(async (db) => {
      await findWatched(db, tenantId, { destinationId, now });
      await findExpiring(db, tenantId, destinationId);
      failing = fixture.context().transaction(async (worker) => {
        const failed = { destinationId, isCanary: false };
        await countFailure(worker, tenantId, failed);
        await audit(worker, submissionId);
      });
      await untilOneWaits();
      await send(submissionId);
      const told = { destinationId, office: now, administrator: now };
      await noteTold(db, tenantId, told);
    });
    await failing;
    const sent = await fixture.query(
      "select failures from delivery.delivery join delivery.destination on destination.id = destination_id where submission_id = $1",
      submissionId,
    );
    assert.deepEqual(sent, [{ failures: 1 }]);
  });
});
