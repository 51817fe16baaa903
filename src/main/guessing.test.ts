import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { antrag, apply, type Sent } from "./testing/applicant.ts";
import { signedIn } from "./testing/signed-in.ts";
import { assertNoFaults, assertNotLogged } from "./testing/log-check.ts";
import { routesOf } from "./testing/route-table.ts";
import { startTestPortal, type TestPortal } from "./testing/test-portal.ts";
import { visitorOf, type Answer, type Visitor } from "./testing/visitor.ts";

/** Private links, and such that count once: of mails, of a sign-in elsewhere, of an invitation. */
const linksWithKeys = [
  "/abmelden/anbieter/:token",
  "/abmelden/anbieter/:token/weiter",
  "/anmelden/abschluss/:token",
  "/anmelden/adresse/:token",
  "/anmelden/adresse/:token/ablehnung",
  "/anmelden/bestaetigen/:token",
  "/anmelden/neues-passwort/:token",
  "/anmelden/uebergang/:token",
  "/antrag/:schluessel",
  "/antrag/:schluessel/erinnerung",
  "/betrieb/anmeldedienste/:provider/probe/:token",
  "/einladung/:schluessel",
  "/status/:link",
  "/status/:link/korrektur",
  "/status/:link/nachrichten",
  "/status/:link/nachrichten/alles.zip",
  "/status/:link/nachrichten/antwort",
  "/status/:link/nachrichten/dateien/:document",
  "/status/:link/ruecknahme",
  "/status/:schluessel/angaben.csv",
  "/status/:schluessel/quittung.json",
  "/status/:schluessel/quittung.pdf",
  "/verwaltung/anmeldedienste/:provider/probe/:token",
];

