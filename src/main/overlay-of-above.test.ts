import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { setTimeout as pause } from "node:timers/promises";
import { setFormOfLeistung } from "../modules/catalogue/index.ts";
import { systemActor } from "./services.ts";
import { antrag } from "./testing/applicant.ts";
import { faultsOfPage } from "./testing/page-check.ts";
import { signedIn } from "./testing/signed-in.ts";
import { startTestPortal, type TestPortal } from "./testing/test-portal.ts";
import { visitorOf, type Answer, type Visitor } from "./testing/visitor.ts";

const slug = "schuelerbefoerderung";
const county = "Landkreis Ludwigslust-Parchim";
const public_ = `/leistungen/${slug}`;

void describe("a Leistung of the county in the words of a town", () => {
  let portal: TestPortal;
  let town: Visitor;
  let countyEditor: Visitor;
  /** Where the town's editor works on it. */
  let edit: string;
  before(async () => {
    portal = await startTestPortal();
    town = await signedIn(portal, "grabow", "redaktion");
    countyEditor = await signedIn(portal, "lup", "redaktion");
    const { tenantId } = await portal.portal("lup");
    const context = portal.services.contextFor({
      tenantId,
      actor: systemActor,
    });
    const set = await setFormOfLeistung(context, slug, "bewohnerparkausweis");
    assert.ok(set.ok);
  });
  after(() => portal.close());

  const read = (label: string, path = public_) =>
    visitorOf(portal, label).visit(path);
  const until = async (isTrue: () => Promise<boolean>) => {
    for (let tries = 0; tries < 200; tries += 1) {
      if (await isTrue()) return;
      await pause(50);
    }
    assert.fail("never became true");
  };
  const take = (by: Visitor) =>
    by.visit("/verwaltung/leistungen/von-oben", {
      fields: { von: "lup", name: slug, aktion: "uebernehmen" },
    });
  const versionIn = ({ text }: Answer) =>
    /name="fassung" value="(\d+)"/.exec(text)?.[1] ?? assert.fail();
  const publish = async (
    by: Visitor,
    path: string,
    fields: Readonly<Record<string, string>>,
  ) => {
    const fassung = versionIn(await by.visit(path));
    const sent = { ...fields, fassung, entwurf: "0" };
    const answer = await by.visit(path, {
      fields: { ...sent, aktion: "veroeffentlichen" },
    });
    assert.equal(answer.status, 303, answer.text);
  };
  const countyPath = async () => {
    const list = await countyEditor.visit(`/verwaltung/leistungen?q=${slug}`);
    return (
      /href="(\/verwaltung\/leistungen\/[\da-f-]{36})"/.exec(list.text)?.[1] ??
      assert.fail()
    );
  };

  void test("is taken over by the town's editor, once", async () => {
    const taken = await take(town);
    assert.equal(taken.status, 303);
    edit = (taken.headers.location ?? assert.fail()).split("?")[0] ?? "";
    const again = await take(town);
    assert.equal(again.headers.location, edit);
    const page = await town.visit(edit);
    assert.deepEqual(faultsOfPage(page), []);
    const stranger = await signedIn(portal, "schwerin", "redaktion");
    assert.equal((await take(stranger)).status, 404);
    assert.equal((await stranger.visit(edit)).status, 404);
  });

  void test("says what the town wrote, and leads to the county's office and form", async () => {
    await publish(town, edit, { "feeText-de": "Nur in Grabow: 5 Euro" });
    await until(async () => (await read("grabow")).text.includes("5 Euro"));
    const page = await read("grabow");
    assert.deepEqual(faultsOfPage(page), []);
    assert.match(page.text, new RegExp(`Zuständig ist: ${county}`));
    assert.match(page.text, /href="http:\/\/lup\.[^"]*\/aemter\//);
    assert.match(page.text, new RegExp(`href="${antrag(slug)}"`));
    const start = await read("grabow", antrag(slug));
    assert.match(start.text, new RegExp(`Ihr Antrag geht an: ${county}`));
    for (const label of ["lup", "ludwigslust"])
      assert.doesNotMatch((await read(label)).text, /5 Euro/);
  });

  void test("stands once in the town's search, and not in what the town gives away as its own", async () => {
    const hits = await read(
      "grabow",
      "/vorschlaege/leistungen?q=Schuelerbefoerderung",
    );
    assert.equal(hits.text.split(public_).length, 2);
    const data = await read("grabow", "/daten/leistungen.json");
    assert.doesNotMatch(data.text, new RegExp(slug));
  });

  void test("is marked as online in the town's lists as long as the county has a form for it", async () => {
    const initial = "/leistungen?buchstabe=S";
    const marks = async (path: string) =>
      /Sch[^<]*befördern?[^]*?(?:<\/li>|<\/article>)/i
        .exec((await read("grabow", path)).text)?.[0]
        .includes("Online möglich");
    assert.equal(await marks(initial), true);
    assert.equal(await marks("/leistungen?q=Schuelerbefoerderung"), true);
  });

  void test("follows the county except in the town's own part, and tells when that changed above", async () => {
    await publish(countyEditor, await countyPath(), {
      "feeText-de": "Im Kreis kostenlos",
      "notes-de": "Neu vom Kreis",
    });
    await until(async () =>
      (await read("grabow")).text.includes("Neu vom Kreis"),
    );
    const page = await read("grabow");
    assert.match(page.text, /Nur in Grabow: 5 Euro/);
    assert.doesNotMatch(page.text, /Im Kreis kostenlos/);
    const list = await town.visit("/verwaltung/leistungen?nur=oben-geaenderte");
    assert.ok(list.text.includes(edit));
    assert.match((await town.visit(edit)).text, /<ins>Im Kreis kostenlos/);
  });

  void test("goes where the county hides it, and comes back with it", async () => {
    const path = await countyPath();
    await countyEditor.visit(path, { fields: { aktion: "verbergen" } });
    await until(async () => (await read("grabow")).status === 410);
    await until(async () =>
      (await town.visit(edit)).text.includes("zeigt diese Leistung nicht mehr"),
    );
    await countyEditor.visit(path, { fields: { aktion: "zeigen" } });
    await until(async () => (await read("grabow")).status === 200);
    assert.match((await read("grabow")).text, /Nur in Grabow: 5 Euro/);
  });

  void test("hidden by the town, is gone from its portal though the county shows it", async () => {
    await town.visit(edit, { fields: { aktion: "verbergen" } });
    await until(async () => (await read("grabow")).status === 404);
    assert.match((await read("grabow")).text, /steht nicht in diesem Portal/);
    assert.equal((await read("lup")).status, 200);
    assert.equal((await read("grabow", antrag(slug))).status, 404);
  });
});
