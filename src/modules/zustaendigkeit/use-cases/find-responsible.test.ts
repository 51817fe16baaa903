import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import type { Context } from "../../../platform/context/context.ts";
import {
  createTestDatabase,
  type TestDatabase,
} from "../../../platform/testing/test-database.ts";
import { newId } from "../../../platform/values/id.ts";
import { seedCatalogueDemo } from "../../catalogue/demo/seed-catalogue-demo.ts";
import {
  demoTenants,
  type DemoTenant,
} from "../../tenants/demo/demo-tenants.ts";
import { type PortalDirectory } from "../../tenants/index.ts";
import type { CaseFacts } from "../domain/decide.ts";
import type { ZustaendigkeitRule } from "../domain/rule.ts";
import { saveRule } from "../store/rule-store.ts";
import { findResponsible } from "./find-responsible.ts";
import { openDemoPortals } from "../../tenants/testing/demo-portals.ts";

void describe("who is responsible", () => {
  let testDatabase: TestDatabase;
  let portals: PortalDirectory;
  before(async () => {
    testDatabase = await createTestDatabase();
    portals = await openDemoPortals(testDatabase);
    for (const tenant of [
      "grabow",
      "lup",
      "schwerin",
      "parchimerUmland",
    ] as const)
      await seedCatalogueDemo(contextOf(tenant));
  });
  after(() => testDatabase.close());

  const contextOf = (tenant: DemoTenant): Context =>
    testDatabase.contextFor({ tenantId: demoTenants[tenant] });

  const ask = async (
    tenant: DemoTenant,
    leistungSlug: string,
    facts: CaseFacts = {},
  ) => {
    const portal = await portals.findById(demoTenants[tenant]);
    assert.ok(portal);
    const ports = {
      portals,
      guestIn: (_context: Context, tenantId: string) =>
        testDatabase.contextFor({ tenantId }),
    };
    return findResponsible(contextOf(tenant), ports, {
      portal,
      leistungSlug,
      facts,
    });
  };

  const rule = async (
    tenant: DemoTenant,
    rest: Partial<ZustaendigkeitRule>,
  ): Promise<string> => {
    const id = newId();
    await contextOf(tenant).transaction((db) =>
      saveRule(db, demoTenants[tenant], {
        rule: {
          id,
          leistungSlug: "*",
          position: 1,
          name: "A rule",
          conditions: {},
          target: {},
          validFrom: "2020-01-01",
          validUntil: undefined,
          ...rest,
        },
        change: { at: new Date(), by: "system" },
      }),
    );
    return id;
  };

  void test("without a rule the authority that offers the Leistung, else the one above", async () => {
    const own = await ask("grabow", "hundesteuer");
    assert.equal(own?.authority.shortName, "Grabow");
    const above = await ask("grabow", "baugenehmigung");
    assert.equal(above?.authority.tenantId, demoTenants.lup);
    assert.equal(above.leistungTitle, "Baugenehmigung");
    assert.equal(await ask("schwerin", "schuelerbefoerderung"), undefined);
    assert.equal(await ask("grabow", "raumschiff"), undefined);
  });

  void test("asked at the county for what communes decide, who administers the place", async () => {
    assert.equal(await ask("lup", "hundesteuer"), undefined);
    const balow = await ask("lup", "hundesteuer", { ars: "130765657003" });
    assert.equal(balow?.authority.shortName, "Grabow");
    const spornitz = await ask("lup", "hundesteuer", { ars: "130765662126" });
    assert.equal(spornitz?.authority.tenantId, demoTenants.parchimerUmland);
    const schwerin = await ask("lup", "hundesteuer", { ars: "130040000000" });
    assert.equal(schwerin?.authority.tenantId, demoTenants.schwerin);
    // Nobody here administers Parchim below the county.
    assert.equal(
      await ask("lup", "hundesteuer", { ars: "130760108108" }),
      undefined,
    );
  });

  void test("a rule leads to another authority, and its own rules say to whom there", async () => {
    const away = await rule("grabow", {
      leistungSlug: "jagdschein",
      target: { toTenantId: demoTenants.lup },
    });
    const within = await rule("lup", {
      leistungSlug: "jagdschein",
      conditions: { letters: { from: "A", to: "K" } },
      target: { officeSlug: "ordnungsbehoerde" },
    });
    const before = await ask("grabow", "jagdschein");
    assert.equal(before?.authority.tenantId, demoTenants.lup);
    assert.deepEqual(before.needs, ["name"]);
    assert.deepEqual(before.within, {});
    const found = await ask("grabow", "jagdschein", { familyName: "Kruse" });
    assert.equal(found?.within.officeSlug, "ordnungsbehoerde");
    assert.deepEqual(found.ruleIds, [away, within]);
    assert.deepEqual(found.needs, []);
  });

  void test("an answer or a place may lead elsewhere, and until then it says what it depends on", async () => {
    await rule("grabow", {
      leistungSlug: "veranstaltung",
      conditions: { answer: "betrifft_bundesstrasse" },
      target: { toTenantId: demoTenants.lup },
    });
    const open = await ask("grabow", "veranstaltung");
    assert.equal(open?.authority.tenantId, demoTenants.grabow);
    assert.deepEqual(open.needs, ["answer"]);
    const there = await ask("grabow", "veranstaltung", { holds: () => true });
    assert.equal(there?.authority.tenantId, demoTenants.lup);
    const here = await ask("grabow", "veranstaltung", { holds: () => false });
    assert.equal(here?.authority.tenantId, demoTenants.grabow);
  });

  void test("rules that lead in a circle lead to nobody", async () => {
    await rule("schwerin", {
      leistungSlug: "wohngeld",
      target: { toTenantId: demoTenants.parchimerUmland },
    });
    await rule("parchimerUmland", {
      leistungSlug: "wohngeld",
      target: { toTenantId: demoTenants.schwerin },
    });
    assert.equal(await ask("schwerin", "wohngeld"), undefined);
  });

  void test("rules of another authority are not seen", async () => {
    await rule("schwerin", {
      leistungSlug: "personalausweis",
      target: { toTenantId: demoTenants.lup },
    });
    const grabow = await ask("grabow", "personalausweis");
    assert.equal(grabow?.authority.tenantId, demoTenants.grabow);
  });
});
