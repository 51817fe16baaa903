import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { staffWith } from "../../../../platform/testing/test-database.ts";
import {
  asPage,
  asRedirect,
  errorStatusOf,
} from "../../../../shell/testing/visit.ts";
import { demoTenants } from "../../../tenants/demo/demo-tenants.ts";
import {
  erna,
  openEditorPortal,
  otto,
  type EditorPortal,
} from "../../testing/editor-portal.ts";
import { inputsOf } from "../../testing/inputs-of.ts";
import { setSituationHidden } from "../../use-cases/situations/edit-situations.ts";
import { findLeistungBySlug } from "../../use-cases/find-leistung-by-slug.ts";
import { publishContent } from "../../use-cases/editing/publish-content.ts";
import { editorPath } from "./editor-labels.ts";

void describe("the editor of Leistungen", () => {
  let portal: EditorPortal;
  before(async () => {
    portal = await openEditorPortal({ tenants: ["schwerin", "grabow"] });
  });
  after(() => portal.testDatabase.close());

  const editor: EditorPortal["editor"] = (...who) => portal.editor(...who);
  const reach = (
    path: string,
    fields?: Readonly<Record<string, string>>,
    context = editor(),
  ) => portal.reach(context, path, fields);
  const idOf = (slug: string) => portal.idOf(slug);
  const read = (slug: string) => findLeistungBySlug(editor(), slug);
  const open = async (id: string, who = erna) =>
    inputsOf(
      asPage(await reach(`${editorPath}/${id}`, undefined, editor(who))).text,
    );
  const send = (
    id: string,
    fields: Readonly<Record<string, string>>,
    who = erna,
  ) =>
    reach(
      `${editorPath}/${id}`,
      { aktion: "veroeffentlichen", ...fields },
      editor(who),
    );
  const actions = async () => {
    const context = editor();
    return context.transaction(async (db) => {
      const rows = await db
        .$extendTables<{ "audit.entry": { action: string; seq: number } }>()
        .selectFrom("audit.entry")
        .select("action")
        .orderBy("seq")
        .execute();
      return rows.map(({ action }) => action);
    });
  };

  void test("sending every Leistung of the demo as it stands changes nothing", async () => {
    const list = asPage(await reach(editorPath)).text;
    const ids = [...list.matchAll(/leistungen\/([\w-]{36})"/g)].map(
      ([, id = ""]) => id,
    );
    assert.equal(ids.length, 50);
    for (const id of ids.slice(0, 12)) {
      const sent = await send(id, await open(id));
      assert.ok(sent.kind === "redirect", id);
      assert.match(sent.to, /getan=unveraendert/);
    }
  });

  void test("a new text is public at once, as a version with its author, and in the log", async () => {
    const id = await idOf("fundsachen");
    const fields = await open(id);
    const sent = await send(id, {
      ...fields,
      "documents-de": "Bringen Sie mit:\n- **Ausweis**\n- Foto <5 MB",
      "documents-en": "- ID card",
      stichwoerter: "Schlüssel, Regenschirm; Schlüssel",
    });
    assert.equal(sent.kind, "redirect");
    const { content } = (await read("fundsachen")) ?? assert.fail();
    assert.deepEqual(content.documents, {
      de: "<p>Bringen Sie mit:</p><ul><li><strong>Ausweis</strong></li><li>Foto &lt;5 MB</li></ul>",
      en: "<ul><li>ID card</li></ul>",
    });
    assert.deepEqual(content.keywords, ["Schlüssel", "Regenschirm"]);
    const versions = asPage(await reach(`${editorPath}/${id}/fassungen`)).text;
    assert.match(versions, /Fassung 2 vom [^<]*, von Erna Eins/);
    assert.match(versions, /<ins>- \*\*Ausweis\*\*<\/ins>/);
    assert.equal((await actions()).at(-1), "catalogue.leistung-published");
  });

  void test("each error stands next to its field, and all that was typed is still there", async () => {
    const id = await idOf("fundsachen");
    const wrong = {
      ...(await open(id)),
      "titel-de": " ",
      "legalBases-de": "[Gesetz](javascript:alert(1))",
      "notes-en": "Only English",
      "forms-1-name-de": "Antrag ohne Adresse",
      "termin-adresse": "ftp://x",
      von: "31.2.2026",
      schluessel: "12",
      amt: "gibt-es-nicht",
    };
    const { text, status } = asPage(await send(id, wrong));
    assert.equal(status, 422);
    for (const field of [
      ...["titel-de", "legalBases-de", "notes-de", "forms-1-url"],
      ...["termin-adresse", "von", "schluessel", "amt"],
    ]) {
      assert.match(text, new RegExp(`href="#${field}"`), field);
      assert.match(text, new RegExp(`id="${field}-error"`), field);
    }
    const kept = inputsOf(text);
    assert.equal(kept["legalBases-de"], wrong["legalBases-de"]);
    assert.equal(kept["forms-1-name-de"], "Antrag ohne Adresse");
    assert.equal(kept["von"], "31.2.2026");
    assert.notEqual((await read("fundsachen"))?.title, "");
  });

  void test("who publishes second sees what the first one changed, keeps both, and is told of fields both changed", async () => {
    const id = await idOf("bewohnerparkausweis");
    const mine = await open(id, otto);
    await send(id, {
      ...(await open(id)),
      "notes-de": "Neu von Erna.",
      "kurz-de": "Kurz von Erna.",
    });
    const refused = asPage(
      await send(
        id,
        { ...mine, "kurz-de": "Kurz von Otto.", "summary-de": "Otto." },
        otto,
      ),
    );
    assert.equal(refused.status, 409);
    assert.match(refused.title, /^Fehler: /);
    assert.match(refused.text, /role="alert" tabindex="-1" autofocus/);
    assert.match(refused.text, /Geändert von Erna Eins/);
    assert.match(refused.text, /<ins>Neu von Erna\.<\/ins>/);
    assert.match(refused.text, /id="kurz-de-error"/);
    assert.doesNotMatch(refused.text, /id="notes-de-error"/);
    const fields = inputsOf(refused.text);
    assert.equal(fields["notes-de"], "Neu von Erna.");
    assert.equal(fields["kurz-de"], "Kurz von Otto.");
    assert.equal((await read("bewohnerparkausweis"))?.teaser, "Kurz von Erna.");
    assert.equal((await send(id, fields, otto)).kind, "redirect");
    const { content } = (await read("bewohnerparkausweis")) ?? assert.fail();
    assert.equal(content.teaser.de, "Kurz von Otto.");
    assert.equal(content.notes?.de, "<p>Neu von Erna.</p>");
    assert.equal(content.summary?.de, "<p>Otto.</p>");
  });

  void test("the preview is the public page, keeps nothing, and leads on with all that was typed", async () => {
    const id = await idOf("wohngeld");
    const before = await read("wohngeld");
    const fields: Record<string, string> = {
      ...(await open(id)),
      "titel-de": "Wohngeld neu",
    };
    const preview = asPage(await send(id, { ...fields, aktion: "vorschau" }));
    assert.match(preview.text, /<h1[^>]*>\s*Wohngeld neu/);
    assert.doesNotMatch(preview.text, /rueckmeldung/, "nothing live on it");
    assert.match(preview.text, /Lesbarkeit: \d+ von 100/);
    assert.deepEqual((await read("wohngeld"))?.content, before?.content);
    const carried = inputsOf(preview.text);
    for (const [name, typed] of Object.entries(fields))
      if (!/-\d-/.test(name)) assert.equal(carried[name], typed, name);
    assert.equal(carried["fees"], fields["fees-1-amount"]);
    const back = asPage(await send(id, { ...carried, aktion: "bearbeiten" }));
    assert.deepEqual(inputsOf(back.text), fields);
    await send(id, carried);
    const shown = asPage(await reach("/leistungen/wohngeld"));
    const rest = (text: string) =>
      text.slice(text.indexOf("<nav", text.indexOf("</form>")));
    const feedback =
      /<div class="portal-no-print">\s*<form[^>]+rueckmeldung"[^]*?<\/form>\s*<\/div>/;
    assert.match(shown.text, feedback);
    const inert = shown.text.replace(feedback, "");
    assert.equal(
      rest(preview.text).replaceAll(/\s+/g, " "),
      inert.slice(inert.indexOf("<nav")).replaceAll(/\s+/g, " "),
    );
  });

  void test("a new Leistung may stay hidden until it is shown, and is found by the search then", async () => {
    const created = await reach(`${editorPath}/neu`, {
      aktion: "verborgen",
      "titel-de": "Drachenfest anmelden",
      "kurz-de": "Melden Sie Ihr Drachenfest an.",
      amt: "buergerbuero",
      thema: "papers",
    });
    assert.ok(created.kind === "redirect");
    const id = /[\w-]{36}/.exec(created.to)?.[0] ?? assert.fail();
    assert.equal(await read("drachenfest-anmelden"), undefined);
    const hidden = asPage(await reach(`${editorPath}?nur=verborgene`)).text;
    assert.match(hidden, /Drachenfest anmelden/);
    await send(id, { aktion: "zeigen" });
    assert.ok(await read("drachenfest-anmelden"));
    const found = asPage(await reach("/leistungen?q=Drachenfest")).text;
    assert.match(found, /href="\/leistungen\/drachenfest-anmelden"/);
    await send(id, { aktion: "verbergen" });
    await send(id, { aktion: "verbergen" });
    assert.equal(await read("drachenfest-anmelden"), undefined);
    assert.deepEqual((await actions()).slice(-3), [
      "catalogue.leistung-created",
      "catalogue.leistung-shown",
      "catalogue.leistung-hidden",
    ]);
  });

  void test("an earlier version comes back as a new one, but not over what somebody published meanwhile", async () => {
    const id = await idOf("hundesteuer");
    const first = (await read("hundesteuer"))?.content;
    await send(id, { ...(await open(id)), "titel-de": "Steuer für Hunde" });
    const path = `${editorPath}/${id}/fassungen`;
    const outdated = asPage(await reach(path, { zurueck: "1", fassung: "1" }));
    assert.equal(outdated.status, 409);
    assert.equal((await read("hundesteuer"))?.title, "Steuer für Hunde");
    const restored = await reach(path, { zurueck: "1", fassung: "2" });
    assert.equal(restored.kind, "redirect");
    assert.deepEqual((await read("hundesteuer"))?.content, first);
    assert.equal(
      errorStatusOf(await reach(path, { zurueck: "77", fassung: "3" })),
      404,
    );
  });

  void test("the list is searched by name and narrowed to what was not changed for a year", async () => {
    const found = asPage(await reach(`${editorPath}?q=hundesteuer`)).text;
    assert.match(found, /Eine Leistung|[23] Leistungen/);
    assert.match(asPage(await reach(`${editorPath}?q=100%25`)).text, /0 Leist/);
    const old = asPage(await reach(`${editorPath}?nur=alte`)).text;
    assert.doesNotMatch(old, /Drachenfest/);
  });

  void test("a topic that is hidden and an office that is gone stay chosen, and are named so", async () => {
    const { id, content } = (await read("veranstaltung")) ?? assert.fail();
    const [key = assert.fail()] = content.situations;
    const given = { ...content, officeSlug: "amt-von-frueher" };
    await publishContent(editor(), { id, base: 1, content: given });
    await setSituationHidden(editor(), key, { isHidden: true });
    const { text } = asPage(await reach(`${editorPath}/${id}`));
    assert.match(text, />\s*amt-von-frueher \(gibt es hier nicht\)/);
    assert.match(text, /selected>[^<]+ \(verborgen\)/);
    const sent = await send(id, {
      ...inputsOf(text),
      "kurz-de": "Neu gesagt.",
    });
    assert.match(asRedirect(sent).to, /getan=veroeffentlicht/);
    const now = (await read("veranstaltung"))?.content;
    assert.equal(now?.teaser.de, "Neu gesagt.");
    assert.equal(now.officeSlug, "amt-von-frueher");
    assert.deepEqual(now.situations, content.situations);
  });

  void test("an editor of another authority, and staff without the right, neither see nor change a Leistung", async () => {
    const id = await idOf("hundesteuer");
    const foreign = editor(erna, "grabow");
    const without = portal.testDatabase.contextFor({
      tenantId: demoTenants.schwerin,
      actor: staffWith(erna, "vorgang.read"),
    });
    const before = await read("hundesteuer");
    for (const context of [foreign, without])
      for (const path of [
        `${editorPath}/${id}`,
        `${editorPath}/${id}/fassungen`,
      ])
        for (const fields of [
          undefined,
          { aktion: "verbergen", zurueck: "1", fassung: "3" },
          { aktion: "veroeffentlichen", "titel-de": "X", fassung: "3" },
        ])
          assert.equal(
            errorStatusOf(await reach(path, fields, context)),
            404,
            path,
          );
    assert.deepEqual(await read("hundesteuer"), before);
    const list = asPage(await reach(editorPath, undefined, foreign)).text;
    assert.ok(!list.includes(id));
    assert.equal(
      errorStatusOf(await reach(editorPath, undefined, without)),
      403,
    );
    assert.equal(errorStatusOf(await reach(`${editorPath}/kein-id`)), 404);
  });
});
