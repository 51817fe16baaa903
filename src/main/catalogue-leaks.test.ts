import assert from "node:assert/strict";
import { randomInt } from "node:crypto";
import { after, before, describe, test } from "node:test";
import { share } from "../platform/testing/thorough.ts";
import type { Audience, Route } from "../shell/web/route.ts";
import { collectModules } from "./modules.ts";
import { openBackOffice } from "./testing/back-office.ts";
import {
  askedWord,
  keepFromView,
  keepers,
  listNames,
  secretWords,
  shownWord,
  type Keeper,
  type Kept,
} from "./testing/kept-from-view.ts";
import { assertNoFaults } from "./testing/log-check.ts";
import { routesOf } from "./testing/route-table.ts";
import { signedIn } from "./testing/signed-in.ts";
import { signedInCitizen } from "./testing/signed-in-citizen.ts";
import { openAsOwner, type DatabaseOwner } from "./testing/tenant-rows.ts";
import { startTestPortal, type TestPortal } from "./testing/test-portal.ts";
import { visitorOf, type Answer, type Visitor } from "./testing/visitor.ts";
import { openWeb } from "./web.ts";

/** Routes that are known to show Leistungen; whatever else does is looked at as well. */
const knownToShow = [
  "/",
  "/aemter/:name",
  "/anbieter/:name",
  "/api/v1/zustaendigkeit",
  "/daten/leistungen.csv",
  "/daten/leistungen.json",
  "/daten/leistungen.xml",
  "/leistungen",
  "/leistungen/:name",
  "/sitemap.xml",
  "/vorschlaege/leistungen",
  "/zustaendig",
];

/** Ways to ask that pages answer differently. */
const queries = [
  "",
  `?q=${askedWord}&suche=${askedWord}`,
  "?buchstabe=Q",
  "?thema=personalausweis-und-pass",
  "?since=2000-01-01",
];

type Asked = {
  readonly path: string;
  readonly address: string;
  readonly answer: Answer;
};

