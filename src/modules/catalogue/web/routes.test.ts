import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import type { Context } from "../../../platform/context/context.ts";
import {
  createTestDatabase,
  type TestDatabase,
} from "../../../platform/testing/test-database.ts";
import { newId } from "../../../platform/values/id.ts";
import { asPage, errorStatusOf, visit } from "../../../shell/testing/visit.ts";
import type { Route } from "../../../shell/web/route.ts";
import { demoTenants } from "../../tenants/demo/demo-tenants.ts";
import { type PortalDirectory } from "../../tenants/index.ts";
import { demoLeistungen } from "../demo/demo-leistungen.ts";
import { seedCatalogueDemo } from "../demo/seed-catalogue-demo.ts";
import { findLeistungBySlug } from "../use-cases/find-leistung-by-slug.ts";
import { emptyContent } from "../domain/typed/leistung-form.ts";
import { saveLeistung } from "../use-cases/save-leistung.ts";
import { setFormOfLeistung } from "../use-cases/set-form-of-leistung.ts";
import { catalogueRoutes } from "./routes.ts";
import { openDemoPortals } from "../../tenants/testing/demo-portals.ts";

describe("pages of the catalogue", () => {
  let testDatabase: TestDatabase;
  let portals: PortalDirectory;
  let routes: Route[];
  before(async () => {
    testDatabase = await createTestDatabase();
    portals = await openDemoPortals(testDatabase);
    for (const tenantId of demoLeistungen.keys()) {
      await seedCatalogueDemo(contextOf(tenantId));
    }
    routes = catalogueRoutes({
      portals,
      guestIn: (_context, tenantId) => contextOf(tenantId),
      findReceiver: async ({ portal }, { slug, isOwn }) => {
        const authority = await portals.findById(portal.parentTenantId ?? "");
        const isOther = isOwn ? slug === "jagdschein" : true;
        return isOther && authority?.kind === "kreis"
          ? { other: { authority, leistungSlug: slug } }
          : {};
      },
    });
  });
  after(() => testDatabase.close());

  const contextOf = (tenantId: string): Context =>
    testDatabase.contextFor({ tenantId });
  const systemOf = (tenantId: string): Context => ({
    ...contextOf(tenantId),
    actor: { kind: "system", id: "system", may: () => false },
  });
  const reach = async (
    host: string,
    path: string,
    locale: "de" | "en" = "de",
  ) => {
    const portal = await portals.findByHost(host);
    assert.ok(portal);
    const context = testDatabase.contextFor({
      tenantId: portal.tenantId,
      locale,
    });
    return visit(routes, "GET", { context, portal, locale, path });
  };
  const textOf = async (...given: Parameters<typeof reach>) =>
    asPage(await reach(...given)).text.replaceAll(/\s+/g, " ");

  test("every portal has eight Leistungen or more, among them what people look for most", async () => {
    const looksFor = [
      "bewohnerparkausweis",
      "veranstaltung",
      "gewerbeanmeldung",
      "hundesteuer",
      "geburtsurkunde",
    ];
    for (const leistungen of demoLeistungen.values()) {
      assert.ok(leistungen.length >= 8);
      const slugs = leistungen.map(({ slug }) => slug);
      assert.deepEqual(
        looksFor.filter((slug) => !slugs.includes(slug)),
        [],
      );
    }
  });

  test("the county says which town is responsible and leads there", async () => {
    const text = await textOf("lup", "/leistungen/bewohnerparkausweis");
    assert.match(text, /Dafür ist Ihre Stadt oder Ihr Amt zuständig/);
    assert.match(
      text,
      /href="[^"]*grabow\.[^"]*\/leistungen\?q=Bewohnerparkausweis">Stadt Grabow/,
    );
    assert.match(text, /Amt Parchimer Umland/);
    assert.doesNotMatch(text, /Landeshauptstadt Schwerin/);
    assert.doesNotMatch(text, /\/antrag"/);
    const home = await textOf("lup", "/");
    assert.doesNotMatch(home, /href="\/leistungen\/hundesteuer"/);
  });

  test("the same Leistung differs from town to town", async () => {
    assert.match(
      await textOf("schwerin", "/leistungen/bewohnerparkausweis"),
      /60,00 Euro für ein Jahr/,
    );
    assert.match(
      await textOf("grabow", "/leistungen/bewohnerparkausweis"),
      /24,00 Euro für ein Jahr/,
    );
  });

  test("a topic leads to those below it that have a Leistung, and back up to those above it", async () => {
    const top = await textOf("schwerin", "/leistungen?thema=familie");
    assert.match(top, /<h1[^>]*>Familie und Kinder<\/h1>/);
    assert.match(top, /Für Bürgerinnen und Bürger/);
    const below =
      /<nav aria-label="Unterthemen von Familie und Kinder">.*?<\/nav>/.exec(
        top,
      )?.[0] ?? "";
    assert.match(below, /href="\/leistungen\?thema=geburt"[^>]*>Geburt</);
    assert.doesNotMatch(below, /thema=ausweise/);
    const deeper = await textOf("schwerin", "/leistungen?thema=geburt", "en");
    const path =
      /<nav class="portal-breadcrumb".*?<\/nav>/.exec(deeper)?.[0] ?? "";
    assert.match(path, /href="\/leistungen"/);
    assert.match(
      path,
      /href="\/leistungen\?thema=familie" >Family and children</,
    );
    assert.match(path, /aria-current="page">Birth</);
    assert.doesNotMatch(deeper, /Topics below/);
  });

  test("a topic below which nobody sees anything is not offered", async () => {
    const county = await textOf("lup", "/leistungen?thema=familie");
    for (const [, address = ""] of county.matchAll(
      /href="\/leistungen\?thema=([a-z-]+)"/g,
    ))
      assert.doesNotMatch(
        await textOf("lup", `/leistungen?thema=${address}`),
        /Hier gibt es noch keine Leistungen/,
      );
  });

  test("the home page keeps what citizens look for apart from what businesses do", async () => {
    const text = await textOf("schwerin", "/");
    const [, citizens = "", businesses = ""] =
      /<h3[^>]*>Für Bürgerinnen und Bürger<\/h3>(.*?)<h3[^>]*>Für Unternehmen<\/h3>(.*?)<\/ul>/.exec(
        text,
      ) ?? [];
    assert.match(citizens, /thema=familie"/);
    assert.doesNotMatch(citizens, /thema=genehmigungen"/);
    assert.match(businesses, /thema=genehmigungen"/);
    assert.doesNotMatch(businesses, /thema=familie"/);
  });

  test("the home page searches first, then shows what is often needed and who else is responsible", async () => {
    const text = await textOf("grabow", "/");
    assert.match(text, /<h1[^>]*>Was möchten Sie erledigen\?<\/h1>/);
    assert.match(text, /action="\/leistungen"/);
    assert.match(text, /href="\/leistungen\/hundesteuer"/);
    assert.match(text, /href="\/leistungen\?thema=wohnen"/);
    assert.match(text, /Landkreis Ludwigslust-Parchim/);
    assert.doesNotMatch(text, /thema=personal/);
  });

  test("a Leistung with a form leads to it", async () => {
    const text = await textOf("schwerin", "/leistungen/bewohnerparkausweis");
    assert.match(text, /href="\/leistungen\/bewohnerparkausweis\/antrag"/);
    assert.match(text, /Straßenverkehrsbehörde/);
    assert.match(text, /Leistungsschlüssel: 99108001001000/);
  });

  test("a Leistung without a form says so and names the office", async () => {
    const text = await textOf("ludwigslust", "/leistungen/wohnsitz");
    assert.doesNotMatch(text, /\/antrag"/);
    assert.match(text, /Das geht noch nicht online/);
    assert.match(text, /Bitte wenden Sie sich an: Bürgerbüro/);
  });

  test("in English the German text is marked as German", async () => {
    const text = await textOf("schwerin", "/leistungen/hundesteuer", "en");
    assert.match(text, /What you do first/);
    assert.match(text, /available in German only/);
    assert.match(text, /<div lang="de">/);
  });

  test("the list is in order, by letter and by topic", async () => {
    const all = await textOf("schwerin", "/leistungen");
    const titles = [
      "Anmeldung einer",
      "Bewohnerpark",
      "Geburts",
      "Wohngeld",
      "Wohnsitz",
    ];
    const places = titles.map((title) => all.indexOf(`>${title}`));
    assert.ok(places.every((place) => place > 0));
    assert.deepEqual(
      places,
      places.toSorted((one, two) => one - two),
    );
    const letter = await textOf("schwerin", "/leistungen?buchstabe=w");
    assert.match(letter, /Wohngeld/);
    assert.doesNotMatch(letter, /Geburtsurkunde/);
    const topic = await textOf("lup", "/leistungen?thema=bauen");
    assert.match(topic, /Baugenehmigung/);
    assert.doesNotMatch(topic, /Jagdschein/);
    assert.match(
      await textOf("schwerin", "/leistungen?thema=personal"),
      /Hier gibt es noch keine Leistungen/,
    );
  });

  test("the search says how many there are", async () => {
    assert.match(
      await textOf("schwerin", "/leistungen?q=Anwohnerparken"),
      /Eine Leistung gefunden.*Bewohnerparkausweis/,
    );
  });

  test("a search in a town finds what the county offers and says so, and has a page for it", async () => {
    const text = await textOf("grabow", "/leistungen?q=Baugenehmigung");
    assert.match(text, /Landkreis Ludwigslust-Parchim<\/p>/);
    assert.match(text, /href="\/leistungen\/baugenehmigung"/);
    const page = await textOf("grabow", "/leistungen/baugenehmigung");
    assert.match(page, /Zuständig ist: Landkreis Ludwigslust-Parchim/);
    assert.match(page, /href="http:\/\/lup\.[^"]*\/aemter\/[a-z-]+"/);
    assert.equal(
      errorStatusOf(await reach("grabow", "/leistungen/raumschiff")),
      404,
    );
    const parking = await textOf("grabow", "/leistungen?q=Bewohnerparkausweis");
    assert.doesNotMatch(parking, /href="[^"]*lup\./);
    assert.doesNotMatch(
      await textOf("schwerin", "/leistungen?q=Baugenehmigung"),
      /Landkreis/,
    );
  });

  test("a town's own page says that the county receives the application, and leads to its form here", async () => {
    const page = await textOf("grabow", "/leistungen/jagdschein");
    assert.match(
      page,
      /Er geht direkt an diese Behörde, nicht an: Stadt Grabow/,
    );
    assert.match(page, /href="\/leistungen\/jagdschein\/antrag"/);
    const own = await textOf("grabow", "/leistungen/hundesteuer");
    assert.doesNotMatch(own, /Zuständig ist:/);
  });

  test("what a company of the town offers is marked as its own, and leads to it", async () => {
    assert.match(
      await textOf("schwerin", "/leistungen?q=Mülltonne"),
      /Abfallwirtschaft Schwerin<\/p>/,
    );
    const leistung = await textOf("schwerin", "/leistungen/sperrmuell");
    assert.match(leistung, /href="https:\/\/abfall-schwerin\.example/);
    assert.match(leistung, /href="\/anbieter\/abfall"/);
    const company = await textOf("schwerin", "/anbieter/abfall");
    assert.match(company, /<h1[^>]*>Abfallwirtschaft Schwerin/);
    assert.match(company, /href="\/leistungen\/recyclinghof"/);
    assert.doesNotMatch(company, /Stadtwerke/);
    assert.equal(errorStatusOf(await reach("lup", "/anbieter/wohnen")), 404);
  });

  test("a search without hits names the town's contact", async () => {
    const text = await textOf("grabow", "/leistungen?q=Dinosaurier");
    assert.match(text, /Dazu haben wir nichts gefunden/);
    assert.match(text, /038756 555-0/);
  });

  test("while somebody types, the best Leistungen are offered with who has them", async () => {
    const reply = await reach("grabow", "/vorschlaege/leistungen?q=Bauge");
    assert.ok(reply.kind === "json");
    const { leistungen } = reply.body as { leistungen: unknown[] };
    assert.deepEqual(leistungen[0], {
      title: "Baugenehmigung",
      href: "/leistungen/baugenehmigung",
      authority: "Landkreis Ludwigslust-Parchim",
    });
    const company = await reach(
      "schwerin",
      "/vorschlaege/leistungen?q=Wallbox",
    );
    assert.ok(company.kind === "json");
    assert.match(JSON.stringify(company.body), /"Stadtwerke Schwerin"/);
  });

  test("what was typed cannot become markup", async () => {
    const typed = encodeURIComponent(`"><img src=x onerror=alert(1)>`);
    assert.doesNotMatch(
      await textOf("schwerin", `/leistungen?q=${typed}`),
      /<img/,
    );
  });

  test("texts of a Leistung cannot become markup", async () => {
    const known = await findLeistungBySlug(
      contextOf(demoTenants.lup),
      "jagdschein",
    );
    assert.ok(known);
    const evil = `<b onmouseover="alert(1)">`;
    await contextOf(demoTenants.lup).transaction((db) =>
      saveLeistung(db, demoTenants.lup, {
        id: newId(),
        slug: "boese",
        content: {
          ...known.content,
          title: { de: evil },
          teaser: { de: evil },
          documents: { de: evil },
          feeText: { de: evil },
        },
        formKey: null,
        featuredPosition: 9,
        updatedAt: known.updatedAt,
      }),
    );
    for (const path of ["/", "/leistungen", "/leistungen/boese"]) {
      assert.doesNotMatch(await textOf("lup", path), /<b onmouseover/);
    }
  });

  test("a Leistung of another portal is not found and cannot be changed", async () => {
    assert.equal(
      errorStatusOf(await reach("schwerin", "/leistungen/jagdschein")),
      404,
    );
    const foreign = await setFormOfLeistung(
      systemOf(demoTenants.schwerin),
      "jagdschein",
      "x",
    );
    assert.deepEqual(foreign, {
      ok: false,
      refusal: { kind: "leistung-not-found" },
    });
  });

  test("a form is set by the operator only, and seeding again keeps it", async () => {
    const context = contextOf(demoTenants.neustadtGlewe);
    assert.deepEqual(
      await setFormOfLeistung(context, "wohngeld", "S05000058"),
      { ok: false, refusal: { kind: "not-permitted" } },
    );
    const system = systemOf(demoTenants.neustadtGlewe);
    assert.ok((await setFormOfLeistung(system, "wohngeld", "S05000058")).ok);
    await seedCatalogueDemo(context);
    const wohngeld = await findLeistungBySlug(context, "wohngeld");
    assert.equal(wohngeld?.formKey, "S05000058");
  });

  test("no page takes more than two statements, a search one more for its topics", async () => {
    for (const [path, most] of [
      ["/", 2],
      ["/leistungen", 2],
      ["/leistungen?q=Hund", 3],
      ["/leistungen/hundesteuer", 2],
    ] as const) {
      testDatabase.statements.length = 0;
      await reach("schwerin", path);
      const own = testDatabase.statements.filter(
        (sql) => !/^(begin|commit)/.test(sql),
      );
      assert.ok(own.length <= most, `${path}: ${own.join("\n")}`);
    }
  });

  test("who reads English sees English names on cards, lists and suggestions, and what is German is marked", async () => {
    const id = newId();
    const context = systemOf(demoTenants.grabow);
    await context.transaction((db) =>
      saveLeistung(db, context.tenantId, {
        id,
        slug: "quallenschein",
        content: {
          ...emptyContent,
          title: { de: "Quallenschein", en: "Jellyfish licence" },
          teaser: { de: "Wer Quallen hält." },
          situations: ["leisure"],
        },
        formKey: null,
        featuredPosition: 1,
        updatedAt: context.now,
      }),
    );
    const home = await textOf("grabow", "/", "en");
    assert.match(
      home,
      /<article class="[^"]*"> <div class="kern-card__container"> <header class="kern-card__header"> <h3 class="kern-title"> ?<a [^>]*quallenschein"[^>]*>Jellyfish licence<\/a/,
    );
    assert.match(home, /<p class="kern-body" lang="de"> ?Wer Quallen hält\./);
    assert.match(home, /<a class="portal-chip"[^>]*>Jellyfish licence</);
    assert.match(
      home,
      /<article class="[^"]*" lang="de">/,
      "one in German only",
    );
    const list = await textOf("grabow", "/leistungen?buchstabe=Q", "en");
    assert.match(
      list,
      />Jellyfish licence<\/a> ?<span lang="de">\(Quallenschein\)/,
    );
    const hits = await textOf("grabow", "/leistungen?q=jellyfish", "en");
    assert.match(hits, />Jellyfish licence<\/a/);
    const suggested = await reach(
      "grabow",
      "/vorschlaege/leistungen?q=jelly",
      "en",
    );
    assert.ok(suggested.kind === "json");
    assert.match(JSON.stringify(suggested.body), /"Jellyfish licence"/);
    const german = await textOf("grabow", "/");
    assert.match(german, />Quallenschein<\/a/);
    assert.doesNotMatch(german, /Jellyfish/);
  });
});
