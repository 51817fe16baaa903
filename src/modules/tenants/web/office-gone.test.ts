import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import {
  createTestDatabase,
  staffWith,
  type TestDatabase,
} from "../../../platform/testing/test-database.ts";
import {
  asPage,
  asRedirect,
  errorStatusOf,
  visit,
} from "../../../shell/testing/visit.ts";
import type { Route } from "../../../shell/web/route.ts";
import { demoTenants } from "../demo/demo-tenants.ts";
import { seedTenantsDemo } from "../demo/seed-tenants-demo.ts";
import { addOffice } from "../use-cases/change-office.ts";
import { listOffices } from "../use-cases/list-offices.ts";
import { createPortalDirectory } from "../use-cases/portal-directory.ts";
import { officeEditorRoutes } from "./office-editor-routes.ts";
import { tenantsRoutes } from "./routes.ts";

describe("addresses of offices that were closed", () => {
  let testDatabase: TestDatabase;
  let routes: Route[];
  before(async () => {
    testDatabase = await createTestDatabase();
    await testDatabase.database.unscoped(seedTenantsDemo);
    const ports = {
      portals: createPortalDirectory({
        transaction: (work) => testDatabase.database.unscoped(work),
      }),
      listLeistungen: () => Promise.resolve([]),
      findDirectoryOffices: () => Promise.resolve([]),
      mapPicture: () => Promise.resolve(undefined),
    };
    routes = [...tenantsRoutes(ports), ...officeEditorRoutes(ports)];
  });
  after(() => testDatabase.close());

  const editor = () =>
    testDatabase.contextFor({
      tenantId: demoTenants.schwerin,
      actor: staffWith("editor", "catalogue.edit"),
    });
  /** A new office of this name. */
  const open = async (name: string) => {
    const [like] = await listOffices(editor());
    assert.ok(like);
    const added = await addOffice(editor(), { ...like, name, partOf: null });
    assert.ok(added.ok);
    return added.value.slug;
  };
  const closing = (slug: string) => `/verwaltung/aemter/${slug}/loeschen`;
  const close = async (slug: string, successor = "") =>
    asRedirect(
      await visit(routes, "POST", {
        context: editor(),
        path: closing(slug),
        fields: { nachfolger: successor },
      }),
    );
  const reach = (
    slug: string,
    tenant: "schwerin" | "grabow" | "lup" = "schwerin",
    locale: "de" | "en" = "de",
  ) =>
    visit(routes, "GET", {
      context: testDatabase.contextFor({ tenantId: demoTenants[tenant] }),
      path: `/aemter/${slug}`,
      locale,
    });

  test("one that nobody succeeds is told by its name, with the search, the other offices and the contact", async () => {
    const slug = await open("Amt für Fernsprecher");
    await close(slug);
    const gone = asPage(await reach(slug));
    assert.equal(gone.status, 410);
    const text = gone.text.replaceAll(/\s+/g, " ");
    assert.match(text, /<strong lang="de">Amt für Fernsprecher<\/strong>/);
    assert.match(text, /action="\/leistungen"/);
    assert.match(text, /href="\/aemter\/buergerbuero"/);
    assert.match(text, /href="tel:/);
    const english = asPage(await reach(slug, "schwerin", "en"));
    assert.match(english.text, /This office no longer exists/);
    for (const tenant of ["grabow", "lup"] as const)
      assert.equal(errorStatusOf(await reach(slug, tenant)), 404);
    assert.equal(errorStatusOf(await reach("gab-es-nie")), 404);
    await open("Amt für Fernsprecher");
    assert.equal(asPage(await reach(slug)).status, 200);
  });

  test("its successor is asked for when it is closed, and its address leads there, over several closings", async () => {
    const [first, second, third] = [
      await open("Amt Eins"),
      await open("Amt Zwei"),
      await open("Amt Drei"),
    ];
    const asked = await visit(routes, "GET", {
      context: editor(),
      path: closing(first),
    });
    const { text } = asPage(asked);
    assert.match(text, /Wer übernimmt die Aufgaben\?/);
    assert.match(text, new RegExp(`<option value="${second}">`));
    assert.doesNotMatch(text, new RegExp(`<option value="${first}">`));
    await close(first, second);
    const led = asRedirect(await reach(first));
    assert.deepEqual([led.status, led.to], [301, `/aemter/${second}`]);
    await close(second, third);
    assert.equal(asRedirect(await reach(first)).to, `/aemter/${third}`);
    await close(third);
    assert.equal(asPage(await reach(first)).status, 410);
  });

  test("its successor is seen and changed later, by editors of this authority", async () => {
    const [closed, other] = [await open("Amt Alt"), await open("Amt Neu")];
    await close(closed);
    const path = "/verwaltung/aemter/geschlossen";
    const choose = (nachfolger: string, context = editor(), amt = closed) =>
      visit(routes, "POST", { context, path, fields: { amt, nachfolger } });
    const list = asPage(
      await visit(routes, "GET", {
        context: editor(),
        path: "/verwaltung/aemter",
      }),
    ).text;
    assert.match(list, /Wer hat die Aufgaben übernommen\? \(Amt Alt\)/);
    asRedirect(await choose(other));
    assert.equal(asRedirect(await reach(closed)).to, `/aemter/${other}`);
    asRedirect(await choose(""));
    assert.equal(asPage(await reach(closed)).status, 410);
    const guest = testDatabase.contextFor({ tenantId: demoTenants.schwerin });
    const elsewhere = testDatabase.contextFor({
      tenantId: demoTenants.lup,
      actor: staffWith("editor", "catalogue.edit"),
    });
    for (const refused of [
      choose("gibt-es-nicht"),
      choose(other, editor(), other),
      choose(other, guest),
      choose(other, elsewhere),
    ])
      assert.equal(errorStatusOf(await refused), 404);
    assert.equal(asPage(await reach(closed)).status, 410);
  });

  test("it leads nowhere but to an office of this authority", async () => {
    for (const successor of ["//evil.example", "gibt-es-nicht", "amt-vier"]) {
      const slug = await open("Amt Vier");
      await close(slug, successor);
      assert.equal(asPage(await reach(slug)).status, 410);
    }
  });
});
