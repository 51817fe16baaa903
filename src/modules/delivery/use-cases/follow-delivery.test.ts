import assert from "node:assert/strict";
import { test } from "node:test";
import type { ReadBack } from "../domain/read-back.ts";
import { openDeliveryFixture } from "../testing/delivery-fixture.ts";
import { attemptDelivery } from "./attempt-delivery.ts";
import { openConnectorNotes } from "./connector-notes.ts";
import { followDelivery, type DeliveryAnswer } from "./follow-delivery.ts";
import { removeDeliveries } from "./remove-deliveries.ts";
import { viewDelivery } from "./view-delivery.ts";

const token = {
  id: "0b6a",
  kind: "submit-submission",
  occurredAt: new Date("2026-03-01T10:00:00Z"),
  content: "eyJ.eyJ.sig",
  remarks: ["Hausnummer fehlt"],
};
const { signal } = new AbortController();

test("an accepted delivery is asked for until it is answered; the answer counts once, its proof is kept and its faults are asked again", async (t) => {
  const fixture = await openDeliveryFixture();
  t.after(() => fixture.close());
  const script: (ReadBack | "throws")[] = [];
  const answers: DeliveryAnswer[] = [];
  const { connector } = fixture.receiver;
  const readBack = () => {
    const next = script.shift();
    if (next === undefined || next === "throws") throw new Error("as told");
    return Promise.resolve(next);
  };
  const ports = {
    ...fixture.ports,
    connectors: new Map([["fake", { ...connector, readBack }]]),
    onAnswer: (_context: unknown, _db: unknown, answer: DeliveryAnswer) =>
      Promise.resolve(void answers.push(answer)),
  };
  await fixture.addDestination("Kreis", "bewohnerparkausweis");
  const [deliveryId = ""] = await fixture.submit();
  const dueAt = new Date("2026-03-11T10:00:00Z");
  fixture.receiver.script.push({
    kind: "accepted",
    correlationId: "case-1",
    answerDueAt: dueAt,
  });
  const now = new Date("2026-03-01T10:00:00Z");
  await attemptDelivery(
    fixture.context({ now }),
    { deliveryId, signal },
    ports,
  );
  const ask = (at: string) =>
    followDelivery(
      fixture.context({ now: new Date(at) }),
      { deliveryId, signal },
      ports,
    );
  const [job] = await fixture.query<{ name: string }>(
    "select name from jobs.job where name = 'delivery.follow' and unique_key = $1",
    deliveryId,
  );
  assert.ok(job, "the question is in the queue with the acceptance");

  script.push("throws", { answer: { kind: "pending" }, evidence: [token] });
  assert.equal(await ask("2026-03-01T10:00:30Z"), 60_000);
  assert.equal(fixture.faults.length, 1);
  const later = await ask("2026-03-01T12:00:00Z");
  assert.ok(later && later > 10 * 60_000 && later <= 12 * 60_000);
  const rejected: ReadBack = {
    answer: { kind: "rejected", reason: "refused-by-receiver" },
    evidence: [token, { ...token, id: "0b6b", kind: "reject-submission" }],
  };
  script.push(rejected, rejected);
  await Promise.all([ask("2026-03-02T10:00:00Z"), ask("2026-03-02T10:00:00Z")]);
  assert.equal(await ask("2026-03-02T11:00:00Z"), undefined);
  assert.deepEqual(
    answers.map(({ kind, destinationName }) => [kind, destinationName]),
    [["rejected", "Kreis"]],
  );

  const view = await viewDelivery(fixture.context(), deliveryId);
  assert.equal(view?.delivery.state, "rejected");
  assert.equal(view.delivery.lastReason, "refused-by-receiver");
  assert.deepEqual(
    view.evidence.map(({ id, content, remarks }) => [id, content, ...remarks]),
    [
      ["0b6a", "eyJ.eyJ.sig", "Hausnummer fehlt"],
      ["0b6b", "eyJ.eyJ.sig", "Hausnummer fehlt"],
    ],
  );
  const foreign = fixture.context({ tenantId: fixture.grabowId });
  assert.equal(await viewDelivery(foreign, deliveryId), undefined);

  const notes = openConnectorNotes((tenantId) => fixture.context({ tenantId }));
  const { tenantId } = fixture.context();
  await notes.write(tenantId, deliveryId, { submissionId: "a" });
  await notes.write(tenantId, deliveryId, { submissionId: "b" });
  assert.deepEqual(await notes.read(tenantId, deliveryId), {
    submissionId: "b",
  });
  assert.equal(await notes.read(fixture.grabowId, deliveryId), undefined);
  const { submissionId } = view.delivery;
  await fixture.context().transaction((db) =>
    removeDeliveries(fixture.context(), db, {
      submissionId,
      vorgangId: submissionId,
    }),
  );
  assert.deepEqual(
    await fixture.query(
      "select delivery_id from delivery.evidence union select delivery_id from delivery.connector_note",
    ),
    [],
    "retention takes all of it",
  );
});
