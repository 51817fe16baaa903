import assert from "node:assert/strict";
import { after, test } from "node:test";
import {
  describeConnectorContract,
  type ConnectorUnderTest,
} from "../../modules/delivery/testing/connector.contract.ts";
import { openDeliveryFixture } from "../../modules/delivery/testing/delivery-fixture.ts";
import { openLaidOut } from "../../modules/delivery/testing/laid-out.ts";
import { sampleDelivery } from "../../modules/delivery/testing/sample-delivery.ts";
import { createPickupConnector } from "./connector.ts";
import type { PickupOptions } from "./options.ts";

const fixture = await openDeliveryFixture();
after(() => fixture.close());

const clock = () => new Date("2026-03-01T12:00:00Z");
const { tenantId } = sampleDelivery();

describeConnectorContract({
  name: "pickup",
  open: openOutbox,
  // There is no other side that could answer: it comes by itself.
  cannotHappen: ["refusing", "down", "hanging", "late", "twice"],
  success: "accepted",
});

/** The receiver is the list of the interface, filled by attempts as the worker makes them. */
async function openOutbox(): Promise<ConnectorUnderTest<PickupOptions>> {
  const connector = createPickupConnector({ clock });
  const entered = { tenantId, answerDays: "3" };
  const outbox = await openLaidOut(fixture, connector, entered);
  return {
    connect: () => ({
      ...createPickupConnector({ clock }),
      deliver: (delivery, _, signal) => outbox.deliver(delivery, signal),
    }),
    enteredOptions: entered,
    wrongOptions: { ...entered, answerDays: "0" },
    records: outbox.listIds,
    become: (_, delivery) => Promise.resolve(delivery),
    close: () => Promise.resolve(),
  };
}

void test("pickup: the office is told when nobody answers for as many days as were set", async () => {
  const connector = createPickupConnector({ clock });
  const options = connector.parseOptions({ tenantId, answerDays: "2" });
  const { signal } = new AbortController();
  const outcome = await connector.deliver(sampleDelivery(), options, signal);
  assert.ok(outcome.kind === "accepted");
  assert.deepEqual(outcome.answerDueAt, new Date("2026-03-03T12:00:00Z"));
});
