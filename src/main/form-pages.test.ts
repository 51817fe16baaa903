import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { sql, type RawBuilder } from "kysely";
import { guestActor } from "./services.ts";
import {
  antrag,
  fillIn,
  send,
  startDraft,
  xaveria,
} from "./testing/applicant.ts";
import { assertNoFaults, assertNotLogged } from "./testing/log-check.ts";
import { faultsOfPage } from "./testing/page-check.ts";
import { startTestPortal, type TestPortal } from "./testing/test-portal.ts";
import { visitorOf, type Answer } from "./testing/visitor.ts";

const permit = "bewohnerparkausweis";
const dogs = "hundesteuer";
const precheck = (form: string) => `/leistungen/${form}/vorab-check`;

void describe("the pages around a form", () => {
  let portal: TestPortal;
  before(async () => {
    portal = await startTestPortal({ worker: false });
  });
  after(() => portal.close());

  const visitor = () => visitorOf(portal, "schwerin");
  const inSchwerin = async (change: RawBuilder<unknown>) => {
    const { tenantId } = await portal.portal("schwerin");
    await portal.services
      .contextFor({ tenantId, actor: guestActor })
      .transaction((db) => change.execute(db));
  };

  void test("the start says what one needs and where the form comes from", async () => {
    const { text } = await visitor().visit(antrag(permit));
    for (const said of [
      "Etwa 10 Minuten",
      "Nummer des bisherigen Ausweises",
      "kein Servicekonto",
      "Woher dieses Formular kommt",
      "§ 45 Abs. 1b Nr. 2a StVO",
      `href="${precheck(permit)}"`,
      `href="/leistungen/${permit}/formular"`,
    ])
      assert.match(text, new RegExp(said), said);
  });

  void test("the check before it asks one question after the other and stores nothing", async () => {
    const guest = visitor();
    const first = await guest.visit(precheck(dogs));
    assert.deepEqual(faultsOfPage(first), []);
    const hidden = /data-rule="alt" hidden/;
    assert.match(first.text, hidden);
    const nothing = await guest.visit(precheck(dogs), {
      fields: { _gesehen: "hier" },
    });
    assert.equal(nothing.status, 422);
    assert.match(nothing.text, /href="#hier\.0"/);
    const more = await guest.visit(precheck(dogs), {
      fields: { _gesehen: "hier", "hier.0": "true" },
    });
    assert.equal(more.status, 200);
    assert.match(more.text, /noch eine Frage/);
    assert.doesNotMatch(more.text, hidden);
    const updated = await guest.visit(precheck(dogs), {
      fields: { _gesehen: "hier", _action: "update" },
    });
    assert.equal(updated.status, 200);
    assert.deepEqual(faultsOfPage(more), []);
    assert.doesNotMatch(more.text, /name="_stand"/);
    assert.deepEqual([...guest.cookies], []);
  });

  void test("the check ends in one of three ways, and nobody is kept from applying", async () => {
    for (const [form, fields, heading] of [
      [dogs, { "hier.0": "true", "alt.0": "true" }, "Sie sind hier richtig"],
      [dogs, { "hier.0": "false" }, "Dafür ist eine andere Behörde zuständig"],
      [
        permit,
        { "wohnsitz.0": "true", "gemeldet.0": "false" },
        "Vorher brauchen Sie noch etwas",
      ],
    ] as const) {
      const answer = await visitor().visit(precheck(form), {
        fields: { _gesehen: "hier alt wohnsitz gemeldet", ...fields },
      });
      assert.match(answer.text, new RegExp(`<h1[^>]*>${heading}<`));
      assert.match(answer.text, new RegExp(`href="${antrag(form)}"`));
      assert.deepEqual(faultsOfPage(answer), []);
    }
    assert.equal(
      (await visitor().visit(precheck("personalausweis"))).status,
      404,
    );
    assert.equal(
      (await visitor().visit(precheck("gibt-es-nicht"))).status,
      404,
    );
  });

  void test("Leichte Sprache is chosen on a step without losing what was typed", async () => {
    const guest = visitor();
    await startDraft(guest, permit);
    const step = antrag(permit, "/schritt/1");
    const name = "antragsteller.0.vorname.0";
    const chosen = await guest.visit(step, {
      fields: { [name]: "Ada", _action: "texte:leicht" },
    });
    assert.equal(chosen.headers.location, step);
    const simple = await guest.visit(step);
    assert.match(
      simple.text,
      /class="portal-in-language"\s+lang="de-simple"\s+dir="ltr"/,
    );
    assert.match(simple.text, /Ihre Haus-Nummer/);
    assert.match(simple.text, /value="Ada"/);
    assert.match(simple.text, /Dieses Formular in Alltagssprache/);
    for (const path of [antrag(permit), antrag(permit, "/pruefen")])
      assert.match((await guest.visit(path)).text, /Alltagssprache/, path);
    await guest.visit(step, { fields: { _action: "texte:alltag" } });
    assert.doesNotMatch((await guest.visit(step)).text, /de-simple/);
    const byLink = await guest.visit(`${antrag(permit)}?texte=leicht`);
    assert.match(byLink.text, /Alltagssprache/);
    assert.match((await guest.visit(step)).text, /de-simple/);
  });

  void test("a form is English where it has English texts", async () => {
    const guest = visitor();
    await guest.visit("/?sprache=en");
    await startDraft(guest, permit);
    const english = await guest.visit(antrag(permit, "/schritt/1"));
    assert.match(english.text, /Given names/);
    assert.doesNotMatch(english.text, /portal-in-language/);
    await fillIn(guest, permit);
    assert.equal((await send(guest, permit)).status, 303);
  });

  void test("the empty form shows every question", async () => {
    const answer = await visitor().visit(`/leistungen/${permit}/formular`);
    assert.equal(answer.status, 200);
    assert.deepEqual(faultsOfPage(answer), []);
    for (const said of ["Familienname", "24 Monate", "Erlaubnis des Halters"])
      assert.ok(answer.text.includes(said), said);
    const none = await visitor().visit("/leistungen/personalausweis/formular");
    assert.equal(none.status, 404);
  });

  void test("all answers are on one page before and after sending", async () => {
    const guest = visitor();
    const print = (): Promise<Answer> => guest.visit(antrag(dogs, "/druck"));
    assert.equal((await print()).headers.location, antrag(dogs));
    await fillIn(guest, dogs);
    const draft = await print();
    assert.match(draft.text, /Entwurf, noch nicht gesendet/);
    await send(guest, dogs);
    const sent = await print();
    assert.match(sent.text, /Vorgangsnummer [0-9A-Z]{4}-/);
    for (const answer of [draft, sent]) {
      assert.deepEqual(faultsOfPage(answer), []);
      assert.ok(answer.text.includes(xaveria.familienname));
      assert.ok(answer.text.includes(xaveria.hund));
      assert.doesNotMatch(answer.text, /Ändern</);
    }
  });

  void test("lead to where the Leistung went, or say that it is gone", async () => {
    const pages = [
      antrag(dogs),
      antrag(dogs, "/warten"),
      precheck(dogs),
      `/leistungen/${dogs}/formular`,
    ];
    await inSchwerin(
      sql`update catalogue.leistung set slug = 'hund' where slug = ${dogs}`,
    );
    for (const page of pages) {
      const { status, headers } = await visitor().visit(page);
      assert.deepEqual([status, headers.location], [301, "/leistungen/hund"]);
    }
    assert.equal((await visitor().visit(antrag("hund"))).status, 200);
    await inSchwerin(
      sql`update catalogue.leistung set is_hidden = true where slug = 'hund'`,
    );
    for (const page of pages) {
      const gone = await visitor().visit(page);
      assert.equal(gone.status, 410, page);
      assert.match(gone.text, /Diese Seite gibt es nicht mehr/);
    }
    const late = await visitor().visit(antrag(dogs), { fields: {} });
    assert.equal(late.headers.location, antrag(dogs));
    assert.equal((await visitor().visit(antrag("gab-es-nie"))).status, 404);
  });

  void test("the form that writes to an office leads to who took over, or says that it is closed", async () => {
    await inSchwerin(
      sql`insert into tenants.former_office (slug, name, successor_slug, gone_at)
      values ('meldeamt', 'Meldeamt', 'buergerbuero', now()), ('seeamt', 'Seeamt', null, now())`,
    );
    const at = (slug: string) => visitor().visit(`/aemter/${slug}/kontakt`);
    const led = await at("meldeamt");
    assert.deepEqual(
      [led.status, led.headers.location],
      [301, "/aemter/buergerbuero"],
    );
    const closed = await at("seeamt");
    assert.equal(closed.status, 410);
    assert.match(closed.text, /Seeamt/);
    assert.equal((await at("gab-es-nie")).status, 404);
  });

  void test("logs no faults and nothing the applicant said", () => {
    assertNoFaults(portal);
    assertNotLogged(portal, [xaveria.familienname, xaveria.hund]);
  });
});
