import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import fc from "fast-check";
import { guest, staffWith } from "../../../platform/testing/test-database.ts";
import { newId } from "../../../platform/values/id.ts";
import {
  kevin,
  openDeliveryFixture,
  type DeliveryFixture,
} from "../testing/delivery-fixture.ts";
import { listDeliveries } from "./list-deliveries.ts";
import { resendDelivery } from "./resend-delivery.ts";
import { viewDelivery } from "./view-delivery.ts";

const reader = staffWith(newId(), "delivery.read");
const stranger = staffWith("sven", "vorgang.read");
const states = [
  "waiting",
  "accepted",
  "delivered",
  "rejected",
  "dead",
] as const;

describe("access to deliveries", () => {
  let fixture: DeliveryFixture;
  const idByState = new Map<string, string>();
  before(async () => {
    fixture = await openDeliveryFixture();
    await fixture.addDestination("Fachverfahren Parken", "*");
    for (const state of states) {
      const [id] = await fixture.submit();
      assert.ok(id);
      idByState.set(state, id);
    }
  });
  after(() => fixture.close());

  const setStates = () =>
    Promise.all(
      [...idByState].map(([state, id]) =>
        fixture.query(
          "update delivery.delivery set state = $2 where id = $1",
          id,
          state,
        ),
      ),
    );

  test("sending again: roles × tenants × states", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(kevin, reader, stranger, guest),
        fc.constantFrom("own", "foreign"),
        fc.constantFrom(...states, "none"),
        async (actor, tenant, state) => {
          await setStates();
          const given =
            tenant === "own"
              ? { actor }
              : { actor, tenantId: fixture.grabowId };
          const deliveryId = idByState.get(state) ?? newId();
          const result = await resendDelivery(fixture.context(given), {
            deliveryId,
          });
          const found = result.ok ? "sent" : result.refusal.kind;
          assert.equal(found, expected(actor === kevin, tenant, state));
        },
      ),
      { numRuns: 60 },
    );
  });

  const expected = (mayEdit: boolean, tenant: string, state: string) => {
    if (!mayEdit) return "not-permitted";
    if (tenant === "foreign" || state === "none") return "not-found";
    if (state === "delivered" || state === "accepted")
      return "already-delivered";
    return "sent";
  };

  test("reading: a caseworker sees nothing of a Leistung that is another team's alone, a lead does", async () => {
    await setStates();
    const context = (...permissions: string[]) =>
      fixture.context({ actor: staffWith(newId(), ...permissions) });
    const seenBy = async (who: ReturnType<typeof context>) => {
      const list = await listDeliveries(who, { state: "dead" });
      assert.ok(list.ok);
      const view = await viewDelivery(who, idByState.get("dead") ?? "");
      const { deliveries, counts } = list.value;
      return [deliveries.length, counts.dead ?? 0, view !== undefined];
    };
    const teamId = newId();
    await fixture.query(
      "insert into staff.team (tenant_id, id, name, created_at) values ($1, $2, 'Parken', now())",
      fixture.context().tenantId,
      teamId,
    );
    const restrict = (isRestricted: boolean) =>
      fixture.query(
        `insert into staff.team_leistung (tenant_id, leistung_slug, team_id, is_restricted)
        values ($1, 'bewohnerparkausweis', $2, $3) on conflict (tenant_id, leistung_slug) do update set is_restricted = $3`,
        fixture.context().tenantId,
        teamId,
        isRestricted,
      );
    await restrict(false);
    assert.deepEqual(await seenBy(context("delivery.read")), [1, 1, true]);
    await restrict(true);
    assert.deepEqual(await seenBy(context("delivery.read")), [0, 0, false]);
    assert.deepEqual(await seenBy(context("delivery.read", "delivery.all")), [
      1,
      1,
      true,
    ]);
    await restrict(false);
  });

  test("reading: only with the permission, and never another tenant's", async () => {
    await setStates();
    const count = async (given: Parameters<typeof fixture.context>[0]) => {
      const context = fixture.context(given);
      const result = await listDeliveries(context, { state: "dead" });
      return result.ok
        ? [result.value.deliveries.length, result.value.counts]
        : result.refusal.kind;
    };
    const [length] = await count({ actor: reader });
    assert.equal(length, 1);
    assert.equal(await count({ actor: stranger }), "not-permitted");
    assert.equal(await count({ actor: guest }), "not-permitted");
    assert.deepEqual(
      await count({ actor: reader, tenantId: fixture.grabowId }),
      [0, {}],
    );
  });
});
