import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { setTimeout as pause } from "node:timers/promises";
import { openAsOwner, type DatabaseOwner } from "./testing/tenant-rows.ts";
import { startTestPortal, type TestPortal } from "./testing/test-portal.ts";
import { visitorOf } from "./testing/visitor.ts";

void describe("public pages in memory", () => {
  let portal: TestPortal;
  /** Writes as another process does. */
  let owner: DatabaseOwner;
  before(async () => {
    portal = await startTestPortal({ worker: false });
    owner = openAsOwner(portal.databaseAddress);
  });
  after(async () => {
    await owner.close();
    await portal.close();
  });

  const path = "/leistungen/hundesteuer";
  const read = (label: string, at = path) => visitorOf(portal, label).visit(at);
  const until = async (isTrue: () => Promise<boolean>) => {
    for (let tries = 0; tries < 200; tries += 1) {
      if (await isTrue()) return;
      await pause(50);
    }
    assert.fail("never became true");
  };
  /** Kept for longer than pages nobody watches are. */
  const untilWatched = () => untilWatchedAt(path);
  const untilWatchedAt = (at: string) =>
    until(async () => {
      const before = portal.statements.length;
      await read("schwerin", at);
      await pause(1_100);
      const between = portal.statements.length;
      await read("schwerin", at);
      return before > 0 && portal.statements.length === between;
    });
  const rename = async (label: string, teaser: string) => {
    const { tenantId } = await portal.portal(label);
    await owner.query(
      `update catalogue.leistung set content = jsonb_set(content, '{teaser,de}', to_jsonb($2::text))
       where tenant_id = $1 and slug = 'hundesteuer' and set_config('app.tenant_id', $1::text, true) <> ''`,
      [tenantId, teaser],
    );
  };

  void test("take no statement, and show at once what another process published, there only", async () => {
    await untilWatched();
    await rename("grabow", "Nur in Grabow neu");
    await until(async () =>
      (await read("grabow")).text.includes("Nur in Grabow neu"),
    );
    assert.doesNotMatch((await read("schwerin")).text, /Nur in Grabow/);
  });

  void test("an outage stands on all pages at once, also of the portals below, and goes when it ends", async () => {
    const { tenantId } = await portal.portal("lup");
    const isShown = async (at: string, label = "lup") =>
      (await read(label, at)).text.includes("Störung der Anmeldung");
    await untilWatched();
    for (const label of ["lup", "grabow", "schwerin"])
      for (const at of ["/", path])
        assert.equal(await isShown(at, label), false);
    await owner.query(
      `insert into catalogue.notice (tenant_id, id, kind, title, body, visible_from, shown_on, in_communes)
       select $1::uuid, gen_random_uuid(), 'warning', 'Störung der Anmeldung', 'Bitte später.', now(), 'everywhere', true
       where set_config('app.tenant_id', $1::text, true) <> ''`,
      [tenantId],
    );
    await until(() => isShown("/"));
    for (const at of [
      path,
      "/impressum",
      "/arbeitsplatz/anmelden",
      "/gibtesnicht",
    ])
      assert.ok(await isShown(at), at);
    await until(() => isShown(path, "grabow"));
    assert.equal(await isShown(path, "schwerin"), false);
    await owner.query(
      `update catalogue.notice set visible_until = now()
       where tenant_id = $1::uuid and set_config('app.tenant_id', $1::text, true) <> ''`,
      [tenantId],
    );
    await until(async () => !(await isShown(path, "grabow")));
    assert.equal(await isShown("/impressum"), false);
  });

  void test("a topic that the county renames is renamed at once in its towns, and no other page is forgotten", async () => {
    const { tenantId } = await portal.portal("lup");
    const isRenamed = async (label: string) =>
      (await read(label, "/")).text.includes("Familie im Kreis");
    await untilWatched();
    for (const label of ["lup", "grabow", "schwerin"])
      assert.equal(await isRenamed(label), false);
    await owner.query(
      `insert into catalogue.situation (tenant_id, key, names)
       select $1::uuid, 'family', '{"de": "Familie im Kreis"}'
       where set_config('app.tenant_id', $1::text, true) <> ''`,
      [tenantId],
    );
    await until(() => isRenamed("lup"));
    await until(() => isRenamed("grabow"));
    const before = portal.statements.length;
    assert.equal(await isRenamed("schwerin"), false);
    assert.equal(portal.statements.length, before);
    await owner.query(
      `delete from catalogue.situation
       where tenant_id = $1::uuid and key = 'family' and set_config('app.tenant_id', $1::text, true) <> ''`,
      [tenantId],
    );
    await until(async () => !(await isRenamed("grabow")));
  });

  void test("a rule that names another office is on the page at once, and before an application begins", async () => {
    const { tenantId } = await portal.portal("schwerin");
    const start = `${path}/antrag`;
    const namesOffice = async (at: string) =>
      (await read("schwerin", at)).text.includes("Standesamt");
    await untilWatched();
    for (const at of [path, start]) assert.equal(await namesOffice(at), false);
    await owner.query(
      `insert into zustaendigkeit.rule (tenant_id, id, leistung_slug, position, name, conditions, office_slug, valid_from, changed_at, changed_by)
       values ($1, gen_random_uuid(), 'hundesteuer', 1, 'Standesamt', '{}', 'standesamt', '2020-01-01', now(), 'system')`,
      [tenantId],
    );
    await until(() => namesOffice(path));
    assert.ok(await namesOffice(start));
    await owner.query("delete from zustaendigkeit.rule where tenant_id = $1", [
      tenantId,
    ]);
    await until(async () => !(await namesOffice(path)));
  });

  void test("a Leistung that is hidden is gone, also where the listening connection was lost", async () => {
    await untilWatched();
    await owner.query(
      `select pg_terminate_backend(pid) from pg_stat_activity
       where datname = current_database() and application_name = 'openrathaus listening'`,
    );
    const { tenantId } = await portal.portal("schwerin");
    await owner.query(
      `update catalogue.leistung set is_hidden = true
       where tenant_id = $1 and slug = 'hundesteuer' and set_config('app.tenant_id', $1::text, true) <> ''`,
      [tenantId],
    );
    await until(async () => (await read("schwerin")).status === 410);
    assert.equal((await read("grabow")).status, 200);
    await untilWatchedAt("/leistungen");
    assert.doesNotMatch(
      (await read("schwerin", "/leistungen")).text,
      /hundesteuer"/,
    );
  });
});
