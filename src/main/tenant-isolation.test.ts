import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { showError, type Route } from "../shell/web/route.ts";
import { collectModules } from "./modules.ts";
import { openWeb } from "./web.ts";
import { xaveria, xaveriasWords } from "./testing/applicant.ts";
import { gatherBelongings, type Belongings } from "./testing/belongings.ts";
import { findLeaks } from "./testing/find-leaks.ts";
import { assertNoFaults, assertNotLogged } from "./testing/log-check.ts";
import { addressesOf, routesOf } from "./testing/route-table.ts";
import { signedIn } from "./testing/signed-in.ts";
import { openAsOwner, type DatabaseOwner } from "./testing/tenant-rows.ts";
import { startTestPortal, type TestPortal } from "./testing/test-portal.ts";
import { visitorOf, type Visitor } from "./testing/visitor.ts";

void describe("what belongs to Schwerin, on another portal", () => {
  let portal: TestPortal;
  let owner: DatabaseOwner;
  let belongings: Belongings;
  before(async () => {
    portal = await startTestPortal({
      worker: false,
      variables: { TRUSTED_PROXIES: "127.0.0.1,::1" },
    });
    owner = openAsOwner(portal.databaseAddress);
    belongings = await gatherBelongings(portal, owner, "schwerin");
  });
  after(async () => {
    await owner.close();
    await portal.close();
  });

  /** Somebody there who holds Schwerin's keys; a caseworker there keeps the own session. */
  const withKeysOf = (visitor: Visitor): Visitor => {
    for (const [name, value] of Object.entries(belongings.cookies)) {
      if (!visitor.cookies.has(name)) visitor.cookies.set(name, value);
    }
    return visitor;
  };

  for (const [host, who] of [
    ["ludwigslust", "guest"],
    ["ludwigslust", "caseworker"],
    ["lup", "guest"],
    ["", "guest"],
  ] as const) {
    void test(`stays hidden from a ${who} of "${host}" on every route`, async (t) => {
      const { tenantId } = await portal.portal("schwerin");
      const before = await owner.fingerprint(tenantId);
      const visitor = withKeysOf(
        who === "caseworker"
          ? await signedIn(portal, host)
          : visitorOf(portal, host),
      );
      const routes = routesOf(portal);
      const { leaks, requests } = await findLeaks({
        routes,
        visitor,
        belongings,
      });
      t.diagnostic(
        `${String(routes.length)} routes, ${String(requests)} requests`,
      );
      assert.deepEqual(leaks, []);
      assert.deepEqual(await owner.fingerprint(tenantId), before);
    });
  }

  void test("a session of Schwerin opens no page for staff elsewhere, and goes on in Schwerin", async () => {
    const staffRoutes = routesOf(portal).filter(
      ({ audience }) => audience === "staff" || audience === "operator",
    );
    assert.ok(staffRoutes.length > 5);
    for (const host of ["ludwigslust", ""]) {
      const visitor = withKeysOf(visitorOf(portal, host));
      for (const route of staffRoutes) {
        const [address = ""] = addressesOf(route, belongings.paths);
        const answer = await visitor.visit(
          address,
          route.method === "POST" ? { fields: {} } : {},
        );
        if (answer.status === 303)
          assert.match(
            answer.headers.location ?? "",
            /^\/arbeitsplatz\/anmelden\?/,
          );
        else
          assert.ok(
            [403, 404].includes(answer.status),
            `${route.path} ${String(answer.status)}`,
          );
      }
    }
    const home = withKeysOf(visitorOf(portal, "schwerin"));
    assert.equal((await home.visit("/arbeitsplatz")).status, 200);
  });

  void test("the search notices a hole", async () => {
    const { services } = portal;
    const schwerin = await portal.portal("schwerin");
    const hole: Route = {
      method: "GET",
      path: "/loch/:fileId",
      audience: "guest",
      handle: async ({ params }) => {
        const { tenantId } = schwerin;
        const fileId = params["fileId"] ?? "";
        const file = await services.files
          .open({ tenantId, fileId }, services.cipherOf(tenantId))
          .catch(() => undefined);
        if (!file) return showError(404);
        return {
          kind: "download",
          contentType: "application/pdf",
          filename: "loch.pdf",
          disposition: "inline",
          body: file,
        };
      },
    };
    const web = await openWeb({
      services,
      modules: [
        ...collectModules(services),
        { name: "hole", routes: [hole], jobs: [] },
      ],
    });
    await web.listen({ port: 0, host: "localhost" });
    try {
      const address = web.server.address();
      assert.ok(typeof address === "object" && address);
      const visitor = visitorOf(
        { ...portal, port: address.port },
        "ludwigslust",
      );
      const { leaks } = await findLeaks({
        routes: [hole],
        visitor,
        belongings,
      });
      assert.ok(leaks.length > 0);
      assert.match(leaks.join(), new RegExp(xaveria.fileText));
    } finally {
      await web.close();
    }
  });

  void test("logs no faults and nothing that belongs to anybody", () => {
    assertNoFaults(portal);
    assertNotLogged(portal, [
      ...xaveriasWords,
      ...Object.values(belongings.cookies),
      ...(belongings.paths["schluessel"] ?? []),
      ...(belongings.paths["nummer"] ?? []),
    ]);
  });
});
