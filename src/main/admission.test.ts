import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { antrag, xaveria } from "./testing/applicant.ts";
import { assertNoFaults } from "./testing/log-check.ts";
import { signedIn } from "./testing/signed-in.ts";
import { openAsOwner, type DatabaseOwner } from "./testing/tenant-rows.ts";
import { startTestPortal, type TestPortal } from "./testing/test-portal.ts";
import { visitorOf, type Visitor } from "./testing/visitor.ts";

const slug = "hundesteuer";
const limits = "/verwaltung/andrang";

void describe("a run on one application", () => {
  let portal: TestPortal;
  let owner: DatabaseOwner;
  let waiters: readonly { visitor: Visitor; place: number | undefined }[] = [];
  const waiterAt = (place: number) =>
    waiters.find((each) => each.place === place)?.visitor ?? assert.fail();
  before(async () => {
    portal = await startTestPortal({ worker: false });
    owner = openAsOwner(portal.databaseAddress);
  });
  after(async () => {
    await owner.close();
    await portal.close();
    assertNoFaults(portal);
  });

  const begin = async () => {
    const visitor = visitorOf(portal, "schwerin");
    const answer = await visitor.visit(antrag(slug), { fields: {} });
    assert.equal(answer.status, 303);
    return { visitor, to: answer.headers.location ?? "" };
  };

  void test("the office says how many may fill in; whoever is more waits, with a place of their own", async () => {
    const office = await signedIn(portal, "schwerin", "redaktion");
    for (const [places, error] of [
      ["0", /1 bis 100\.000/],
      ["viele", /1 bis 100\.000/],
    ] as const) {
      const refused = await office.visit(limits, {
        fields: { leistung: slug, plaetze: places },
      });
      assert.equal(refused.status, 422);
      assert.match(refused.text, error);
    }
    const unknown = await office.visit(limits, {
      fields: { leistung: "mond", plaetze: "2" },
    });
    assert.match(unknown.text, /Leistung Ihrer Behörde/);
    const saved = await office.follow(
      await office.visit(limits, { fields: { leistung: slug, plaetze: "2" } }),
    );
    assert.match(saved.text, /gilt ab sofort/);

    const came = await Promise.all(Array.from({ length: 40 }, begin));
    const inside = came.filter(({ to }) => to.endsWith("/schritt/1"));
    const waiting = came.filter(({ to }) => to.endsWith("/warten"));
    assert.equal(inside.length, 2);
    assert.equal(waiting.length, 38);
    const [first] = inside;
    const saves = await first?.visitor.visit(antrag(slug, "/schritt/1"), {
      fields: {
        "antragsteller.0.vorname.0": xaveria.vorname,
        _action: "next",
      },
    });
    assert.equal(
      saves?.status,
      422,
      "asks for the rest, and keeps what is there",
    );
    assert.match(saves.text, new RegExp(xaveria.vorname));

    const pages = await Promise.all(
      waiting.map(({ visitor }) => visitor.visit(antrag(slug, "/warten"))),
    );
    const places = pages.map(({ text }) =>
      Number(/Platz in der Reihe: (\d+)/.exec(text)?.[1]),
    );
    assert.deepEqual(
      places.toSorted((a, b) => a - b),
      Array.from({ length: 38 }, (_, index) => index + 1),
    );
    assert.match(pages[0]?.text ?? "", /http-equiv="refresh" content="30"/);
    const shown = await office.visit(limits);
    assert.match(shown.text, />38</);
    waiters = waiting.map(({ visitor }, index) => ({
      visitor,
      place: places[index],
    }));
  });

  void test("other pages, Leistungen and portals know of nothing", async () => {
    const page = await visitorOf(portal, "schwerin").visit(
      `/leistungen/${slug}`,
    );
    assert.equal(page.status, 200);
    const other = await visitorOf(portal, "grabow").visit(antrag(slug), {
      fields: {},
    });
    assert.match(other.headers.location ?? "", /schritt\/1$/);
  });

  void test("when somebody has left, the first who waits begins; without the limit all do", async () => {
    await owner.query(
      "update submissions.draft set updated_at = now() - interval '20 minutes', created_at = now() - interval '20 minutes' where leistung_slug = $1",
      [slug],
    );
    // What was used counts for ten seconds more, until its application is there.
    await owner.query(
      "update admission.entry set entered_at = now() - interval '1 minute'",
    );
    await owner.query(
      "update admission.queue set looked_at = now() - interval '2 seconds'",
    );
    const next = waiterAt(1);
    const called = await next.visit(antrag(slug, "/warten"));
    assert.match(called.text, /Sie sind dran/);
    assert.doesNotMatch(called.text, /http-equiv="refresh"/);
    const begun = await next.visit(antrag(slug), { fields: {} });
    assert.match(begun.headers.location ?? "", /schritt\/1$/);
    assert.equal(next.cookies.has(`warten-${slug}`), false);

    const office = await signedIn(portal, "schwerin", "redaktion");
    assert.equal(
      (await office.visit(`${limits}/${slug}/aufheben`, { fields: {} })).status,
      303,
    );
    const last = waiterAt(38);
    const free = await last.visit(antrag(slug, "/warten"));
    assert.equal(free.headers.location, antrag(slug));
    const kevin = await signedIn(portal, "schwerin");
    assert.equal((await kevin.visit(limits)).status, 403);
  });
});
