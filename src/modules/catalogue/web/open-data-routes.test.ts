import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import type { Context } from "../../../platform/context/context.ts";
import {
  createTestDatabase,
  type TestDatabase,
} from "../../../platform/testing/test-database.ts";
import { newId } from "../../../platform/values/id.ts";
import { errorStatusOf, visit } from "../../../shell/testing/visit.ts";
import { demoTenants } from "../../tenants/demo/demo-tenants.ts";
import { seedTenantsDemo } from "../../tenants/demo/seed-tenants-demo.ts";
import {
  createPortalDirectory,
  type PortalDirectory,
} from "../../tenants/index.ts";
import { seedCatalogueDemo } from "../demo/seed-catalogue-demo.ts";
import type { LeistungContent } from "../domain/leistung-content.ts";
import { findLeistungBySlug } from "../use-cases/find-leistung-by-slug.ts";
import { importXzufi } from "../use-cases/import-xzufi.ts";
import { saveLeistung } from "../use-cases/save-leistung.ts";
import { openDataRoutes } from "./open-data-routes.ts";

/** Everything that XZuFi has a place for. */
const whole: LeistungContent = {
  title: { de: "Angelschein", en: "Fishing licence" },
  officialTitle: { de: "Fischereischein Erteilung" },
  teaser: {
    de: "Wer „angelt“ & fischt, braucht <ihn>.",
    en: "Whoever fishes needs it.",
  },
  summary: { de: "<p>Kurz</p>", en: "<p>Short</p>" },
  description: {
    de: '<p>Lang mit <strong>fett</strong> und <a href="https://land.example/?a=1&amp;b=2">Link</a></p>',
  },
  prerequisites: { de: "<ul><li>a</li><li>b &lt; c</li></ul>" },
  documents: { de: "<p>Ausweis</p>" },
  feeText: { de: "<p>Je nach Dauer</p>" },
  deadlineText: { de: "<p>Bald</p>" },
  processingText: { de: "<p>Schnell</p>" },
  procedure: { de: "<ol><li>Antrag</li></ol>" },
  legalBases: { de: "<p>§ 7 LFischG</p>" },
  remedies: { de: "<p>Widerspruch</p>" },
  furtherInformation: { de: "<p>Mehr</p>" },
  formText: { de: "<p>Formular</p>" },
  notes: { de: "<p>Hinweis</p>" },
  contact: { de: "<p>Amt</p>" },
  responsibleBody: { de: "<p>Stelle</p>" },
  author: { de: "<p>Land</p>" },
  leikaKey: "99001001001000",
  furtherLeikaKeys: ["99001001001001"],
  structure: "LOVD",
  typing: ["4", "5"],
  fees: [
    { kind: "free", for: { de: "Kinder" } },
    { kind: "fixed", cents: 1_050, inAdvance: true },
    { kind: "range", fromCents: 500, toCents: 1_000 },
    { kind: "range", fromCents: 0 },
  ],
  deadlines: [{ length: 2, unit: "week", for: { de: "nach Umzug" } }],
  processingTime: { min: 1, max: 3, unit: "workingDay" },
  forms: [
    {
      name: { de: "Vordruck", en: "Form" },
      url: "https://land.example/vordruck.pdf",
    },
  ],
  sdgAreas: ["D1"],
  assuranceLevel: "high",
  keywords: ["Fisch", "Angel"],
  validFrom: "2020-01-01",
  validUntil: "2099-12-31",
  onlineMaturity: 0,
  situations: [],
  officeSlug: "",
};