void describe("guessing links and numbers", () => {
  let portal: TestPortal;
  let sent: Sent;
  before(async () => {
    portal = await startTestPortal({
      worker: false,
      variables: { TRUSTED_PROXIES: "127.0.0.1,::1" },
    });
    sent = await apply(visitorOf(portal, "schwerin"), "hundesteuer");
  });
  after(() => portal.close());

  /** One request of somebody with this network address and no cookies. */
  const ask = (
    path: string,
    { host = "schwerin", from = "192.0.2.1" } = {},
  ): Promise<Answer> =>
    visitorOf(portal, host).visit(path, {
      headers: { "x-forwarded-for": from },
    });

  const secret = () => [
    `/status/${sent.statusKey}`,
    `/status/${sent.statusKey}/quittung.pdf`,
    `/status/${sent.statusKey}/quittung.json`,
    `/status/${sent.statusKey}/angaben.csv`,
    `/antrag/${sent.draftKey}`,
    `/quittung/${sent.reference}`,
  ];

  void test("the right ones open, in their own portal only", async () => {
    for (const path of secret()) {
      const own = await ask(path);
      assert.ok(
        [200, 303].includes(own.status),
        `${path}: ${String(own.status)}`,
      );
      assert.equal(
        own.headers["cache-control"]?.includes("no-store"),
        true,
        path,
      );
      for (const host of ["ludwigslust", "lup", ""]) {
        const foreign = await ask(path, { host, from: "192.0.2.2" });
        assert.equal(foreign.status, 404, `${host} ${path}`);
      }
    }
  });

  void test("one wrong character gives 404", async () => {
    for (const path of secret()) {
      const wrong = path.replace(/.(?=\/(?:quittung|angaben)|$)/, (last) =>
        last === "A" ? "B" : "A",
      );
      assert.equal(
        (await ask(wrong, { from: "192.0.2.3" })).status,
        404,
        wrong,
      );
    }
  });

  void test("after 20 misses the client has to wait, whatever it asks; others go on", async () => {
    const from = "192.0.2.4";
    for (let miss = 0; miss < 20; miss += 1) {
      const answer = await ask(
        `/status/${"A".repeat(43 - String(miss).length)}${String(miss)}`,
        { from },
      );
      assert.equal(answer.status, 404);
    }
    for (const path of [...secret(), "/antrag/x", "/status/x", "/quittung/x"]) {
      const blocked = await ask(path, { from });
      assert.equal(blocked.status, 429, path);
      const wait = Number(blocked.headers["retry-after"]);
      assert.ok(wait > 0 && wait <= 300, String(wait));
      assert.match(blocked.text, /<h1[^>]*>\s*Bitte warten Sie einen Moment/);
      assert.match(blocked.text, /Schwerin/);
    }
    assert.equal((await ask("/leistungen", { from })).status, 200);
    assert.equal(
      (await ask(`/status/${sent.statusKey}`, { from: "192.0.2.5" })).status,
      200,
    );
  });

  void test("a client gets 20 links mailed in ten minutes, of one draft or of many", async () => {
    const headers = { "x-forwarded-for": "192.0.2.20" };
    const mail = async (visitor: Visitor) =>
      visitor.visit(antrag("hundesteuer", "/speichern/mail"), {
        fields: { email: "stranger@example.org" },
        headers,
      });
    const begin = async () => {
      const visitor = visitorOf(portal, "schwerin");
      await visitor.visit(antrag("hundesteuer"), { fields: {}, headers });
      return visitor;
    };
    const first = await begin();
    for (let sent = 0; sent < 20; sent += 1)
      assert.equal((await mail(first)).status, 200);
    const blocked = await mail(first);
    assert.equal(blocked.status, 429);
    const wait = Number(blocked.headers["retry-after"]);
    assert.ok(wait > 0 && wait <= 600, String(wait));
    assert.equal((await mail(await begin())).status, 429);
  });

  void test("a client begins 60 drafts in ten minutes; others go on, and so does who has begun", async () => {
    const begin = (visitor: Visitor, from: string) =>
      visitor.visit(antrag("hundesteuer"), {
        fields: {},
        headers: { "x-forwarded-for": from },
      });
    const visitor = visitorOf(portal, "schwerin");
    for (let begun = 0; begun < 60; begun += 1)
      assert.equal((await begin(visitor, "192.0.2.21")).status, 303);
    const blocked = await begin(visitorOf(portal, "schwerin"), "192.0.2.21");
    assert.equal(blocked.status, 429);
    const wait = Number(blocked.headers["retry-after"]);
    assert.ok(wait > 0 && wait <= 600, String(wait));
    assert.equal(blocked.headers["set-cookie"], undefined);
    const step = await visitor.visit(antrag("hundesteuer", "/schritt/1"), {
      headers: { "x-forwarded-for": "192.0.2.21" },
    });
    assert.equal(step.status, 200);
    const other = visitorOf(portal, "schwerin");
    assert.equal((await begin(other, "192.0.2.22")).status, 303);
  });

  void test("a key of a draft is no key of a status page, and the other way round", async () => {
    const from = "192.0.2.6";
    assert.equal((await ask(`/status/${sent.draftKey}`, { from })).status, 404);
    assert.equal(
      (await ask(`/antrag/${sent.statusKey}`, { from })).status,
      404,
    );
    const visitor = visitorOf(portal, "schwerin");
    visitor.cookies.set("antrag-hundesteuer", sent.statusKey);
    const path = antrag("hundesteuer", "/gesendet");
    assert.equal((await visitor.visit(path)).status, 404);
  });

  void test("wrong passwords are slowed down with Retry-After", async () => {
    const visitor = visitorOf(portal, "schwerin");
    const attempts: Answer[] = [];
    for (let attempt = 0; attempt < 12; attempt += 1) {
      const fields = {
        login: "kevin@schwerin.example",
        password: `falsch ${String(attempt)}`,
      };
      attempts.push(await visitor.visit("/arbeitsplatz/anmelden", { fields }));
    }
    const last = attempts.at(-1);
    assert.equal(last?.status, 429);
    assert.ok(Number(last.headers["retry-after"]) > 0);
  });

  void test("failed sign-ins, limits and refused pages are lines of the log: when, on which portal, and who as far as that is known", async () => {
    const editor = await signedIn(portal, "schwerin", "redaktion");
    const page = "/verwaltung/protokoll";
    assert.equal((await editor.visit(page)).status, 403);
    const lines = portal.log.map(
      (line) => JSON.parse(line) as Record<string, unknown>,
    );
    const { tenantId } = await portal.portal("schwerin");
    const linesOf = (route: string, status: number) =>
      lines.filter(
        (line) =>
          line["msg"] === "request" &&
          line["route"] === route &&
          line["status"] === status &&
          line["tenantId"] === tenantId,
      );
    assert.ok(linesOf("/arbeitsplatz/anmelden", 422).length >= 5);
    assert.ok(linesOf("/arbeitsplatz/anmelden", 429).length >= 1);
    const [refused] = linesOf(page, 403);
    assert.match(String(refused?.["refusedStaffId"]), /^[0-9a-f-]{36}$/);
    assert.match(
      String(refused?.["time"]),
      /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/,
    );
  });

  void test("an address holds a key in these places only, each a link that somebody was given", () => {
    const found = routesOf(portal)
      .map(({ path }) => path)
      .filter((path) => /:(?:schluessel|link|token|key|code)\b/.test(path));
    assert.deepEqual([...new Set(found)].toSorted(), linksWithKeys);
  });

  void test("logs no faults, keys or numbers", () => {
    assertNoFaults(portal);
    assertNotLogged(portal, [...Object.values(sent), "192.0.2.", "kevin@"]);
  });
});
