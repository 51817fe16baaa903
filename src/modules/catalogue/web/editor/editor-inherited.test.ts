import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import type { Context } from "../../../../platform/context/context.ts";
import {
  createTestDatabase,
  staffWith,
  type TestDatabase,
} from "../../../../platform/testing/test-database.ts";
import { newId } from "../../../../platform/values/id.ts";
import {
  asPage,
  errorStatusOf,
  visit,
} from "../../../../shell/testing/visit.ts";
import { demoTenants } from "../../../tenants/demo/demo-tenants.ts";
import type { PortalDirectory } from "../../../tenants/index.ts";
import { follow } from "../../domain/content/layers.ts";
import { emptyContent } from "../../domain/typed/leistung-form.ts";
import type { LeistungContent } from "../../domain/content/leistung-content.ts";
import { saveInherited } from "../../store/inherited-store.ts";
import { readEdited } from "../../use-cases/editing/edit-leistung.ts";
import { publishContent } from "../../use-cases/editing/publish-content.ts";
import { readEditorDesk } from "../../use-cases/editing/read-editor-desk.ts";
import { saveLeistung } from "../../use-cases/save-leistung.ts";
import { editPath } from "./editor-labels.ts";
import { openDemoPortals } from "../../../tenants/testing/demo-portals.ts";
import { routesOn } from "../../testing/routes-on.ts";

