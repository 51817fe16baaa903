import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { sql } from "kysely";
import type { Context } from "../../../platform/context/context.ts";
import {
  createTestDatabase,
  type TestDatabase,
} from "../../../platform/testing/test-database.ts";
import { demoTenants } from "../demo/demo-tenants.ts";
import { seedTenantsDemo } from "../demo/seed-tenants-demo.ts";
import { gv100Line, sampleRegister } from "../testing/gv100-lines.ts";
import { findPlaces } from "./find-places.ts";
import { importRegister, type RegisterToImport } from "./import-register.ts";

const schwerin = "130040000000";
const balow = "130765657003";
const grabow = "130765657050";
const blievenstorf = "130765660012";

describe("the register of communes", () => {
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

  const bring = async (
    lines: readonly string[],
    options: Omit<RegisterToImport, "lines"> = {},
  ) => {
    const skipped: string[] = [];
    const result = await importRegister(
      operator,
      { lines: each(lines), ...options },
      {
        skipped: (line, problem) => skipped.push(`${String(line)} ${problem}`),
        read: () => undefined,
      },
    );
    return { result, skipped };
  };
  const valueOf = async (...given: Parameters<typeof bring>) => {
    const { result } = await bring(...given);
    assert.ok(result.ok, JSON.stringify(result));
    const { added, changed, corrected, unchanged, ended } = result.value;
    return { added, changed, corrected, unchanged, ended };
  };
  const history = async (ars: string) => {
    const { rows } = await testDatabase.database.unscoped((db) =>
      sql<{ told: string }>`
        select concat_ws(' ', name, valid_from, valid_until, successor_ars) as told
        from tenants.commune where ars = ${ars} order by valid_from
      `.execute(db),
    );
    return rows.map(({ told }) => told);
  };

  const arsNow = async (ars: string) =>
    (await findPlaces(operator, ars))[0]?.place.ars;

  test("that is none, says no day or comes from somebody else changes nothing", async () => {
    for (const [lines, kind] of [
      [["Brief an alle"], "not-a-register"],
      [[], "not-a-register"],
      [
        ["ars;name;gemeindetyp;kreisname", `${schwerin};Schwerin;61;S`],
        "no-day",
      ],
      [[gv100Line({ record: "10", ars: "13", name: "MV" })], "too-few"],
    ] as const) {
      const { result } = await bring(lines);
      assert.ok(!result.ok);
      assert.equal(result.refusal.kind, kind);
    }
    const citizen = testDatabase.contextFor({ tenantId: demoTenants.schwerin });
    const refused = await importRegister(
      citizen,
      { lines: each(sampleRegister()) },
      { skipped: () => undefined, read: () => undefined },
    );
    assert.ok(!refused.ok && refused.refusal.kind === "not-permitted");
    assert.deepEqual(await history(schwerin), []);
  });

  test("is stored with the day from which it holds, and brings the places of the finder", async () => {
    assert.deepEqual(await valueOf(sampleRegister()), {
      added: 6,
      changed: 0,
      corrected: 0,
      unchanged: 0,
      ended: 0,
    });
    assert.deepEqual(await history(schwerin), [
      "Schwerin, Landeshauptstadt 2023-11-30",
    ]);
    const [found] = await findPlaces(operator, "Schwrin");
    assert.equal(found?.place.name, "Schwerin");
    assert.equal(found.place.county, "Schwerin, Landeshauptstadt");
    // The register knows the postcode of the seat alone; those that were known stay.
    assert.equal(found.place.postcodes.length, 6);
    assert.equal(found.portals[0]?.slug, "schwerin");
    assert.deepEqual(await findPlaces(operator, "Spornitz"), []);
  });

  test("changes nothing the second time, and is refused when it is older or cut off", async () => {
    assert.equal((await valueOf(sampleRegister())).unchanged, 6);
    const older = await bring(sampleRegister("20221231"));
    assert.ok(!older.result.ok && older.result.refusal.kind === "older");
    const cutOff = await bring(sampleRegister("20241231").slice(0, 4));
    assert.ok(!cutOff.result.ok && cutOff.result.refusal.kind === "too-few");
    assert.deepEqual(await history(grabow), ["Grabow, Stadt 2023-11-30"]);
  });

  test("with a bad line names it, and its commune stays as it is", async () => {
    const lines = sampleRegister().map((line) =>
      line.includes("Balow") ? line.slice(0, 100) : line,
    );
    const { result, skipped } = await bring([
      ...lines,
      sampleRegister()[3] ?? "",
      "60 nonsense",
      "",
    ]);
    assert.ok(result.ok);
    assert.deepEqual(skipped, ["10 short", "14 twice", "15 record"]);
    assert.equal(result.value.ended, 0);
    assert.deepEqual(await history(balow), ["Balow 2023-11-30"]);
  });

  test("keeps what was, and leads from a commune that was merged to the one it became", async () => {
    const later = sampleRegister("20250101")
      .filter((line) => !line.includes("Blievenstorf"))
      .map((line) =>
        line.replace("Grabow, Stadt       ", "Grabow (Elde), Stadt"),
      );
    assert.deepEqual(
      await valueOf(later, {
        successions: ["ars_alt;ars_neu", `${blievenstorf};130765660105`],
      }),
      { added: 0, changed: 1, corrected: 0, unchanged: 4, ended: 1 },
    );
    assert.deepEqual(await history(grabow), [
      "Grabow, Stadt 2023-11-30 2025-01-01",
      "Grabow (Elde), Stadt 2025-01-01",
    ]);
    assert.deepEqual(await history(blievenstorf), [
      "Blievenstorf 2023-11-30 2025-01-01 130765660105",
    ]);
    assert.equal(await arsNow(blievenstorf), "130765660105");
    assert.equal(await arsNow(grabow), grabow);
    assert.equal(await arsNow("999999999999"), undefined);
    const [found] = await findPlaces(operator, "Blivenstorf");
    assert.equal(found?.place.name, "Neustadt-Glewe");
    assert.equal(found.place.foundBy, "Blievenstorf");
  });

  test("follows a commune into another Amt by the part of its key that stays, and says of which nobody knows what it became", async () => {
    const { result } = await bring([
      ...sampleRegister("20260101").filter(
        (line) => !/Balow|Blievenstorf|Ludwigslust, Stadt/.test(line),
      ),
      gv100Line({
        record: "60",
        day: "20260101",
        ars: "130765660003",
        name: "Balow",
        kind: 64,
        postcode: "19300",
        population: 310,
      }),
    ]);
    assert.ok(result.ok);
    assert.equal(await arsNow(balow), "130765660003");
    assert.deepEqual(result.value.lost, [
      { ars: "130760090090", name: "Ludwigslust, Stadt" },
    ]);
    const [found] = await findPlaces(operator, "Balow");
    assert.equal(found?.place.ars, "130765660003");
  });

  test("comes as a table, too", async () => {
    const head =
      "ars;name;gemeindetyp;kreisname;verbandname;verbandtyp;plz_verwaltungssitz;einwohner";
    const rows = [
      "130040000000",
      "130760090090",
      "130765657050",
      "130765660105",
    ].map((ars) => `${ars};"Ort, Stadt";63;Kreis;Amt;51;19053;98.596`);
    const done = await valueOf([head, ...rows], { asOf: "2026-02-01" });
    assert.deepEqual(done, {
      added: 1,
      changed: 3,
      corrected: 0,
      unchanged: 0,
      ended: 1,
    });
    const { result } = await bring([head], {
      asOf: "2026-03-01",
      successions: ["a;b"],
    });
    assert.ok(!result.ok && result.refusal.kind === "no-successions");
  });
});

async function* each(lines: readonly string[]): AsyncGenerator<string> {
  yield* lines;
  await Promise.resolve();
}
