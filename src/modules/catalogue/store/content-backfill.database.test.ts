import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { after, before, describe, test } from "node:test";
import { sql } from "kysely";
import type { Database, Db } from "../../../platform/database/database.ts";
import { openDatabase } from "../../../platform/database/open-database.ts";
import {
  createTestDatabase,
  type TestDatabase,
} from "../../../platform/testing/test-database.ts";
import { newId } from "../../../platform/values/id.ts";
import { demoTenants } from "../../tenants/demo/demo-tenants.ts";
import { emptyContent } from "../domain/typed/leistung-form.ts";
import { saveLeistung } from "../use-cases/save-leistung.ts";
import { contentSchema, parseContent } from "./content-schema.ts";
import { findDraft, saveDraft, textsOfRevision } from "./draft-store.ts";

const old = {
  whatToDo: ["Erst <das>", "dann & dies"],
  prerequisites: [],
  documents: [],
  feeText: "Kostet 3 Euro.",
  processingText: "",
  procedure: ["Wir prüfen."],
  afterSending: [],
  legalBases: ["§ 1 „Gesetz“"],
  remedies: "",
  belongsToCommunes: true,
};

describe("content of before", () => {
  let testDatabase: TestDatabase;
  let owner: Database;
  before(async () => {
    testDatabase = await createTestDatabase();
    owner = await openDatabase(testDatabase.address, { maxConnections: 1 });
  });
  after(async () => {
    await owner.close();
    await testDatabase.close();
  });

  /** Runs a migration of before once more. */
  const migrate = async (db: Db, name: string) => {
    const address = new URL(`../../../../migrations/${name}`, import.meta.url);
    const migration = await readFile(address, "utf8");
    for (const statement of migration.split(/;\n/))
      if (/[a-z]/.test(statement)) await sql.raw(statement).execute(db);
  };

  test("what a portal said before the content followed FIM, it says afterwards", async () => {
    const row = await owner.unscoped(async (db) => {
      await sql`set role none`.execute(db);
      await sql`select set_config('app.tenant_id', ${demoTenants.grabow}, true)`.execute(
        db,
      );
      await sql`
      insert into catalogue.leistung (id, slug, leika_key, title, initial, teaser, life_situation, content, fee_cents,
        processing_working_days, assurance_level, online_maturity, office_slug, keywords, updated_at)
      values (gen_random_uuid(), 'alt', '99108001001000', 'Alt', 'A', 'Es war einmal.', 'papers', ${JSON.stringify(old)}::jsonb,
        300, 5, 'low', 2, 'amt', '{eins,zwei}', now())
    `.execute(db);
      await migrate(db, "0120_catalogue_content_backfill.sql");
      const { rows } = await sql<{
        content: unknown;
        versions: number;
        places: number;
      }>`
      select content,
        (select count(*)::int from catalogue.leistung_version) as versions,
        (select count(*)::int from catalogue.leistung_situation where situation_key = 'papers') as places
      from catalogue.leistung where slug = 'alt'
    `.execute(db);
      return rows[0];
    });
    assert.equal(row?.versions, 1);
    assert.equal(row.places, 1);
    const content = contentSchema.parse(row.content);
    assert.deepEqual(parseContent(content), content, "it is clean already");
    assert.deepEqual(content, {
      title: { de: "Alt" },
      teaser: { de: "Es war einmal." },
      whatToDo: {
        de: "<ol><li>Erst &lt;das&gt;</li><li>dann &amp; dies</li></ol>",
      },
      documents: { de: "<p>Sie brauchen keine Unterlagen.</p>" },
      feeText: { de: "<p>Kostet 3 Euro.</p>" },
      procedure: { de: "<ol><li>Wir prüfen.</li></ol>" },
      legalBases: { de: "<ul><li>§ 1 „Gesetz“</li></ul>" },
      belongsToCommunes: true,
      leikaKey: "99108001001000",
      fees: [{ kind: "fixed", cents: 300 }],
      processingTime: { max: 5, unit: "workingDay" },
      assuranceLevel: "low",
      onlineMaturity: 2,
      situations: ["papers"],
      keywords: ["eins", "zwei"],
      officeSlug: "amt",
    });
  });

  test("a draft of before keeps its online services and forms", async () => {
    const id = newId();
    const typed = new Map([
      ["titel-de", "Hundesteuer"],
      ["onlinedienste", "Portal | https://dienst.example"],
      ["formulare", "Alt | https://alt.example"],
      ["forms", "Neu | https://neu.example"],
    ]);
    const content = { ...emptyContent, title: { de: "Hundesteuer" } };
    const read = await owner.unscoped(async (db) => {
      await sql`set role none`.execute(db);
      await sql`select set_config('app.tenant_id', ${demoTenants.schwerin}, true)`.execute(
        db,
      );
      await saveLeistung(db, demoTenants.schwerin, {
        ...{ id, slug: "hundesteuer", content },
        ...{ formKey: null, featuredPosition: null, updatedAt: new Date() },
      });
      const draft = {
        ...{ leistungId: id, base: 1, revision: 1, typed, authors: [] },
        ...{ savedAt: new Date(), savedBy: "erna" },
      };
      const before = new Map([...typed, ["onlinedienste", "Erst dies"]]);
      await saveDraft(db, demoTenants.schwerin, { ...draft, before });
      await migrate(db, "0197_catalogue_draft_links.sql");
      const now = await findDraft(db, demoTenants.schwerin, id);
      assert.ok(now);
      const earlier = { draft: now, revision: 0 };
      return {
        now: now.typed,
        earlier: await textsOfRevision(db, demoTenants.schwerin, earlier),
      };
    });
    assert.deepEqual(Object.fromEntries(read.now), {
      "titel-de": "Hundesteuer",
      onlineServices: "Portal | https://dienst.example",
      forms: "Neu | https://neu.example",
    });
    assert.equal(read.earlier.get("onlineServices"), "Erst dies");
  });
});
