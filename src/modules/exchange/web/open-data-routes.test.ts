import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { sql } from "kysely";
import type { Context } from "../../../platform/context/context.ts";
import {
  createTestDatabase,
  staffWith,
  type TestDatabase,
} from "../../../platform/testing/test-database.ts";
import { newId } from "../../../platform/values/id.ts";
import { errorStatusOf, visit } from "../../../shell/testing/visit.ts";
import { demoTenants } from "../../tenants/demo/demo-tenants.ts";
import { listOffices, type PortalDirectory } from "../../tenants/index.ts";
import { seedCatalogueDemo } from "../../catalogue/demo/seed-catalogue-demo.ts";
import type { LeistungContent } from "../../catalogue/content.ts";
import { findDirectoryOffices } from "../use-cases/find-directory-offices.ts";
import { findLeistungBySlug } from "../../catalogue/index.ts";
import { importXzufi } from "../use-cases/import-xzufi.ts";
import { saveLeistung } from "../../catalogue/testing/written-leistung.ts";
import { turnVisibility } from "../../catalogue/testing/written-leistung.ts";
import { openDataRoutes } from "./open-data-routes.ts";
import { openDemoPortals } from "../../tenants/testing/demo-portals.ts";

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
    portals = await openDemoPortals(testDatabase);
    await seedCatalogueDemo(systemOf(demoTenants.grabow));
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
    const gone = (kind: string, key: string) =>
      `<xzufi:loesche klasse="${kind}"><xzufi:id schemeAgencyID="schwerin.localhost:8080">${key}</xzufi:id></xzufi:loesche>`;
    assert.ok(later.includes(gone("Leistung", id)));
    assert.ok(later.includes(gone("Onlinedienst", `${id}-online`)));
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

  const serviceIds = (xml: string) =>
    [
      ...xml.matchAll(
        /<xzufi:onlinedienst><xzufi:id [^>]*>([^<]*)<\/xzufi:id>/g,
      ),
    ].map(([, id]) => id ?? "");
  const hide = (tenantId: string, id: string, isHidden: boolean) =>
    systemOf(tenantId).transaction((db) =>
      turnVisibility(db, tenantId, { id, isHidden }),
    );

  test("each online service has an id of its own that stays, and a delta tells which ones are gone", async () => {
    const tenantId = demoTenants.parchimerUmland;
    const id = newId();
    const service = (name: string) => ({
      name: { de: name, en: `${name} (en)` },
      url: `https://land.example/${name}`,
      assuranceLevel: "high" as const,
    });
    const publish = (names: readonly string[], day: string) =>
      save(tenantId, {
        id,
        content: { ...whole, onlineServices: names.map(service) },
        formKey: "angelschein",
        updatedAt: new Date(day),
      });
    const at = "/daten/leistungen.xml";
    await publish(["eins", "zwei", "zwei"], "2026-01-01");
    const all = await read("parchimer-umland", at);
    const [form, one, two, ...more] = serviceIds(all).filter((it) =>
      it.startsWith(id),
    );
    assert.deepEqual([form, more], [`${id}-online`, []]);
    assert.match(
      all,
      /<xzufi:link languageCode="en"><xzufi:typ><code>01<\/code><\/xzufi:typ><xzufi:link>https:\/\/land\.example\/eins<\/xzufi:link><xzufi:titel>eins \(en\)<\/xzufi:titel><\/xzufi:link><xzufi:vertrauensniveau><code>40/,
    );
    await publish(["zwei", "drei"], "2026-02-01");
    const delta = await read("parchimer-umland", `${at}?since=2026-01-15`);
    const now = serviceIds(delta);
    assert.ok(now.includes(form ?? "") && now.includes(two ?? ""));
    assert.equal(now.length, 3);
    const told = (xml: string) =>
      [
        ...xml.matchAll(/<xzufi:loesche klasse="Onlinedienst">.*?>([^<>]+)</g),
      ].map(([, key]) => key);
    assert.deepEqual(told(delta), [one]);
    await hide(tenantId, id, true);
    const hidden = await read(
      "parchimer-umland",
      `${at}?since=${new Date(Date.now() - 60_000).toISOString()}`,
    );
    assert.deepEqual(
      told(hidden).toSorted(),
      [...now].toSorted(),
      "hidden: all of them",
    );
    assert.match(hidden, /loesche klasse="Leistung"/);
    await hide(tenantId, id, false);
    const back = await read(
      "parchimer-umland",
      `${at}?since=${new Date(Date.now() - 60_000).toISOString()}`,
    );
    assert.equal(serviceIds(back).length, 3, "shown again");
  });

  test("several online services arrive as several, with their levels", async () => {
    const onlineServices = ["a", "b"].map((name) => ({
      name: { de: name, en: `${name} en` },
      url: `https://land.example/${name}`,
      assuranceLevel: "substantial" as const,
    }));
    const content = { ...whole, onlineServices };
    await save(demoTenants.lup, { slug: "zwei-wege", content });
    // Services count where the authority that hands them out answers for them: a county for all of it.
    const xml = await read("lup", "/daten/leistungen.xml");
    const tenantId = newId();
    const taken = await take(tenantId, xml);
    assert.ok(taken.ok, JSON.stringify(taken));
    const found = await findLeistungBySlug(systemOf(tenantId), "angelschein");
    assert.deepEqual(
      found?.content.onlineServices?.toSorted((a, b) =>
        a.url.localeCompare(b.url),
      ),
      onlineServices,
    );
  });

  test("a way to an appointment and videos in sign language are links beside further information", async () => {
    const content = {
      ...whole,
      appointment: { needed: true, url: "https://termin.example/" },
      signLanguageVideos: [
        { name: { de: "Video in DGS" }, url: "https://video.example/dgs" },
      ],
    };
    await save(demoTenants.neustadtGlewe, { slug: "mit-video", content });
    const xml = await read("neustadt-glewe", "/daten/leistungen.xml");
    assert.match(
      xml,
      /<code>15<\/code><\/xzufi:leikaTextmodul><xzufi:weiterfuehrenderLink languageCode="de"><xzufi:uri>https:\/\/termin\.example\/<\/xzufi:uri><xzufi:titel>Termin vereinbaren<\/xzufi:titel>/,
    );
    assert.match(
      xml,
      /video\.example\/dgs<\/xzufi:uri><xzufi:titel>Video in DGS/,
    );
  });

  test("opening hours are handed out in words and, if asked for, in figures; both arrive as the same week", async () => {
    const name = "neustadt-glewe";
    const tenantId = demoTenants.neustadtGlewe;
    const [office] = await listOffices(systemOf(tenantId));
    assert.ok(office);
    const specialDays = [
      {
        day: "2099-12-24",
        reason: "Heiligabend",
        reasonEn: "Christmas Eve",
        spans: [{ from: "08:00", to: "10:00" }],
      },
      { day: "2099-12-31", reason: "Silvester", spans: [] },
    ];
    const week = [1, 2, 3].map((weekday) => ({
      weekday,
      from: "08:00",
      to: "12:00",
    }));
    const times = [...week, { weekday: 2, from: "13:30", to: "18:00" }];
    await systemOf(tenantId).transaction((db) =>
      sql`update tenants.office set note = 'Bitte klingeln & warten.', special_days = ${JSON.stringify(specialDays)}::jsonb,
        opening_hours = ${JSON.stringify(times)}::jsonb
        where tenant_id = ${tenantId}::uuid and slug = ${office.slug}`.execute(
        db,
      ),
    );
    const at = "/daten/leistungen.xml";
    const words = await read(name, at);
    assert.match(words, /31\. Dezember 2099: geschlossen \(Silvester\)/);
    assert.match(words, /08:00–10:00 \(Christmas Eve\)/);
    assert.doesNotMatch(words, /Strukturiert/);
    const figures = await read(name, `${at}?oeffnungszeiten=strukturiert`);
    const arrived = async (xml: string) => {
      const taken = await take(demoTenants.grabow, xml);
      assert.ok(taken.ok, JSON.stringify(taken));
      assert.deepEqual(taken.value.problems, []);
      const [found] = await findDirectoryOffices(
        testDatabase.contextFor({
          tenantId: demoTenants.grabow,
          actor: staffWith(newId(), "catalogue.edit"),
        }),
        { words: office.name },
      );
      assert.ok(found);
      return found;
    };
    const days = "24.12.2099; Heiligabend; 08:00-10:00\n31.12.2099; Silvester";
    const [inWords, inFigures] = [await arrived(words), await arrived(figures)];
    for (const { hours } of [inWords, inFigures])
      assert.equal(hours, "Mo, Mi: 08:00-12:00\nDi: 08:00-12:00, 13:30-18:00");
    assert.deepEqual(
      [inFigures.days, inFigures.note],
      [days, "Bitte klingeln & warten."],
    );
    assert.match(inWords.note, /Silvester[^]*Bitte klingeln & warten\./);
  });

  test("an office stands in a delta with everything it answers for, whatever changed", async () => {
    const xml = await read("grabow", "/daten/leistungen.xml?since=2099-01-01");
    assert.doesNotMatch(xml, /<xzufi:leistung>/);
    assert.match(
      xml,
      /<xzufi:organisationseinheit>.*<xzufi:zustaendigkeit><xzufi:leistungID/,
    );
  });

  test("open data names each Leistung with its address, as JSON and as a table", async () => {
    const json = await read("grabow", "/daten/leistungen.json");
    assert.match(json, /"url": "[^"]*\/leistungen\/hundesteuer"/);
    const csv = await read("grabow", "/daten/leistungen.csv");
    assert.match(csv, /"Hundesteuer-Anmeldung","99102013104000"/);
  });
});
