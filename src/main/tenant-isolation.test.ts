import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { showError, type Audience, type Route } from "../shell/web/route.ts";
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
        isClosed: ({ audience }) => who === "guest" && isForStaff(audience),
      });
      t.diagnostic(
        `${String(routes.length)} routes, ${String(requests)} requests`,
      );
      assert.deepEqual(leaks, []);
      assert.deepEqual(await owner.fingerprint(tenantId), before);
    });
  }

  void test("a session of Schwerin opens no page for staff elsewhere, and goes on in Schwerin", async () => {
    const staffRoutes = routesOf(portal).filter(({ audience }) =>
      isForStaff(audience),
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

  void test("every page of Schwerin's own staff that shows what somebody said is in its audit log", async (t) => {
    const { tenantId } = await portal.portal("schwerin");
    const staff = await signedIn(portal, "schwerin");
    const entriesOf = async () => {
      const [row] = await owner.query<{ count: string }>(
        `select count(*) from audit.entry where tenant_id = $1 and actor_kind = 'staff'`,
        [tenantId],
      );
      return Number(row?.count);
    };
    const secrets = xaveriasWords.filter((word) => word !== xaveria.strasse);
    // Of all the ids those that pages for staff are about.
    const rows = await owner.query<{ id: string }>(
      `select id from vorgaenge.vorgang where tenant_id = $1 union all select id from bescheide.bescheid where tenant_id = $1`,
      [tenantId],
    );
    const paths = { ...belongings.paths, id: rows.map(({ id }) => id) };
    const unlogged: string[] = [];
    let shown = 0;
    const reads = routesOf(portal).filter(
      ({ audience, method, path }) =>
        audience === "staff" && method === "GET" && !path.endsWith("/neues"),
    );
    for (const route of reads)
      for (const address of addressesOf(route, paths)) {
        const before = await entriesOf();
        const answer = await staff.visit(address);
        // A file is encrypted or compressed: that it came is enough.
        const isFile =
          answer.status === 200 &&
          answer.headers["content-disposition"] !== undefined;
        const isPersonal =
          isFile || secrets.some((word) => answer.text.includes(word));
        if (!isPersonal) continue;
        shown += 1;
        if ((await entriesOf()) === before)
          unlogged.push(`${route.path} (${address})`);
      }
    t.diagnostic(`${String(shown)} answers with something of a person`);
    assert.ok(shown >= 6);
    assert.deepEqual(unlogged, []);
    const before = await entriesOf();
    await staff.visit(`/arbeitsplatz?suche=${xaveria.familienname}`);
    assert.equal(await entriesOf(), before + 1, "searching for somebody");
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
        isClosed: () => false,
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

function isForStaff(audience: Audience): boolean {
  return audience === "staff" || audience === "operator";
}
