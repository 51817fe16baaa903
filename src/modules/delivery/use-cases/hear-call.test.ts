import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import {
  openDeliveryFixture,
  type DeliveryFixture,
} from "../testing/delivery-fixture.ts";
import { attemptDelivery } from "./attempt-delivery.ts";
import { hearCall } from "./hear-call.ts";

const { signal } = new AbortController();

describe("a call from outside", () => {
  let fixture: DeliveryFixture;
  let destinationId: string;
  before(async () => {
    fixture = await openDeliveryFixture();
    destinationId = await fixture.addDestination("Parken", "*");
  });
  after(() => fixture.close());

  /** A delivery that lies accepted under this name at the other side. */
  const accepted = async (correlationId: string): Promise<string> => {
    fixture.receiver.script.push({ kind: "accepted", correlationId });
    const [deliveryId = assert.fail()] = await fixture.submit();
    const given = { deliveryId, signal };
    await attemptDelivery(fixture.context(), given, fixture.ports);
    return deliveryId;
  };
  const call = (
    text: string,
    given: { right?: string; tenantId?: string } = {},
  ) =>
    hearCall(
      fixture.context(given.tenantId ? { tenantId: given.tenantId } : {}),
      {
        destinationId,
        call: {
          headers: { "callback-authentication": given.right ?? "right" },
          body: Buffer.from(text),
        },
      },
      fixture.ports.connectors,
    );
  const asked = async () => {
    const rows = await fixture.query<{ id: string }>(
      "delete from jobs.job where name = 'delivery.follow' and payload ? 'once' returning payload ->> 'deliveryId' as id",
    );
    return rows.map(({ id }) => id);
  };

  test("asks for the deliveries it names and for no other; unknown names are harmless", async () => {
    const first = await accepted("case-1");
    await accepted("case-2");
    assert.equal(await call("case-1 case-of-nobody"), "heard");
    assert.deepEqual(await asked(), [first]);
    assert.equal(await call("case-of-nobody"), "heard");
    assert.deepEqual(await asked(), []);
  });

  test("repeated, forged, or for another tenant it asks for nothing", async () => {
    await accepted("case-3");
    assert.equal(await call("case-3 "), "heard");
    await asked();
    assert.equal(await call("case-3 "), "repeated");
    assert.equal(await call("case-3", { right: "wrong" }), "refused");
    const { grabowId: tenantId } = fixture;
    assert.equal(await call("case-3", { tenantId }), "refused");
    assert.deepEqual(await asked(), []);
  });
});