describe("what programs read of the catalogue", () => {
  let testDatabase: TestDatabase;
  let portals: PortalDirectory;
  before(async () => {
    testDatabase = await createTestDatabase();
    await testDatabase.database.unscoped(seedTenantsDemo);
    await seedCatalogueDemo(systemOf(demoTenants.grabow));
    portals = createPortalDirectory({
      transaction: (work) => testDatabase.database.unscoped(work),
      maxAgeMs: 600_000,
    });
  });
  after(() => testDatabase.close());

  const systemOf = (tenantId: string): Context =>
    testDatabase.contextFor({
      tenantId,
      actor: { kind: "system", id: "system", may: () => false },
    });
  const reach = async (host: string, path: string) => {
    const portal = await portals.findByHost(host);
    assert.ok(portal);
    const context = testDatabase.contextFor({ tenantId: portal.tenantId });
    return visit([...openDataRoutes], "GET", { context, portal, path });
  };
  const read = async (host: string, path: string): Promise<string> => {
    const reply = await reach(host, path);
    assert.ok(reply.kind === "download" && Buffer.isBuffer(reply.body));
    return reply.body.toString("utf8");
  };
  const save = (
    tenantId: string,
    more: Partial<Parameters<typeof saveLeistung>[2]> = {},
  ) =>
    systemOf(tenantId).transaction((db) =>
      saveLeistung(db, tenantId, {
        id: newId(),
        slug: "angelschein",
        content: whole,
        formKey: null,
        featuredPosition: null,
        updatedAt: new Date(),
        ...more,
      }),
    );
  const take = (tenantId: string, xml: string) =>
    importXzufi(systemOf(tenantId), {
      source: "nachbar",
      mode: "whole",
      fingerprint: xml,
      ars: "130765657050",
      documents: [
        {
          open: async function* () {
            await Promise.resolve();
            yield new TextEncoder().encode(xml);
          },
        },
      ],
    });

  test("what is handed out as XZuFi and taken in elsewhere is the same", async () => {
    await save(demoTenants.neustadtGlewe);
    const xml = await read("neustadt-glewe", "/daten/leistungen.xml");
    const taken = await take(demoTenants.ludwigslust, xml);
    assert.ok(taken.ok, JSON.stringify(taken));
    assert.deepEqual(taken.value.problems, []);
    const found = await findLeistungBySlug(
      systemOf(demoTenants.ludwigslust),
      "angelschein",
    );
    assert.deepEqual(found?.content, whole);
    const again = await read("ludwigslust", "/daten/leistungen.xml");
    assert.doesNotMatch(
      again,
      /Angelschein/,
      "what comes from a directory is not handed on",
    );
  });

  test("each form is an online service with its address", async () => {
    const xml = await read("grabow", "/daten/leistungen.xml");
    assert.match(
      xml,
      /<xzufi:link>[^<]*\/leistungen\/hundesteuer\/antrag<\/xzufi:link>/,
    );
    assert.match(xml, /<xzufi:gebietID>130765657050<\/xzufi:gebietID>/);
  });

  test("since a moment only what was published from then on comes, and what was hidden is deleted", async () => {
    const id = newId();
    await save(demoTenants.schwerin, { id, updatedAt: new Date("2026-01-01") });
    const all = await read(
      "schwerin",
      "/daten/leistungen.xml?since=2025-12-31",
    );
    assert.match(all, /Angelschein/);
    assert.doesNotMatch(
      await read(
        "schwerin",
        "/daten/leistungen.xml?since=2026-01-02T00:00:00Z",
      ),
      /Angelschein/,
    );
    await save(demoTenants.schwerin, {
      id,
      isHidden: true,
      updatedAt: new Date("2026-02-01"),
    });
    const later = await read(
      "schwerin",
      "/daten/leistungen.xml?since=2026-01-15",
    );
    assert.match(later, new RegExp(`<xzufi:loesche>.*${id}`));
    assert.doesNotMatch(later, /Angelschein/);
    assert.doesNotMatch(
      await read("schwerin", "/daten/leistungen.json"),
      /Angelschein/,
    );
    assert.equal(
      errorStatusOf(
        await reach("schwerin", "/daten/leistungen.xml?since=gestern"),
      ),
      400,
    );
  });

  test("open data names each Leistung with its address, as JSON and as a table", async () => {
    const json = await read("grabow", "/daten/leistungen.json");
    assert.match(json, /"url": "[^"]*\/leistungen\/hundesteuer"/);
    const csv = await read("grabow", "/daten/leistungen.csv");
    assert.match(csv, /"Hundesteuer-Anmeldung","99102013104000"/);
  });
});
