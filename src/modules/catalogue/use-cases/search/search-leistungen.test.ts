import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { sql } from "kysely";
import type { Context } from "../../../../platform/context/context.ts";
import {
  createTestDatabase,
  staffWith,
  type TestDatabase,
} from "../../../../platform/testing/test-database.ts";
import { newId } from "../../../../platform/values/id.ts";
import { demoTenants } from "../../../tenants/demo/demo-tenants.ts";
import { seedCatalogueDemo } from "../../demo/seed-catalogue-demo.ts";
import { emptyContent } from "../../domain/typed/leistung-form.ts";
import { addDemand } from "../../store/demand-store.ts";
import { addSynonym } from "./add-synonym.ts";
import { setHiddenAbove } from "../above/leistungen-of-above.ts";
import { saveLeistung } from "../save-leistung.ts";
import { searchLeistungen } from "./search-leistungen.ts";

const findNothing = ["", " ", "?!", "xyzzyq", "Dinosaurier", "%", "_", "'"];

describe("search", () => {
  let testDatabase: TestDatabase;
  const contextOf = (tenantId: string) => testDatabase.contextFor({ tenantId });
  before(async () => {
    testDatabase = await createTestDatabase();
    for (const tenantId of [demoTenants.schwerin, demoTenants.lup]) {
      await seedCatalogueDemo(contextOf(tenantId));
    }
  });
  after(() => testDatabase.close());

  const slugsOf = async (tenantId: string, query: string) =>
    (await searchLeistungen([contextOf(tenantId)], query)).map(
      ({ hit }) => hit.slug,
    );

  for (const query of findNothing) {
    test(`"${query}" finds nothing`, async () => {
      assert.deepEqual(await slugsOf(demoTenants.schwerin, query), []);
    });
  }

  test("never shows what only another portal has", async () => {
    const found = await slugsOf(demoTenants.schwerin, "Jagdschein");
    assert.ok(!found.includes("jagdschein"));
    assert.deepEqual(await slugsOf(demoTenants.grabow, "Personalausweis"), []);
  });

  test("a Leistung that the town hides does not come back from above, unless an editor shows exactly that one", async () => {
    const town = testDatabase.contextFor({
      tenantId: demoTenants.ludwigslust,
      actor: staffWith(newId(), "catalogue.edit"),
    });
    const county = contextOf(demoTenants.lup);
    const found = async () =>
      (await searchLeistungen([town, county], "Schneckenpost"))
        .map(({ level, hit }) => `${String(level)} ${hit.slug}`)
        .toSorted();
    const save = (
      context: Context,
      slug: string,
      { isHidden, leikaKey }: { isHidden: boolean; leikaKey: string },
    ) =>
      context.transaction((db) =>
        saveLeistung(db, context.tenantId, {
          id: newId(),
          slug,
          content: {
            ...emptyContent,
            title: { de: "Schneckenpost" },
            leikaKey,
          },
          formKey: null,
          featuredPosition: null,
          isHidden,
          updatedAt: new Date(),
        }),
      );
    const [one, other] = ["99000000000001", "99000000000002"] as const;
    await save(county, "schnecke", { isHidden: false, leikaKey: one });
    await save(county, "eilschnecke", { isHidden: false, leikaKey: other });
    assert.deepEqual(await found(), ["1 eilschnecke", "1 schnecke"]);
    await save(town, "hausschnecke", { isHidden: true, leikaKey: one });
    assert.deepEqual(await found(), ["1 eilschnecke"]);
    const choose = (slug: string, isHidden: boolean) =>
      setHiddenAbove(town, county, { slug, isHidden });
    assert.ok(await choose("schnecke", false));
    assert.ok(await choose("eilschnecke", true));
    assert.deepEqual(await found(), ["1 schnecke"]);
    assert.equal(await choose("weinbergschnecke", true), false);
    const guest = contextOf(demoTenants.ludwigslust);
    const asGuest = { slug: "schnecke", isHidden: true };
    assert.equal(await setHiddenAbove(guest, county, asGuest), false);
    const everywhere = await searchLeistungen([county], "Schneckenpost");
    assert.equal(everywhere.length, 2);
  });

  test("learns words of the place, for this portal only", async () => {
    const context = testDatabase.contextFor({
      tenantId: demoTenants.schwerin,
      actor: { kind: "system", id: "system", may: () => false },
    });
    assert.deepEqual(await slugsOf(demoTenants.schwerin, "Töle"), []);
    const result = await addSynonym(context, {
      word: "Töle",
      meaning: "Hundesteuer",
    });
    assert.ok(result.ok);
    assert.deepEqual(
      (await slugsOf(demoTenants.schwerin, "Toele")).slice(0, 1),
      ["hundesteuer"],
    );
    assert.deepEqual(await slugsOf(demoTenants.lup, "Töle"), []);
  });

  test("of hundreds that answer as well, finds those that are shown, and what is asked for much first", async () => {
    const context = contextOf(demoTenants.grabow);
    const { tenantId } = context;
    const id = newId();
    await context.transaction(async (db) => {
      await saveLeistung(db, tenantId, {
        id,
        slug: "quallen",
        content: { ...emptyContent, title: { de: "Quallenrennen" } },
        formKey: null,
        featuredPosition: null,
        updatedAt: new Date(),
      });
      // By their ids the hidden ones come first, and the one that is asked for last.
      const { rows } = await sql<{ column_name: string }>`
        select column_name from information_schema.columns
        where table_schema = 'catalogue' and table_name = 'leistung' and is_generated = 'NEVER'
          and column_name not in ('id', 'slug', 'is_hidden')`.execute(db);
      const same = sql.join(rows.map(({ column_name: name }) => sql.ref(name)));
      const numbered = sql`lpad(number::text, 12, '0')`;
      await sql`
        insert into catalogue.leistung (id, slug, is_hidden, ${same})
        select ('00000000-0000-4000-8000-' || ${numbered})::uuid, 'quallen-' || number, number <= 700, ${same}
        from catalogue.leistung cross join generate_series(1, 900) as number where id = ${id}`.execute(
        db,
      );
      await sql`
        insert into catalogue.search_entry (tenant_id, stem, leistung_id, weight)
        select tenant_id, stem, ('00000000-0000-4000-8000-' || ${numbered})::uuid, weight
        from catalogue.search_entry cross join generate_series(1, 900) as number where leistung_id = ${id}`.execute(
        db,
      );
      const last = "00000000-0000-4000-8000-000000000900";
      await addDemand(db, tenantId, {
        opened: new Map([[last, 200]]),
        now: new Date(),
      });
    });
    const found = await slugsOf(tenantId, "Quallenrennen");
    assert.equal(found.length, 50);
    assert.deepEqual(found.slice(0, 2), ["quallen-900", "quallen-701"]);
  });

  test("a guest may not teach it, and a sentence is no word", async () => {
    const guest = contextOf(demoTenants.schwerin);
    const word = { word: "Töle", meaning: "Hundesteuer" };
    assert.deepEqual(await addSynonym(guest, word), {
      ok: false,
      refusal: { kind: "not-permitted" },
    });
    const editor = {
      ...guest,
      actor: { kind: "staff", id: "kevin", may: () => true } as const,
    };
    assert.deepEqual(
      await addSynonym(editor, { ...word, meaning: "Hund kaufen" }),
      { ok: false, refusal: { kind: "not-one-word" } },
    );
  });

  test("takes two statements, and bears an endless question", async () => {
    testDatabase.statements.length = 0;
    await slugsOf(demoTenants.schwerin, "Parkplatz ".repeat(500));
    const own = testDatabase.statements.filter(
      (sql) => !/^(begin|commit)/.test(sql),
    );
    assert.equal(own.length, 2);
  });
});
