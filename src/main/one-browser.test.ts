import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import {
  antrag,
  apply,
  draftKeyOf,
  fillIn,
  applicantOf,
  send,
} from "./testing/applicant.ts";
import { assertNoFaults } from "./testing/log-check.ts";
import { startTestPortal, type TestPortal } from "./testing/test-portal.ts";
import { visitorOf, type Answer } from "./testing/visitor.ts";

const form = "hundesteuer";

void describe("what one browser knows of applications", () => {
  let portal: TestPortal;
  before(async () => {
    portal = await startTestPortal({ worker: false });
  });
  after(() => portal.close());

  const begun = () => applicantOf(portal, "schwerin", form);

  void test("a link opens its draft where none or the same is open", async () => {
    const author = await begun();
    const key = draftKeyOf(author, form);
    const elsewhere = visitorOf(portal, "schwerin");
    for (const visitor of [author, elsewhere]) {
      const opened = await visitor.visit(`/antrag/${key}`);
      assert.equal(opened.headers.location, antrag(form, "/schritt/1"));
      assert.equal(draftKeyOf(visitor, form), key);
    }
  });

  void test("a link takes no open draft's place before its owner says so", async () => {
    const stranger = draftKeyOf(await begun(), form);
    const visitor = await begun();
    const own = draftKeyOf(visitor, form);
    const asked = await visitor.visit(`/antrag/${stranger}`, {
      headers: { "sec-fetch-site": "cross-site" },
    });
    assert.equal(asked.status, 200);
    assert.equal(asked.headers["set-cookie"], undefined);
    assert.equal(asked.text.match(/Begonnen am \d/g)?.length, 2);
    assert.match(
      asked.text,
      new RegExp(`href="${antrag(form, "/schritt/1")}"`),
    );
    assert.equal(draftKeyOf(visitor, form), own);

    const switched = await visitor.visit(`/antrag/${stranger}`, { fields: {} });
    assert.equal(switched.headers.location, antrag(form, "/schritt/1"));
    assert.equal(draftKeyOf(visitor, form), stranger);
    const unknown = await visitor.visit(`/antrag/${"A".repeat(43)}`, {
      fields: {},
    });
    assert.equal(unknown.status, 404);
    assert.match(unknown.text, /Diesen Entwurf gibt es hier nicht mehr/);
    assert.match(unknown.text, /30 Tage lang nicht geändert/);
  });

  void test("who types on where the draft is gone hears why; a page asked for leads to the start", async () => {
    const visitor = await begun();
    await visitor.visit(antrag(form, "/loeschen"), { fields: {} });
    const step = antrag(form, "/schritt/1");
    const typed = await visitor.visit(step, {
      fields: { _seite: "halter", _action: "next" },
    });
    assert.equal(typed.status, 404);
    assert.match(typed.text, /Diesen Entwurf gibt es hier nicht mehr/);
    assert.match(typed.text, new RegExp(`href="${antrag(form)}"`));
    const asked = await visitor.visit(step);
    assert.equal(asked.headers.location, antrag(form));
  });

  void test("after sending the browser shows the confirmation for a day", async () => {
    const visitor = visitorOf(portal, "schwerin");
    await fillIn(visitor, form);
    assert.equal(maxAgeOf(await send(visitor, form)), 86_400);
    const again = await visitor.visit(`/antrag/${draftKeyOf(visitor, form)}`);
    assert.equal(again.headers.location, antrag(form, "/gesendet"));
    assert.equal(maxAgeOf(again), 86_400);
  });

  void test("the browser forgets what was sent, the status link does not", async () => {
    const visitor = visitorOf(portal, "schwerin");
    const { statusKey } = await apply(visitor, form);
    const press = () =>
      visitor.visit(antrag(form, "/vergessen"), { fields: {} });
    const forgotten = await press();
    assert.equal(forgotten.status, 200);
    assert.match(forgotten.text, /Den Stand sehen Sie weiter/);
    assert.equal(visitor.cookies.has(`antrag-${form}`), false);
    assert.equal((await press()).status, 200);
    for (const path of ["/gesendet", "/quittung.pdf"])
      assert.equal((await visitor.visit(antrag(form, path))).status, 404, path);
    assert.equal((await visitor.visit(`/status/${statusKey}`)).status, 200);
  });

  void test("a draft that was not sent is not forgotten", async () => {
    const visitor = await begun();
    const key = draftKeyOf(visitor, form);
    const answer = await visitor.visit(antrag(form, "/vergessen"), {
      fields: {},
    });
    assert.equal(answer.headers.location, antrag(form));
    assert.equal(draftKeyOf(visitor, form), key);
  });

  void test("logs no faults", () => {
    assertNoFaults(portal);
  });
});

function maxAgeOf({ headers }: Answer): number {
  const lines = headers["set-cookie"]?.join("\n") ?? "";
  return Number(/antrag-hundesteuer=[\w-]+;.*Max-Age=(\d+)/i.exec(lines)?.[1]);
}
