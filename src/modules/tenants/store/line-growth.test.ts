import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { sql } from "kysely";
import { analyzeAll, rowsRead } from "../../../platform/testing/rows-read.ts";
import {
  createTestDatabase,
  type TestDatabase,
} from "../../../platform/testing/test-database.ts";
import { demoTenants } from "../demo/demo-tenants.ts";
import { seedTenantsDemo } from "../demo/seed-tenants-demo.ts";
import { listLineAbove } from "./line-store.ts";

describe("the line of an authority beside many others", () => {
  let testDatabase: TestDatabase;
  before(async () => {
    testDatabase = await createTestDatabase();
    await testDatabase.database.unscoped(seedTenantsDemo);
    await testDatabase.database.unscoped((db) =>
      sql`
      insert into tenants.authority (id, parent_id, kind, ars, slug, host, name, short_name, accent_colour, crest_svg, contact)
      select gen_random_uuid(), ${demoTenants.lup}::uuid, 'gemeinde', to_char(900000000000 + number, 'FM000000000000'),
        'dorf-' || number, 'dorf-' || number, 'Dorf ' || number, 'Dorf ' || number, '#000000', repeat('x', 1500), '{}'
      from generate_series(1, 1000) number
    `.execute(db),
    );
    await analyzeAll(testDatabase.address);
  });
  after(() => testDatabase.close());

  test("is read by keys", async () => {
    const { names, rows } = await testDatabase.database.unscoped(async (db) => {
      let names: readonly string[] = [];
      const rows = await rowsRead(db, async () => {
        const line = await listLineAbove(db, demoTenants.grabow);
        names = line.map(({ slug }) => slug);
      });
      return { names, rows };
    });
    assert.deepEqual(names.slice(0, 2), ["grabow", "lup"]);
    assert.equal(names.length, 4);
    assert.ok(rows <= 12, `${String(rows)} rows`);
  });
});
