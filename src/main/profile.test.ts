import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { assertNoFaults } from "./testing/log-check.ts";
import { signedInCitizen } from "./testing/signed-in-citizen.ts";
import { openAsOwner } from "./testing/tenant-rows.ts";
import { startTestPortal, type TestPortal } from "./testing/test-portal.ts";

const path = "/konto/angaben";

void describe("what an account knows of its person", () => {
  let portal: TestPortal;
  before(async () => {
    portal = await startTestPortal({ worker: false });
  });
  after(() => portal.close());

  const ada = () =>
    signedInCitizen(portal, "schwerin", {
      subject: "ada",
      level: "high",
      values: [
        {
          attribute: "familyName",
          value: "Quittkowski",
          assuranceLevel: "high",
        },
      ],
    });

  void test("says of each value where it comes from and how sure it is, in every portal", async () => {
    const shown = await (await ada()).visit(path);
    assert.match(shown.text, /Quittkowski/);
    assert.match(shown.text, /Niveau „hoch“/);
    const grabow = await signedInCitizen(portal, "grabow", { subject: "ada" });
    assert.match((await grabow.visit(path)).text, /Quittkowski/);
  });

  void test("keeps and removes what the person types, encrypted, and changes nothing that others confirmed", async () => {
    const visitor = await ada();
    const saved = await visitor.visit(path, {
      fields: { phone: "0385 123", familyName: "Anders", unknown: "x" },
    });
    assert.equal(saved.headers.location, `${path}?gespeichert=ja`);
    const shown = await visitor.visit(path);
    assert.match(shown.text, /value="0385 123"/);
    assert.match(shown.text, /Quittkowski/);
    assert.doesNotMatch(shown.text, /Anders/);
    const owner = openAsOwner(portal.databaseAddress);
    const rows = await owner.query<{ attribute: string; value: Buffer }>(
      `select attribute, value from accounts.profile_value
      where source = 'self' and account_id in (select account_id from accounts.profile_value where source = 'bundid')`,
    );
    await owner.close();
    assert.deepEqual(
      rows.map(({ attribute }) => attribute),
      ["phone"],
    );
    assert.ok(!rows[0]?.value.includes("0385"));
    await visitor.visit(path, { fields: { phone: "" } });
    assert.doesNotMatch((await visitor.visit(path)).text, /0385 123/);
  });

  void test("names each field that is too long", async () => {
    const long = "x".repeat(201);
    const { status, text } = await (
      await ada()
    ).visit(path, { fields: { phone: long, town: long } });
    assert.equal(status, 422);
    for (const label of ["Telefon", "Ort"])
      assert.ok(
        text.includes(`Kürzen Sie „${label}“ auf höchstens 200 Zeichen.`),
      );
  });

  void test("logs no faults", () => {
    assertNoFaults(portal);
  });
});
