import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { after, before, describe, test } from "node:test";
import { sql } from "kysely";
import {
  createTestDatabase,
  type TestDatabase,
} from "../../../platform/testing/test-database.ts";
import { verifyAuditChain } from "../../audit/index.ts";
import { seedTenantsDemo } from "../../tenants/demo/seed-tenants-demo.ts";
import { dogTax } from "../demo/dog-tax.ts";
import { formsDesk, overlayOf } from "../testing/forms-fixtures.ts";
import { listForms } from "./list-forms.ts";
import { openForm } from "./open-form.ts";
import { publishForm } from "./publish-form.ts";
import { saveOverlay } from "./save-overlay.ts";
import { withdrawForm } from "./withdraw-form.ts";

describe("a form that authorities refine", () => {
  let database: TestDatabase;
  let desk: ReturnType<typeof formsDesk>;
  let base: string;
  before(async () => {
    database = await createTestDatabase();
    await database.database.unscoped(seedTenantsDemo);
    desk = formsDesk(database);
    base = await desk.bring();
  });
  after(() => database.close());

  const titles = async (...where: Parameters<typeof desk.shown>[0][]) => {
    const forms = [];
    for (const each of where)
      forms.push((await desk.shown(each))?.definition.title);
    return forms;
  };

  test("is inherited down the tree until an authority publishes its own", async () => {
    assert.deepEqual(await titles("lup", "grabow"), [undefined, undefined]);
    await desk.publish("installation", base);
    assert.deepEqual(await titles("lup", "grabow", "schwerin"), [
      dogTax.title,
      dogTax.title,
      dogTax.title,
    ]);
    await desk.refine("lup", { title: "Hund im Landkreis", minutes: 4 });
    assert.deepEqual(await titles("lup"), [dogTax.title], "saved, not shown");
    await desk.publish("lup", base);
    assert.deepEqual(await titles("lup", "grabow", "schwerin"), [
      "Hund im Landkreis",
      "Hund im Landkreis",
      dogTax.title,
    ]);
    await desk.refine("grabow", { title: "Hund in Grabow" });
    await desk.publish("grabow", base);
    const grabow = await desk.shown("grabow");
    assert.deepEqual(
      [grabow?.definition.title, grabow?.definition.minutes],
      ["Hund in Grabow", 4],
    );
    assert.deepEqual(grabow?.definition.provenance.overlays, [
      { authority: "lup", version: 1 },
      { authority: "grabow", version: 1 },
    ]);
  });

  test("of an authority above changes below only where nobody published", async () => {
    await desk.refine("lup", { title: "Hund anmelden (Kreis)" }, 1);
    await desk.publish("lup", base);
    assert.deepEqual(await titles("ludwigslust", "grabow"), [
      "Hund anmelden (Kreis)",
      "Hund in Grabow",
    ]);
    assert.equal((await withdrawForm(desk.at("grabow"), dogTax.key)).ok, true);
    assert.deepEqual(await titles("grabow"), ["Hund anmelden (Kreis)"]);
    assert.deepEqual(await withdrawForm(desk.at("grabow"), dogTax.key), {
      ok: false,
      refusal: { kind: "not-published" },
    });
  });

  test("tells an authority that one above has published after it", async () => {
    const isOutdated = async () => {
      const opened = await openForm(desk.at("parchimerUmland"), {
        formKey: dogTax.key,
      });
      assert.ok(opened.ok);
      return opened.value.publication?.isOutdated;
    };
    await desk.refine("parchimerUmland", { minutes: 9 });
    await desk.publish("parchimerUmland", base);
    assert.equal(await isOutdated(), false);
    await desk.publish("lup", base);
    assert.equal(await isOutdated(), true);
    await desk.publish("parchimerUmland", base);
    assert.equal(await isOutdated(), false);
  });

  test("keeps every version that was ever shown", async () => {
    const before = await desk.shown("lup");
    await desk.refine("lup", { title: "Noch einmal anders" }, 2);
    const { formVersionId } = await desk.publish("lup", base);
    assert.notEqual(formVersionId, before?.formVersionId);
    assert.equal(
      (await desk.publish("lup", base)).formVersionId,
      formVersionId,
    );
  });

  test("is not published while an overlay contradicts it, and says where", async () => {
    await desk.refine("schwerin", {
      elements: { "hund.farbe": { label: "Farbe" } },
    });
    const refused = await publishForm(desk.at("schwerin"), {
      formVersionId: base,
    });
    assert.ok(!refused.ok && refused.refusal.kind === "not-publishable");
    assert.deepEqual(
      refused.refusal.report.findings.map(({ code, place }) => [code, place]),
      [["element-unknown", "hund.farbe"]],
    );
    assert.deepEqual(await titles("schwerin"), [dogTax.title]);
  });

  test("starts from what was imported, not from what was compiled here", async () => {
    const compiled = await desk.shown("lup");
    for (const formVersionId of [compiled?.formVersionId ?? "", randomUUID()])
      assert.deepEqual(
        await publishForm(desk.at("ludwigslust"), { formVersionId }),
        { ok: false, refusal: { kind: "form-version-unknown" } },
      );
  });

  test("is listed with what the tenant makes of it", async () => {
    const entry = async (where: "lup" | "grabow" | "neustadtGlewe") => {
      const listed = await listForms(desk.at(where));
      assert.ok(listed.ok);
      const [form] = listed.value;
      return [
        form?.published?.version.title,
        form?.published?.inheritedFrom,
        form?.overlayVersion,
        form?.hasUnpublishedChanges,
        form?.versions.length,
      ];
    };
    assert.deepEqual(await entry("lup"), [
      "Noch einmal anders",
      undefined,
      3,
      false,
      1,
    ]);
    assert.deepEqual(await entry("grabow"), [
      "Noch einmal anders",
      "Landkreis Ludwigslust-Parchim",
      1,
      true,
      1,
    ]);
    assert.deepEqual(await entry("neustadtGlewe"), [
      "Noch einmal anders",
      "Landkreis Ludwigslust-Parchim",
      undefined,
      false,
      1,
    ]);
  });

  test("two editors do not overwrite each other, and the same content makes no version", async () => {
    const save = (title: string, seenVersion: number) =>
      saveOverlay(desk.at("ludwigslust"), {
        formKey: dogTax.key,
        content: overlayOf({ title }),
        seenVersion,
      });
    assert.deepEqual(await save("Eins", 0), {
      ok: true,
      value: { version: 1 },
    });
    assert.deepEqual(await save("Eins", 0), {
      ok: true,
      value: { version: 1 },
    });
    assert.deepEqual(await save("Zwei", 0), {
      ok: false,
      refusal: { kind: "changed-meanwhile", version: 1 },
    });
    assert.deepEqual(await save("Zwei", 1), {
      ok: true,
      value: { version: 2 },
    });
    const unknown = await saveOverlay(desk.at("ludwigslust"), {
      formKey: "katzensteuer",
      content: { ...overlayOf({}), formKey: "katzensteuer" },
      seenVersion: 0,
    });
    assert.deepEqual(unknown, {
      ok: false,
      refusal: { kind: "form-unknown" },
    });
  });

  test("versions of overlays never change and never go", async () => {
    for (const statement of [
      sql`update forms.overlay set version = 99`,
      sql`delete from forms.overlay`,
    ])
      await assert.rejects(
        desk.at("lup").transaction((db) => statement.execute(db)),
        /never changes/,
      );
  });

  test("every step is in the audit log", async () => {
    const actions = await desk.at("grabow").transaction(async (db) => {
      const { rows } = await sql<{
        action: string;
      }>`select action from audit.entry order by seq`.execute(db);
      return rows.map(({ action }) => action);
    });
    assert.deepEqual(actions, [
      "forms.overlay-saved",
      "forms.published",
      "forms.withdrawn",
    ]);
    assert.equal((await verifyAuditChain(desk.at("grabow"))).kind, "intact");
  });
});
