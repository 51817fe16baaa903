import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import {
  antrag,
  apply,
  fillIn,
  readConfirmation,
  send,
  xaveriasWords,
} from "./testing/applicant.ts";
import { atMost } from "../platform/testing/thorough.ts";
import { assertNoFaults, assertNotLogged } from "./testing/log-check.ts";
import { faultsOfPage, linksOf, resourcesOf } from "./testing/page-check.ts";
import { kindOf, routesOf } from "./testing/route-table.ts";
import { signedIn } from "./testing/signed-in.ts";
import { startTestPortal, type TestPortal } from "./testing/test-portal.ts";
import { visitorOf, type Answer, type Visitor } from "./testing/visitor.ts";

const portals = [
  "",
  "schwerin",
  "lup",
  "ludwigslust",
  "neustadt-glewe",
  "grabow",
  "parchimer-umland",
];

void describe("every page", () => {
  let portal: TestPortal;
  before(async () => {
    portal = await startTestPortal({ worker: false });
  });
  after(() => portal.close());

  type Crawl = { readonly pages: number; readonly faults: readonly string[] };

  /** Follows the links from here; of pages of one kind, told by route and query, a few. */
  const crawl = async (
    visitor: Visitor,
    starts: readonly string[],
    ofEachKind: number,
  ): Promise<Crawl> => {
    const waiting = [...starts];
    const seen = new Set(starts);
    const resources = new Set<string>();
    const faults: string[] = [];
    let pages = 0;
    const routes = routesOf(portal);
    const asked = new Set<string>();
    const kinds = new Map<string, number>();
    const add = (path: string) => {
      if (seen.has(path)) return;
      seen.add(path);
      const kind = kindOf(path, routes);
      const known = kinds.get(kind) ?? 0;
      kinds.set(kind, known + 1);
      if (known < ofEachKind) waiting.push(path);
    };
    for (
      let path = waiting.shift();
      path !== undefined;
      path = waiting.shift()
    ) {
      const answer = await visitor.visit(path);
      pages += 1;
      if (answer.headers.location !== undefined) {
        assert.match(answer.headers.location, /^\/(?!\/)/, path);
        // The language changes with the cookie; that is a crawl of its own.
        if (!path.includes("sprache=")) add(answer.headers.location);
        else visitor.cookies.delete("sprache");
        continue;
      }
      faults.push(...faultsAt(path, answer));
      if (!asked.has(kindOf(path, routes)))
        faults.push(...(await faultsOfHead(visitor, path)));
      asked.add(kindOf(path, routes));
      for (const resource of resourcesOf(answer)) resources.add(resource);
      linksOf(answer).forEach(add);
    }
    for (const address of resources) {
      const { status, headers } = await visitor.visit(address);
      if (status !== 200 || headers["x-content-type-options"] !== "nosniff")
        faults.push(`${address}: ${String(status)}`);
    }
    return { pages, faults };
  };

  const faultsAt = (path: string, answer: Answer): readonly string[] => {
    if (answer.status !== 200)
      return [`${path}: broken link, ${String(answer.status)}`];
    const isPage =
      answer.headers["content-type"]?.startsWith("text/html") === true;
    return (isPage ? faultsOfPage(answer) : []).map(
      (what) => `${path}: lacks ${what}`,
    );
  };

  const faultsOfHead = async (
    visitor: Visitor,
    path: string,
  ): Promise<readonly string[]> => {
    const { status, body } = await visitor.visit(path, { method: "HEAD" });
    return status === 200 && body.length === 0
      ? []
      : [`${path}: lacks an answer to HEAD`];
  };

  for (const label of portals) {
    void test(`of "${label}" is whole and leads nowhere wrong, in German and English`, async (t) => {
      for (const locale of ["de", "en"]) {
        const visitor = visitorOf(portal, label);
        const start = await visitor.visit(`/?sprache=${locale}`);
        assert.equal(start.status, 303);
        const { pages, faults } = await crawl(
          visitor,
          ["/", "/quittung", "/.well-known/security.txt"].slice(
            0,
            label === "" ? 1 : 3,
          ),
          // In the other language the same addresses are linked, and lead to the same pages.
          locale === "de" ? atMost(40) : atMost(2),
        );
        t.diagnostic(`${locale}: ${String(pages)} pages`);
        assert.deepEqual(faults, []);
      }
    });
  }

  void test("of an application is whole and never kept by a cache", async () => {
    const visitor = visitorOf(portal, "schwerin");
    const form = "bewohnerparkausweis";
    await fillIn(visitor, form);
    const steps = [
      "",
      "/schritt/1",
      "/schritt/2",
      "/schritt/3",
      "/schritt/4",
      "/pruefen",
      "/speichern",
    ];
    const answers = [];
    for (const step of steps)
      answers.push(await visitor.visit(antrag(form, step)));
    answers.push(
      await visitor.visit(antrag(form, "/schritt/1"), { fields: {} }),
      await visitor.visit(antrag(form, "/senden"), { fields: {} }),
      await visitor.visit(antrag(form, "/speichern"), { fields: {} }),
      await visitor.visit(antrag(form, "/speichern/mail"), {
        fields: { email: "x" },
      }),
    );
    await fillIn(visitor, form);
    const confirmation = await visitor.follow(await send(visitor, form));
    const { reference, statusKey } = readConfirmation(confirmation);
    answers.push(
      confirmation,
      await visitor.visit(`/status/${statusKey}`),
      await visitor.visit(`/quittung/${reference}`),
    );
    for (const [index, answer] of answers.entries()) {
      assert.deepEqual(faultsOfPage(answer), [], `page ${String(index)}`);
      assert.equal(answer.headers["cache-control"], "no-store");
      assert.equal(answer.headers.etag, undefined);
    }
  });

  void test("for staff is whole and never kept by a cache", async () => {
    await apply(visitorOf(portal, "schwerin"), "bewohnerparkausweis");
    for (const [label, start] of [
      ["schwerin", "/arbeitsplatz"],
      ["", "/betrieb"],
    ] as const) {
      const visitor = await signedIn(portal, label);
      const answer = await visitor.visit(start);
      assert.equal(answer.headers["cache-control"], "no-store");
      const { faults } = await crawl(visitor, [start], atMost(8));
      assert.deepEqual(faults, []);
    }
  });

  void test("for editors is whole", async (t) => {
    const visitor = visitorOf(portal, "grabow");
    const signIn = await visitor.visit("/arbeitsplatz/anmelden", {
      fields: {
        login: "redaktion@grabow.example",
        password: "Demo Leuchtturm 27",
      },
    });
    assert.equal(signIn.status, 303);
    const { pages, faults } = await crawl(visitor, ["/verwaltung"], atMost(8));
    t.diagnostic(`${String(pages)} pages`);
    assert.ok(pages > 50);
    assert.deepEqual(faults, []);
  });

  void test("for auditors is whole, from the start of the administration to the proofs of deletion", async () => {
    const visitor = await signedIn(portal, "schwerin", "pruefung");
    const start = await visitor.visit("/verwaltung");
    assert.equal(start.headers.location, "/verwaltung/protokoll");
    const { pages, faults } = await crawl(
      visitor,
      ["/verwaltung/protokoll", "/verwaltung/loeschnachweise"],
      atMost(8),
    );
    assert.ok(pages > 3);
    assert.deepEqual(faults, []);
  });

  void test("for errors is whole, too", async () => {
    const visitor = visitorOf(portal, "schwerin");
    const answers = [
      await visitor.visit("/gibt/es/nicht"),
      await visitor.visit("/leistungen/gibt-es-nicht"),
      await visitor.visit("/arbeitsplatz/abmelden", { method: "POST" }),
      await visitor.visit("/assets/gibt-es-nicht.css"),
      await visitor.visit("/status/x"),
      await visitor.visit("/%ff"),
      await visitor.visit("/darstellung", {
        method: "POST",
        body: "x",
        headers: { "content-type": "text/plain" },
      }),
    ];
    assert.deepEqual(
      answers.map(({ status }) => status),
      [404, 404, 403, 404, 404, 400, 415],
    );
    for (const answer of answers) {
      assert.deepEqual(faultsOfPage(answer), []);
      assert.match(answer.headers["cache-control"] ?? "", /no-store/);
    }
  });

  void test("that is public may be kept and is asked for again", async () => {
    const answer = await visitorOf(portal, "schwerin").visit("/leistungen");
    assert.equal(
      answer.headers["cache-control"],
      "public, max-age=0, must-revalidate",
    );
    assert.match(answer.headers.vary ?? "", /cookie/i);
    assert.ok(answer.headers.etag);
  });

  void test("sets cookies that scripts and other sites cannot use", async () => {
    const visitor = visitorOf(portal, "schwerin");
    const lines = [
      await visitor.visit("/?sprache=en"),
      await visitor.visit(antrag("hundesteuer"), { fields: {} }),
      await visitor.visit("/darstellung", { fields: { darstellung: "dark" } }),
      await visitor.visit("/arbeitsplatz/anmelden", {
        fields: {
          login: "samira@schwerin.example",
          password: "Demo Leuchtturm 27",
        },
      }),
    ].flatMap(({ headers }) => headers["set-cookie"] ?? []);
    assert.equal(lines.length, 5);
    for (const line of lines)
      assert.match(line, /; HttpOnly; SameSite=(?:Lax|Strict)$/);
  });

  void test("logs no faults and nothing the applicant said", () => {
    assertNoFaults(portal);
    assertNotLogged(portal, xaveriasWords);
  });
});
