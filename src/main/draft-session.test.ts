import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { antrag, draftKeyOf } from "./testing/applicant.ts";
import { assertNoFaults } from "./testing/log-check.ts";
import { signInCitizen, signedInCitizen } from "./testing/signed-in-citizen.ts";
import { startTestPortal, type TestPortal } from "./testing/test-portal.ts";
import { visitorOf, type Visitor } from "./testing/visitor.ts";

const form = "hundesteuer";
const cookie = `antrag-${form}`;
const step1 = antrag(form, "/schritt/1");
const firstName = "antragsteller.0.vorname.0";

void describe("a draft on a device that others may use", () => {
  let portal: TestPortal;
  before(async () => {
    portal = await startTestPortal({ worker: false });
  });
  after(() => portal.close());

  const begun = async (): Promise<Visitor> => {
    const visitor = visitorOf(portal, "schwerin");
    await visitor.visit(antrag(form), { fields: { geraet: "true" } });
    return visitor;
  };

  /** As if nobody had been here for two hours. */
  const leaveAlone = (visitor: Visitor): void => {
    const hoursAgo = Math.floor(Date.now() / 1000) - 2 * 3600;
    visitor.cookies.set(cookie, `${draftKeyOf(visitor, form)}.${hoursAgo}`);
  };

  void test("says how long it stays open, and each page prolongs", async () => {
    const visitor = await begun();
    const almost = Math.floor(Date.now() / 1000) - 59 * 60;
    for (const page of [step1, antrag(form, "/pruefen")]) {
      visitor.cookies.set(cookie, `${draftKeyOf(visitor, form)}.${almost}`);
      const shown = await visitor.visit(page);
      assert.match(shown.text, /60 Minuten lang nichts tun/);
      const seconds = visitor.cookies.get(cookie)?.split(".")[1];
      assert.ok(Number(seconds) > almost + 50 * 60, page);
    }
    const prolonged = await visitor.visit(antrag(form, "/verlaengern"), {
      fields: {},
    });
    assert.equal(prolonged.status, 200);
    assert.match(String(prolonged.headers["set-cookie"]), /Max-Age=43200/);
  });

  void test("shows nothing after the end, and its link opens it again", async () => {
    const visitor = await begun();
    const key = draftKeyOf(visitor, form);
    for (const path of [
      "/schritt/1",
      "/pruefen",
      "/speichern",
      "/quittung.pdf",
    ]) {
      leaveAlone(visitor);
      const answer = await visitor.visit(antrag(form, path));
      assert.ok([303, 404].includes(answer.status), path);
    }
    for (const path of ["/senden", "/loeschen", "/speichern", "/geraet"]) {
      leaveAlone(visitor);
      const answer = await visitor.visit(antrag(form, path), { fields: {} });
      assert.equal(answer.status, 303, path);
    }
    leaveAlone(visitor);
    const refused = await visitor.visit(antrag(form, "/verlaengern"), {
      fields: {},
    });
    assert.equal(refused.headers.location, antrag(form, "/beendet"));
    assert.match(
      (await visitor.visit(antrag(form, "/beendet"))).text,
      /Öffnen Sie Ihren privaten Link/,
    );
    const start = await visitor.visit(antrag(form));
    assert.match(start.text, /in diesem Browser geschlossen/);
    assert.doesNotMatch(start.text, /angefangenen Antrag/);
    await visitor.visit(`/antrag/${key}`);
    assert.equal((await visitor.visit(step1)).status, 200);
  });

  void test("what was typed meanwhile is saved after the end", async () => {
    const visitor = await begun();
    leaveAlone(visitor);
    const late = await visitor.visit(step1, { fields: { [firstName]: "Ada" } });
    assert.equal(late.status, 422);
    assert.match((await visitor.visit(step1)).text, /value="Ada"/);
  });

  void test("what was typed is saved when the page is left or the session ended", async () => {
    const visitor = await begun();
    const kept = await visitor.visit(step1, {
      fields: { [firstName]: "Ada", _action: "keep" },
    });
    assert.equal(kept.status, 200);
    const key = draftKeyOf(visitor, form);
    const ended = await visitor.visit(step1, {
      fields: { [firstName]: "Augusta", _action: "end" },
    });
    assert.equal(ended.headers.location, antrag(form, "/beendet"));
    assert.equal(visitor.cookies.has(cookie), false);
    await visitor.visit(`/antrag/${key}`);
    assert.match((await visitor.visit(step1)).text, /value="Augusta"/);
  });

  void test("on one's own device it stays open for its whole term", async () => {
    const own = visitorOf(portal, "schwerin");
    const started = await own.visit(antrag(form), { fields: {} });
    assert.match(String(started.headers["set-cookie"]), /Max-Age=2592000/);
    assert.doesNotMatch((await own.visit(step1)).text, /nichts tun/);
    assert.doesNotMatch((await own.visit(antrag(form))).text, /checked/);

    const later = await begun();
    await later.visit(antrag(form, "/geraet"), { fields: {} });
    assert.doesNotMatch((await later.visit(step1)).text, /nichts tun/);
    const closed = await later.visit(antrag(form, "/beenden"), { fields: {} });
    assert.equal(closed.headers.location, antrag(form, "/beendet"));
    assert.equal((await later.visit(step1)).headers.location, antrag(form));
  });

  void test("of an account says when its session ends, and nothing typed is lost after it", async () => {
    const citizen = { subject: "ada", level: "high" } as const;
    const visitor = await signedInCitizen(portal, "schwerin", citizen);
    assert.doesNotMatch((await visitor.visit(antrag(form))).text, /geraet/);
    await visitor.visit(antrag(form), { fields: {} });
    const shown = await visitor.visit(step1);
    assert.match(shown.text, /data-seconds="(300|299)"/);
    assert.match(shown.text, /data-warning="60"/);
    assert.match(shown.text, /Wenn Sie nichts mehr tun, endet Ihre Anmeldung/);
    const prolonged = await visitor.visit(antrag(form, "/verlaengern"), {
      fields: {},
    });
    assert.match(prolonged.text, /"isLast":false/);
    const stayed = await visitor.visit(step1, {
      fields: { [firstName]: "Ada", _action: "stay" },
    });
    assert.equal(stayed.headers.location, step1);

    visitor.cookies.delete("konto");
    const late = await visitor.visit(step1, {
      fields: { [firstName]: "Augusta", _action: "stay" },
    });
    const back = String(late.headers.location);
    assert.match(back, /^\/anmelden\?zurueck=.*gespeichert=1$/);
    assert.match((await visitor.visit(back)).text, /ist gespeichert/);
    await signInCitizen(portal, "schwerin", { ...citizen, visitor });
    assert.match((await visitor.visit(step1)).text, /value="Augusta"/);

    const ended = await visitor.visit(step1, {
      fields: { [firstName]: "Ada King", _action: "end" },
    });
    assert.equal(ended.headers.location, back);
    assert.equal((await visitor.visit("/konto")).status, 303);
    await signInCitizen(portal, "schwerin", { ...citizen, visitor });
    assert.match((await visitor.visit(step1)).text, /value="Ada King"/);
    const closed = await visitor.visit(antrag(form, "/beenden"), {
      fields: {},
    });
    assert.match(String(closed.headers.location), /^\/anmelden/);
  });

  void test("logs no faults", () => {
    assertNoFaults(portal);
  });
});
