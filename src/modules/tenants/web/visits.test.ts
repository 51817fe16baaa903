import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import {
  createTestDatabase,
  type TestDatabase,
} from "../../../platform/testing/test-database.ts";
import {
  asPage,
  asRedirect,
  errorStatusOf,
  visit,
} from "../../../shell/testing/visit.ts";
import { demoTenants } from "../demo/demo-tenants.ts";
import { seedTenantsDemo } from "../demo/seed-tenants-demo.ts";
import { listOffices } from "../use-cases/list-offices.ts";
import { visitsRoutes } from "./visits-routes.ts";

const path = "/verwaltung/aemter/buergerbuero";

describe("what an office says of visits", () => {
  let testDatabase: TestDatabase;
  before(async () => {
    testDatabase = await createTestDatabase();
    await testDatabase.database.unscoped(seedTenantsDemo);
  });
  after(() => testDatabase.close());

  const editor = (
    tenant: "schwerin" | "grabow" = "schwerin",
    permission = "catalogue.edit",
  ) => ({
    ...testDatabase.contextFor({ tenantId: demoTenants[tenant] }),
    actor: {
      kind: "staff" as const,
      id: "00000000-0000-4000-8000-000000000001",
      may: (asked: string) => asked === permission,
    },
  });
  const save = (fields: Record<string, string>, context = editor()) =>
    visit(visitsRoutes, "POST", { context, path, fields });
  const office = async (context = editor()) =>
    (await listOffices(context)).find(({ slug }) => slug === "buergerbuero") ??
    assert.fail();

  test("is kept for this authority only, and stands in the form again", async () => {
    const tage = "31.12.2026; Silvester\n24.12.2026; Heiligabend; 8:00-10:00";
    const elsewhere = await office(editor("grabow"));
    asRedirect(await save({ tage, anfahrt: "Bus 5", zugang: "", hinweis: "" }));
    const { specialDays, transport, accessibility, openingTimes } =
      await office();
    assert.deepEqual(specialDays, [
      {
        day: "2026-12-24",
        reason: "Heiligabend",
        spans: [{ from: "08:00", to: "10:00" }],
      },
      { day: "2026-12-31", reason: "Silvester", spans: [] },
    ]);
    assert.deepEqual([transport, accessibility], ["Bus 5", null]);
    assert.ok(openingTimes.length > 0, "nothing else changes");
    assert.deepEqual(await office(editor("grabow")), elsewhere);
    const form = await visit(visitsRoutes, "GET", { context: editor(), path });
    assert.match(asPage(form).text, /24\.12\.2026; Heiligabend; 08:00-10:00/);
  });

  for (const [line, message] of [
    ["30.02.2027; Gibt es nicht", /Zeile 2/],
    ["24.12.2027; Verkehrt; 10:00-08:00", /Zeile 2/],
    ["24.12.2027", /Zeile 2/],
    ["01.01.2027; Noch einmal", /Zeile 2.*schon/],
  ] as const)
    test(`"${line}" is refused at the field and kept`, async () => {
      const before = await office();
      const tage = `01.01.2027; Neujahr\n${line}`;
      const reply = asPage(await save({ tage }));
      assert.equal(reply.status, 422);
      assert.match(reply.text, message);
      assert.ok(reply.text.includes(line));
      assert.deepEqual(await office(), before);
    });

  test("is changed by nobody without the right", async () => {
    const before = await office();
    const other = editor("schwerin", "vorgang.edit");
    assert.equal(errorStatusOf(await save({ tage: "" }, other)), 403);
    assert.deepEqual(await office(), before);
  });
});
