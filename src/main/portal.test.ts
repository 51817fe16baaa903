import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { guestActor } from "./services.ts";
import { startTestPortal, type TestPortal } from "./testing/test-portal.ts";
import { visitorOf } from "./testing/visitor.ts";

void describe("a started portal", () => {
  let portal: TestPortal;
  before(async () => {
    portal = await startTestPortal();
  });
  after(() => portal.close());

  void test("answers /healthz and is ready", async () => {
    const visitor = visitorOf(portal, "");
    assert.equal((await visitor.visit("/healthz")).status, 200);
    assert.deepEqual(JSON.parse((await visitor.visit("/readyz")).text), {
      status: "ready",
      checks: [
        { name: "database", passed: true },
        { name: "migrations", passed: true },
        { name: "queue", isOptional: true, passed: true },
      ],
    });
  });

  void test("goes by the database's time when the clock of its machine is set", async (t) => {
    const [{ tenantId } = assert.fail()] = await portal.services.portals.list();
    const isRight = () => {
      const { now } = portal.services.contextFor({
        tenantId,
        actor: guestActor,
      });
      const real = performance.timeOrigin + performance.now();
      return Math.abs(now.getTime() - real) < 10_000;
    };
    assert.ok(isRight());
    t.mock.timers.enable({ apis: ["Date"], now: Date.now() + 3_600_000 });
    assert.ok(isRight());
    t.mock.timers.setTime(Date.now() - 7_200_000);
    assert.ok(isRight());
  });

  void test("shows each authority under its own host and refuses hosts that are not its own", async () => {
    const schwerin = await visitorOf(portal, "schwerin").visit("/");
    assert.match(schwerin.text, /Landeshauptstadt Schwerin/);
    const unknown = await visitorOf(portal, "atlantis").visit("/");
    assert.equal(unknown.status, 404);
  });

  void test("sends a kept page with the same headers as a fresh one, but a request id of its own", async () => {
    const visitor = visitorOf(portal, "schwerin");
    const fresh = await visitor.visit("/leistungen?seite=kept");
    const kept = await visitor.visit("/leistungen?seite=kept");
    const ofEveryPage = ({ headers }: typeof fresh) => {
      const { date: _date, "x-request-id": id, ...others } = headers;
      assert.match(String(id), /^[0-9a-f-]{36}$/);
      return others;
    };
    assert.deepEqual(ofEveryPage(kept), ofEveryPage(fresh));
    assert.notEqual(
      kept.headers["x-request-id"],
      fresh.headers["x-request-id"],
    );
    assert.equal(kept.text, fresh.text);
    const english = await visitor.visit("/leistungen?seite=kept", {
      headers: { cookie: "sprache=en" },
    });
    assert.match(english.text, /<html lang="en"/);
    const elsewhere = await visitorOf(portal, "lup").visit(
      "/leistungen?seite=kept",
    );
    assert.doesNotMatch(elsewhere.text, /Landeshauptstadt Schwerin/);
  });

  void test("answers a known page with 304 when the browser has it", async () => {
    const visitor = visitorOf(portal, "schwerin");
    const first = await visitor.visit("/leistungen");
    const etag = first.headers.etag ?? "";
    const second = await visitor.visit("/leistungen", {
      headers: { "if-none-match": etag },
    });
    assert.equal(second.status, 304);
  });

  void test("keeps pages of one visitor out of caches and search engines", async () => {
    const visitor = visitorOf(portal, "schwerin");
    const own = await visitor.visit("/leistungen/bewohnerparkausweis/antrag");
    assert.equal(own.headers["cache-control"], "no-store");
    assert.equal(own.headers["x-robots-tag"], "noindex");
    const shared = await visitor.visit("/leistungen");
    assert.equal(shared.headers["x-robots-tag"], undefined);
  });
});
