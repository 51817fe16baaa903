import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import {
  createTestDatabase,
  type TestDatabase,
} from "../../../platform/testing/test-database.ts";
import { html } from "../../../platform/html/html.ts";
import { asPage, errorStatusOf, visit } from "../../../shell/testing/visit.ts";
import type { Route } from "../../../shell/web/route.ts";
import { demoTenants } from "../demo/demo-tenants.ts";
import { type PortalDirectory } from "../use-cases/portal-directory.ts";
import { tenantsRoutes } from "./routes.ts";
import { openDemoPortals } from "../testing/demo-portals.ts";

describe("pages of portals and offices", () => {
  let testDatabase: TestDatabase;
  let portals: PortalDirectory;
  let routes: Route[];
  before(async () => {
    testDatabase = await createTestDatabase();
    portals = await openDemoPortals(testDatabase);
    routes = tenantsRoutes({
      portals,
      listLeistungen: (_context, slug) =>
        Promise.resolve(
          slug === "standesamt"
            ? [{ slug: "eheschliessung", title: "Heiraten" }]
            : [],
        ),
      findDirectoryOffices: () => Promise.resolve([]),
      mapPicture: ({ latitude }) =>
        Promise.resolve(html`<svg aria-label="${String(latitude)}"></svg>`),
    });
  });
  after(() => testDatabase.close());

  const reach = async (
    host: string,
    path: string,
    options: { locale?: "de" | "en"; now?: Date } = {},
  ) => {
    const { locale = "de", now = new Date("2026-03-03T10:00:00Z") } = options;
    const portal = await portals.findByHost(host);
    assert.ok(portal);
    const { tenantId } = portal;
    const context = testDatabase.contextFor({ tenantId, locale, now });
    return visit(routes, "GET", { context, portal, locale, path });
  };
  const textOf = async (...given: Parameters<typeof reach>) =>
    asPage(await reach(...given)).text.replaceAll(/\s+/g, " ");

  test("the bare host lists every portal with its crest, and not itself", async () => {
    const text = await textOf("", "/");
    assert.equal(text.match(/<svg /g)?.length, 6);
    assert.match(text, /Parchimer Umland/);
    assert.doesNotMatch(text, />OpenRathaus</);
  });

  for (const [query, names] of [
    ["plz=19370", ["Parchim"]],
    ["plz=1937", []],
    ["plz=00000", []],
    ["ort=lud", ["Ludwigslust"]],
    ["ort=Swerin", ["Schwerin"]],
    ["ort=", []],
    ["", []],
  ] as const)
    test(`towns suggested for ${query || "nothing"}: ${names.join(", ") || "none"}`, async () => {
      const reply = await reach("schwerin", `/vorschlaege/orte?${query}`);
      assert.ok(reply.kind === "json");
      const { towns } = reply.body as { towns: { name: string }[] };
      assert.deepEqual(
        towns.map(({ name }) => name).slice(0, 1),
        names.slice(0, 1),
      );
    });

  test("the finder says who is responsible", async () => {
    const text = await textOf("", "/?ort=Spornitz");
    assert.match(
      text,
      /Für Spornitz sind zuständig:.*<a[^>]*>Amt Parchimer Umland<\/a.*<a[^>]*>Landkreis Ludwigslust-Parchim<\/a/,
    );
    assert.match(
      await textOf("", "/?ort=19053"),
      /Für Schwerin ist zuständig:.*<a[^>]*>Landeshauptstadt Schwerin<\/a/,
    );
  });

  test("a place nobody knows leads on, and what was typed cannot become markup", async () => {
    const typed = encodeURIComponent(`"><script>alert(1)</script>`);
    const text = await textOf("", `/?ort=${typed}`);
    assert.match(text, /Diesen Ort haben wir nicht gefunden/);
    assert.doesNotMatch(text, /<script>/);
  });

  test("offices say whether they are open on this day", async () => {
    assert.match(
      await textOf("schwerin", "/aemter"),
      /Heute geöffnet bis 18 Uhr/,
    );
    const holiday = new Date("2026-04-03T10:00:00Z");
    assert.match(
      await textOf("schwerin", "/aemter", { now: holiday }),
      /Heute geschlossen \(Karfreitag\)/,
    );
    const sunday = new Date("2026-03-01T10:00:00Z");
    assert.match(
      await textOf("schwerin", "/aemter/standesamt", { now: sunday }),
      /Heute geschlossen/,
    );
  });

  test("an office shows address, hours and how to call", async () => {
    const text = await textOf("schwerin", "/aemter/buergerbuero");
    assert.match(text, /Am Packhof 2–6/);
    assert.match(text, /Sa: 09:00–12:00/);
    assert.match(text, /href="tel:0385555100"/);
  });

  test("an office tells the way, its departments, the map and what one can do there", async () => {
    const text = await textOf("schwerin", "/aemter/ordnungsamt");
    assert.match(text, /Bus und Bahn.*Straßenbahn.*Barrierefreiheit.*Aufzug/);
    assert.match(text, /<svg aria-label="53\.63/);
    assert.match(text, /Bereiche.*href="\/aemter\/gewerbeamt"/);
    assert.match(
      await textOf("schwerin", "/aemter/gewerbeamt"),
      /href="\/aemter\/ordnungsamt"[^>]*>Ordnungsamt</,
    );
    assert.match(await textOf("schwerin", "/aemter/standesamt"), /Heiraten/);
  });

  test("a closed office says when it opens again, and holidays ahead by name", async () => {
    const now = new Date("2026-12-24T20:00:00Z");
    const text = await textOf("schwerin", "/aemter/buergerbuero", { now });
    assert.match(text, /Heute nicht mehr geöffnet/);
    assert.match(text, /Wieder geöffnet: Montag, 28\. Dezember, ab 8 Uhr/);
    assert.match(text, /Am 25\. Dezember \(Erster Weihnachtstag\) geschlossen/);
  });

  test("in English the frame is English and German texts are marked", async () => {
    const text = await textOf("schwerin", "/aemter", { locale: "en" });
    assert.match(text, /Open today until 18:00/);
    assert.match(text, /lang="de"/);
  });

  test("an office of another authority is not found", async () => {
    assert.equal(
      errorStatusOf(await reach("schwerin", "/aemter/veterinaeramt")),
      404,
    );
    assert.equal(
      asPage(await reach("lup", "/aemter/veterinaeramt")).status,
      200,
    );
  });

  test("no page takes more than two statements", async () => {
    for (const [host, path] of [
      ["", "/"],
      ["", "/?ort=Spornitz"],
      ["schwerin", "/aemter"],
      ["schwerin", "/aemter/standesamt"],
    ] as const) {
      testDatabase.statements.length = 0;
      await reach(host, path);
      const own = testDatabase.statements.filter(
        (sql) => !/^(begin|commit)/.test(sql),
      );
      assert.ok(own.length <= 2, `${path}: ${own.join("\n")}`);
    }
  });

  test("the demo knows its tenants by fixed ids", async () => {
    for (const tenantId of Object.values(demoTenants)) {
      assert.ok(await portals.findById(tenantId));
    }
  });

  test("an office is passed on by its address, an e-mail or on paper, also without scripts and without anybody else", async () => {
    const reply = asPage(await reach("schwerin", "/aemter/standesamt"));
    const text = reply.text.replaceAll(/\s+/g, " ");
    const address = "http://schwerin.localhost:8080/aemter/standesamt";
    assert.match(text, /<summary[^>]*>.*Weitergeben und drucken/);
    assert.ok(text.includes(`href="${address}">${address}</a`));
    const mail = /href="mailto:\?subject=Standesamt&amp;body=([^"]+)"/.exec(
      text,
    );
    assert.equal(decodeURIComponent(mail?.[1] ?? ""), address);
    assert.deepEqual(reply.scripts, ["copy-reference", "print-page"]);
    const outside = [...text.matchAll(/(?:href|src|action)="(https?:[^"]+)"/g)];
    assert.deepEqual([...new Set(outside.map(([, url]) => url))], [address]);
    assert.match(
      await textOf("schwerin", "/aemter/standesamt", { locale: "en" }),
      /Share and print/,
    );
  });
});
