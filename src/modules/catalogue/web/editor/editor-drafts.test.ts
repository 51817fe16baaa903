import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { asPage, errorStatusOf } from "../../../../shell/testing/visit.ts";
import type { Reply } from "../../../../shell/web/route.ts";
import { demoTenants } from "../../../tenants/demo/demo-tenants.ts";
import {
  erna,
  openEditorPortal,
  otto,
  type EditorPortal,
} from "../../testing/editor-portal.ts";
import { readDraft } from "../../use-cases/editing/keep-draft.ts";
import { editPath, editorPath } from "./editor-labels.ts";

void describe("drafts of Leistungen", () => {
  let portal: EditorPortal;
  before(async () => {
    portal = await openEditorPortal({ tenants: ["schwerin", "grabow"] });
  });
  after(() => portal.testDatabase.close());

  const editor: EditorPortal["editor"] = (...who) => portal.editor(...who);
  const guest = () =>
    portal.testDatabase.contextFor({ tenantId: demoTenants.schwerin });
  const reach: EditorPortal["reach"] = (...asked) => portal.reach(...asked);
  const idOf = (slug: string) => portal.idOf(slug);
  const open = async (id: string, who = erna) =>
    asPage(await reach(editor(who), editPath(id))).text;
  /** What the script sends while somebody types. */
  const autosave = async (
    id: string,
    fields: Readonly<Record<string, string>>,
    who = erna,
  ) => {
    const reply = await reach(editor(who), editPath(id), {
      aktion: "merken",
      ...fields,
    });
    assert.ok(reply.kind === "json");
    return reply;
  };

  void test("what is typed is kept with who and when, opens again, and may be invalid", async () => {
    const id = await idOf("wohngeld");
    const saved = await autosave(id, {
      fassung: "1",
      entwurf: "0",
      "titel-de": "",
      "notes-de": "Nur im Entwurf",
    });
    assert.match(JSON.stringify(saved.body), /Gespeichert um \d\d:\d\d Uhr/);
    const draft = await readDraft(editor(), id);
    assert.equal(draft?.savedBy, erna);
    const text = await open(id, otto);
    assert.match(text, /Sie sehen den Entwurf von Erna Eins/);
    assert.match(text, /Nur im Entwurf/);
    assert.match(text, /name="titel-de"[^>]*value=""/);
    const list = asPage(await reach(editor(), `${editorPath}?nur=entwuerfe`));
    assert.match(list.text, /nicht veröffentlichte Änderungen/);
    assert.equal(list.text.match(/leistungen\/[\w-]{36}"/g)?.length, 1);
  });

  void test("no page, search, suggestion or other tenant sees a draft", async () => {
    const id = await idOf("hundesteuer");
    const search = () =>
      Promise.all(
        ["/leistungen", "/vorschlaege/leistungen"].map(async (path) =>
          textOf(await reach(guest(), `${path}?q=Quallenflug`)),
        ),
      );
    const found = await search();
    await autosave(id, {
      fassung: "1",
      entwurf: "0",
      "titel-de": "Quallenflug",
      "kurz-de": "Quallenflug",
      "notes-de": "Quallenflug",
      stichwoerter: "Quallenflug",
    });
    const gap = /Quallenflug/;
    for (const path of [
      "/",
      "/leistungen",
      "/leistungen?buchstabe=D",
      "/leistungen/hundesteuer",
      "/leistungen/hundesteuer/rueckmeldung",
      "/sitemap.xml",
    ])
      assert.doesNotMatch(textOf(await reach(guest(), path)), gap, path);
    assert.deepEqual(await search(), found, "as without the draft");
    const foreign = editor(erna, "grabow");
    assert.equal(errorStatusOf(await reach(foreign, editPath(id))), 404);
    for (const aktion of ["merken", "entwurf", "verwerfen"])
      assert.equal(
        errorStatusOf(await reach(foreign, editPath(id), { aktion })),
        404,
      );
    const list = await reach(foreign, `${editorPath}?nur=entwuerfe`);
    assert.doesNotMatch(textOf(list), /[\w-]{36}"/);
    assert.ok(await readDraft(editor(), id));
    assert.equal(await readDraft(foreign, id), undefined);
    assert.equal(await readDraft(guest(), id), undefined);
  });

  void test("two editors' savings are put together, and where both wrote the same input they are told", async () => {
    const id = await idOf("bewohnerparkausweis");
    const seen = { fassung: "1", entwurf: "0" };
    await autosave(id, { ...seen, "notes-de": "Von Erna", "kurz-de": "Erna" });
    const refused = await autosave(id, { ...seen, "summary-de": "x" }, otto);
    assert.equal(refused.status, 409);
    assert.match(JSON.stringify(refused.body), /Inzwischen hat jemand anderes/);
    const save = (fields: Readonly<Record<string, string>>) =>
      reach(editor(otto), editPath(id), { aktion: "entwurf", ...fields });
    const both = await save({ ...seen, "summary-de": "Von Otto" });
    assert.ok(both.kind === "redirect");
    const typed = (await readDraft(editor(), id))?.typed;
    assert.equal(typed?.get("notes-de"), "Von Erna");
    assert.equal(typed.get("summary-de"), "Von Otto");

    const contested = asPage(
      await save({ ...seen, "kurz-de": "Otto", "summary-de": "Von Otto" }),
    );
    assert.equal(contested.status, 409);
    assert.match(contested.text, /Gespeichert von Otto Zwo/);
    assert.match(contested.text, /name="kurz-de"[^>]*value="Otto"/);
    assert.match(contested.text, /<ins>Erna<\/ins>/);
    assert.equal(
      (await readDraft(editor(), id))?.typed.get("kurz-de"),
      "Erna",
      "nothing is overwritten unseen",
    );
    const revision = /name="entwurf" value="(\d+)"/.exec(contested.text)?.[1];
    const again = { "kurz-de": "Otto", fassung: "1", entwurf: revision ?? "" };
    assert.equal((await save(again)).kind, "redirect");
    const now = (await readDraft(editor(), id))?.typed;
    assert.equal(now?.get("kurz-de"), "Otto");
  });

  void test("publishing ends the draft, but not over what somebody saved meanwhile", async () => {
    const id = await idOf("meldebescheinigung");
    await autosave(id, {
      fassung: "1",
      entwurf: "0",
      "notes-de": "Neu von Erna",
    });
    const publish = (revision: string) =>
      reach(editor(otto), editPath(id), {
        aktion: "veroeffentlichen",
        fassung: "1",
        entwurf: revision,
        "kurz-de": "Kurz von Otto",
        ...(revision === "1" && { "notes-de": "Neu von Erna" }),
      });
    const refused = asPage(await publish("0"));
    assert.equal(refused.status, 409);
    assert.match(refused.text, /Gespeichert von Erna Eins/);
    assert.match(refused.text, /name="kurz-de"[^>]*value="Kurz von Otto"/);
    assert.match(refused.text, />\s*Neu von Erna<\/textarea>/);
    const done = await publish("1");
    assert.ok(done.kind === "redirect" && /=veroeffentlicht/.test(done.to));
    assert.equal(await readDraft(editor(), id), undefined);
    const shown = textOf(
      await reach(guest(), "/leistungen/meldebescheinigung"),
    );
    assert.match(shown, /Neu von Erna/);
    assert.match(shown, /Kurz von Otto/);
  });

  void test("a draft that is given up leaves what is public, and nothing typed means no draft", async () => {
    const id = await idOf("wohnsitz");
    const seen = { fassung: "1", entwurf: "0" };
    const same = await autosave(id, seen);
    assert.deepEqual(Object.entries(same.body ?? {})[1], ["revision", 0]);
    assert.equal(await readDraft(editor(), id), undefined);
    await autosave(id, { ...seen, "notes-de": "Weg damit" });
    assert.match(await open(id), /Entwurf verwerfen/);
    const gone = await reach(editor(), editPath(id), { aktion: "verwerfen" });
    assert.ok(gone.kind === "redirect");
    assert.doesNotMatch(await open(id), /Weg damit/);
  });
});

function textOf(reply: Reply): string {
  if (reply.kind === "page") return asPage(reply).text;
  if (reply.kind === "json") return JSON.stringify(reply.body);
  if (reply.kind === "raw") return reply.body;
  assert.ok(reply.kind === "download" && Buffer.isBuffer(reply.body));
  return reply.body.toString("utf8");
}
