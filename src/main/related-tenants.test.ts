import assert from "node:assert/strict";
import { describe, test } from "node:test";
import type { Portal } from "../modules/tenants/index.ts";
import { relatedTenants, tenantsTelling } from "./related-tenants.ts";

const tree = [
  ["installation", "installation", null],
  ["county", "kreis", "land without a portal"],
  ["town", "stadt", "county"],
  ["works", "company", "town"],
  ["city", "stadt", null],
] as const;

const portals = tree.map(
  ([tenantId, kind, parentTenantId]) =>
    ({ tenantId, kind, parentTenantId }) as Portal,
);
const directory = { list: () => Promise.resolve(portals) };
const relatedTo = (tenantId: string, from = directory) =>
  relatedTenants({ tenantId }, from);

describe("tenants whose changes show in a portal", () => {
  test("are its own, those above, those below and the installation", async () => {
    assert.deepEqual(await relatedTo("town"), [
      "town",
      "county",
      "land without a portal",
      "works",
      "installation",
    ]);
    assert.deepEqual(await relatedTo("city"), ["city", "installation"]);
  });

  test("are worked out once as long as no portal changes", async () => {
    assert.equal(await relatedTo("town"), await relatedTo("town"));
    const changed = { list: () => Promise.resolve(portals.slice(0, 3)) };
    assert.ok(!(await relatedTo("town", changed)).includes("works"));
  });

  test("tell all, their own, or those below them", async () => {
    assert.deepEqual(await tenantsTelling({ tenantId: "works" }, directory), [
      { tenantId: "installation", tells: "all" },
      { tenantId: "works", tells: "own" },
      { tenantId: "town", tells: "below" },
      { tenantId: "county", tells: "below" },
      { tenantId: "land without a portal", tells: "below" },
    ]);
  });
});
