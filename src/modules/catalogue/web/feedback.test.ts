import { sql } from "kysely";
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import type { Context } from "../../../platform/context/context.ts";
import {
  createTestDatabase,
  type TestDatabase,
} from "../../../platform/testing/test-database.ts";
import {
  asPage,
  asRedirect,
  errorStatusOf,
  visit,
} from "../../../shell/testing/visit.ts";
import { demoTenants } from "../../tenants/demo/demo-tenants.ts";
import { seedTenantsDemo } from "../../tenants/demo/seed-tenants-demo.ts";
import { seedCatalogueDemo } from "../demo/seed-catalogue-demo.ts";
import { withoutPersons } from "../domain/remark.ts";
import { feedbackRoutes } from "./feedback-routes.ts";
import { robotsRoutes } from "./robots-routes.ts";

describe("what readers say of a page", () => {
  let testDatabase: TestDatabase;
  before(async () => {
    testDatabase = await createTestDatabase();
    await testDatabase.database.unscoped(seedTenantsDemo);
    for (const tenantId of [demoTenants.schwerin, demoTenants.lup])
      await seedCatalogueDemo(contextOf(tenantId));
  });
  after(() => testDatabase.close());

  const contextOf = (
    tenantId: string,
    now = new Date("2026-03-03T10:00:00Z"),
  ): Context => testDatabase.contextFor({ tenantId, now });
  const editorOf = (context: Context): Context => ({
    ...context,
    actor: {
      kind: "staff",
      id: "editor",
      may: (permission) => permission === "catalogue.edit",
    },
  });
  const path = "/leistungen/hundesteuer/rueckmeldung";
  const say = (
    fields: Record<string, string>,
    context = contextOf(demoTenants.schwerin),
    at = path,
  ) => visit(feedbackRoutes, "POST", { context, path: at, fields });
  const shown = async (context: Context) =>
    asPage(
      await visit(feedbackRoutes, "GET", {
        context: editorOf(context),
        path: "/verwaltung/rueckmeldungen",
      }),
    ).text.replaceAll(/\s+/g, " ");

  test("is counted for the editor of this portal only, without who said it", async () => {
    const context = contextOf(demoTenants.schwerin);
    const thanks = asRedirect(
      await say({
        geholfen: "nein",
        anmerkung: "Wo ist das Formular? Rufen Sie 0385 123456 oder a@b.de an",
      }),
    );
    assert.equal(thanks.to, `${path}/danke`);
    const page = await visit(feedbackRoutes, "GET", {
      context,
      path: thanks.to,
    });
    assert.match(asPage(page).text, /Danke für Ihre Rückmeldung/);
    asRedirect(await say({ geholfen: "ja" }));
    const text = await shown(context);
    assert.match(text, /Hund[^:]*: 1 × nicht geholfen, 1 × geholfen/);
    assert.match(text, /Wo ist das Formular\? Rufen Sie … oder … an/);
    const elsewhere = await shown(contextOf(demoTenants.lup));
    assert.match(elsewhere, /Noch keine Rückmeldungen/);
  });

  test("nobody but an editor reads it", async () => {
    const context = contextOf(demoTenants.schwerin);
    const reply = await visit(feedbackRoutes, "GET", {
      context,
      path: "/verwaltung/rueckmeldungen",
    });
    assert.equal(errorStatusOf(reply), 403);
  });

  test("without a choice the form comes back with what was typed", async () => {
    const reply = asPage(await say({ anmerkung: "Ein <b>Satz</b>" }));
    assert.equal(reply.status, 422);
    assert.match(reply.text, /Wählen Sie „Ja“ oder „Nein“/);
    assert.match(reply.text, /Ein &lt;b&gt;Satz&lt;\/b&gt;/);
    const long = asPage(
      await say({ geholfen: "ja", anmerkung: "x".repeat(501) }),
    );
    assert.match(long.text, /Kürzen Sie den Text auf 500 Zeichen/);
  });

  test("who changes the language on a refused form is asked again, not thanked", async () => {
    const again = asPage(
      await visit(feedbackRoutes, "GET", {
        context: contextOf(demoTenants.schwerin),
        path,
      }),
    );
    assert.equal(again.status, 200);
    assert.doesNotMatch(again.text, /Danke|error-summary/);
    assert.match(again.text, /<form method="post"[^>]*rueckmeldung"/);
  });

  test("a Leistung of another portal, or none, takes none", async () => {
    for (const slug of ["jagdschein", "gibt-es-nicht"]) {
      const reply = await say(
        { geholfen: "ja" },
        contextOf(demoTenants.schwerin),
        `/leistungen/${slug}/rueckmeldung`,
      );
      assert.equal(errorStatusOf(reply), 404);
    }
  });

  test("who sends very many waits, keeps the text, and remarks end after half a year", async () => {
    const context = contextOf(
      demoTenants.schwerin,
      new Date("2026-10-01T10:00:00Z"),
    );
    let last = await say({ geholfen: "ja", anmerkung: "Neu" }, context);
    for (let sent = 0; sent < 30 && last.kind === "redirect"; sent += 1)
      last = await say({ geholfen: "ja", anmerkung: "Bleibt" }, context);
    const refused = asPage(last);
    assert.equal(refused.status, 429);
    assert.match(refused.text, /Bleibt<\/textarea>/);
    const text = await shown(context);
    assert.match(text, /Neu/);
    assert.doesNotMatch(text, /Wo ist das Formular/);
  });

  test("numbers and addresses go, words stay", () => {
    assert.equal(withoutPersons(" a\n b "), "a b");
    assert.equal(
      withoutPersons("DE12 3456 7890, 3 Wochen, 19053"),
      "DE…, 3 Wochen, …",
    );
  });

  test("search engines get every page of this portal, and none that is hidden", async () => {
    const context = contextOf(demoTenants.lup);
    const read = async (at: string) => {
      const reply = await visit(robotsRoutes, "GET", { context, path: at });
      assert.ok(reply.kind === "download");
      assert.ok(Buffer.isBuffer(reply.body));
      return reply.body.toString();
    };
    assert.match(await read("/sitemap.xml"), /\/leistungen\/jagdschein<\/loc>/);
    assert.match(
      await read("/robots.txt"),
      /Disallow: \/konto\n[^]*Sitemap: http:\/\/[^\n]*\/sitemap.xml/,
    );
    await context.transaction((db) =>
      sql`update catalogue.leistung set is_hidden = true where slug = 'jagdschein'`.execute(
        db,
      ),
    );
    assert.doesNotMatch(await read("/sitemap.xml"), /jagdschein/);
  });
});
