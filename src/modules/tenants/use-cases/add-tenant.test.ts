import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import type { Actor, Context } from "../../../platform/context/context.ts";
import {
  createTestDatabase,
  staffWith,
  type TestDatabase,
} from "../../../platform/testing/test-database.ts";
import { newId } from "../../../platform/values/id.ts";
import { demoTenants } from "../demo/demo-tenants.ts";
import { seedTenantsDemo } from "../demo/seed-tenants-demo.ts";
import { addTenant, type NewTenant } from "./add-tenant.ts";
import { createPortalDirectory } from "./portal-directory.ts";

const system: Actor = { kind: "system", id: "system", may: () => false };

/** Gemeinde Musterstadt, which does not exist. */
const musterstadt: NewTenant = {
  parentTenantId: demoTenants.lup,
  kind: "stadt",
  ars: "130760999999",
  ags: "13076999",
  host: "musterstadt",
  name: "Stadt Musterstadt",
  shortName: "Musterstadt",
  accentColour: "#1B5E20",
  contact: {
    office: "Rathaus",
    street: "Markt 1",
    postcode: "19999",
    town: "Musterstadt",
    phone: "03871 555-0",
    email: "post@musterstadt.example",
    openingTimes: [{ weekday: 1, from: "09:00", to: "12:00" }],
  },
};

describe("taking in an authority", () => {
  let testDatabase: TestDatabase;
  let context: Context;
  before(async () => {
    testDatabase = await createTestDatabase();
    await testDatabase.database.unscoped(seedTenantsDemo);
    context = testDatabase.contextFor({
      tenantId: demoTenants.installation,
      actor: system,
    });
  });
  after(() => testDatabase.close());

  const directory = (now: () => number) =>
    createPortalDirectory({
      transaction: (work) => testDatabase.database.unscoped(work),
      now,
    });

  test("the installation gets the bare host, once, and nobody else does", async () => {
    const empty = await createTestDatabase();
    const inEmpty = empty.contextFor({ tenantId: newId(), actor: system });
    const { ags: _, ...rest } = musterstadt;
    const installation: NewTenant = {
      ...rest,
      kind: "installation",
      parentTenantId: null,
      ars: "",
      host: "",
    };
    assert.ok((await addTenant(inEmpty, installation)).ok);
    assert.deepEqual(await addTenant(inEmpty, installation), {
      ok: false,
      refusal: { kind: "host-taken" },
    });
    assert.deepEqual(
      await addTenant(inEmpty, {
        ...musterstadt,
        parentTenantId: null,
        host: "",
      }),
      { ok: false, refusal: { kind: "invalid", fields: ["host"] } },
    );
    await empty.close();
  });

  test("a running web process sees the new portal after two seconds at most", async () => {
    let clock = 0;
    const portals = directory(() => clock);
    assert.equal(await portals.findByHost("musterstadt"), undefined);
    const result = await addTenant(context, musterstadt);
    assert.ok(result.ok);
    clock = 2_000;
    const portal = await portals.findByHost("musterstadt");
    assert.equal(portal?.tenantId, result.value.tenantId);
    assert.equal(portal.accentColour, "#1b5e20");
    assert.deepEqual(portal.contact.openingHours, [
      { days: "Mo", hours: "09:00–12:00" },
    ]);
    assert.match(portal.crestSvg, /^<svg /);
  });

  test("host and ARS belong to one authority only", async () => {
    const second = await addTenant(context, {
      ...musterstadt,
      ars: "130760999998",
      host: "schwerin",
    });
    assert.deepEqual(second, {
      ok: false,
      refusal: { kind: "host-taken" },
    });
    const third = await addTenant(context, {
      ...musterstadt,
      host: "neu",
      ars: "130040000000",
    });
    assert.deepEqual(third, { ok: false, refusal: { kind: "ars-taken" } });
  });

  test("an unknown parent is refused", async () => {
    const result = await addTenant(context, {
      ...musterstadt,
      host: "neu",
      ars: "130760999997",
      parentTenantId: newId(),
    });
    assert.deepEqual(result, {
      ok: false,
      refusal: { kind: "parent-not-found" },
    });
  });

  const invalid: readonly [field: string, change: Partial<NewTenant>][] = [
    ["host", { host: "Muster_Stadt" }],
    ["host", { host: "www" }],
    ["host", { host: "-a" }],
    ["ars", { ars: "1307609" }],
    ["ars", { ars: "170760999999" }],
    ["ars", { kind: "amt" }],
    ["accentColour", { accentColour: "#ffcc00" }],
    ["crestSvg", { crestSvg: "<svg onload=alert(1)></svg>" }],
    ["name", { name: " " }],
    ["contact.email", { contact: { ...musterstadt.contact, email: "nobody" } }],
    [
      "contact.website",
      { contact: { ...musterstadt.contact, website: "javascript:alert(1)" } },
    ],
  ];
  for (const [field, change] of invalid) {
    test(`${JSON.stringify(change)} is refused with the name of the field`, async () => {
      const result = await addTenant(context, { ...musterstadt, ...change });
      assert.deepEqual(result, {
        ok: false,
        refusal: { kind: "invalid", fields: [field] },
      });
    });
  }

  test("staff may not, whatever they may else", async () => {
    const result = await addTenant(
      { ...context, actor: staffWith("kevin", "staff.manage", "tenant.add") },
      musterstadt,
    );
    assert.deepEqual(result, {
      ok: false,
      refusal: { kind: "not-permitted" },
    });
  });

  test("the directory keeps the portals when the database goes down, and asks once for many requests", async () => {
    let clock = 0;
    let calls = 0;
    let isUp = true;
    const portals = createPortalDirectory({
      transaction: (work) => {
        calls += 1;
        if (!isUp) throw new Error("down");
        return testDatabase.database.unscoped(work);
      },
      now: () => clock,
    });
    const found = await Promise.all(
      ["schwerin", "lup", ""].map((host) => portals.findByHost(host)),
    );
    assert.deepEqual(
      found.map((portal) => portal?.shortName),
      ["Schwerin", "Ludwigslust-Parchim", "OpenRathaus"],
    );
    assert.equal(calls, 1);
    isUp = false;
    clock = 60_000;
    assert.equal((await portals.findByHost("schwerin"))?.slug, "schwerin");
    assert.equal(
      (await portals.findById(demoTenants.lup))?.parentTenantId !== null,
      true,
    );
    assert.equal((await portals.list())[0]?.kind, "installation");
  });
});
