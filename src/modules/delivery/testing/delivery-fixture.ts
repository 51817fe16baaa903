import assert from "node:assert/strict";
import pg from "pg";
import type { Actor, Context } from "../../../platform/context/context.ts";
import {
  createTestDatabase,
  staffWith,
  type TestDatabase,
} from "../../../platform/testing/test-database.ts";
import { newId } from "../../../platform/values/id.ts";
import { indexConnectors } from "../domain/connector.ts";
import { enqueueDeliveries } from "../store/outbox.ts";
import type { DeliveryPorts } from "../use-cases/attempt-delivery.ts";
import { saveDestination } from "../use-cases/save-destination.ts";
import { fakeReceiver, type FakeReceiver } from "./fake-connectors.ts";
import { sampleContent } from "./sample-delivery.ts";

/** Schwerin with one back office, and Grabow as the other tenant. */
export type DeliveryFixture = {
  readonly database: TestDatabase;
  readonly receiver: FakeReceiver;
  readonly ports: DeliveryPorts;
  readonly faults: unknown[];
  /** Kevin of Schwerin, who may read and send again; another actor, tenant or time when told. */
  context(given?: { actor?: Actor; tenantId?: string; now?: Date }): Context;
  readonly grabowId: string;
  addDestination(name: string, ...leistungSlugs: string[]): Promise<string>;
  /** Sends in an application for the parking permit; gives the ids of its deliveries. */
  submit(leistungSlug?: string): Promise<string[]>;
  /** Sends a correction of what the delivery brings; gives the id of its delivery. */
  correct(deliveryId: string): Promise<string>;
  /** Reads past row-level security. */
  query<Row>(sql: string, ...values: unknown[]): Promise<Row[]>;
  close(): Promise<void>;
};

export const kevin = staffWith(
  "kevin",
  "delivery.read",
  "delivery.all",
  "delivery.edit",
);

export async function openDeliveryFixture(): Promise<DeliveryFixture> {
  const database = await createTestDatabase();
  const owner = new pg.Pool({ ...database.address, max: 4 });
  const tenantId = newId();
  const receiver = fakeReceiver();
  const connectors = indexConnectors([receiver.connector]);
  const faults: unknown[] = [];
  const query = async <Row>(sql: string, ...values: unknown[]) =>
    (await owner.query(sql, values)).rows as Row[];
  const context: DeliveryFixture["context"] = (given = {}) =>
    database.contextFor({ tenantId, actor: kevin, ...given });
  return {
    database,
    receiver,
    faults,
    context,
    grabowId: newId(),
    query,
    ports: {
      connectors,
      source: { load: () => Promise.resolve(sampleContent()) },
      onFault: (error) => faults.push(error),
    },
    addDestination: async (name, ...leistungSlugs) => {
      const saved = await saveDestination(
        context(),
        {
          name,
          connectorKey: "fake",
          options: {},
          isEnabled: true,
          leistungSlugs,
        },
        connectors,
      );
      assert.ok(saved.ok);
      return saved.value.destinationId;
    },
    submit: async (leistungSlug = "bewohnerparkausweis") => {
      const submissionId = newId();
      await context().transaction((db) =>
        enqueueDeliveries(db, {
          submissionId,
          reference: "SN-7K4M-2QXD",
          leistungSlug,
        }),
      );
      const rows = await query<{ id: string }>(
        "select id from delivery.delivery where submission_id = $1",
        submissionId,
      );
      return rows.map((row) => row.id);
    },
    correct: async (deliveryId) => {
      const [sent] = await query<{ submission_id: string; version: number }>(
        "select submission_id, version from delivery.delivery where id = $1",
        deliveryId,
      );
      assert.ok(sent);
      const { submission_id: submissionId, version } = sent;
      await context().transaction((db) =>
        enqueueDeliveries(db, {
          submissionId,
          version: version + 1,
          reference: "SN-7K4M-2QXD",
          leistungSlug: "bewohnerparkausweis",
        }),
      );
      const [row] = await query<{ id: string }>(
        "select id from delivery.delivery where submission_id = $1 and version = $2",
        submissionId,
        version + 1,
      );
      assert.ok(row);
      return row.id;
    },
    close: async () => {
      await owner.end();
      await database.close();
    },
  };
}
