import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import type { Context } from "../../../platform/context/context.ts";
import {
  createTestDatabase,
  type TestDatabase,
} from "../../../platform/testing/test-database.ts";
import { newId } from "../../../platform/values/id.ts";
import { asPage, errorStatusOf, visit } from "../../../shell/testing/visit.ts";
import type { Reply, Route } from "../../../shell/web/route.ts";
import { demoTenants } from "../../tenants/demo/demo-tenants.ts";
import { seedTenantsDemo } from "../../tenants/demo/seed-tenants-demo.ts";
import {
  createPortalDirectory,
  type PortalDirectory,
} from "../../tenants/index.ts";
import type { LeistungContent } from "../domain/leistung-content.ts";
import { saveLeistung } from "../use-cases/save-leistung.ts";
import { catalogueRoutes } from "./routes.ts";

/** Why nobody may see a Leistung today; each stands in its name and slug. */
const secrets: Record<
  string,
  { isHidden?: boolean; content?: Partial<LeistungContent> }
> = {
  hidden: { isHidden: true },
  ended: { content: { validUntil: "2020-12-31" } },
  future: { content: { validFrom: "2999-01-01" } },
};

/** Where something is kept from view: the town itself, its county, and a city that has nothing to do with it. */
const keepers = ["grabow", "lup", "schwerin"] as const;

const everySecret = keepers.flatMap((keeper) =>
  Object.keys(secrets).map((why) => `quastenflosser-${why}-${keeper}`),
);

/** Every public address that lists Leistungen. */
const lists = [
  "/",
  "/leistungen",
  "/leistungen?buchstabe=Q",
  "/leistungen?thema=personalausweis-und-pass",
  "/leistungen?q=Quastenflosser",
  "/vorschlaege/leistungen?q=Quastenflosser",
  "/sitemap.xml",
  "/daten/leistungen.json",
  "/daten/leistungen.csv",
  "/daten/leistungen.xml",
  "/daten/leistungen.xml?since=2000-01-01",
];

describe("what nobody may see of the catalogue", () => {
  let testDatabase: TestDatabase;
  let portals: PortalDirectory;
  let routes: Route[];
  before(async () => {
    testDatabase = await createTestDatabase();
    await testDatabase.database.unscoped(seedTenantsDemo);
    for (const keeper of keepers) {
      await save(keeper, "shown", {});
      for (const [why, more] of Object.entries(secrets))
        await save(keeper, why, more);
    }
    portals = createPortalDirectory({
      transaction: (work) => testDatabase.database.unscoped(work),
      maxAgeMs: 600_000,
    });
    routes = catalogueRoutes({
      portals,
      guestIn: (_context, tenantId) => contextOf(tenantId),
      findReceiver: () => Promise.resolve({}),
    });
  });
  after(() => testDatabase.close());

  const contextOf = (tenantId: string): Context =>
    testDatabase.contextFor({ tenantId });
  const save = (
    keeper: (typeof keepers)[number],
    why: string,
    { isHidden = false, content }: (typeof secrets)[string],
  ) => {
    const tenantId = demoTenants[keeper];
    const slug = `quastenflosser-${why}-${keeper}`;
    return contextOf(tenantId).transaction((db) =>
      saveLeistung(db, tenantId, {
        id: newId(),
        slug,
        content: {
          title: { de: slug },
          teaser: { de: "Quastenflosser halten" },
          keywords: ["Quastenflosser"],
          situations: ["papers.identity"],
          assuranceLevel: "none",
          onlineMaturity: 0,
          officeSlug: "",
          ...content,
        },
        formKey: null,
        featuredPosition: why === "shown" ? 1 : 2,
        isHidden,
        updatedAt: new Date(),
      }),
    );
  };
  const reach = async (host: string, path: string): Promise<Reply> => {
    const portal = await portals.findByHost(host);
    assert.ok(portal);
    const context = contextOf(portal.tenantId);
    return visit(routes, "GET", { context, portal, path });
  };
  const wholeOf = async (host: string, path: string): Promise<string> => {
    const reply = await reach(host, path);
    if (reply.kind === "json") return JSON.stringify(reply.body);
    if (reply.kind !== "download") return asPage(reply).text;
    assert.ok(Buffer.isBuffer(reply.body));
    return reply.body.toString("utf8");
  };

  for (const path of lists) {
    test(`${path} shows what is shown, and nothing hidden, ended, to come or foreign`, async () => {
      for (const keeper of keepers) {
        const whole = await wholeOf(keeper, path);
        assert.match(whole, new RegExp(`quastenflosser-shown-${keeper}`));
        assert.deepEqual(
          everySecret.filter((slug) => whole.includes(slug)),
          [],
        );
        const foreign = keeper === "schwerin" ? "grabow" : "schwerin";
        assert.ok(!whole.includes(`quastenflosser-shown-${foreign}`));
      }
    });
  }

  test("the town finds what its county shows", async () => {
    const whole = await wholeOf("grabow", "/leistungen?q=Quastenflosser");
    assert.match(whole, /quastenflosser-shown-lup/);
  });

  test("no page stands at the address of what is hidden, ended, to come or foreign", async () => {
    for (const host of keepers) {
      const own = await wholeOf(
        host,
        `/leistungen/quastenflosser-shown-${host}`,
      );
      assert.match(own, /Quastenflosser halten/);
      for (const slug of everySecret)
        assert.equal(
          errorStatusOf(await reach(host, `/leistungen/${slug}`)),
          404,
        );
    }
    assert.equal(
      errorStatusOf(
        await reach("grabow", "/leistungen/quastenflosser-shown-schwerin"),
      ),
      404,
    );
  });
});
