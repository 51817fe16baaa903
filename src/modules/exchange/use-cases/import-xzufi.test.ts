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
import { demoTenants } from "../../tenants/demo/demo-tenants.ts";
import type { LeistungContent } from "../../catalogue/content.ts";
import { generateXzufi } from "../testing/generate-xzufi.ts";
import { findDirectoryOffices } from "./find-directory-offices.ts";
import { findLeistungBySlug } from "../../catalogue/index.ts";
import { findResponsibleOrganisation } from "./find-responsible-organisation.ts";
import { importXzufi, type XzufiImport } from "./import-xzufi.ts";
import { saveLeistung } from "../../catalogue/testing/written-leistung.ts";
import { searchLeistungen } from "../../catalogue/index.ts";

const head = `<?xml version="1.0" encoding="UTF-8"?>
<x:transfer xmlns:x="http://xoev.de/schemata/xzufi/2_2_0" xzufiVersion="2.2.0"><x:nachrichtenkopf/>`;
const message = (...records: readonly string[]) =>
  `${head}${records.join("")}</x:transfer>`;
const write = (record: string) => `<x:schreibe>${record}</x:schreibe>`;
const module = (code: string, text: string, language = "de") =>
  `<x:modulText><x:inhalt languageCode="${language}">${text}</x:inhalt><x:leikaTextmodul><code>${code}</code></x:leikaTextmodul></x:modulText>`;
const leistung = (id: string, more = "", name = `Leistung ${id}`) =>
  write(
    `<x:leistung><x:id schemeAgencyID="A">${id}</x:id>${module("02", name)}${more}</x:leistung>`,
  );

