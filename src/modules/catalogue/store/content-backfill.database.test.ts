import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { after, before, describe, test } from "node:test";
import { sql } from "kysely";
import type { Database } from "../../../platform/database/database.ts";
import { openDatabase } from "../../../platform/database/open-database.ts";
import {
  createTestDatabase,
  type TestDatabase,
} from "../../../platform/testing/test-database.ts";
import { demoTenants } from "../../tenants/demo/demo-tenants.ts";
import { contentSchema, parseContent } from "./content-schema.ts";

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

  test("what a portal said before the content followed FIM, it says afterwards", async () => {
    const backfill = await readFile(
      new URL(
        "../../../../migrations/0120_catalogue_content_backfill.sql",
        import.meta.url,
      ),
      "utf8",
    );
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
      for (const statement of backfill.split(/;\n/))
        if (/[a-z]/.test(statement)) await sql.raw(statement).execute(db);
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
});
