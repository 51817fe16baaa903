import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import type { MapTiles } from "../../../platform/map-tiles/map-tiles.ts";
import {
  createTestDatabase,
  type TestDatabase,
} from "../../../platform/testing/test-database.ts";
import { errorStatusOf, visit } from "../../../shell/testing/visit.ts";
import { demoTenants } from "../../tenants/demo/demo-tenants.ts";
import { seedTenantsDemo } from "../../tenants/demo/seed-tenants-demo.ts";
import { createPortalDirectory } from "../../tenants/index.ts";
import { mapRoutes } from "./routes.ts";

const tiles: MapTiles = {
  attribution: () => Promise.resolve("© GeoBasis-DE/MV"),
  read: ({ zoom, column, row }) =>
    Promise.resolve(
      zoom === 3 && column === 4 && row === 2
        ? Buffer.from("picture")
        : undefined,
    ),
};

describe("what a map asks for", () => {
  let testDatabase: TestDatabase;
  before(async () => {
    testDatabase = await createTestDatabase();
    await testDatabase.database.unscoped(seedTenantsDemo);
  });
  after(() => testDatabase.close());

  async function reach(path: string, ports: MapTiles | undefined) {
    const portals = createPortalDirectory({
      transaction: (work) => testDatabase.database.unscoped(work),
    });
    const portal = await portals.findById(demoTenants.ludwigslust);
    assert.ok(portal);
    const context = testDatabase.contextFor({ tenantId: portal.tenantId });
    return visit(mapRoutes(ports), "GET", {
      context,
      portal,
      locale: "de",
      path,
    });
  }

  test("the portal's own place comes first, then the largest", async () => {
    const reply = await reach("/karten/angaben", undefined);
    assert.ok(reply.kind === "json");
    const { places, hasPictures } = reply.body as {
      places: { name: string; latitude: number }[];
      hasPictures: boolean;
    };
    assert.deepEqual(
      places.slice(0, 2).map(({ name }) => name),
      ["Ludwigslust", "Schwerin"],
    );
    assert.ok(places.every(({ latitude }) => latitude > 53 && latitude < 54));
    assert.equal(hasPictures, false);
  });

  test("pictures name their source and may be kept by everybody", async () => {
    const details = await reach("/karten/angaben", tiles);
    assert.ok(details.kind === "json");
    assert.partialDeepStrictEqual(details.body, {
      hasPictures: true,
      attribution: "© GeoBasis-DE/MV",
    });
    const picture = await reach("/karten/3/4/2.png", tiles);
    assert.ok(picture.kind === "download");
    assert.equal(picture.contentType, "image/png");
    assert.equal(picture.publicForSeconds, 86_400);
  });

  for (const path of [
    "/karten/3/4/3.png",
    "/karten/3/4/2",
    "/karten/3/9/2.png",
    "/karten/3/..%2f..%2fetc/passwd.png",
  ])
    test(`${path} is not there`, async () => {
      assert.equal(errorStatusOf(await reach(path, tiles)), 404);
    });

  test("without pictures none are there", async () => {
    assert.equal(
      errorStatusOf(await reach("/karten/3/4/2.png", undefined)),
      404,
    );
  });
});
