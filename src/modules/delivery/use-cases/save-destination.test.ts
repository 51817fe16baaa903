import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { guest } from "../../../platform/testing/test-database.ts";
import { newId } from "../../../platform/values/id.ts";
import {
  openDeliveryFixture,
  type DeliveryFixture,
} from "../testing/delivery-fixture.ts";
import { checkDestination } from "./check-destination.ts";
import {
  saveDestination,
  type SaveDestinationInput,
} from "./save-destination.ts";

describe("a destination", () => {
  let fixture: DeliveryFixture;
  before(async () => {
    fixture = await openDeliveryFixture();
  });
  after(() => fixture.close());

  const draft = (more: Partial<SaveDestinationInput> = {}) => ({
    name: `Ziel ${newId()}`,
    connectorKey: "fake",
    options: { secret: "streng-geheim-0123456789" },
    isEnabled: true,
    leistungSlugs: ["hundesteuer"],
    ...more,
  });
  const save = (input: SaveDestinationInput, context = fixture.context()) =>
    saveDestination(context, input, fixture.ports.connectors);

  test("is stored with its options encrypted", async () => {
    const saved = await save(draft());
    assert.ok(saved.ok);
    const [row] = await fixture.query<{ options: Buffer }>(
      "select options from delivery.destination where id = $1",
      saved.value.destinationId,
    );
    assert.ok(row && !row.options.includes("geheim"));
  });

  test("can be changed, and its routes with it", async () => {
    const saved = await save(draft());
    assert.ok(saved.ok);
    const { destinationId } = saved.value;
    const changed = await save(
      draft({
        destinationId,
        name: "Steueramt",
        leistungSlugs: ["*", "a", "a"],
      }),
    );
    assert.ok(changed.ok);
    const routes = await fixture.query<{ leistung_slug: string }>(
      "select leistung_slug from delivery.route where destination_id = $1 order by 1",
      destinationId,
    );
    assert.deepEqual(
      routes.map((row) => row.leistung_slug),
      ["*", "a"],
    );
  });

  test("is refused with the reason", async () => {
    const refusalOf = async (
      input: SaveDestinationInput,
      context = fixture.context(),
    ) => {
      const result = await save(input, context);
      return result.ok ? undefined : result.refusal;
    };
    const existing = draft();
    const saved = await save(existing);
    assert.ok(saved.ok);
    assert.deepEqual(await refusalOf(draft({ options: { secret: 7 } })), {
      kind: "options-invalid",
      fields: ["secret"],
      reasons: {},
    });
    assert.deepEqual(await refusalOf(draft({ connectorKey: "fax" })), {
      kind: "unknown-connector",
    });
    assert.deepEqual(await refusalOf(draft({ name: existing.name })), {
      kind: "name-taken",
    });
    assert.deepEqual(
      await refusalOf(draft(), fixture.context({ actor: guest })),
      {
        kind: "not-permitted",
      },
    );
    const { destinationId } = saved.value;
    const foreign = fixture.context({ tenantId: fixture.grabowId });
    assert.deepEqual(await refusalOf(draft({ destinationId }), foreign), {
      kind: "not-found",
    });
  });

  test("sets the tenant itself, whatever was entered", async () => {
    const options = { tenantId: fixture.grabowId };
    const saved = await save(draft({ options, leistungSlugs: ["angeln"] }));
    assert.ok(saved.ok);
    const { connectors } = fixture.ports;
    const seen: unknown[] = [];
    const fake = connectors.get("fake");
    assert.ok(fake);
    const spy = new Map([
      [
        "fake",
        {
          ...fake,
          parseOptions: (input: unknown) => {
            seen.push(input);
            return fake.parseOptions(input);
          },
        },
      ],
    ]);
    const context = fixture.context();
    const report = await checkDestination(context, saved.value, spy);
    assert.ok(report.ok);
    assert.deepEqual(seen, [{ tenantId: context.tenantId }]);
  });

  test("of another tenant can not be checked", async () => {
    const saved = await save(draft());
    assert.ok(saved.ok);
    const foreign = fixture.context({ tenantId: fixture.grabowId });
    const { connectors } = fixture.ports;
    const report = await checkDestination(foreign, saved.value, connectors);
    assert.deepEqual(report, { ok: false, refusal: { kind: "not-found" } });
  });
});
