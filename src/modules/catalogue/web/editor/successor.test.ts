import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { sql } from "kysely";
import {
  createTestDatabase,
  staffWith,
  type TestDatabase,
} from "../../../../platform/testing/test-database.ts";
import { newId } from "../../../../platform/values/id.ts";
import {
  asPage,
  asRedirect,
  errorStatusOf,
  visit,
} from "../../../../shell/testing/visit.ts";
import type { Route } from "../../../../shell/web/route.ts";
import { demoTenants } from "../../../tenants/demo/demo-tenants.ts";
import { type PortalDirectory } from "../../../tenants/index.ts";
import { emptyContent } from "../../domain/typed/leistung-form.ts";
import { setHidden } from "../../use-cases/editing/edit-leistung.ts";
import { saveLeistung } from "../../use-cases/save-leistung.ts";
import { editPath, formerPath, successorPath } from "./editor-labels.ts";
import { openDemoPortals } from "../../../tenants/testing/demo-portals.ts";
import { routesOn } from "../../testing/routes-on.ts";

type Tenant = "grabow" | "lup" | "schwerin";

describe("the successor of a Leistung", () => {
  let testDatabase: TestDatabase;
  let portals: PortalDirectory;
  let routes: Route[];
  before(async () => {
    testDatabase = await createTestDatabase();
    portals = await openDemoPortals(testDatabase);
    routes = routesOn(testDatabase, {
      portals,
      findReceiver: async ({ portal }, { slug, isOwn }) => {
        const county = await portals.findByHost("lup");
        return isOwn || !county || portal.parentTenantId !== county.tenantId
          ? {}
          : { other: { authority: county, leistungSlug: slug } };
      },
    });
  });
  after(() => testDatabase.close());

  const guest = (tenant: Tenant) =>
    testDatabase.contextFor({ tenantId: demoTenants[tenant] });
  const editor = (tenant: Tenant, ...may: string[]) =>
    testDatabase.contextFor({
      tenantId: demoTenants[tenant],
      actor: staffWith(newId(), ...may),
    });
  const save = async (
    tenant: Tenant,
    slug: string,
    { id = newId(), isHidden = false, validUntil = "" } = {},
  ) => {
    await guest(tenant).transaction((db) =>
      saveLeistung(db, demoTenants[tenant], {
        id,
        slug,
        content: {
          ...emptyContent,
          title: { de: `Titel ${slug}` },
          teaser: { de: "Etwas" },
          situations: ["papers.identity"],
          ...(validUntil !== "" && { validUntil }),
        },
        formKey: null,
        featuredPosition: null,
        isHidden,
        updatedAt: new Date("2021-01-01T12:00:00Z"),
      }),
    );
    return id;
  };
  const hide = async (tenant: Tenant, id: string, isHidden = true) =>
    assert.ok(
      (await setHidden(editor(tenant, "catalogue.edit"), { id, isHidden })).ok,
    );
  const remove = (tenant: Tenant, id: string) =>
    guest(tenant).transaction((db) =>
      sql`delete from catalogue.leistung where id = ${id}`.execute(db),
    );
  const get = async (tenant: Tenant, path: string, context = guest(tenant)) => {
    const portal = await portals.findByHost(tenant);
    assert.ok(portal);
    return visit(routes, "GET", { context, portal, path });
  };
  const textAt = async (...at: Parameters<typeof get>) =>
    asPage(await get(...at)).text.replaceAll(/\s+/g, " ");
  const choose = async (
    tenant: Tenant,
    { of: slug, to: nachfolger }: { readonly of: string; readonly to: string },
    context = editor(tenant, "catalogue.edit"),
  ) => {
    const portal = await portals.findByHost(tenant);
    assert.ok(portal);
    const path = successorPath(slug);
    const fields = { nachfolger };
    return visit(routes, "POST", { context, portal, path, fields });
  };
  const wayOf = async (tenant: Tenant, slug: string) => {
    const led = asRedirect(await get(tenant, `/leistungen/${slug}`));
    assert.equal(led.status, 301);
    return led.to;
  };

  test("is searched for and chosen by an editor before the Leistung is hidden, and then its address leads there, with a notice that does not name it", async () => {
    const id = await save("schwerin", "faxstelle");
    await save("schwerin", "poststelle");
    const edit = editor("schwerin", "catalogue.edit");
    const page = await textAt(
      "schwerin",
      `${successorPath("faxstelle")}?q=poststelle`,
      edit,
    );
    assert.match(page, /Nachfolger von „Titel faxstelle“/);
    assert.match(page, /name="nachfolger" value="poststelle"/);
    assert.equal(
      asRedirect(
        await choose("schwerin", { of: "faxstelle", to: "poststelle" }),
      ).to,
      `${successorPath("faxstelle")}?getan=gewaehlt`,
    );
    assert.equal(
      asPage(await get("schwerin", "/leistungen/faxstelle")).status,
      200,
    );
    await hide("schwerin", id);
    const way = await wayOf("schwerin", "faxstelle");
    assert.equal(way, "/leistungen/poststelle?statt=faxstelle");
    const target = await textAt("schwerin", way);
    assert.match(target, /Hier geht es weiter/);
    assert.doesNotMatch(target, /Titel faxstelle/);
    assert.match(
      await textAt("schwerin", successorPath("faxstelle"), edit),
      /Gewählter Nachfolger.*href="\/leistungen\/poststelle"/,
    );
    await choose("schwerin", { of: "faxstelle", to: "" });
    assert.equal(
      asPage(await get("schwerin", "/leistungen/faxstelle")).status,
      410,
    );
  });

  test("is told by name what ended or was deleted, over several of them", async () => {
    const first = await save("schwerin", "amt-a");
    const second = await save("schwerin", "amt-b");
    await save("schwerin", "amt-c");
    await choose("schwerin", { of: "amt-a", to: "amt-b" });
    await choose("schwerin", { of: "amt-b", to: "amt-c" });
    await remove("schwerin", first);
    await save("schwerin", "amt-b", { id: second, validUntil: "2021-06-30" });
    const way = await wayOf("schwerin", "amt-a");
    assert.equal(way, "/leistungen/amt-c?statt=amt-a");
    assert.match(
      await textAt("schwerin", way),
      /<strong lang="de">Titel amt-a<\/strong>/,
    );
    const list = await textAt(
      "schwerin",
      formerPath,
      editor("schwerin", "catalogue.edit"),
    );
    assert.match(list, /Titel amt-a.*Gelöscht.*\/leistungen\/amt-b/);
  });

  test("may be one of the county, and of a Leistung of the county the county says it for its towns", async () => {
    await save("lup", "kreis-neu");
    const own = await save("grabow", "stadt-alt");
    await choose("grabow", { of: "stadt-alt", to: "kreis-neu" });
    await hide("grabow", own);
    assert.equal(
      await wayOf("grabow", "stadt-alt"),
      "/leistungen/kreis-neu?statt=stadt-alt",
    );
    const old = await save("lup", "kreis-alt");
    await choose("lup", { of: "kreis-alt", to: "kreis-neu" });
    await hide("lup", old);
    assert.equal(
      await wayOf("grabow", "kreis-alt"),
      "/leistungen/kreis-neu?statt=kreis-alt",
    );
  });

  test("is led to by the page that hides the Leistung, which tells towns what becomes of the county's", async () => {
    for (const [tenant, hasAbove] of [
      ["schwerin", false],
      ["grabow", true],
    ] as const) {
      const id = await save(tenant, "zum-verbergen");
      const edit = editor(tenant, "catalogue.edit");
      const text = await textAt(tenant, editPath(id), edit);
      assert.ok(text.includes(`href="${successorPath("zum-verbergen")}"`));
      assert.equal(/verbirgt Ihr Portal auch diese/.test(text), hasAbove);
    }
  });

  test("that nobody sees is refused, and one that was hidden since tells nothing", async () => {
    const id = await save("schwerin", "quelle");
    const secret = await save("schwerin", "geheim", { isHidden: true });
    for (const wanted of [
      "geheim",
      "quelle",
      "gibt-es-nicht",
      "//evil.example",
    ])
      assert.equal(
        asPage(await choose("schwerin", { of: "quelle", to: wanted })).status,
        422,
        wanted,
      );
    await hide("schwerin", secret, false);
    await choose("schwerin", { of: "quelle", to: "geheim" });
    await hide("schwerin", secret);
    await hide("schwerin", id);
    const gone = asPage(await get("schwerin", "/leistungen/quelle"));
    assert.equal(gone.status, 410);
    assert.doesNotMatch(gone.text, /geheim|Titel quelle/);
  });

  test("leads from nowhere that was never shown, and the notice comes only by an address that leads there", async () => {
    await save("schwerin", "ziel");
    await save("schwerin", "nie-gezeigt", { isHidden: true });
    await choose("schwerin", { of: "nie-gezeigt", to: "ziel" });
    assert.equal(
      errorStatusOf(await get("schwerin", "/leistungen/nie-gezeigt")),
      404,
    );
    for (const called of ["nie-gezeigt", "amt-a", "x".repeat(300), ""])
      assert.doesNotMatch(
        await textAt("schwerin", `/leistungen/ziel?statt=${called}`),
        /Hier geht es weiter/,
      );
  });

  test("is no matter of others", async () => {
    await save("schwerin", "nur-hier");
    const without = editor("schwerin");
    for (const context of [without, guest("schwerin")]) {
      const path = successorPath("nur-hier");
      assert.equal(errorStatusOf(await get("schwerin", path, context)), 404);
      const posted = await choose(
        "schwerin",
        { of: "nur-hier", to: "ziel" },
        context,
      );
      assert.equal(errorStatusOf(posted), 404);
      const list = await get("schwerin", formerPath, context);
      assert.equal(errorStatusOf(list), 403);
    }
    const other = editor("lup", "catalogue.edit");
    assert.equal(
      errorStatusOf(await get("lup", successorPath("nur-hier"), other)),
      404,
    );
  });
});
