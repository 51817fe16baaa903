import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { newId } from "../../../platform/values/id.ts";
import {
  openDeliveryFixture,
  type DeliveryFixture,
} from "../testing/delivery-fixture.ts";
import { enqueueDeliveries } from "./outbox.ts";
import { mayStopDeliveries, stopDeliveries } from "./stop-deliveries.ts";

describe("enqueueing deliveries", () => {
  let fixture: DeliveryFixture;
  before(async () => {
    fixture = await openDeliveryFixture();
    await fixture.addDestination("Fachverfahren Parken", "bewohnerparkausweis");
    await fixture.addDestination("Bürgerbüro", "*");
    await fixture.addDestination("Steueramt", "hundesteuer");
    await fixture.addDestination("doppelt", "*", "bewohnerparkausweis");
  });
  after(() => fixture.close());

  const submission = (leistungSlug: string) => ({
    submissionId: newId(),
    reference: "SN-7K4M-2QXD",
    leistungSlug,
  });
  const countJobs = async () => {
    const [row] = await fixture.query<{ count: string }>(
      "select count(*) from jobs.job where name = 'delivery.deliver'",
    );
    return Number(row?.count);
  };

  test("writes one delivery and one job for each destination of the Leistung, in one statement", async () => {
    const jobsBefore = await countJobs();
    fixture.database.statements.length = 0;
    const written = await fixture
      .context()
      .transaction((db) =>
        enqueueDeliveries(db, submission("bewohnerparkausweis")),
      );
    assert.equal(written, 3);
    assert.equal(await countJobs(), jobsBefore + 3);
    const own = fixture.database.statements.filter((sql) =>
      sql.includes("delivery."),
    );
    assert.equal(own.length, 1);
  });

  test("is idempotent by submission and destination", async () => {
    const once = submission("hundesteuer");
    const write = () =>
      fixture.context().transaction((db) => enqueueDeliveries(db, once));
    assert.equal(await write(), 3);
    assert.equal(await write(), 0);
  });

  test("waits from when the caller's clock says, whenever the application was sent in", async () => {
    const sent = {
      ...submission("hundesteuer"),
      submittedAt: new Date("2026-03-01T08:00:00Z"),
      waitingSince: new Date("2026-03-05T08:00:00Z"),
    };
    await fixture.context().transaction((db) => enqueueDeliveries(db, sent));
    const rows = await fixture.query<{ created_at: Date; waiting_since: Date }>(
      "select distinct created_at, waiting_since from delivery.delivery where submission_id = $1",
      sent.submissionId,
    );
    assert.deepEqual(rows, [
      { created_at: sent.submittedAt, waiting_since: sent.waitingSince },
    ]);
  });

  test("may be stopped until a back-office system was asked; a mere notice does not count", async () => {
    const sent = submission("hundesteuer");
    const { submissionId } = sent;
    const may = (...contentless: string[]) =>
      fixture
        .context()
        .transaction((db) =>
          mayStopDeliveries(db, { submissionId, contentless }),
        );
    await fixture.context().transaction((db) => enqueueDeliveries(db, sent));
    assert.equal(await may(), true);
    const [tried = assert.fail()] = await fixture.query<{ connector: string }>(
      `update delivery.delivery set attempts = 1 from delivery.destination where destination.id = destination_id and submission_id = $1
       returning connector_key as connector`,
      submissionId,
    );
    assert.equal(await may(), false);
    assert.equal(await may(tried.connector), true);
    // What is offered and what happens agree.
    const isStopped = await fixture
      .context()
      .transaction((db) =>
        stopDeliveries(db, { submissionId, contentless: [] }),
      );
    assert.equal(isStopped, false);
  });

  test("leaves nothing behind when the submission is rolled back", async () => {
    const jobsBefore = await countJobs();
    await assert.rejects(
      fixture.context().transaction(async (db) => {
        await enqueueDeliveries(db, submission("hundesteuer"));
        throw new Error("rolled back");
      }),
    );
    assert.equal(await countJobs(), jobsBefore);
  });

  test("sends nothing of another tenant to these destinations", async () => {
    const written = await fixture
      .context({ tenantId: fixture.grabowId })
      .transaction((db) => enqueueDeliveries(db, submission("hundesteuer")));
    assert.equal(written, 0);
  });
});
