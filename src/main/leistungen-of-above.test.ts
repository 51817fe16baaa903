import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { setTimeout as pause } from "node:timers/promises";
import { faultsOfPage } from "./testing/page-check.ts";
import { signedIn } from "./testing/signed-in.ts";
import { startTestPortal, type TestPortal } from "./testing/test-portal.ts";
import { visitorOf, type Visitor } from "./testing/visitor.ts";

const desk = "/verwaltung/leistungen/von-oben";
const name = "fuehrerschein-umtausch";
const words = "Umtausch";
const towns = ["grabow", "parchimer-umland"] as const;

void describe("a Leistung of the county in the portal of a town", () => {
  let portal: TestPortal;
  let editor: Visitor;
  before(async () => {
    portal = await startTestPortal({ worker: false });
    editor = await signedIn(portal, "grabow", "redaktion");
  });
  after(() => portal.close());

  const read = (label: string, path: string) =>
    visitorOf(portal, label).visit(path);
  /** Everywhere that a portal shows or opens it, by its address. */
  const whereSeen = async (label: string): Promise<string[]> => {
    const places = {
      search: `/leistungen?q=${words}`,
      suggestions: `/vorschlaege/leistungen?q=${words}`,
      page: `/leistungen/${name}`,
      application: `/leistungen/${name}/antrag`,
      who: `/zustaendig?leistung=${name}`,
      "who, in words": `/zustaendig?leistung=${words}`,
    };
    const seen = await Promise.all(
      Object.entries(places).map(async ([place, path]) => {
        const { status, text } = await read(label, path);
        const isSeen = status === 200 && text.includes(`/leistungen/${name}`);
        return isSeen ? [place] : [];
      }),
    );
    return seen.flat();
  };
  const until = async (isTrue: () => Promise<boolean>) => {
    for (let tries = 0; tries < 200; tries += 1) {
      if (await isTrue()) return;
      await pause(50);
    }
    assert.fail("never became true");
  };
  const choose = (aktion: string, by = editor) =>
    by.visit(desk, { fields: { von: "lup", name, aktion } });
  let before_: string[];

  void test("is found, opened and listed for the editor as the county's", async () => {
    before_ = await whereSeen("grabow");
    for (const place of ["search", "suggestions", "page", "who"])
      assert.ok(before_.includes(place), place);
    const list = await editor.visit(`${desk}?q=${words}`);
    assert.equal(list.status, 200);
    assert.deepEqual(faultsOfPage(list), []);
    assert.match(list.text, /Landkreis Ludwigslust-Parchim/);
    assert.match(list.text, /Sichtbar/);
    const all = await editor.visit("/verwaltung/leistungen");
    assert.match(all.text, /href="\/verwaltung\/links"/);
    const links = await editor.visit("/verwaltung/links");
    assert.deepEqual(faultsOfPage(links), []);
  });

  void test("hidden, is gone from that town's portal at once and stays everywhere else", async () => {
    const others = ["lup", ...towns.filter((town) => town !== "grabow")];
    const seenElsewhere = await Promise.all(others.map(whereSeen));
    const answer = await choose("verbergen");
    assert.equal(answer.status, 303);
    await until(async () => (await whereSeen("grabow")).length === 0);
    assert.deepEqual(await Promise.all(others.map(whereSeen)), seenElsewhere);
  });

  void test("says at the old address, which search engines drop, where it is offered", async () => {
    const page = await read("grabow", `/leistungen/${name}`);
    assert.equal(page.status, 404);
    assert.deepEqual(faultsOfPage(page), []);
    assert.match(page.text, /steht nicht in diesem Portal/);
    assert.match(
      page.text,
      /\/\/lup\.[^"]*\/leistungen\/fuehrerschein-umtausch"/,
    );
  });

  void test("is nobody's to hide who is not an editor of a town below that county", async () => {
    const stranger = await signedIn(portal, "schwerin", "redaktion");
    assert.equal((await choose("zeigen", stranger)).status, 404);
    assert.equal((await stranger.visit(desk)).status, 200);
    const caseworker = await signedIn(portal, "grabow");
    assert.equal((await choose("zeigen", caseworker)).status, 403);
    assert.deepEqual(await whereSeen("grabow"), []);
  });

  void test("shown again, stands where it stood", async () => {
    const answer = await editor.follow(await choose("zeigen"));
    assert.match(answer.text, /steht wieder in Ihrem Portal/);
    await until(async () => (await whereSeen("grabow")).length > 0);
    assert.deepEqual(await whereSeen("grabow"), before_);
  });
});
