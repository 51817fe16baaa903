import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { asPage, asRedirect, visit } from "../../../shell/testing/visit.ts";
import {
  createTestDatabase,
  staffWith,
  type TestDatabase,
} from "../../../platform/testing/test-database.ts";
import { newId } from "../../../platform/values/id.ts";
import { caseworkerKevin } from "../testing/staff-fixtures.ts";
import { reviewRoutes } from "./review-routes.ts";
import { reviewPaths } from "./staff-paths.ts";

const program = {
  name: "Fachverfahren <Parken>",
  system: "Parken",
  rights: ["den Stand melden"],
  lastUsedAt: undefined,
};

describe("the page of a review of accesses", () => {
  let database: TestDatabase;
  before(async () => {
    database = await createTestDatabase();
  });
  after(() => database.close());
  const routes = reviewRoutes(() => Promise.resolve([program]));
  const as = (tenantId: string, ...permissions: string[]) =>
    database.contextFor({
      tenantId,
      actor: staffWith(newId(), ...permissions),
    });

  test("shows people and programs, striking ones with the reason, and notes who looked through it", async () => {
    const { tenantId } = await caseworkerKevin(database);
    const context = as(tenantId, "access.review");
    const before = asPage(
      await visit(routes, "GET", { context, path: reviewPaths.start }),
    ).text;
    assert.match(before, /Bisher hat niemand/);
    assert.match(before, /Kevin Krause[^]*noch nie angemeldet/);
    assert.match(before, /Fachverfahren &lt;Parken&gt;[^]*den Stand melden/);
    // Who only looks through it is not led to pages that change accesses.
    assert.doesNotMatch(before, /\/verwaltung\/beschaeftigte\//);
    const noted = asRedirect(
      await visit(routes, "POST", { context, path: reviewPaths.start }),
    );
    const text = asPage(
      await visit(routes, "GET", { context, path: noted.to }),
    ).text;
    assert.match(text, /Ihre Durchsicht steht im Protokoll/);
    assert.match(text, /Zuletzt durchgesehen/);
  });

  test("gives the list as a table", async () => {
    const { tenantId } = await caseworkerKevin(database);
    const reply = await visit(routes, "GET", {
      context: as(tenantId, "access.review"),
      path: reviewPaths.table,
    });
    assert.ok(reply.kind === "download");
    assert.ok(Buffer.isBuffer(reply.body));
    const rows = reply.body.toString().split("\r\n");
    assert.match(rows[1] ?? "", /"Kevin Krause".*"noch nie angemeldet/);
    assert.match(rows[2] ?? "", /^"Programm"/);
  });

  test("is for nobody without the permission, in each of its addresses", async () => {
    const { tenantId } = await caseworkerKevin(database);
    const context = as(tenantId, "vorgang.read", "staff.manage");
    for (const [method, path] of [
      ["GET", reviewPaths.start],
      ["GET", reviewPaths.table],
      ["POST", reviewPaths.start],
    ] as const) {
      const reply = await visit(routes, method, { context, path });
      assert.deepEqual(
        reply.kind === "error" ? reply.status : reply.kind,
        403,
        `${method} ${path}`,
      );
    }
  });
});