void describe("texts of its own in a Leistung that is taken over", () => {
  let testDatabase: TestDatabase;
  let portals: PortalDirectory;
  const id = newId();
  before(async () => {
    testDatabase = await createTestDatabase();
    portals = await openDemoPortals(testDatabase);
  });
  after(() => testDatabase.close());

  const editor = (tenant: "schwerin" | "grabow" = "schwerin"): Context =>
    testDatabase.contextFor({
      tenantId: demoTenants[tenant],
      actor: staffWith(newId(), "catalogue.edit"),
    });
  const reach = (fields?: Record<string, string>, context = editor()) =>
    visit(
      routesOn(testDatabase, {
        portals,
      }),
      fields ? "POST" : "GET",
      { context, path: editPath(id), ...(fields && { fields }) },
    );
  const pageText = async () => asPage(await reach()).text;
  const edited = async () =>
    (await readEdited(editor(), id)) ?? assert.fail("is there");
  const listed = async (context = editor()) => {
    const kind = { words: "", kind: "changed", page: 1 } as const;
    const desk = await readEditorDesk(context, kind);
    assert.ok(desk);
    assert.equal(desk.count, desk.toDo.changed);
    return desk.leistungen;
  };
  const base = async () => String((await edited()).version);

  /** As an import does it: what the tenant replaced stays, the rest follows. */
  const comesFromAbove = async (content: LeistungContent) => {
    const context = editor();
    const known = await readEdited(context, id);
    const overridden = known?.inherited?.overridden ?? {};
    await context.transaction(async (db) => {
      await saveLeistung(db, context.tenantId, {
        id,
        slug: "jagdschein",
        content: follow(known?.content ?? content, { content, overridden }),
        formKey: null,
        featuredPosition: null,
        updatedAt: context.now,
      });
      await saveInherited(db, context.tenantId, {
        rows: [
          {
            leistungId: id,
            source: "import:land",
            sourceKey: "1",
            content,
            overridden,
            before: known?.inherited,
          },
        ],
        takenAt: context.now,
      });
    });
  };
  const above = (documents: string, notes: string): LeistungContent => ({
    ...emptyContent,
    title: { de: "Jagdschein" },
    teaser: { de: "Jagen dürfen." },
    documents: { de: `<p>${documents}</p>` },
    notes: { de: `<p>${notes}</p>` },
  });

  void test("what an editor replaces stays when the source changes, and the page says that it has changed", async () => {
    await comesFromAbove(above("Ausweis", "Alt"));
    const { content, version } = await edited();
    const own = { ...content, documents: { de: "<p>Ausweis und Foto</p>" } };
    await publishContent(editor(), { id, base: version, content: own });
    assert.match(await pageText(), /Eigene Texte statt der übernommenen/);
    assert.doesNotMatch(await pageText(), /Die Quelle hat etwas geändert/);
    await comesFromAbove(above("Ausweis und Prüfung", "Neu"));
    const now = (await edited()).content;
    assert.equal(now.documents?.de, "<p>Ausweis und Foto</p>");
    assert.equal(now.notes?.de, "<p>Neu</p>");
    const text = await pageText();
    assert.match(text, /Die Quelle hat etwas geändert/);
    assert.match(text, /<div>Ausweis und Prüfung<\/div>/);
    assert.match(text, /<del>Ausweis<\/del>/);
    assert.match(text, /<ins>Ausweis und Prüfung<\/ins>/);
    assert.equal((await listed()).length, 1);
  });

  void test("an editor of another authority decides nothing here", async () => {
    for (const aktion of ["behalten", "uebernehmen"]) {
      const fields = { aktion, teil: "documents", fassung: await base() };
      const reply = await reach(fields, editor("grabow"));
      assert.equal(errorStatusOf(reply), 404);
    }
    assert.deepEqual(await listed(editor("grabow")), []);
    assert.match(await pageText(), /Die Quelle hat etwas geändert/);
  });

  void test("whoever has seen the change and keeps the own text is not told again", async () => {
    const kept = await reach({ aktion: "behalten", teil: "documents" });
    assert.equal(kept.kind, "redirect");
    assert.doesNotMatch(await pageText(), /Die Quelle hat etwas geändert/);
    assert.match(await pageText(), /<div>Ausweis und Foto<\/div>/);
    assert.deepEqual(await listed(), []);
    const unknown = await reach({ aktion: "behalten", teil: "notes" });
    assert.equal(errorStatusOf(unknown), 404);
  });

  void test("a part that is taken over again follows the source, unless somebody published meanwhile", async () => {
    const fields = { aktion: "uebernehmen", teil: "documents" };
    const outdated = await reach({ ...fields, fassung: "1" });
    assert.equal(errorStatusOf(outdated), 409);
    const taken = await reach({ ...fields, fassung: await base() });
    assert.equal(taken.kind, "redirect");
    const now = await edited();
    assert.equal(now.content.documents?.de, "<p>Ausweis und Prüfung</p>");
    assert.deepEqual(now.inherited?.overridden, {});
    await comesFromAbove(above("Nur der Ausweis", "Neu"));
    const { documents } = (await edited()).content;
    assert.equal(documents?.de, "<p>Nur der Ausweis</p>");
  });

  void test("amounts of its own stand before the words of above, also in the preview, and go back to those of above", async () => {
    await comesFromAbove({
      ...above("Ausweis", "Neu"),
      fees: [{ kind: "fixed", cents: 5000 }],
      feeText: { de: "<p>Bar oder mit Karte.</p>" },
    });
    const given = { fassung: await base(), "fees-1-amount": "62,50" };
    const preview = asPage(await reach({ ...given, aktion: "vorschau" })).text;
    assert.match(preview, /62,50\s€<\/p>\s*<p>Allgemein heißt es dazu:/);
    await reach({ ...given, aktion: "veroeffentlichen" });
    assert.deepEqual(
      Object.keys((await edited()).inherited?.overridden ?? {}),
      ["fees"],
    );
    const text = await pageText();
    assert.match(text, /<div>62,50 €<\/div>/);
    assert.match(text, /<div>50,00 €<\/div>/);
    const fields = { aktion: "uebernehmen", teil: "fees" };
    await reach({ ...fields, fassung: await base() });
    assert.deepEqual((await edited()).content.fees, [
      { kind: "fixed", cents: 5000 },
    ]);
  });
});
