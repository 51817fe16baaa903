import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { sql } from "kysely";
import { keepLooks, lookAtComponents } from "../modules/operation/index.ts";
import { readSettings } from "../platform/config/settings.ts";
import { statusProbes } from "./status-probes.ts";
import { startTestPortal, type TestPortal } from "./testing/test-portal.ts";
import { visitorOf } from "./testing/visitor.ts";

void describe("the status page", () => {
  let portal: TestPortal;
  before(async () => {
    portal = await startTestPortal({ worker: false });
  });
  after(() => portal.close());

  /** As a worker looks that was told this address. */
  const look = async (url: string, now = new Date()) => {
    const { services } = portal;
    const settings = { ...services.settings, statusCheck: { url } };
    const probes = statusProbes({ ...services, settings });
    assert.ok(probes);
    const ground = { database: services.database, now };
    const looks = await lookAtComponents(ground, {
      ...probes,
      withinMs: 60_000,
    });
    return {
      keep: () => keepLooks(ground, looks),
      states: looks.map(({ component, state }) => `${component} ${state}`),
    };
  };

  void test("says that nothing was measured, until something was", async () => {
    const page = await visitorOf(portal, "schwerin").visit("/verfuegbarkeit");
    assert.equal(page.status, 200);
    assert.match(page.text, /Noch nichts gemessen/);
  });

  void test("is measured through the real front, the database and the file store, and is there for everybody in both languages", async () => {
    const { states, keep } = await look(portal.baseUrl(""));
    assert.deepEqual(states, [
      "pages up",
      "applications up",
      "uploads up",
      "delivery up",
    ]);
    await keep();
    const page = await visitorOf(portal, "grabow").visit("/verfuegbarkeit");
    assert.match(page.text, /Alles funktioniert/);
    assert.match(
      page.text,
      /Störungen und Ausfälle[^]*Seit Beginn der Messung/,
    );
    assert.match(page.text, /Seiten ansehen[^]*100 %/);
    const english = visitorOf(portal, "");
    await english.visit("/?sprache=en");
    assert.match(
      (await english.visit("/verfuegbarkeit")).text,
      /Everything works/,
    );
  });

  void test("tells of maintenance that is planned for all pages, also of the county's for its towns, and of nothing else", async () => {
    const { tenantId } = await portal.portal("lup");
    await portal.services.database.inTenant(tenantId, (db) =>
      sql`
        insert into catalogue.notice (id, kind, title, body, visible_from, shown_on, in_communes)
        select gen_random_uuid(), 'info', title, 'Von 20 bis 22 Uhr.', now() + interval '1 day', shown_on, in_communes
        from (values ('Wartung im Kreis', 'everywhere', true), ('Nur beim Kreis', 'everywhere', false), ('Auf der Startseite', 'home', true))
          as planned (title, shown_on, in_communes)
      `.execute(db),
    );
    const read = async (label: string) =>
      (await visitorOf(portal, label).visit("/verfuegbarkeit?a=1")).text;
    const [county, town, city] = [
      await read("lup"),
      await read("grabow"),
      await read("schwerin"),
    ];
    assert.match(
      county,
      /Wartung im Kreis[^]*Nur beim Kreis|Nur beim Kreis[^]*Wartung im Kreis/,
    );
    assert.match(town, /Wartung im Kreis/);
    assert.doesNotMatch(town, /Nur beim Kreis/);
    assert.doesNotMatch(city, /Wartung im Kreis/);
    assert.doesNotMatch(county, /Auf der Startseite/);
  });

  void test("tells that pages are away where nobody answers at the address", async () => {
    const { states, keep } = await look(
      "http://localhost:9",
      new Date(Date.now() - 120_000),
    );
    assert.deepEqual(states.slice(0, 2), ["pages down", "applications down"]);
    await keep();
  });

  void test("lists what went wrong, with what the operator told at that time and nobody else", async () => {
    const installation = await portal.portal("");
    const town = await portal.portal("schwerin");
    for (const { tenantId, title } of [
      { tenantId: installation.tenantId, title: "Router getauscht" },
      { tenantId: town.tenantId, title: "Nur in Schwerin" },
    ])
      await portal.services.database.inTenant(tenantId, (db) =>
        sql`
          insert into catalogue.notice (id, kind, title, body, visible_from, visible_until, shown_on, in_communes)
          values (gen_random_uuid(), 'warning', ${title}, 'Ein Teil war kaputt.', now() - interval '1 hour', now() - interval '1 second', 'everywhere', true)
        `.execute(db),
      );
    const { text } = await visitorOf(portal, "schwerin").visit(
      "/verfuegbarkeit?b=1",
    );
    const list = text.slice(text.indexOf("Störungen und Ausfälle"));
    assert.match(
      list,
      /1 Minute[^]*Seiten ansehen[^]*Ausgefallen[^]*Router getauscht/,
    );
    assert.doesNotMatch(text, /Nur in Schwerin/);
  });

  void test("is measured by the demo's own address, in production by one that is set, and not at all when nobody wants it", () => {
    const checkOf = (variables: Record<string, string>) =>
      readSettings({ PUBLIC_BASE_DOMAIN: "portal.example.org", ...variables })
        .statusCheck;
    const production = {
      NODE_ENV: "production",
      SECRET_KEYS: `a:${Buffer.alloc(32, 7).toString("base64")}`,
    };
    assert.deepEqual(checkOf({}), { url: "http://portal.example.org" });
    assert.deepEqual(checkOf(production), { url: undefined });
    const url = "https://portal.example.org";
    assert.deepEqual(checkOf({ ...production, STATUS_CHECK_URL: url }), {
      url,
    });
    assert.equal(
      checkOf({ ...production, STATUS_CHECK_URL: "none" }),
      undefined,
    );
  });
});
