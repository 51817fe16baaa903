import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import type { Context } from "../../../platform/context/context.ts";
import {
  createTestDatabase,
  staffWith,
  type TestDatabase,
} from "../../../platform/testing/test-database.ts";
import { newId } from "../../../platform/values/id.ts";
import {
  asPage,
  asRedirect,
  errorStatusOf,
  visit,
} from "../../../shell/testing/visit.ts";
import type { Route } from "../../../shell/web/route.ts";
import { demoTenants } from "../../tenants/demo/demo-tenants.ts";
import { type PortalDirectory } from "../../tenants/index.ts";
import type { LeistungContent } from "../domain/content/leistung-content.ts";
import { setHidden } from "../use-cases/editing/edit-leistung.ts";
import { applyDirectory } from "../use-cases/above/apply-directory.ts";
import { saveLeistung } from "../use-cases/save-leistung.ts";
import { openDemoPortals } from "../../tenants/testing/demo-portals.ts";
import { routesOn } from "../testing/routes-on.ts";

type Given = {
  readonly id?: string;
  readonly slug: string;
  readonly content?: Partial<LeistungContent>;
  readonly isHidden?: boolean;
  readonly updatedAt?: Date;
};

describe("addresses of Leistungen that are gone", () => {
  let testDatabase: TestDatabase;
  let portals: PortalDirectory;
  let routes: Route[];
  before(async () => {
    testDatabase = await createTestDatabase();
    portals = await openDemoPortals(testDatabase);
    routes = routesOn(testDatabase, {
      portals,
    });
  });
  after(() => testDatabase.close());

  const contextOf = (tenantId: string): Context =>
    testDatabase.contextFor({ tenantId });
  const plain: LeistungContent = {
    title: { de: "-" },
    teaser: { de: "Etwas" },
    keywords: [],
    situations: ["papers.identity"],
    assuranceLevel: "none",
    onlineMaturity: 0,
    officeSlug: "",
  };
  const save = async (
    keeper: keyof typeof demoTenants,
    { id = newId(), slug, content, isHidden = false, updatedAt }: Given,
  ) => {
    const tenantId = demoTenants[keeper];
    await contextOf(tenantId).transaction((db) =>
      saveLeistung(db, tenantId, {
        id,
        slug,
        content: { ...plain, title: { de: `Titel ${slug}` }, ...content },
        formKey: null,
        featuredPosition: null,
        isHidden,
        updatedAt: updatedAt ?? new Date(),
      }),
    );
    return id;
  };
  const hide = (keeper: keyof typeof demoTenants, id: string) =>
    setHidden(
      testDatabase.contextFor({
        tenantId: demoTenants[keeper],
        actor: staffWith("editor", "catalogue.edit"),
      }),
      { id, isHidden: true },
    );
  const remove = (keeper: keyof typeof demoTenants, id: string) =>
    contextOf(demoTenants[keeper]).transaction((db) =>
      db
        .$extendTables<{ "catalogue.leistung": { id: string } }>()
        .deleteFrom("catalogue.leistung")
        .where("id", "=", id)
        .execute(),
    );
  const reach = async (
    host: string,
    slug: string,
    locale: "de" | "en" = "de",
  ) => {
    const portal = await portals.findByHost(host);
    assert.ok(portal);
    const context = testDatabase.contextFor({
      tenantId: portal.tenantId,
      locale,
    });
    const path = `/leistungen/${slug}`;
    return visit(routes, "GET", { context, portal, locale, path });
  };
  const goneAt = async (...given: Parameters<typeof reach>) => {
    const shown = asPage(await reach(...given));
    assert.equal(shown.status, 410);
    return shown.text.replaceAll(/\s+/g, " ");
  };

  test("a deleted one is told by its name, with the search for it, what is near, its topic and the contact", async () => {
    await remove("schwerin", await save("schwerin", { slug: "zwergpudel" }));
    await save("schwerin", {
      slug: "pudel",
      content: { title: { de: "Zwergpudelzucht anmelden" } },
    });
    const text = await goneAt("schwerin", "zwergpudel");
    assert.match(text, /<h1[^>]*>Diese Seite gibt es nicht mehr<\/h1>/);
    assert.match(text, /<strong lang="de">Titel zwergpudel<\/strong>/);
    assert.match(text, /name="q" value="Titel zwergpudel"/);
    assert.match(text, /Das könnte Ihnen helfen/);
    assert.match(text, /href="\/leistungen\/pudel"/);
    assert.match(text, /href="\/leistungen\?thema=[a-z-]+">Alles zum Thema/);
    assert.match(text, /href="tel:/);
    assert.match(
      await goneAt("schwerin", "zwergpudel", "en"),
      /This page no longer exists/,
    );
  });

  test("a hidden one is gone without its name, also where that was changed since", async () => {
    const id = await save("schwerin", { slug: "geheim-halten-2" });
    assert.deepEqual(await hide("schwerin", id), { ok: true, value: "done" });
    await save("schwerin", {
      id,
      slug: "geheim-halten-2",
      content: { title: { de: "Streng vertraulich" } },
      isHidden: true,
    });
    const text = await goneAt("schwerin", "geheim-halten-2");
    assert.doesNotMatch(text, /Titel geheim|vertraulich/);
    assert.match(text, /name="q" value="geheim halten"/);
    await remove("schwerin", id);
    assert.doesNotMatch(
      await goneAt("schwerin", "geheim-halten-2"),
      /Titel geheim|vertraulich/,
    );
  });

  test("what was never shown is not there: drafts, what is to come, and what had ended before it came", async () => {
    const never: readonly Given[] = [
      { slug: "nie-gezeigt", isHidden: true },
      { slug: "kommt-erst", content: { validFrom: "2999-01-01" } },
      { slug: "kam-zu-spaet", content: { validUntil: "2020-12-31" } },
    ];
    for (const given of never) {
      const id = await save("schwerin", given);
      assert.equal(errorStatusOf(await reach("schwerin", given.slug)), 404);
      await remove("schwerin", id);
      assert.equal(errorStatusOf(await reach("schwerin", given.slug)), 404);
    }
  });

  test("one that has ended is told by its name and its last day", async () => {
    const ended = {
      content: { validUntil: "2021-06-30" },
      updatedAt: new Date("2021-01-01T12:00:00Z"),
    };
    const id = await save("schwerin", { slug: "impfpass", ...ended });
    const isTold = async () =>
      assert.match(
        await goneAt("schwerin", "impfpass"),
        /Titel impfpass<\/strong>\. Seit dem 1\. Juli 2021 ist sie/,
      );
    await isTold();
    await remove("schwerin", id);
    await isTold();
  });

  test("a renamed one leads to its new address, and tells nothing any more once that is hidden", async () => {
    const id = await save("schwerin", { slug: "alter-name" });
    await save("schwerin", { id, slug: "neuer-name" });
    const led = asRedirect(await reach("schwerin", "alter-name"));
    assert.deepEqual([led.status, led.to], [301, "/leistungen/neuer-name"]);
    await hide("schwerin", id);
    assert.doesNotMatch(await goneAt("schwerin", "alter-name"), /Titel alter/);
  });

  test("one that was merged leads to the only one with its Leistungsschlüssel, and to none of two", async () => {
    const content = { leikaKey: "99999999999999" };
    const gone = await save("schwerin", { slug: "fusion-alt", content });
    await save("schwerin", { slug: "fusion-neu", content });
    await hide("schwerin", gone);
    assert.equal(
      asRedirect(await reach("schwerin", "fusion-alt")).to,
      "/leistungen/fusion-neu?statt=fusion-alt",
    );
    await save("schwerin", { slug: "fusion-auch", content });
    await goneAt("schwerin", "fusion-alt");
  });

  test("what only the county has by now is found there, in the town's own portal", async () => {
    const content = { leikaKey: "99888888888888" };
    await remove(
      "grabow",
      await save("grabow", { slug: "jagd-hier", content }),
    );
    await goneAt("grabow", "jagd-hier");
    await save("lup", { slug: "jagd-kreis", content });
    const led = asRedirect(await reach("grabow", "jagd-hier"));
    assert.deepEqual(
      [led.status, led.to],
      [301, "/leistungen/jagd-kreis?statt=jagd-hier"],
    );
  });

  test("what the county does not show any more is gone in its towns, and unknown everywhere else", async () => {
    await remove("lup", await save("lup", { slug: "kreis-weg" }));
    assert.match(await goneAt("lup", "kreis-weg"), /Titel kreis-weg/);
    assert.match(await goneAt("grabow", "kreis-weg"), /Titel kreis-weg/);
    assert.equal(errorStatusOf(await reach("schwerin", "kreis-weg")), 404);
    const own = await save("grabow", { slug: "nur-stadt" });
    await remove("grabow", own);
    assert.equal(errorStatusOf(await reach("lup", "nur-stadt")), 404);
  });

  test("what a directory does not deliver any more is gone by its name", async () => {
    const system = testDatabase.contextFor({
      tenantId: demoTenants.schwerin,
      actor: { kind: "system", id: "system", may: () => false },
    });
    const take = (...names: readonly string[]) =>
      system.transaction((db) =>
        applyDirectory(db, demoTenants.schwerin, {
          source: "land",
          now: system.now,
          keys: ["Feuerwerk", "Flohmarkt"],
          readContents: () =>
            Promise.resolve(
              new Map(
                names.map((name) => [name, { ...plain, title: { de: name } }]),
              ),
            ),
          onBatch: () => undefined,
        }),
      );
    await take("Feuerwerk", "Flohmarkt");
    assert.equal(asPage(await reach("schwerin", "feuerwerk")).status, 200);
    await take("Flohmarkt");
    assert.match(await goneAt("schwerin", "feuerwerk"), /Feuerwerk<\/strong>/);
    await take("Feuerwerk", "Flohmarkt");
    assert.equal(asPage(await reach("schwerin", "feuerwerk")).status, 200);
  });
});
