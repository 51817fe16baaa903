import assert from "node:assert/strict";
import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { pdf } from "../platform/files/testing/sample-files.ts";
import type { Route } from "../shell/web/route.ts";
import { fileField } from "./testing/applicant.ts";
import { gatherBelongings, type Belongings } from "./testing/belongings.ts";
import { assertNoFaults } from "./testing/log-check.ts";
import { multipartForm } from "./testing/multipart.ts";
import { addressesOf, routesOf } from "./testing/route-table.ts";
import { signedIn } from "./testing/signed-in.ts";
import { openAsOwner, type DatabaseOwner } from "./testing/tenant-rows.ts";
import { startTestPortal, type TestPortal } from "./testing/test-portal.ts";
import { visitorOf, type Visitor } from "./testing/visitor.ts";

void describe("a form that another site sends", () => {
  let portal: TestPortal;
  let owner: DatabaseOwner;
  let belongings: Belongings;
  let victims: Readonly<Record<"schwerin" | "", Visitor>>;
  before(async () => {
    portal = await startTestPortal({ worker: false });
    owner = openAsOwner(portal.databaseAddress);
    belongings = await gatherBelongings(portal, owner, "schwerin");
    const caseworker = await signedIn(portal, "schwerin");
    caseworker.cookies.set(
      "antrag-hundesteuer",
      belongings.cookies["antrag-hundesteuer"] ?? assert.fail(),
    );
    victims = { schwerin: caseworker, "": await signedIn(portal, "") };
  });
  after(async () => {
    await owner.close();
    await portal.close();
  });

  /** What browsers and others send with a POST that does not come from a page of the portal itself. */
  const foreign = (
    label: string,
  ): readonly Readonly<Record<string, string>>[] => [
    {},
    { "sec-fetch-site": "cross-site" },
    { "sec-fetch-site": "same-site" },
    { "sec-fetch-site": "none" },
    { "sec-fetch-site": "cross-site", origin: portal.baseUrl(label) },
    { origin: "https://boese.example" },
    { origin: "null" },
    { origin: portal.baseUrl(label === "" ? "schwerin" : "ludwigslust") },
    { origin: portal.baseUrl(label === "" ? "schwerin" : "") },
    { origin: `${portal.baseUrl(label)}.boese.example` },
    { origin: portal.baseUrl(label).replace("http:", "https:") },
    { referer: `${portal.baseUrl(label)}/` },
  ];

  const posts = (kind: "schwerin" | ""): readonly Route[] =>
    routesOf(portal).filter(
      ({ method, scope = "authority", acceptsCrossSite }) =>
        method === "POST" &&
        // Answers of identity providers: they come from there, carry no cookies, and are tested in federation.test.ts.
        acceptsCrossSite !== true &&
        (scope === "any" || (scope === "installation") === (kind === "")),
    );

  for (const label of ["schwerin", ""] as const) {
    void test(`is refused on every POST of "${label}" and changes nothing`, async (t) => {
      const { tenantId } = await portal.portal(label);
      const before = await owner.fingerprint(tenantId);
      const visitor = victims[label];
      const cookie = [...visitor.cookies]
        .map((pair) => pair.join("="))
        .join("; ");
      let requests = 0;
      for (const route of posts(label)) {
        for (const address of addressesOf(route, belongings.paths).slice(
          0,
          4,
        )) {
          for (const headers of foreign(label)) {
            const answer = await visitor.visit(address, {
              method: "POST",
              body: "bestaetigung=true&stand=2&email=&login=x&password=y",
              headers: {
                "content-type": "application/x-www-form-urlencoded",
                cookie,
                ...headers,
              },
            });
            requests += 1;
            assert.equal(
              answer.status,
              403,
              `${address} ${JSON.stringify(headers)}`,
            );
            assert.equal(answer.headers["set-cookie"], undefined);
          }
        }
      }
      t.diagnostic(
        `${String(posts(label).length)} routes, ${String(requests)} requests`,
      );
      assert.ok(posts(label).length >= 5);
      assert.deepEqual(await owner.fingerprint(tenantId), before);
    });
  }

  void test("leaves no file behind", async () => {
    const uploads = join(portal.services.settings.dataDir, "uploads");
    const before = await readdir(uploads, { recursive: true });
    const form = multipartForm([
      { name: fileField, filename: "a.pdf", content: pdf() },
    ]);
    const answer = await victims.schwerin.visit(
      "/leistungen/bewohnerparkausweis/antrag/schritt/3",
      {
        ...form,
        headers: { ...form.headers, "sec-fetch-site": "cross-site" },
      },
    );
    assert.equal(answer.status, 403);
    assert.deepEqual(await readdir(uploads, { recursive: true }), before);
  });

  void test("as plain text or JSON is not read at all", async () => {
    for (const type of ["text/plain", "application/json", "application/xml"]) {
      const answer = await victims.schwerin.visit("/arbeitsplatz/abmelden", {
        method: "POST",
        body: "{}",
        headers: { "content-type": type, "sec-fetch-site": "same-origin" },
      });
      assert.equal(answer.status, 415, type);
    }
    assert.equal((await victims.schwerin.visit("/arbeitsplatz")).status, 200);
  });

  void test("an own page's form without Sec-Fetch-Site is known by its Origin", async () => {
    const visitor = visitorOf(portal, "schwerin");
    const answer = await visitor.visit("/darstellung", {
      method: "POST",
      body: "darstellung=dark",
      headers: {
        "content-type": "application/x-www-form-urlencoded",
        origin: portal.baseUrl("schwerin"),
      },
    });
    assert.equal(answer.status, 303);
  });

  void test("logs no faults", () => {
    assertNoFaults(portal);
  });
});
