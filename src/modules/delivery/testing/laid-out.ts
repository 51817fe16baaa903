import assert from "node:assert/strict";
import { newId } from "../../../platform/values/id.ts";
import {
  indexConnectors,
  type Connector,
  type DeliveryOutcome,
} from "../domain/connector.ts";
import type { Delivery } from "../domain/delivery.ts";
import { listHandedOverRows } from "../store/handed-over-store.ts";
import { attemptDelivery } from "../use-cases/attempt-delivery.ts";
import { putDestination } from "../use-cases/save-destination.ts";
import type { DeliveryFixture } from "./delivery-fixture.ts";

/** A destination in the real outbox, for connectors whose other side looks into it. */
export async function openLaidOut<Options>(
  fixture: DeliveryFixture,
  connector: Connector<Options>,
  options: Readonly<Record<string, unknown>>,
) {
  const context = fixture.context();
  const { tenantId } = context;
  const destinationId = newId();
  await context.transaction((db) =>
    putDestination(context, db, {
      destinationId,
      name: `Abholung ${destinationId}`,
      connectorKey: connector.key,
      options,
      isEnabled: true,
      leistungSlugs: [],
    }),
  );
  /** One attempt as the worker makes it; after a crash the row says that it waits. */
  const deliver = async (
    delivery: Delivery,
    signal: AbortSignal,
  ): Promise<DeliveryOutcome> => {
    const { deliveryId, version, reference } = delivery;
    await fixture.query(
      `insert into delivery.delivery (tenant_id, id, submission_id, destination_id, reference, leistung_slug, version)
       values ($1, $2, $3, $4, $5, 'bewohnerparkausweis', $6)
       on conflict (tenant_id, id) do update set state = 'waiting'`,
      ...[tenantId, deliveryId, newId(), destinationId, reference, version],
    );
    const step = await attemptDelivery(
      context,
      { deliveryId, signal },
      {
        connectors: indexConnectors([connector]),
        source: { load: () => Promise.resolve(delivery) },
        onFault: (error) => assert.fail(String(error)),
      },
    );
    assert.ok(step?.state === "accepted", step?.state);
    return { kind: "accepted", correlationId: step.receipt };
  };
  /** What the interface lists. */
  const list = () =>
    context.transaction((db) =>
      listHandedOverRows(db, tenantId, { destinationId, limit: 100 }),
    );
  return {
    deliver,
    listIds: async () => (await list()).map(({ deliveryId }) => deliveryId),
  };
}
