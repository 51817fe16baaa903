import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import {
  createTestDatabase,
  type TestDatabase,
} from "../../../../platform/testing/test-database.ts";
import { demoTenants } from "../../../tenants/demo/demo-tenants.ts";
import { seedCatalogueDemo } from "../../demo/seed-catalogue-demo.ts";
import {
  ask,
  everydayQueries,
  measureRelevance,
  vainQueries,
} from "../../testing/relevance.ts";

const leastShare = 0.95;

describe("questions of everyday life", () => {
  let testDatabase: TestDatabase;
  const contextOf = (tenantId: string) => testDatabase.contextFor({ tenantId });
  before(async () => {
    testDatabase = await createTestDatabase();
    for (const tenant of ["schwerin", "lup", "ludwigslust", "grabow"] as const)
      await seedCatalogueDemo(contextOf(demoTenants[tenant]));
  });
  after(() => testDatabase.close());

  test("are at least 120, each asked once", () => {
    const asked = everydayQueries().map(
      ({ tenant, typed }) => `${tenant} ${typed}`,
    );
    assert.ok(asked.length >= 120);
    assert.equal(new Set(asked).size, asked.length);
  });

  test("have a good answer among the first three hits in at least 95 of 100 cases", async (t) => {
    const { topThree, first, missed } = await measureRelevance(contextOf);
    const told = missed.map(
      ({ tenant, typed, expected, found }) =>
        `${tenant}: "${typed}" gives ${found.join(", ") || "nothing"}, not ${expected.join(" or ")}`,
    );
    t.diagnostic(
      `first three ${topThree.toFixed(3)}, first ${first.toFixed(3)}`,
    );
    assert.ok(
      topThree >= leastShare,
      `${String(topThree)}\n${told.join("\n")}`,
    );
  });

  for (const query of vainQueries())
    test(`${query.typed} finds nothing in ${query.tenant}`, async () => {
      const hits = await ask(contextOf, query);
      assert.deepEqual(
        hits.map(({ hit }) => hit.slug),
        [],
      );
    });
});
