import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import fc from "fast-check";
import { sql } from "kysely";
import {
  createTestDatabase,
  guest,
  staffWith,
  type TestDatabase,
} from "../../../platform/testing/test-database.ts";
import { demoTenants } from "../../tenants/demo/demo-tenants.ts";
import { seedTenantsDemo } from "../../tenants/demo/seed-tenants-demo.ts";
import { dogTax } from "../demo/dog-tax.ts";
import { documentOf, sampleSchema } from "../testing/sample-schema.ts";
import { formsDesk, overlayOf } from "../testing/forms-fixtures.ts";
import { importForm } from "./import-form.ts";
import { listForms } from "./list-forms.ts";
import { publishForm } from "./publish-form.ts";
import { saveOverlay } from "./save-overlay.ts";
import { withdrawForm } from "./withdraw-form.ts";

const roles = {
  guest: () => guest,
  caseworker: () => staffWith("kevin", "vorgang.read", "vorgang.edit"),
  reader: () => staffWith("ralf", "forms.read"),
  writer: () => staffWith("wiebke", "forms.read", "forms.edit"),
  publisher: () =>
    staffWith("renate", "forms.read", "forms.edit", "forms.publish"),
} as const;

type Action = "list" | "import" | "save" | "publish" | "withdraw";

const allowed: Readonly<Record<keyof typeof roles, readonly Action[]>> = {
  guest: [],
  caseworker: [],
  reader: ["list"],
  writer: ["list", "import", "save"],
  publisher: ["list", "import", "save", "publish", "withdraw"],
};

describe("who may do what with forms", () => {
  let database: TestDatabase;
  let desk: ReturnType<typeof formsDesk>;
  let base: string;
  before(async () => {
    database = await createTestDatabase();
    await database.database.unscoped(seedTenantsDemo);
    desk = formsDesk(database);
    base = await desk.bring();
    await desk.refine("lup", { title: "Kreis" });
    await desk.publish("lup", base);
  });
  after(() => database.close());

  const rowsOf = (where: keyof typeof demoTenants) =>
    desk.at(where).transaction(async (db) => {
      const { rows } = await sql<{ overlays: string; publications: string }>`
        select (select md5(coalesce(string_agg(o::text, ',' order by o::text), '')) from forms.overlay o where tenant_id = ${demoTenants[where]}) as overlays,
          (select md5(coalesce(string_agg(p::text, ',' order by p::text), '')) from forms.publication p where tenant_id = ${demoTenants[where]}) as publications`.execute(
        db,
      );
      return rows[0];
    });

  test("decide the permissions, and nobody changes what is another's", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom("guest", "caseworker", "reader", "writer", "publisher"),
        fc.constantFrom("list", "import", "save", "publish", "withdraw"),
        fc.constantFrom("grabow", "schwerin", "ludwigslust"),
        async (role, action, where) => {
          const others = (
            ["lup", "grabow", "schwerin", "ludwigslust"] as const
          ).filter((each) => each !== where);
          const before = await Promise.all(others.map(rowsOf));
          const context = desk.at(where, roles[role]());
          const acts: Record<
            Action,
            () => Promise<{ ok: boolean; refusal?: { kind: string } }>
          > = {
            list: () => listForms(context),
            import: () =>
              importForm(context, {
                schema: documentOf("S1.xml", sampleSchema()),
                codeLists: [],
              }),
            save: () =>
              saveOverlay(context, {
                formKey: dogTax.key,
                content: overlayOf({}),
                seenVersion: 0,
              }),
            publish: () => publishForm(context, { formVersionId: base }),
            withdraw: () => withdrawForm(context, dogTax.key),
          };
          const result = await acts[action]();
          assert.equal(
            result.ok || result.refusal?.kind !== "not-permitted",
            allowed[role].includes(action),
            `${role} ${action}`,
          );
          assert.deepEqual(await Promise.all(others.map(rowsOf)), before);
        },
      ),
      { numRuns: 60 },
    );
  });

  test("overlays are read by those below, and by nobody beside or above", async () => {
    const seen = (where: keyof typeof demoTenants) =>
      desk.at(where).transaction(async (db) => {
        const { rows } = await sql<{
          tenant_id: string;
        }>`select distinct tenant_id from forms.overlay where form_key = ${dogTax.key}`.execute(
          db,
        );
        return rows.map(({ tenant_id }) => tenant_id).sort();
      });
    await desk.refine("neustadtGlewe", { title: "Neustadt" });
    const { lup, neustadtGlewe } = demoTenants;
    assert.deepEqual(await seen("lup"), [lup]);
    assert.deepEqual(await seen("neustadtGlewe"), [lup, neustadtGlewe].sort());
    assert.ok(!(await seen("ludwigslust")).includes(neustadtGlewe));
    assert.ok(!(await seen("schwerin")).includes(lup));
    assert.ok(!(await seen("installation")).includes(lup));
  });

  test("what is above can be read and not be written", async () => {
    const changed = await desk.at("neustadtGlewe").transaction(async (db) => {
      const updated =
        await sql`update forms.publication set published_by = 'x' where tenant_id = ${demoTenants.lup}`.execute(
          db,
        );
      const removed =
        await sql`delete from forms.publication where tenant_id = ${demoTenants.lup}`.execute(
          db,
        );
      return [updated.numAffectedRows, removed.numAffectedRows];
    });
    assert.deepEqual(changed, [0n, 0n]);
    await assert.rejects(
      desk.at("neustadtGlewe").transaction((db) =>
        sql`insert into forms.overlay (tenant_id, form_key, version, content, content_hash, created_at, created_by)
            values (${demoTenants.lup}, 'x', 1, '{}', ${Buffer.alloc(32)}, now(), 'x')`.execute(
          db,
        ),
      ),
      /row-level security/,
    );
  });
});
