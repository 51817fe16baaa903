import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import type { Context } from "../../../platform/context/context.ts";
import {
  createTestDatabase,
  type TestDatabase,
} from "../../../platform/testing/test-database.ts";
import { demoTenants } from "../demo/demo-tenants.ts";
import { seedTenantsDemo } from "../demo/seed-tenants-demo.ts";
import { importStreets } from "./import-streets.ts";
import { suggestStreets } from "./suggest-streets.ts";

describe("streets", () => {
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

  const suggest = async (
    name: string,
    {
      tenantId = demoTenants.schwerin,
      postcode = "",
    }: { readonly tenantId?: string; readonly postcode?: string } = {},
  ) =>
    (
      await suggestStreets(testDatabase.contextFor({ tenantId }), {
        name,
        postcode,
      })
    ).map((street) => `${street.name}, ${street.town}`);

  const bring = async (...lines: readonly string[]) => {
    const skipped: string[] = [];
    const result = await importStreets(operator, each(lines), {
      skipped: (line, problem) => skipped.push(`${String(line)} ${problem}`),
      read: () => undefined,
    });
    return { result, skipped };
  };

  test("are offered by their beginning, typing errors forgiven, of the portal's own communes", async () => {
    assert.equal((await suggest("pusch"))[0], "Puschkinstraße, Schwerin");
    assert.equal(
      (await suggest("Pushkinstrasse"))[0],
      "Puschkinstraße, Schwerin",
    );
    const ofLudwigslust = { tenantId: demoTenants.ludwigslust };
    assert.deepEqual((await suggest("schloss", ofLudwigslust)).toSorted(), [
      "Schloßfreiheit, Ludwigslust",
      "Schloßstraße, Ludwigslust",
    ]);
    assert.deepEqual(await suggest("puschkin", ofLudwigslust), []);
  });

  test("are those of the postcode where it is typed already, on every portal", async () => {
    const at = { tenantId: demoTenants.lup, postcode: "19288" };
    assert.equal((await suggest("linden", at))[0], "Lindenstraße, Ludwigslust");
    assert.deepEqual(await suggest("linden", { postcode: "19055" }), []);
  });

  test("are not offered for nothing", async () => {
    for (const typed of ["", "  ", "12", "xyzzy"])
      assert.deepEqual(await suggest(typed), [], typed);
  });

  test("of a commune are replaced as a whole, those of others stay, bad lines are told", async () => {
    const { result, skipped } = await bring(
      "ars;plz;ort;strasse",
      ";19300;Grabow;Neuer Weg",
      "",
      ";19300;Grabow;",
      "130765657050;19300;Grabow;Neuer Weg",
      "130765657050;19301;Grabow;Neuer Weg",
      ";12345;Atlantis;Seeweg",
    );
    assert.deepEqual(result, {
      ok: true,
      value: { streets: 3, communes: 1, skipped: 2 },
    });
    assert.deepEqual(skipped, ["4 street", "7 unknown-commune"]);
    const inGrabow = { tenantId: demoTenants.grabow };
    assert.deepEqual(await suggest("kirchen", inGrabow), []);
    for (const postcode of ["19300", "19301"])
      assert.deepEqual(await suggest("neuer", { postcode }), [
        "Neuer Weg, Grabow",
      ]);
    assert.equal((await suggest("pusch"))[0], "Puschkinstraße, Schwerin");
  });

  test("stay as they were when the list breaks off, or names no columns", async () => {
    async function* broken() {
      yield await Promise.resolve("ars;ort;strasse");
      yield "130040000000;Schwerin;Neuer Weg";
      throw new Error("the disk is gone");
    }
    const silent = { skipped: () => undefined, read: () => undefined };
    await assert.rejects(importStreets(operator, broken(), silent), /disk/);
    const { result } = await bring("130040000000;Schwerin;Neuer Weg");
    assert.ok(!result.ok && result.refusal.kind === "no-columns");
    assert.equal((await suggest("pusch"))[0], "Puschkinstraße, Schwerin");
  });

  test("of more than a batch all arrive", async () => {
    const names = Array.from({ length: 2300 }, (_, at) => `Weg ${String(at)}`);
    const { result } = await bring(
      "ars,ort,strasse",
      ...names.map((name) => `130765660012,Blievenstorf,${name}`),
    );
    assert.ok(result.ok);
    assert.equal(result.value.streets, 2300);
    const here = { tenantId: demoTenants.neustadtGlewe };
    assert.deepEqual(await suggest("Weg 2299", here), [
      "Weg 2299, Blievenstorf",
    ]);
  });

  test("are imported by the operator's commands only", async () => {
    const caseworker = testDatabase.contextFor({
      tenantId: demoTenants.grabow,
    });
    const silent = { skipped: () => undefined, read: () => undefined };
    const result = await importStreets(
      caseworker,
      each(["ars;ort;strasse"]),
      silent,
    );
    assert.ok(!result.ok && result.refusal.kind === "not-permitted");
  });
});

async function* each(lines: readonly string[]) {
  for (const line of lines) yield await Promise.resolve(line);
}
