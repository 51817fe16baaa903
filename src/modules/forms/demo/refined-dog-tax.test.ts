import assert from "node:assert/strict";
import { test } from "node:test";
import { createTestDatabase } from "../../../platform/testing/test-database.ts";
import { demoTenants } from "../../tenants/demo/demo-tenants.ts";
import { seedTenantsDemo } from "../../tenants/demo/seed-tenants-demo.ts";
import { listFormUsage } from "../use-cases/list-form-usage.ts";
import { openForm } from "../use-cases/open-form.ts";
import { formsDesk, renate } from "../testing/forms-fixtures.ts";
import { dogTax } from "./dog-tax.ts";
import { seedFormsDemo } from "./seed-forms-demo.ts";
import { seedRefinedFormsDemo } from "./seed-refined-forms-demo.ts";

const system = { kind: "system", id: "system", may: () => true } as const;

test("the county refines the dog tax, Grabow once more, the others take it over; twice changes nothing", async (t) => {
  const database = await createTestDatabase();
  t.after(() => database.close());
  await database.database.unscoped(seedTenantsDemo);
  const contextOf = (tenant: keyof typeof demoTenants) =>
    database.contextFor({ tenantId: demoTenants[tenant], actor: system });
  for (let time = 0; time < 2; time += 1) {
    for (const tenant of ["schwerin", "lup", "ludwigslust", "grabow"] as const)
      await seedFormsDemo(contextOf(tenant));
    await seedRefinedFormsDemo(contextOf);
  }
  const { shown } = formsDesk(database);
  const layers = async (tenant: keyof typeof demoTenants) =>
    (await shown(tenant))?.definition.provenance.overlays?.map(
      ({ authority, version }) => `${authority} ${String(version)}`,
    );
  assert.equal(await layers("schwerin"), undefined);
  assert.deepEqual(await layers("lup"), ["lup 1"]);
  assert.deepEqual(await layers("ludwigslust"), ["lup 1"]);
  assert.deepEqual(await layers("grabow"), ["lup 1", "grabow 1"]);

  const county = database.contextFor({
    tenantId: demoTenants.lup,
    actor: renate,
  });
  const opened = await openForm(county, { formKey: dogTax.key });
  assert.ok(opened.ok);
  assert.equal(opened.value.report.isPublishable, true);
  assert.deepEqual(opened.value.report.ruleFindings, []);
  const usage = await listFormUsage(county, dogTax.key);
  assert.deepEqual(
    [usage.portals, usage.versions.map(({ portals }) => portals.length)],
    [5, [4, 1]],
  );
});