describe("import of XZuFi", () => {
  let testDatabase: TestDatabase;
  before(async () => {
    testDatabase = await createTestDatabase();
  });
  after(() => testDatabase.close());

  const systemOf = (tenantId: string): Context =>
    testDatabase.contextFor({
      tenantId,
      actor: { kind: "system", id: "system", may: () => false },
    });
  const take = (
    tenantId: string,
    xml: string | Uint8Array,
    more: Partial<XzufiImport> = {},
  ) =>
    importXzufi(systemOf(tenantId), {
      source: "land",
      mode: "delta",
      fingerprint: String(Math.random()),
      ars: "130765657050",
      documents: [
        {
          open: async function* () {
            yield typeof xml === "string" ? new TextEncoder().encode(xml) : xml;
          },
        },
      ],
      ...more,
    });
  const countsOf = async (...given: Parameters<typeof take>) => {
    const taken = await take(...given);
    assert.ok(taken.ok, JSON.stringify(taken));
    return taken.value.counts;
  };
  const find = async (tenantId: string, slug: string) =>
    (await findLeistungBySlug(systemOf(tenantId), slug))?.content;
  const rowsOf = (tenantId: string) =>
    systemOf(tenantId).transaction(async (db) => {
      const { rows } = await sql<{ rows: string }>`
        select coalesce(md5(string_agg(l::text, '' order by l.id)), '') as rows from catalogue.leistung l
        where tenant_id = ${tenantId}::uuid`.execute(db);
      return rows[0]?.rows;
    });

  test("an Organisationseinheit is found by a part of its name, by editors of the tenant only", async () => {
    const xml = message(
      write(
        `<x:organisationseinheit><x:id schemeAgencyID="A">O7</x:id><x:name><x:name languageCode="de">Fundbüro der Stadt</x:name></x:name>
        <x:anschrift><x:strasse>Ring</x:strasse><x:hausnummer>3</x:hausnummer><x:postleitzahl>19300</x:postleitzahl><x:ort>Grabow</x:ort></x:anschrift>
        <x:kommunikation><x:telefon>038756 1</x:telefon></x:kommunikation>
        <x:infoOeffnungszeitenText languageCode="de">Dienstag und Donnerstag 9 - 12 Uhr
und nach Vereinbarung</x:infoOeffnungszeitenText></x:organisationseinheit>`,
      ),
    );
    assert.ok((await take(demoTenants.grabow, xml)).ok);
    const as = (tenantId: string, permission: string): Context => ({
      ...systemOf(tenantId),
      actor: staffWith("00000000-0000-4000-8000-000000000001", permission),
    });
    const editor = as(demoTenants.grabow, "catalogue.edit");
    const [found] = await findDirectoryOffices(editor, { words: "fundBÜRO" });
    assert.deepEqual(found, {
      key: "A:O7",
      name: "Fundbüro der Stadt",
      street: "Ring 3",
      postcode: "19300",
      town: "Grabow",
      phone: "038756 1",
      email: "",
      hours: "Di, Do: 09:00-12:00",
      days: "",
      note: "und nach Vereinbarung",
    });
    assert.deepEqual(await findDirectoryOffices(editor, { key: "A:O7" }), [
      found,
    ]);
    for (const context of [
      as(demoTenants.lup, "catalogue.edit"),
      as(demoTenants.grabow, "vorgang.edit"),
    ])
      assert.deepEqual(
        await findDirectoryOffices(context, { key: "A:O7" }),
        [],
      );
  });

  test("a Leistung without an office names the nearest Organisationseinheit that answers for it, however the directory says so", async () => {
    const tenantId = newId();
    const area = (ars: string) =>
      `<x:leistungID schemeAgencyID="A">L9</x:leistungID><x:gebietID>${ars}</x:gebietID>`;
    const unit = (id: string, name: string, more = "") =>
      write(
        `<x:organisationseinheit><x:id schemeAgencyID="A">${id}</x:id><x:name><x:name languageCode="de">${name}</x:name></x:name>${more}</x:organisationseinheit>`,
      );
    const [county, town, other] = [
      unit(
        "K",
        "Kreis",
        `<x:zustaendigkeit>${area("130760000000")}</x:zustaendigkeit>`,
      ),
      unit("S", "Stadt"),
      unit(
        "X",
        "Anderswo",
        `<x:zustaendigkeit>${area("130765657050")}</x:zustaendigkeit>`,
      ),
    ];
    const ofTown = write(
      `<x:zustaendigkeit><x:id schemeAgencyID="A">Z</x:id>${area("130765660105")}<x:organisationseinheitID schemeAgencyID="A">S</x:organisationseinheitID></x:zustaendigkeit>`,
    );
    const ars = "130765660105";
    const context = systemOf(tenantId);
    const nameNow = async (...records: readonly string[]) => {
      const xml = message(leistung("L9", "", "Neunte"), ...records);
      const taken = await take(tenantId, xml, { ars, mode: "whole" });
      assert.ok(taken.ok);
      const found = await findLeistungBySlug(context, "neunte");
      assert.ok(found?.takenOver);
      const { takenOver } = found;
      const unit = await findResponsibleOrganisation(context, takenOver, ars);
      const elsewhere = await findResponsibleOrganisation(
        systemOf(demoTenants.ludwigslust),
        takenOver,
        ars,
      );
      assert.equal(elsewhere, undefined, "another tenant's directory");
      return unit?.name;
    };
    assert.equal(await nameNow(other), undefined);
    assert.equal(await nameNow(other, county), "Kreis");
    assert.equal(await nameNow(other, county, town, ofTown), "Stadt");
  });

  test("texts, amounts and facts of a Leistung arrive, cleaned and in both languages", async () => {
    const xml = message(
      leistung(
        "1",
        `<x:referenzLeiKa><code>99102013104000</code></x:referenzLeiKa>
        ${module("03", "Hund anmelden")}${module("05", "&lt;p onclick='x()'&gt;Kurz&lt;script&gt;x&lt;/script&gt;&lt;/p&gt;")}
        ${module("08", "<![CDATA[<ul><li>Impfpass</li></ul>]]>")}
        <x:modulText><x:inhalt languageCode="de">Gesetz</x:inhalt><x:inhalt languageCode="en">Law</x:inhalt><x:leikaTextmodul><code>07</code></x:leikaTextmodul></x:modulText>
        <x:modulKosten><x:kosten><x:betrag>12.5</x:betrag></x:kosten><x:beschreibung languageCode="de">Je Hund</x:beschreibung></x:modulKosten>
        <x:modulFrist><x:frist><x:dauer>2</x:dauer><x:einheit><code>3</code></x:einheit></x:frist></x:modulFrist>
        <x:typisierung><code>5</code></x:typisierung><x:vertrauensniveau><code>30</code></x:vertrauensniveau>
        <x:gueltigkeit><x:beginn>2020-01-01T00:00:00</x:beginn></x:gueltigkeit>`,
      ),
    );
    assert.deepEqual(await countsOf(demoTenants.schwerin, xml), {
      leistung: 1,
      remarked: 1,
      added: 1,
      changed: 0,
      removed: 0,
    });
    assert.deepEqual(await find(demoTenants.schwerin, "hund-anmelden"), {
      title: { de: "Hund anmelden" },
      officialTitle: { de: "Leistung 1" },
      teaser: { de: "Kurz" },
      summary: { de: "<p>Kurz</p>" },
      documents: { de: "<ul><li>Impfpass</li></ul>" },
      legalBases: { de: "<p>Gesetz</p>", en: "<p>Law</p>" },
      feeText: { de: "<p>Je Hund</p>" },
      fees: [{ kind: "fixed", cents: 1250 }],
      deadlines: [{ length: 2, unit: "week" }],
      typing: ["5"],
      leikaKey: "99102013104000",
      assuranceLevel: "substantial",
      onlineMaturity: 0,
      situations: [],
      keywords: [],
      officeSlug: "",
      validFrom: "2020-01-01",
    } satisfies LeistungContent);
    const [hit] = await searchLeistungen(
      [systemOf(demoTenants.schwerin)],
      "Hund",
    );
    assert.equal(hit?.hit.slug, "hund-anmelden");
  });

  test("one bad record is named with its line and skipped, the others arrive", async () => {
    const taken = await take(
      demoTenants.ludwigslust,
      message(
        leistung("1"),
        write("<x:leistung/>"),
        "\n",
        write("<x:raumschiff/>"),
        leistung("2"),
        leistung("3", "", ""),
      ),
    );
    assert.ok(taken.ok);
    assert.equal(taken.value.counts["added"], 2);
    assert.deepEqual(
      taken.value.problems.map(({ line, element, problem }) => [
        line,
        element,
        problem,
      ]),
      [
        [2, "leistung", "no-id"],
        [3, "raumschiff", "unknown-element"],
        [3, "leistung", "no-german-name"],
      ],
    );
  });

  test("a broken, empty or foreign file changes nothing", async () => {
    const tenantId = demoTenants.ludwigslust;
    const before = await rowsOf(tenantId);
    const whole = message(leistung("7"), leistung("8"));
    const evil: readonly (readonly [string | Uint8Array, string])[] = [
      [whole.slice(0, -20), "broken"],
      [
        whole.replace(head, `<!DOCTYPE x [<!ENTITY a "b">]>${head.slice(39)}`),
        "broken",
      ],
      [whole.replace("Leistung 8", "&unbekannt;"), "broken"],
      [
        new Uint8Array([...new TextEncoder().encode(head), 0xff, 0xfe]),
        "broken",
      ],
      [whole.replaceAll("/xzufi/", "/anderes/"), "broken"],
      [message(), "empty"],
      ["", "broken"],
    ];
    for (const [xml, kind] of evil) {
      const taken = await take(tenantId, xml, { mode: "whole" });
      assert.ok(!taken.ok);
      assert.equal(taken.refusal.kind, kind);
      assert.equal(await rowsOf(tenantId), before);
    }
  });

  test("a delta changes what it names, a whole delivery also takes out what it leaves out", async () => {
    const tenantId = demoTenants.neustadtGlewe;
    await countsOf(
      tenantId,
      message(leistung("1"), leistung("2"), leistung("3")),
    );
    assert.deepEqual(
      await countsOf(
        tenantId,
        message(
          leistung("2", "", "Anders"),
          `<x:loesche><x:leistung><x:id schemeAgencyID="A">3</x:id></x:leistung></x:loesche>`,
        ),
      ),
      { leistung: 1, deleted: 1, added: 0, changed: 1, removed: 1 },
    );
    assert.equal((await find(tenantId, "leistung-2"))?.title.de, "Anders");
    assert.equal(await find(tenantId, "leistung-3"), undefined);
    const whole = await countsOf(
      tenantId,
      message(leistung("2", "", "Anders")),
      { mode: "whole" },
    );
    assert.deepEqual(whole, { leistung: 1, added: 0, changed: 0, removed: 1 });
    assert.equal(await find(tenantId, "leistung-1"), undefined);
  });

  test("what the town made its own stays when the Land changes or deletes it", async () => {
    const tenantId = demoTenants.grabow;
    const key =
      "<x:referenzLeiKa><code>99108001001000</code></x:referenzLeiKa>";
    await systemOf(tenantId).transaction((db) =>
      saveLeistung(db, tenantId, {
        id: "00000000-0000-4000-8000-000000000001",
        slug: "parken",
        content: {
          title: { de: "Parken" },
          teaser: { de: "Hier." },
          feeText: { de: "<p>24 Euro</p>" },
          leikaKey: "99108001001000",
          assuranceLevel: "low",
          onlineMaturity: 3,
          situations: ["mobility.parking"],
          keywords: ["Auto"],
          officeSlug: "ordnungsamt",
        },
        formKey: "parken",
        featuredPosition: 1,
        updatedAt: new Date(),
      }),
    );
    const above = (text: string) =>
      message(leistung("1", key + module("08", text)));
    assert.equal((await countsOf(tenantId, above("Ausweis")))["changed"], 1);
    await countsOf(tenantId, above("Ausweis und Fahrzeugschein"));
    const content = await find(tenantId, "parken");
    assert.equal(content?.title.de, "Parken");
    assert.equal(content.feeText?.de, "<p>24 Euro</p>");
    assert.equal(content.documents?.de, "<p>Ausweis und Fahrzeugschein</p>");
    await countsOf(
      tenantId,
      message(
        `<x:loesche><x:leistungID schemeAgencyID="A">1</x:leistungID></x:loesche>`,
      ),
    );
    assert.equal((await find(tenantId, "parken"))?.title.de, "Parken");
  });

  test("a specialisation and an online service count where they hold, the nearest last", async () => {
    const spec = (id: string, area: string, text: string) =>
      write(
        `<x:spezialisierung><x:id>${id}</x:id><x:leistungID schemeAgencyID="A">1</x:leistungID><x:gebietID>${area}</x:gebietID>${module("08", text)}</x:spezialisierung>`,
      );
    const service =
      write(`<x:onlinedienst><x:id>o</x:id><x:bezeichnung languageCode="de">Antrag</x:bezeichnung><x:link><x:typ><code>01</code></x:typ><x:link>https://land.example/a</x:link></x:link>
      <x:zustaendigkeit><x:leistungID schemeAgencyID="A">1</x:leistungID><x:gebietID>130000000000</x:gebietID></x:zustaendigkeit></x:onlinedienst>`);
    const tenantId = demoTenants.lup;
    const xml = message(
      leistung("1"),
      spec("s3", "130765657050", "Stadt"),
      spec("s2", "130760000000", "Kreis"),
      spec("s1", "010000000000", "fremd"),
      service,
    );
    await countsOf(tenantId, xml);
    const content = await find(tenantId, "leistung-1");
    assert.equal(content?.documents?.de, "<p>Stadt</p>");
    assert.deepEqual(content.onlineServices, [
      { name: { de: "Antrag" }, url: "https://land.example/a" },
    ]);
    await countsOf(
      tenantId,
      message(
        `<x:loesche><x:spezialisierung><x:id>s3</x:id></x:spezialisierung></x:loesche>`,
      ),
    );
    assert.equal(
      (await find(tenantId, "leistung-1"))?.documents?.de,
      "<p>Kreis</p>",
    );
  });

  test("an import that was interrupted goes on where it was", async () => {
    const tenantId = demoTenants.parchimerUmland;
    const chunks = [...generateXzufi({ leistungen: 600, areas: 0 })];
    const staged: number[] = [];
    const run = (breakAt: number) =>
      take(tenantId, "", {
        fingerprint: "same",
        documents: [
          {
            open: async function* () {
              for (const [number, chunk] of chunks.entries()) {
                if (number === breakAt) throw new Error("power cut");
                yield chunk;
              }
            },
          },
        ],
        onProgress: ({ step, count }) => step === "read" && staged.push(count),
      });
    await assert.rejects(run(550), /power cut/);
    assert.deepEqual(staged.splice(0), [500]);
    assert.equal(
      await find(tenantId, "hund-anmeldung-innenstadt-0"),
      undefined,
    );
    const taken = await run(Infinity);
    assert.ok(taken.ok);
    assert.deepEqual(staged, [600]);
    assert.equal(taken.value.counts["added"], 600);
  });

  test("a link to elsewhere than pages, mail and telephone is reported and left out, the rest of the record arrives", async () => {
    const tenantId = demoTenants.parchimerUmland;
    const service = (id: string, url: string) =>
      write(
        `<x:onlinedienst><x:id schemeAgencyID="A">${id}</x:id><x:bezeichnung languageCode="de">Antrag ${id}</x:bezeichnung><x:link><x:link>${url}</x:link></x:link><x:zustaendigkeit><x:leistungID schemeAgencyID="A">L1</x:leistungID></x:zustaendigkeit></x:onlinedienst>`,
      );
    const taken = await take(
      tenantId,
      message(
        leistung("L1"),
        service("1", "javascript:alert(1)"),
        service("2", "https://land.example/a"),
      ),
    );
    assert.ok(taken.ok);
    assert.deepEqual(
      taken.value.problems.map(({ element, problem }) => [element, problem]),
      [["onlinedienst", "unsafe-address"]],
    );
    assert.deepEqual(
      (await find(tenantId, "leistung-l1"))?.onlineServices?.map(
        ({ url }) => url,
      ),
      ["https://land.example/a"],
    );
  });

  test("a guest imports nothing", async () => {
    const guest = testDatabase.contextFor({ tenantId: demoTenants.grabow });
    const taken = await importXzufi(guest, {
      source: "land",
      mode: "whole",
      fingerprint: "",
      ars: "",
      documents: [],
    });
    assert.deepEqual(taken, { ok: false, refusal: { kind: "not-permitted" } });
  });
});
