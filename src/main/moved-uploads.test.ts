import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { file, group, page, text } from "../modules/forms/demo/build-form.ts";
import { dogTax } from "../modules/forms/demo/dog-tax.ts";
import type { FormDefinition } from "../modules/forms/index.ts";
import { publishDefinition } from "../modules/forms/testing/publish-definition.ts";
import { pdf } from "../platform/files/testing/sample-files.ts";
import { antrag, applicantOf } from "./testing/applicant.ts";
import { systemActor } from "./services.ts";
import { assertNoFaults } from "./testing/log-check.ts";
import { startTestPortal, type TestPortal } from "./testing/test-portal.ts";
import { tusClient } from "./testing/tus-client.ts";
import type { Visitor } from "./testing/visitor.ts";

const form = "hundesteuer";
const step = antrag(form, "/schritt/1");
const content = pdf("/Note (Impfpass)");

/** A file for each dog. */
const definition: FormDefinition = {
  ...dogTax,
  version: "9.0.0",
  pages: [
    page("hunde", "Hunde", [
      {
        ...group("hund", "Hund", [
          text("rufname", "Rufname"),
          file("impfpass", "Impfpass"),
        ]),
        cardinality: { min: 1, max: null },
      },
    ]),
  ],
  checks: [],
};

void describe("an upload whose field moves while it comes", () => {
  let portal: TestPortal;
  before(async () => {
    portal = await startTestPortal({ worker: false });
    const { tenantId } = await portal.portal("schwerin");
    await publishDefinition(
      portal.services.contextFor({ tenantId, actor: systemActor }),
      definition,
    );
  });
  after(() => portal.close());

  /** Three dogs, and half of a file for the last. */
  const begun = async () => {
    const visitor = await applicantOf(portal, "schwerin", form);
    await press(visitor, ["Rex", "Luna"], "add:hund");
    await press(visitor, ["Rex", "Luna", "Bello"], "keep");
    const tus = tusClient(visitor, form);
    const answer = await tus.begin({
      name: "Impfpass.pdf",
      field: "hund.2.impfpass.0",
      sizeBytes: content.length,
    });
    assert.equal(answer.status, 201, answer.text);
    const path = answer.headers.location ?? assert.fail();
    await tus.bring(path, 0, content.subarray(0, 100));
    const finish = () => tus.bring(path, 100, content.subarray(100));
    return { visitor, path, tus, finish };
  };

  const press = (visitor: Visitor, names: readonly string[], action: string) =>
    visitor.visit(step, {
      fields: {
        ...Object.fromEntries(
          names.map((name, index) => [`hund.${String(index)}.rufname.0`, name]),
        ),
        _action: action,
      },
    });

  /** Names of the dogs that have a file, as the summary shows them. */
  const dogsWithFile = async (visitor: Visitor) => {
    const { text: summary } = await visitor.visit(antrag(form, "/pruefen"));
    return ["Rex", "Luna", "Bello"].filter((name) =>
      new RegExp(
        `${name}<(?:(?!Rex<|Luna<|Bello<)[\\s\\S])*?Impfpass\\.pdf`,
      ).test(summary),
    );
  };

  void test("lands with its dog after the dogs changed places", async () => {
    const { visitor, finish } = await begun();
    await press(visitor, ["Rex", "Luna", "Bello"], "up:hund.2");
    assert.equal((await finish()).status, 204);
    assert.deepEqual(await dogsWithFile(visitor), ["Bello"]);
  });

  void test("lands with its dog after one before it was taken away", async () => {
    const { visitor, finish } = await begun();
    await press(visitor, ["Rex", "Luna", "Bello"], "remove:hund.0");
    assert.equal((await finish()).status, 204);
    assert.deepEqual(await dogsWithFile(visitor), ["Bello"]);
  });

  void test("ends with its dog", async () => {
    const { visitor, tus, path, finish } = await begun();
    await press(visitor, ["Rex", "Luna", "Bello"], "remove:hund.2");
    assert.equal((await tus.ask("HEAD", path)).status, 404);
    assert.equal((await finish()).status, 404);
    assert.deepEqual(await dogsWithFile(visitor), []);
  });

  void test("stays where a button of other dogs, or of none, was pressed", async () => {
    const { visitor, finish } = await begun();
    for (const action of ["up:hund.1", "down:hund.2", "up:hund.0"])
      await press(visitor, ["Rex", "Luna", "Bello"], action);
    assert.equal((await finish()).status, 204);
    assert.deepEqual(await dogsWithFile(visitor), ["Bello"]);
  });

  void test("logs no faults", () => {
    assertNoFaults(portal);
  });
});