void describe("Leistungen that nobody may see", () => {
  let portal: TestPortal;
  let owner: DatabaseOwner;
  let kept: readonly Kept[];
  before(async () => {
    portal = await startTestPortal({
      worker: false,
      variables: { TRUSTED_PROXIES: "127.0.0.1,::1" },
    });
    owner = openAsOwner(portal.databaseAddress);
    kept = await keepFromView(portal);
  });
  after(async () => {
    await owner.close();
    await portal.close();
  });

  const readsFor = (...audiences: readonly Audience[]) =>
    routesOf(portal).filter(
      ({ method, audience, path }) =>
        method === "GET" &&
        audiences.includes(audience) &&
        !path.endsWith("/abmelden"),
    );

  /** Names for addresses: all of the portal's own, and of each other portal what it hides. */
  const namesFor = (keeper: Keeper) => [
    ...listNames(keeper),
    ...kept
      .filter((it) => it.keeper === keeper || it.slug.includes("hidden"))
      .map(({ slug }) => slug),
  ];

  const askAll = async (
    visitor: Visitor,
    given: {
      readonly routes: readonly Pick<Route, "path">[];
      readonly names: readonly string[];
      readonly headers?: Readonly<Record<string, string>>;
    },
  ): Promise<Asked[]> => {
    const asked: Asked[] = [];
    for (const { path } of given.routes)
      for (const address of addressesOf(path, given.names)) {
        const headers = { ...given.headers, "x-forwarded-for": anyAddress() };
        asked.push({
          path,
          address,
          answer: await visitor.visit(address, { headers }),
        });
      }
    return asked;
  };

  /** What these portals hide, and what only strangers to `keeper` show. */
  const leaksIn = (
    asked: readonly Asked[],
    keeper: Keeper,
    hiding: readonly Keeper[] = keepers,
  ) => {
    const words = [
      ...hiding.flatMap(secretWords),
      ...strangersOf(keeper).map(shownWord),
    ];
    const slugs = kept
      .filter((it) => !it.isShown && hiding.includes(it.keeper))
      .map(({ slug }) => slug);
    return asked.flatMap(({ address, answer }) => {
      const said = saidIn(answer);
      return [...words, ...slugs.filter((slug) => !address.includes(slug))]
        .filter((word) => said.includes(word))
        .map((word) => `${address} says ${word}`);
    });
  };

  for (const [turn, keeper] of keepers.entries())
    void test(`stay hidden from everybody on each route of ${keeper}`, async (t) => {
      const all = readsFor("public", "guest");
      const isKnown = ({ path }: Route) => knownToShow.includes(path);
      const asked = await askAll(visitorOf(portal, keeper), {
        routes: [
          ...all.filter(isKnown),
          ...share(
            all.filter((route) => !isKnown(route)),
            { turn, of: keepers.length },
          ),
        ],
        names: namesFor(keeper),
      });
      const showing = pathsThatShow(asked, keeper);
      t.diagnostic(`${String(asked.length)} requests`);
      const unproven = knownToShow.filter((path) => !showing.includes(path));
      assert.deepEqual(unproven, []);
      assert.deepEqual(leaksIn(asked, keeper), []);
    });

  void test("stay hidden from who is signed in to the Servicekonto", async (t) => {
    const citizen = await signedInCitizen(portal, "grabow", { subject: "ada" });
    const asked = await askAll(citizen, {
      routes: readsFor("account"),
      names: listNames("grabow"),
    });
    const showing = pathsThatShow(asked, "grabow");
    t.diagnostic(`shown on ${showing.join(", ")}`);
    assert.ok(showing.includes("/konto/vollmachten/neu"));
    assert.deepEqual(leaksIn(asked, "grabow"), []);
  });

  void test("of other portals stay hidden from editors, who see their own", async () => {
    const editor = await signedIn(portal, "grabow", "redaktion");
    const asked = await askAll(editor, {
      routes: readsFor("staff"),
      names: kept
        .filter(
          ({ slug }) =>
            slug.includes("hidden-amt") || slug.endsWith("shown-amt-grabow"),
        )
        .map(({ id }) => id),
    });
    assert.deepEqual(leaksIn(asked, "grabow", ["lup", "schwerin"]), []);
    const own = leaksIn(asked, "grabow").join();
    assert.match(own, /Geheimes-hidden-grabow/);
    for (const kind of ["draft", "approval", "note"])
      assert.match(own, new RegExp(`Geheimes-${kind}-grabow`));
  });

  void test("stay hidden from back-office systems", async () => {
    const office = await openBackOffice(portal, owner, "grabow");
    const id = await office.addDestination("Fachverfahren");
    const token = await office.tokenOf(await office.letIn(id));
    const asked = await askAll(office.system, {
      routes: routesOf(portal).filter(
        ({ method, path }) => method === "GET" && path.startsWith("/api/"),
      ),
      names: namesFor("grabow"),
      headers: { authorization: `Bearer ${token}` },
    });
    const list = asked.find(({ address }) => address === "/api/v1/submissions");
    assert.equal(list?.answer.status, 200);
    assert.deepEqual(leaksIn(asked, "grabow"), []);
  });

  void test("are noticed on a page that forgets to ask what is shown", async () => {
    const names = namesFor("grabow");
    const hole = (path: string, sql: string): Route => ({
      method: "GET",
      path,
      audience: "public",
      handle: async ({ params, portal: { tenantId } }) => ({
        kind: "json",
        status: 200,
        body: await owner.query(sql, [tenantId, params["name"] ?? ""]),
      }),
    });
    const holes = [
      hole(
        "/loch",
        "select title from catalogue.leistung where tenant_id = $1 and $2 = ''",
      ),
      hole(
        "/loch/:name",
        "select content from catalogue.leistung where tenant_id = $1 and slug = $2",
      ),
      hole(
        "/loch/entwuerfe",
        "select typed from catalogue.draft where tenant_id = $1 and $2 = ''",
      ),
      hole(
        "/loch/freigaben",
        "select note from catalogue.approval where tenant_id = $1 and $2 = ''",
      ),
      hole(
        "/loch/fremd",
        "select slug from catalogue.leistung where tenant_id <> $1 and is_hidden and $2 = ''",
      ),
    ];
    const web = await openWeb({
      services: portal.services,
      modules: [
        ...collectModules(portal.services),
        { name: "hole", routes: holes, jobs: [] },
      ],
    });
    await web.listen({ port: 0, host: "localhost" });
    try {
      const at = web.server.address();
      assert.ok(typeof at === "object" && at);
      const visitor = visitorOf({ ...portal, port: at.port }, "grabow");
      for (const route of holes) {
        const asked = await askAll(visitor, { routes: [route], names });
        assert.notDeepEqual(leaksIn(asked, "grabow"), [], route.path);
      }
    } finally {
      await web.close();
    }
  });

  void test("leave no faults in the log", () => {
    assertNoFaults(portal);
  });
});

/** Each name at each place of a parameter; without one, each way to ask. */
function addressesOf(
  path: string,
  names: readonly string[],
): readonly string[] {
  return path.includes("/:")
    ? names.map((name) => path.replaceAll(/:\w+/g, name))
    : [...queries, ...names.map((name) => `?leistung=${name}`)].map(
        (query) => path + query,
      );
}

/** Portals that have nothing to do with this one. */
function strangersOf(keeper: Keeper): readonly Keeper[] {
  return keeper === "schwerin" ? ["grabow", "lup"] : ["schwerin"];
}

function pathsThatShow(
  asked: readonly Asked[],
  keeper: Keeper,
): readonly string[] {
  const found = asked.filter(({ answer }) => {
    const said = saidIn(answer);
    return (
      said.includes(shownWord(keeper)) ||
      said.includes(`quastenflosser-shown-amt-${keeper}</loc>`)
    );
  });
  return [...new Set(found.map(({ path }) => path))].toSorted();
}

function saidIn({ headers, text }: Answer): string {
  return JSON.stringify(headers) + text;
}

/** Each request from another client, or the limit on guessing would hide what comes after it. */
function anyAddress(): string {
  return [10, randomInt(256), randomInt(256), randomInt(256)].join(".");
}
