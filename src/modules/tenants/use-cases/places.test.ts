import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import type { Context } from "../../../platform/context/context.ts";
import {
  createTestDatabase,
  type TestDatabase,
} from "../../../platform/testing/test-database.ts";
import { demoTenants } from "../demo/demo-tenants.ts";
import { seedTenantsDemo } from "../demo/seed-tenants-demo.ts";
import { findPlaces } from "./find-places.ts";
import { importPlaces } from "./import-places.ts";
import { suggestTowns } from "./suggest-towns.ts";

describe("a list of places", () => {
  let testDatabase: TestDatabase;
  let operator: Context;
  before(async () => {
    testDatabase = await createTestDatabase();
    await testDatabase.database.unscoped(seedTenantsDemo);
    operator = {
      ...testDatabase.contextFor({ tenantId: demoTenants.installation }),
      actor: { kind: "system", id: "system", may: () => true },
    };
  });
  after(() => testDatabase.close());

  const bring = async (version: string, ...lines: readonly string[]) => {
    const skipped: string[] = [];
    const result = await importPlaces(
      operator,
      { version, lines: each(lines) },
      {
        skipped: (line, problem) => skipped.push(`${String(line)} ${problem}`),
        read: () => undefined,
      },
    );
    return { result, skipped };
  };
  const portalsAt = async (name: string) => {
    const [found] = await findPlaces(operator, name);
    return found?.portals.map(({ slug }) => slug);
  };

  test("that names no columns or no place leaves everything as it was", async () => {
    const before = await suggestTowns(operator, { postcode: "19053" });
    assert.equal(before.length, 1);
    for (const [lines, kind] of [
      [["Name;Nummer", "a;b"], "no-columns"],
      [[], "no-columns"],
      [["ars;ort;plz", "1;Schwerin;19053"], "no-places"],
    ] as const) {
      const { result } = await bring("leer", ...lines);
      assert.ok(!result.ok && result.refusal.kind === kind);
    }
    const citizen = testDatabase.contextFor({ tenantId: demoTenants.schwerin });
    const refused = await importPlaces(
      citizen,
      { version: "1", lines: each([]) },
      { skipped: () => undefined, read: () => undefined },
    );
    assert.ok(!refused.ok && refused.refusal.kind === "not-permitted");
    assert.deepEqual(
      await suggestTowns(operator, { postcode: "19053" }),
      before,
    );
  });

  test("takes the place of the one before, and knows who is responsible", async () => {
    const { result, skipped } = await bring(
      "2026-06-30",
      "\uFEFFARS;Gemeinde;PLZ;Einwohner;Breite;L\u00e4nge",
      "130040000000;Schwerin;19053 19055;98.596;53,6288;11,4148",
      "130040000000;Schwerin;19057;98.596;;",
      "130765657050;Grabow;19300;5600;;",
      "130769999001;Neudorf am Kreis;19999;10;;",
      '091620000000;"M\u00fcnchen, Landeshauptstadt";80331;1510378;;',
      "",
      "13004;Schwerin;19053;1;;",
      "130040000000;Schwerin;1905;1;;",
      "130040000000;;19053;1;;",
      "130040000000;Schwerin;19053;viele;;",
      "130040000000;Schwerin;19053;1;53,6;",
    );
    assert.ok(result.ok);
    assert.equal(result.value.places, 4);
    assert.ok(result.value.removed > 10);
    assert.deepEqual(skipped, [
      "8 ars",
      "9 postcode",
      "10 town",
      "11 population",
      "12 coordinates",
    ]);
    assert.deepEqual(await suggestTowns(operator, { name: "Schwerin" }), [
      { name: "Schwerin", postcodes: ["19053", "19055", "19057"] },
    ]);
    assert.deepEqual(await suggestTowns(operator, { postcode: "80331" }), [
      { name: "M\u00fcnchen", postcodes: ["80331"] },
    ]);
    assert.deepEqual(await suggestTowns(operator, { name: "Ludwigslust" }), []);
    for (const written of ["m\u00fcnchen", "M\u00fcnchen, Landeshauptstadt"])
      assert.deepEqual(await portalsAt(written), []);
    assert.deepEqual(await portalsAt("Neudorf am Kreis"), ["lup"]);
    assert.deepEqual((await portalsAt("Schwerin"))?.slice(0, 1), ["schwerin"]);
  });

  test("comes again with other postcodes, which are then the only ones", async () => {
    const again = await bring(
      "2026-12-31",
      "ars,name,plz_verwaltungssitz",
      "130040000000,Schwerin,19061",
    );
    assert.ok(again.result.ok);
    assert.deepEqual(again.result.value, {
      places: 1,
      removed: 3,
      narrowed: 1,
      skipped: 0,
    });
    assert.deepEqual(await suggestTowns(operator, { name: "Schwerin" }), [
      { name: "Schwerin", postcodes: ["19061"] },
    ]);
  });
});

async function* each(lines: readonly string[]): AsyncGenerator<string> {
  yield* lines;
  await Promise.resolve();
}
