import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { sql } from "kysely";
import {
  createTestDatabase,
  type TestDatabase,
} from "../../../platform/testing/test-database.ts";
import { newId } from "../../../platform/values/id.ts";
import { demoTenants } from "../../tenants/demo/demo-tenants.ts";
import type { LeistungContent } from "../domain/content/leistung-content.ts";
import {
  findKeptLeistung,
  findLeistungBySlug,
} from "./find-leistung-by-slug.ts";
import { listLeistungen } from "./list-leistungen.ts";
import { readHome } from "./read-home.ts";
import { saveLeistung } from "./save-leistung.ts";
import { searchLeistungen } from "./search/search-leistungen.ts";

const tenantId = demoTenants.grabow;
const content: LeistungContent = {
  title: { de: "Angelschein", en: "Fishing licence" },
  teaser: { de: "Wer angelt, braucht einen Schein." },
  description: {
    de: "<p>Alles <b>dazu</b></p><script>x</script>",
    en: "<p>All of it</p>",
  },
  assuranceLevel: "none",
  onlineMaturity: 1,
  situations: ["leisure.animals", "papers"],
  keywords: ["Fischereischein"],
  officeSlug: "ordnungsamt",
};

describe("a Leistung that is published", () => {
  let testDatabase: TestDatabase;
  before(async () => {
    testDatabase = await createTestDatabase();
  });
  after(() => testDatabase.close());

  const context = () => testDatabase.contextFor({ tenantId });
  const save = (id: string, more: Partial<LeistungContent> = {}, rest = {}) =>
    context().transaction((db) =>
      saveLeistung(db, tenantId, {
        id,
        slug: id,
        content: { ...content, ...more },
        formKey: null,
        featuredPosition: 1,
        updatedAt: new Date(),
        ...rest,
      }),
    );
  const versionsOf = (id: string) =>
    context().transaction(async (db) => {
      const { rows } = await sql<{ version: number; content: LeistungContent }>`
      select version, content from catalogue.leistung_version
      where tenant_id = ${tenantId}::uuid and leistung_id = ${id}::uuid order by version`.execute(
        db,
      );
      return rows;
    });

  test("each published state is kept, the same one once", async () => {
    const id = newId();
    await save(id);
    await save(id);
    await save(id, { title: { de: "Fischereischein" } });
    const versions = await versionsOf(id);
    assert.deepEqual(
      versions.map(({ version, content: { title } }) => [version, title.de]),
      [
        [1, "Angelschein"],
        [2, "Fischereischein"],
      ],
    );
  });

  test("markup that is not allowed is never kept", async () => {
    const id = newId();
    await save(id);
    const leistung = await findLeistungBySlug(context(), id);
    assert.deepEqual(leistung?.content.description, {
      de: "<p>Alles <b>dazu</b></p>",
      en: "<p>All of it</p>",
    });
  });

  test("it stands at each of its situations and at those above them", async () => {
    const id = newId();
    await save(id);
    for (const situation of ["tiere", "freizeit", "ausweise"]) {
      const { leistungen } = await listLeistungen(context(), { situation });
      assert.ok(
        leistungen.some(({ slug }) => slug === id),
        situation,
      );
    }
    const home = await readHome(context());
    assert.deepEqual(
      home.situations.map(({ key }) => key),
      ["papers", "leisure"],
    );
    await save(id, { situations: ["papers"] });
    const { leistungen } = await listLeistungen(context(), {
      situation: "tiere",
    });
    assert.ok(!leistungen.some(({ slug }) => slug === id));
  });

  const dayFromNow = (days: number) =>
    new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);

  test("what is hidden, has not begun or has ended is nowhere, but applications sent for it still find it", async () => {
    const out = [
      [{}, { isHidden: true }],
      [{ validFrom: dayFromNow(2) }, {}],
      [{ validUntil: dayFromNow(-2) }, {}],
    ] as const;
    for (const [more, rest] of out) {
      const id = newId();
      await save(id, { ...more, title: { de: "Quastenflosser" } }, rest);
      assert.equal(await findLeistungBySlug(context(), id), undefined);
      assert.equal((await findKeptLeistung(context(), id))?.slug, id);
      const { leistungen, letters } = await listLeistungen(context());
      assert.ok(!leistungen.some(({ slug }) => slug === id));
      assert.ok(!letters.some(({ initial }) => initial === "Q"));
      const { featured } = await readHome(context());
      assert.ok(!featured.some(({ slug }) => slug === id));
      assert.deepEqual(
        await searchLeistungen([context()], "Quastenflosser"),
        [],
      );
    }
  });

  test("an English name is found, too", async () => {
    await save(newId());
    const [first] = await searchLeistungen([context()], "fishing licence");
    assert.equal(first?.hit.title, "Angelschein");
  });

  test("content without a German name is refused", async () => {
    await assert.rejects(save(newId(), { title: { de: " " } }), {
      name: "ZodError",
    });
  });
});
