import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { dogTax } from "../modules/forms/demo/dog-tax.ts";
import { date, text } from "../modules/forms/demo/build-form.ts";
import { publishForm } from "../modules/forms/commands.ts";
import { type FormDefinition } from "../modules/forms/index.ts";
import { saveFormVersion } from "../modules/forms/store/form-store.ts";
import {
  antrag,
  draftKeyOf,
  fillIn,
  postSend,
  readStand,
  send,
  xaveria,
} from "./testing/applicant.ts";
import { assertNoFaults, assertNotLogged } from "./testing/log-check.ts";
import { faultsOfPage } from "./testing/page-check.ts";
import { systemActor } from "./services.ts";
import { signedIn } from "./testing/signed-in.ts";
import { startTestPortal, type TestPortal } from "./testing/test-portal.ts";
import { visitorOf, type Visitor } from "./testing/visitor.ts";

const form = "hundesteuer";
const versionPage = antrag(form, "/fassung");

/** The phone becomes a date, which it cannot; one question is new. */
function newVersion(version: string): FormDefinition {
  const [first, ...others] = dogTax.pages;
  assert.ok(first);
  const elements = first.elements.map((element) =>
    element.kind === "group" && element.key === "antragsteller"
      ? {
          ...element,
          elements: element.elements.map((field) =>
            field.key === "telefon"
              ? date("telefon", "Erreichbar ab", {
                  cardinality: { min: 0, max: 1 },
                })
              : field,
          ),
        }
      : element,
  );
  const added = text("stadtteil", "Stadtteil", {
    cardinality: { min: 0, max: 1 },
  });
  return {
    ...dogTax,
    version,
    pages: [{ ...first, elements: [...elements, added] }, ...others],
  };
}

void describe("a draft of an older version of the form", () => {
  let portal: TestPortal;
  before(async () => {
    portal = await startTestPortal({ worker: false });
  });
  after(() => portal.close());

  async function publish(
    definition: FormDefinition,
    replacesDrafts = false,
  ): Promise<void> {
    const { tenantId } = await portal.portal("schwerin");
    const context = portal.services.contextFor({
      tenantId,
      actor: systemActor,
    });
    const formVersionId = await context.transaction((db) =>
      saveFormVersion(db, definition, context.now),
    );
    const published = await publishForm(context, {
      formVersionId,
      replacesDrafts,
    });
    assert.ok(published.ok, JSON.stringify(published));
  }

  const filledIn = async (): Promise<Visitor> => {
    await publish(dogTax);
    const visitor = visitorOf(portal, "schwerin");
    await fillIn(visitor, form);
    return visitor;
  };

  void test("is told what is different when its owner returns", async () => {
    const visitor = await filledIn();
    assert.equal(
      (await visitor.visit(versionPage)).headers.location,
      antrag(form, "/pruefen"),
    );
    await publish(newVersion("2.0"));
    const start = await visitor.visit(antrag(form));
    assert.match(start.text, new RegExp(`href="${versionPage}"`));
    const elsewhere = visitorOf(portal, "schwerin");
    const byLink = await elsewhere.visit(
      `/antrag/${draftKeyOf(visitor, form)}`,
    );
    assert.equal(byLink.headers.location, versionPage);
    const told = await visitor.visit(versionPage);
    assert.deepEqual(faultsOfPage(told), []);
    assert.match(told.text, /Stadtteil/);
    assert.ok(told.text.includes(xaveria.telefon), "shows what has no place");
    assert.match(told.text, /Bei der bisherigen bleiben/);
  });

  void test("may be sent as it is", async () => {
    const visitor = await filledIn();
    await publish(newVersion("2.1"));
    const summary = await visitor.visit(antrag(form, "/pruefen"));
    assert.match(summary.text, /Das Formular hat sich geändert/);
    const sent = await send(visitor, form);
    assert.equal(sent.headers.location, antrag(form, "/gesendet"));
  });

  void test("moves with its answers, and keeps in sight what has no place", async () => {
    const visitor = await filledIn();
    await publish(newVersion("2.2"));
    const moved = await visitor.visit(versionPage, { fields: {} });
    assert.equal(moved.headers.location, antrag(form, "/pruefen"));
    const summary = await visitor.visit(antrag(form, "/pruefen"));
    assert.match(summary.text, /Angaben aus der früheren Fassung/);
    for (const word of [xaveria.telefon, xaveria.vorname, xaveria.hund])
      assert.ok(summary.text.includes(word), word);
    assert.match(summary.text, /Stadtteil/);
    const again = await visitor.visit(versionPage, { fields: {} });
    assert.equal(again.headers.location, antrag(form, "/pruefen"));
    await visitor.visit(antrag(form, "/fassung/erledigt"), { fields: {} });
    const done = await visitor.visit(antrag(form, "/pruefen"));
    assert.ok(!done.text.includes(xaveria.telefon));
    const sent = await postSend(visitor, form, readStand(done));
    assert.equal(sent.headers.location, antrag(form, "/gesendet"));
  });

  void test("must move where the authority says so", async () => {
    const visitor = await filledIn();
    await publish(newVersion("2.3"), true);
    const refused = await send(visitor, form);
    assert.equal(refused.headers.location, versionPage);
    const told = await visitor.visit(versionPage);
    assert.doesNotMatch(told.text, /Bei der bisherigen bleiben/);
    await visitor.visit(versionPage, { fields: {} });
    const sent = await send(visitor, form);
    assert.equal(sent.headers.location, antrag(form, "/gesendet"));
  });

  void test("must move where an editor ticks it, who sees how many that concerns", async () => {
    const visitor = await filledIn();
    const editor = await signedIn(portal, "schwerin", "redaktion");
    const desk = `/verwaltung/formulare/${dogTax.key}`;
    const { tenantId } = await portal.portal("schwerin");
    const context = portal.services.contextFor({
      tenantId,
      actor: systemActor,
    });
    const fassung = await context.transaction((db) =>
      saveFormVersion(db, newVersion("2.4"), context.now),
    );
    await publish(newVersion("2.4"));
    const before = await editor.visit(desk);
    assert.match(before.text, /Das betrifft zurzeit \d+ Entw/);
    assert.match(before.text, /Es gibt nichts Neues zu veröffentlichen/);
    assert.match(
      (await visitor.visit(versionPage)).text,
      /Bei der bisherigen bleiben/,
    );
    const published = await editor.visit(`${desk}/veroeffentlichung`, {
      fields: { fassung, "entwuerfe-ersetzen": "true" },
    });
    assert.equal(published.status, 303);
    const after = await editor.visit(desk);
    assert.match(after.text, /können zurzeit nicht gesendet werden/);
    assert.match(after.text, /name="entwuerfe-ersetzen"[^>]*checked/);
    const refused = await send(visitor, form);
    assert.equal(refused.headers.location, versionPage);
  });

  void test("logs no faults and nothing the applicant said", () => {
    assertNoFaults(portal);
    assertNotLogged(portal, [xaveria.telefon, xaveria.hund]);
  });
});
