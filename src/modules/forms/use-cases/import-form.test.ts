import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { after, before, describe, test } from "node:test";
import { sql } from "kysely";
import type { Actor, Context } from "../../../platform/context/context.ts";
import {
  createTestDatabase,
  guest,
  staffWith,
  type TestDatabase,
} from "../../../platform/testing/test-database.ts";
import { demoForms, seedFormsDemo } from "../demo/seed-forms-demo.ts";
import { brokenDocuments } from "../testing/broken-documents.ts";
import {
  documentOf,
  sampleCodeList,
  sampleSchema,
} from "../testing/sample-schema.ts";
import { findPublishedForm, getFormVersion } from "./find-form.ts";
import type { Overlay } from "../domain/overlay/overlay.ts";
import type { FormDefinition } from "../domain/form-definition.ts";
import { compareCodeLists, withNewerCodeList } from "./compare-code-lists.ts";
import { importCodeLists } from "./import-code-lists.ts";
import { importForm } from "./import-form.ts";
import { openForm } from "./open-form.ts";
import { publishForm } from "./publish-form.ts";

const schwerin = "00000000-0000-4000-8000-000000000001";
const grabow = "00000000-0000-4000-8000-000000000002";
const system: Actor = { kind: "system", id: "system", may: () => false };

describe("forms in the database", () => {
  let database: TestDatabase;
  before(async () => {
    database = await createTestDatabase();
  });
  after(() => database.close());

  const contextOf = (tenantId: string, actor: Actor = system): Context =>
    database.contextFor({ tenantId, actor });
  const documents = (schema = sampleSchema()) => ({
    schema: documentOf("S1.xml", schema),
    codeLists: [documentOf("C1.xml", sampleCodeList())],
  });
  const countVersions = (formKey: string) =>
    contextOf(schwerin).transaction(async (db) => {
      const { rows } = await sql<{
        count: string;
      }>`select count(*) from forms.form_version where form_key = ${formKey}`.execute(
        db,
      );
      return Number(rows[0]?.count);
    });
  const importedId = async (schema?: string) => {
    const result = await importForm(contextOf(schwerin), documents(schema));
    assert.ok(result.ok);
    return result.value.formVersionId;
  };
  const published = (tenantId: string, formKey: string) => {
    const context = contextOf(tenantId);
    return findPublishedForm(context, formKey);
  };

  test("an import is stored once per content", async () => {
    const first = await importedId();
    assert.equal(await importedId(), first);
    const changed = await importedId(
      sampleSchema().replaceAll("Familienname", "Nachname"),
    );
    assert.notEqual(changed, first);
    assert.equal(await countVersions("S1"), 2);
  });

  test("code lists have versions of their own: a form keeps the one it came with until a newer one is taken over", async () => {
    const context = contextOf(schwerin);
    const list = (version: string, codes: readonly string[]) =>
      documentOf(
        `toene_${version}.xml`,
        sampleCodeList(codes, "urn:test:toene")
          .replace("<Version>1<", `<Version>${version}<`)
          .replace("toene_1", `toene_${version}`),
      );
    const schema = sampleSchema()
      .replaceAll("urn:test:farben", "urn:test:toene")
      .replace("<xdf:id>S1<", "<xdf:id>S7<");
    const bring = () =>
      importForm(context, {
        schema: documentOf("S7.xml", schema),
        codeLists: [],
      });
    assert.equal((await bring()).ok, false);

    const guests = await importCodeLists(contextOf(schwerin, guest), []);
    assert.ok(!guests.ok && guests.refusal.kind === "not-permitted");
    const broken = await importCodeLists(context, [
      list("1", ["rot"]),
      documentOf("x.xml", "<x/>"),
    ]);
    assert.ok(!broken.ok && broken.refusal.kind === "lists-invalid");
    assert.equal((await bring()).ok, false);

    const first = [list("1", ["rot", "blau"])];
    assert.ok((await importCodeLists(context, first)).ok);
    assert.ok((await importCodeLists(context, first)).ok);
    const changed = await importCodeLists(context, [list("1", ["rot"])]);
    assert.ok(!changed.ok && changed.refusal.kind === "version-changed");
    const imported = await bring();
    assert.ok(imported.ok, JSON.stringify(imported));

    const open = async (tried?: Overlay) => {
      const opened = await openForm(context, {
        formKey: "S7",
        ...(tried ? { tried } : {}),
      });
      assert.ok(opened.ok);
      return opened.value;
    };
    const [before] = await compareCodeLists(context, await open());
    assert.deepEqual(before, {
      urn: "urn:test:toene",
      version: "1",
      paths: ["F2"],
      newer: undefined,
    });
    const newer = [
      list("9", ["rot"]),
      documentOf(
        "toene_10.xml",
        Buffer.from(list("10", ["rot", "lila"]).content)
          .toString()
          .replace("Name rot", "Rubinrot"),
      ),
    ];
    assert.ok((await importCodeLists(context, newer)).ok);
    const form = await open();
    const [offered] = await compareCodeLists(context, form);
    assert.ok(offered?.newer);
    const { version, added, removed, renamed } = offered.newer;
    assert.equal(version, "10");
    assert.deepEqual(
      [added, removed, renamed.map(({ after: { label } }) => label)],
      [
        [{ code: "lila", label: "Name lila" }],
        [{ code: "blau", label: "Name blau" }],
        ["Rubinrot"],
      ],
    );
    const after = await open(withNewerCodeList(form, offered));
    const [taken] = await compareCodeLists(context, after);
    assert.deepEqual([taken?.version, taken?.newer], ["10", undefined]);
    assert.deepEqual(after.report.findings, []);

    // As if the schema took the code from the column with the names.
    const swapped = await compareCodeLists(context, {
      definition: withColumns(form.definition, { codeKey: "name" }),
    });
    assert.deepEqual(
      swapped[0]?.newer?.options.map(({ code }) => code),
      ["Rubinrot", "Name lila"],
    );
  });

  test("a broken schema leaves nothing behind", async () => {
    const schema = sampleSchema()
      .replaceAll(">S1<", ">S2<")
      .replace("<code>date</code>", "<code>datum</code>");
    const result = await importForm(contextOf(schwerin), documents(schema));
    assert.equal(result.ok, false);
    assert.equal(await countVersions("S2"), 0);
  });

  test("no broken document leaves anything behind, whatever is wrong with it", async () => {
    const count = () =>
      contextOf(schwerin).transaction(async (db) => {
        const { rows } = await sql<{
          versions: string;
        }>`select count(*) as versions from forms.form_version`.execute(db);
        return rows[0]?.versions;
      });
    const before = await count();
    for (const { name, content } of brokenDocuments()) {
      const result = await importForm(contextOf(schwerin), {
        schema: { name, content },
        codeLists: [],
      });
      assert.equal(result.ok, false, name);
    }
    assert.equal(await count(), before);
  });

  test("a stored version reads as it was imported", async () => {
    const result = await importForm(contextOf(schwerin), documents());
    assert.ok(result.ok);
    const { formVersionId, definition } = result.value;
    const version = await contextOf(grabow, guest).transaction((db) =>
      getFormVersion(db, formVersionId),
    );
    assert.deepEqual(version, { formVersionId, definition });
    await assert.rejects(
      contextOf(grabow).transaction((db) => getFormVersion(db, randomUUID())),
      { code: "form-version-missing" },
    );
  });

  test("a version never changes and never goes", async () => {
    const id = await importedId();
    for (const statement of [
      sql`update forms.form_version set version = '9' where id = ${id}`,
      sql`delete from forms.form_version where id = ${id}`,
    ])
      await assert.rejects(
        contextOf(schwerin).transaction((db) => statement.execute(db)),
        /never changes/,
      );
  });

  test("each tenant publishes for itself, and a later version replaces the earlier", async () => {
    const one = await importedId();
    const two = await importedId(
      sampleSchema().replaceAll("Familienname", "Nachname"),
    );
    const first = await publishForm(contextOf(schwerin), {
      formVersionId: one,
    });
    assert.ok(first.ok);
    assert.equal(first.value.formVersionId, one, "nothing refines it");
    assert.equal(await published(grabow, "S1"), undefined);
    await publishForm(contextOf(schwerin), { formVersionId: two });
    assert.equal((await published(schwerin, "S1"))?.formVersionId, two);
  });

  test("only the system and staff with the permission may publish", async () => {
    const formVersionId = await importedId();
    const refusal = { ok: false, refusal: { kind: "not-permitted" } };
    assert.deepEqual(
      await publishForm(contextOf(grabow, guest), { formVersionId }),
      refusal,
    );
    assert.deepEqual(
      await publishForm(contextOf(grabow, staffWith("kevin", "vorgang.read")), {
        formVersionId,
      }),
      refusal,
    );
    assert.equal(
      (
        await publishForm(
          contextOf(grabow, staffWith("kevin", "forms.publish")),
          { formVersionId },
        )
      ).ok,
      true,
    );
    assert.deepEqual(
      await publishForm(contextOf(grabow), { formVersionId: randomUUID() }),
      { ok: false, refusal: { kind: "form-version-unknown" } },
    );
  });

  test("the demo can be seeded again and again", async () => {
    await seedFormsDemo(contextOf(schwerin));
    await seedFormsDemo(contextOf(schwerin));
    const ofCounty = "jagdschein";
    assert.equal(await published(schwerin, ofCounty), undefined);
    for (const definition of demoForms.filter(({ key }) => key !== ofCounty)) {
      assert.equal(await countVersions(definition.key), 1);
      assert.deepEqual(
        (await published(schwerin, definition.key))?.definition,
        definition,
      );
    }
  });
});

/** The form, its selection read from these columns of the list. */
function withColumns(
  form: FormDefinition,
  details: Readonly<Record<string, string>>,
): FormDefinition {
  return {
    ...form,
    pages: form.pages.map((page) => ({
      ...page,
      elements: page.elements.map((element) =>
        element.key === "F2"
          ? { ...element, source: { id: "F2", details } }
          : element,
      ),
    })),
  };
}
