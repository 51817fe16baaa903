import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import {
  antrag,
  apply,
  fillIn,
  postSend,
  readConfirmation,
  readStand,
  xaveriasWords,
} from "./testing/applicant.ts";
import { assertNoFaults, assertNotLogged } from "./testing/log-check.ts";
import { openAsOwner, type DatabaseOwner } from "./testing/tenant-rows.ts";
import { startTestPortal, type TestPortal } from "./testing/test-portal.ts";
import { visitorOf } from "./testing/visitor.ts";

const atOnce = 50;

void describe("sending an application", () => {
  let portal: TestPortal;
  let owner: DatabaseOwner;
  before(async () => {
    portal = await startTestPortal({ worker: false });
    owner = openAsOwner(portal.databaseAddress);
  });
  after(async () => {
    await owner.close();
    await portal.close();
  });

  /** Everything a submission leaves behind, of the newest one. */
  const countWritten = async () => {
    const [row] = await owner.query<Record<string, number>>(`
      with newest as (select tenant_id, id, leistung_slug from submissions.submission order by submitted_at desc limit 1)
      select
        (select count(*)::int from submissions.submission) as submissions,
        (select count(*)::int from vorgaenge.vorgang v join newest on v.submission_id = newest.id) as vorgaenge,
        (select count(*)::int from vorgaenge.event e join vorgaenge.vorgang v on v.id = e.vorgang_id
           join newest on v.submission_id = newest.id) as events,
        (select count(*)::int from delivery.delivery d join newest on d.submission_id = newest.id) as deliveries,
        (select count(*)::int from delivery.route r join newest
           on r.tenant_id = newest.tenant_id and r.leistung_slug in (newest.leistung_slug, '*')) as routes,
        (select count(*)::int from mail.message) as mails`);
    assert.ok(row);
    return row;
  };

  void test("50 times at once writes one submission, one Vorgang, each delivery once and one mail, and shows everyone the same", async () => {
    const visitor = visitorOf(portal, "schwerin");
    await fillIn(visitor, "hundesteuer");
    const summary = await visitor.visit(antrag("hundesteuer", "/pruefen"));
    const stand = readStand(summary);
    const answers = await Promise.all(
      Array.from({ length: atOnce }, async () =>
        visitor.follow(await postSend(visitor, "hundesteuer", stand)),
      ),
    );
    const shown = new Set(
      answers.map((answer) => JSON.stringify(readConfirmation(answer))),
    );
    assert.equal(shown.size, 1);
    const written = await countWritten();
    assert.equal(written["submissions"], 1);
    assert.equal(written["vorgaenge"], 1);
    assert.equal(written["events"], 1);
    assert.ok(Number(written["deliveries"]) > 0);
    assert.equal(written["mails"], 1);
    assert.deepEqual(await countWritten(), written);
  });

  void test("reload, back button and a step saved afterwards change nothing", async () => {
    const visitor = visitorOf(portal, "schwerin");
    await apply(visitor, "hundesteuer");
    const tenant = await portal.portal("schwerin");
    const before = await owner.fingerprint(tenant.tenantId);
    const sentPath = antrag("hundesteuer", "/gesendet");
    for (const path of ["/pruefen", "/schritt/1", "/speichern"]) {
      const back = await visitor.visit(antrag("hundesteuer", path));
      assert.equal(back.status, 303, path);
    }
    const again = await postSend(visitor, "hundesteuer", "3");
    assert.equal(again.headers.location, sentPath);
    const late = await visitor.visit(antrag("hundesteuer", "/schritt/1"), {
      fields: { "antragsteller.0.vorname.0": "Zuspät" },
    });
    assert.equal(late.headers.location, sentPath);
    const deleted = await visitor.visit(antrag("hundesteuer", "/loeschen"), {
      fields: {},
    });
    assert.equal(deleted.status, 303);
    assert.deepEqual(await owner.fingerprint(tenant.tenantId), before);
  });

  void test("a summary shown before another tab changed an answer is not sent, but shown again", async () => {
    const visitor = visitorOf(portal, "schwerin");
    await fillIn(visitor, "hundesteuer");
    const stand = readStand(
      await visitor.visit(antrag("hundesteuer", "/pruefen")),
    );
    const changed = await visitor.visit(antrag("hundesteuer", "/schritt/2"), {
      fields: {
        "hund.0.rufname.0": "Anderer",
        "hund.0.rasse.0": "Pudel",
        "hund.0.geschlecht.0": "ruede",
        "hund.0.seit.0-day": "1",
        "hund.0.seit.0-month": "2",
        "hund.0.seit.0-year": "2026",
      },
    });
    assert.equal(changed.status, 303);
    const refused = await postSend(visitor, "hundesteuer", stand);
    assert.equal(refused.status, 409);
    assert.match(refused.text, /Anderer/);
    const sent = await postSend(visitor, "hundesteuer", readStand(refused));
    assert.equal(sent.headers.location, antrag("hundesteuer", "/gesendet"));
  });

  void test("two tabs that save different steps at once lose nothing", async () => {
    const visitor = visitorOf(portal, "schwerin");
    await fillIn(visitor, "hundesteuer");
    for (let round = 0; round < 10; round += 1) {
      const name = `Doppelt${String(round)}`;
      await Promise.all([
        visitor.visit(antrag("hundesteuer", "/schritt/1"), {
          fields: { "antragsteller.0.vorname.0": name },
        }),
        visitor.visit(antrag("hundesteuer", "/schritt/2"), {
          fields: { "hund.0.rufname.0": name },
        }),
      ]);
      const summary = await visitor.visit(antrag("hundesteuer", "/pruefen"));
      assert.equal(summary.text.split(name).length - 1, 2, name);
    }
  });

  void test("logs no faults and nothing the applicant said", () => {
    assertNoFaults(portal);
    assertNotLogged(portal, xaveriasWords);
  });
});
