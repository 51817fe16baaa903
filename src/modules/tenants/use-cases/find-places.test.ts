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

describe("finding who is responsible at a place", () => {
  let testDatabase: TestDatabase;
  let context: Context;
  before(async () => {
    testDatabase = await createTestDatabase();
    await testDatabase.database.unscoped(seedTenantsDemo);
    context = testDatabase.contextFor({ tenantId: demoTenants.installation });
  });
  after(() => testDatabase.close());

  const namesOf = async (query: string) =>
    (await findPlaces(context, query)).map(
      ({ place, portals }) =>
        `${place.name}: ${portals.map((portal) => portal.name).join(", ")}`,
    );

  const amt = "Amt Parchimer Umland, Landkreis Ludwigslust-Parchim";
  const firstOf: readonly [typed: string, answer: string][] = [
    ["Spornitz", `Spornitz: ${amt}`],
    ["spornits", `Spornitz: ${amt}`],
    ["Domsühl", `Domsühl: ${amt}`],
    ["domsuehl", `Domsühl: ${amt}`],
    ["DOMSUHL", `Domsühl: ${amt}`],
    ["Gross Godems", `Groß Godems: ${amt}`],
    ["Godems", `Groß Godems: ${amt}`],
    ["Rom", `Rom: ${amt}`],
    ["Schwerin", "Schwerin: Landeshauptstadt Schwerin"],
    ["Swerin", "Schwerin: Landeshauptstadt Schwerin"],
    ["19061", "Schwerin: Landeshauptstadt Schwerin"],
    [
      "Ludwiglust",
      "Ludwigslust: Stadt Ludwigslust, Landkreis Ludwigslust-Parchim",
    ],
    [
      "Neustadt Glewe",
      "Neustadt-Glewe: Stadt Neustadt-Glewe, Landkreis Ludwigslust-Parchim",
    ],
    ["Balow", "Balow: Stadt Grabow, Landkreis Ludwigslust-Parchim"],
    ["Parchim", "Parchim: Landkreis Ludwigslust-Parchim"],
  ];
  for (const [typed, answer] of firstOf) {
    test(`"${typed}" gives ${answer}`, async () => {
      assert.equal((await namesOf(typed))[0], answer);
    });
  }

  test("an exact name leaves no others, a postcode shows every place that has it", async () => {
    assert.equal((await namesOf("Grabow")).length, 1);
    const places = await findPlaces(context, "19306");
    assert.deepEqual(
      places.map(({ place }) => place.name),
      ["Neustadt-Glewe", "Brenz", "Blievenstorf"],
    );
  });

  test("nothing typed and nonsense find nothing", async () => {
    for (const query of ["", "  ", "xyzzy", "99999", "%", "' or 1=1 --"]) {
      assert.deepEqual(await findPlaces(context, query), []);
    }
  });

  test("takes two statements", async () => {
    testDatabase.statements.length = 0;
    await findPlaces(context, "Spornitz");
    assert.equal(
      testDatabase.statements.filter((sql) => !/^(begin|commit)/.test(sql))
        .length,
      2,
    );
  });
});
