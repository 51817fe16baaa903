import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import type { Context } from "../../../platform/context/context.ts";
import {
  createTestDatabase,
  staffWith,
  type TestDatabase,
} from "../../../platform/testing/test-database.ts";
import { demoTenants } from "../../tenants/demo/demo-tenants.ts";
import { findDirectoryOffices } from "./find-directory-offices.ts";
import { findLeistungBySlug } from "../../catalogue/index.ts";
import { importXzufi } from "./import-xzufi.ts";

/** Messages in the forms in which the Bereitstelldienst of the PVOG delivers them. */
const message = (...records: readonly string[]) =>
  `<?xml version="1.0" encoding="UTF-8"?>
<x:transfer xmlns:x="http://xoev.de/schemata/xzufi/2_2_0" xzufiVersion="2.2.0"><x:nachrichtenkopf/>${records.join("\n")}</x:transfer>`;
const write = (record: string) => `<x:schreibe>${record}</x:schreibe>`;
const id = (name: string, value: string, scheme = "") =>
  `<x:${name} schemeAgencyID="L100001"${scheme === "" ? "" : ` schemeID="${scheme}"`}>${value}</x:${name}>`;
const leistung = (key: string, more = "") =>
  write(
    `<x:leistung>${id("id", key)}<x:modulText><x:inhalt languageCode="de">Leistung ${key}</x:inhalt><x:leikaTextmodul><code>02</code></x:leikaTextmodul></x:modulText>${more}</x:leistung>`,
  );
const gone = (kind: string, key: string) =>
  `<x:loesche klasse="${kind}">${id("id", key)}<x:geloeschtDatumZeit>2026-01-01T00:00:00</x:geloeschtDatumZeit></x:loesche>`;
const link = (language: string, url: string, title: string) =>
  `<x:link languageCode="${language}"><x:typ><code>01</code></x:typ><x:link>${url}</x:link><x:titel>${title}</x:titel></x:link>`;
const service = (key: string, ...links: readonly string[]) =>
  write(
    `<x:onlinedienst>${id("id", key)}<x:bezeichnung languageCode="de">Dienst ${key}</x:bezeichnung><x:bezeichnung languageCode="en">Service ${key}</x:bezeichnung>${links.join("")}<x:vertrauensniveau><code>30</code></x:vertrauensniveau></x:onlinedienst>`,
  );
const zustaendigkeit = (
  key: string,
  scheme: "ZustaendigkeitOnlinedienst" | "ZustaendigkeitOrganisationseinheit",
  { of, leistungKey }: { readonly of: string; readonly leistungKey: string },
) =>
  write(
    `<x:zustaendigkeitTransferObjekt>${id("uebergeordnetesObjektID", of)}<x:zustaendigkeit>${id("id", key, scheme)}${id("leistungID", leistungKey)}<x:gebietID>130000000000</x:gebietID><x:rolle><code>01</code><name>Zuständige Stelle</name></x:rolle></x:zustaendigkeit></x:zustaendigkeitTransferObjekt>`,
  );

describe("what the PVOG delivers", () => {
  let testDatabase: TestDatabase;
  before(async () => {
    testDatabase = await createTestDatabase();
  });
  after(() => testDatabase.close());

  const contextOf = (tenantId: string): Context =>
    testDatabase.contextFor({
      tenantId,
      actor: { kind: "system", id: "system", may: () => false },
      now: new Date("2026-06-01T10:00:00Z"),
    });
  const take = async (tenantId: string, ...records: readonly string[]) => {
    const xml = message(...records);
    const taken = await importXzufi(contextOf(tenantId), {
      source: "pvog",
      mode: "delta",
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
    assert.ok(taken.ok, JSON.stringify(taken));
    return taken.value;
  };
  const find = async (tenantId: string, slug: string) =>
    (await findLeistungBySlug(contextOf(tenantId), slug))?.content;

  test("a deletion names the kind of object and its id", async () => {
    const tenantId = demoTenants.schwerin;
    await take(tenantId, leistung("1"), leistung("2"));
    const report = await take(
      tenantId,
      gone("Leistung", "1"),
      gone("Formular", "9"),
    );
    assert.deepEqual(report.problems, []);
    assert.equal(report.counts["deleted"], 1);
    assert.equal(await find(tenantId, "leistung-1"), undefined);
    assert.ok(await find(tenantId, "leistung-2"));
  });

  test("an online service belongs to a Leistung by a Zuständigkeit on its own, whichever comes first and as long as it is there", async () => {
    const tenantId = demoTenants.lup;
    const url = "https://land.example/antrag";
    const belongs = zustaendigkeit("Z1", "ZustaendigkeitOnlinedienst", {
      of: "OD1",
      leistungKey: "1",
    });
    await take(
      tenantId,
      belongs,
      leistung("1"),
      zustaendigkeit("Z2", "ZustaendigkeitOrganisationseinheit", {
        of: "OE1",
        leistungKey: "1",
      }),
    );
    assert.equal(
      (await find(tenantId, "leistung-1"))?.onlineServices,
      undefined,
    );
    const report = await take(
      tenantId,
      service(
        "OD1",
        link("de", url, "Antrag"),
        link("en", url, "Application"),
        link("en", `${url}/en`, "Application in English"),
      ),
    );
    assert.deepEqual(report.problems, []);
    const services = async () =>
      (await find(tenantId, "leistung-1"))?.onlineServices ?? [];
    assert.deepEqual(await services(), [
      {
        name: { de: "Dienst OD1", en: "Service OD1" },
        url,
        assuranceLevel: "substantial",
      },
    ]);
    await take(
      tenantId,
      service("OD1", link("de", url, "A"), link("de", `${url}/b`, "B")),
    );
    assert.deepEqual(
      (await services()).map(({ name, url: at }) => [name.de, at]),
      [
        ["A", url],
        ["B", `${url}/b`],
      ],
    );
    await take(tenantId, gone("Zustaendigkeit", "Z1"));
    assert.deepEqual(await services(), []);
  });

  test("links beside the text of a module are part of it, those beside forms are forms", async () => {
    const tenantId = demoTenants.grabow;
    const further = (language: string, url: string, title: string) =>
      `<x:weiterfuehrenderLink languageCode="${language}"><x:uri>${url}</x:uri><x:titel>${title}</x:titel></x:weiterfuehrenderLink>`;
    const module = (code: string, text: string, ...links: readonly string[]) =>
      `<x:modulText>${text}<x:leikaTextmodul><code>${code}</code></x:leikaTextmodul>${links.join("")}</x:modulText>`;
    await take(
      tenantId,
      leistung(
        "7",
        module(
          "07",
          `<x:inhalt languageCode="de">Gesetz</x:inhalt>`,
          further("de", "https://gesetze.example/7", "§ 7 &amp; mehr"),
        ) +
          module(
            "15",
            "",
            further("de", "https://land.example/x", "Mehr"),
            further("de", "javascript:alert(1)", "Böse"),
          ) +
          module(
            "14",
            "",
            further("de", "https://land.example/f.pdf", "Vordruck"),
            further("en", "https://land.example/f.pdf", "Form"),
          ),
      ),
    );
    const content = await find(tenantId, "leistung-7");
    assert.equal(
      content?.legalBases?.de,
      '<p>Gesetz</p><ul><li><a href="https://gesetze.example/7">§ 7 &amp; mehr</a></li></ul>',
    );
    assert.match(
      content.furtherInformation?.de ?? "",
      /land\.example\/x">Mehr/,
    );
    assert.doesNotMatch(content.furtherInformation?.de ?? "", /javascript/);
    assert.deepEqual(content.forms, [
      {
        name: { de: "Vordruck", en: "Form" },
        url: "https://land.example/f.pdf",
      },
    ]);
  });

  const office = async (tenantId: string, inside: string) => {
    const report = await take(
      tenantId,
      write(
        `<x:organisationseinheit>${id("id", "OE")}<x:name><x:name languageCode="de">Meldestelle</x:name></x:name>
        <x:anschrift><x:typ><code>003</code></x:typ><x:postleitzahl>19001</x:postleitzahl><x:ort>Postfachstadt</x:ort></x:anschrift>
        <x:anschrift><x:typ><code>001</code></x:typ><x:strasse>Am Packhof</x:strasse><x:hausnummer>2</x:hausnummer><x:postleitzahl>19053</x:postleitzahl><x:ort>Schwerin</x:ort></x:anschrift>
        <x:kommunikation><x:kanal><code>02</code></x:kanal><x:kennung>0385 1</x:kennung></x:kommunikation>
        <x:kommunikation><x:kanal><code>01</code></x:kanal><x:kennung>amt@stadt.example</x:kennung></x:kommunikation>${inside}</x:organisationseinheit>`,
      ),
    );
    const [found] = await findDirectoryOffices(
      {
        ...contextOf(tenantId),
        actor: staffWith(
          "00000000-0000-4000-8000-000000000001",
          "catalogue.edit",
        ),
      },
      { key: "L100001:OE" },
    );
    assert.ok(found);
    return { found, problems: report.problems.map(({ problem }) => problem) };
  };
  const time = (
    day: string,
    [from, to]: readonly [string, string],
    more = "",
  ) =>
    `<x:regulaereZeit><x:tagestyp><code>x</code><name>${day}</name></x:tagestyp>${more}<x:beginn>${from}:00</x:beginn><x:ende>${to}:00</x:ende></x:regulaereZeit>`;
  const set = (inside: string) =>
    `<x:infoOeffnungszeitenStrukturiert>${inside}</x:infoOeffnungszeitenStrukturiert>`;
  const words = `<x:infoOeffnungszeitenText languageCode="de">Mo 7-8 Uhr, sonst nach Vereinbarung</x:infoOeffnungszeitenText>`;

  test("an office has the address of its house, and its channels by their codes", async () => {
    const { found, problems } = await office(demoTenants.ludwigslust, "");
    assert.deepEqual(problems, []);
    assert.deepEqual(
      [found.street, found.postcode, found.phone, found.email],
      ["Am Packhof 2", "19053", "0385 1", "amt@stadt.example"],
    );
  });

  const cases: readonly {
    readonly name: string;
    readonly given: string;
    readonly hours: string;
    readonly days?: string;
    readonly note?: string;
    readonly problems?: readonly string[];
  }[] = [
    {
      name: "weekdays, a run of days and a break",
      given: set(
        time("ARBEITSTAG_MO_FR", ["08:00", "12:00"]) +
          time("DIENSTAG", ["13:00", "18:00"]),
      ),
      hours: "Mo, Mi, Do, Fr: 08:00-12:00\nDi: 08:00-12:00, 13:00-18:00",
    },
    {
      name: "figures before words that say the same again",
      given: words + set(time("Montag", ["08:00", "12:00"])),
      hours: "Mo: 08:00-12:00",
      note: "Mo 7-8 Uhr, sonst nach Vereinbarung",
    },
    {
      name: "closed, by appointment and a hint",
      given: set(
        `<x:regulaereZeit><x:tagestyp><code>MITTWOCH</code></x:tagestyp><x:zusatz>geschlossen</x:zusatz></x:regulaereZeit>
        <x:regulaereZeit><x:tagestyp><code>FREITAG</code></x:tagestyp><x:zusatz>nach Vereinbarung</x:zusatz></x:regulaereZeit>
        ${time("Montag", ["08:00", "12:00"])}<x:hinweisText languageCode="de">Bitte mit Termin.</x:hinweisText>`,
      ),
      hours: "Mo: 08:00-12:00",
      note: "Bitte mit Termin.\nFreitag: nach Vereinbarung",
    },
    {
      name: "days that are different, those that are over left out",
      given: set(
        time("Montag", ["08:00", "12:00"]) +
          `<x:abweichendeZeit><x:datum>2026-12-24</x:datum><x:beginn>08:00:00</x:beginn><x:ende>10:00:00</x:ende><x:zusatz>Heiligabend</x:zusatz></x:abweichendeZeit>
          <x:abweichendeZeit><x:datum>2026-12-31</x:datum><x:zusatz>Silvester</x:zusatz></x:abweichendeZeit>
          <x:abweichendeZeit><x:datum>2026-01-02</x:datum><x:zusatz>Brückentag</x:zusatz></x:abweichendeZeit>`,
      ),
      hours: "Mo: 08:00-12:00",
      days: "24.12.2026; Heiligabend; 08:00-10:00\n31.12.2026; Silvester",
    },
    {
      name: "what holds today; what comes later is said",
      given:
        set(
          time("Montag", ["07:00", "12:00"]) +
            `<x:gueltigkeit><x:beginn>2026-01-01</x:beginn><x:ende>2026-05-31</x:ende></x:gueltigkeit>`,
        ) +
        set(
          time("Montag", ["08:00", "12:00"]) +
            `<x:gueltigkeit><x:beginn>2026-06-01</x:beginn><x:ende>2026-08-31</x:ende></x:gueltigkeit>`,
        ) +
        set(
          time("Montag", ["09:00", "12:00"]) +
            `<x:gueltigkeit><x:beginn>2026-09-01</x:beginn></x:gueltigkeit>`,
        ),
      hours: "Mo: 08:00-12:00",
      note: "01.09.2026–: Mo: 09:00-12:00",
    },
    {
      name: "hours of other kinds, and not of every week, stay words",
      given:
        set(
          time("Montag", ["08:00", "12:00"]) +
            time(
              "Samstag",
              ["09:00", "11:00"],
              "<x:tagesposition><code>ERSTER</code></x:tagesposition>",
            ),
        ) +
        set(
          `<x:typ><code>TELEFONISCHE_ERREICHBARKEIT</code></x:typ>${time("Montag", ["07:00", "18:00"])}`,
        ),
      hours: "Mo: 08:00-12:00",
      note: "ERSTER Samstag: 09:00-11:00\nTelefonische erreichbarkeit: Mo: 07:00-18:00",
    },
    {
      name: "codes without a name are not guessed but reported",
      given: set(
        `<x:regulaereZeit><x:tagestyp><code>03</code></x:tagestyp><x:beginn>08:00:00</x:beginn><x:ende>12:00:00</x:ende></x:regulaereZeit>`,
      ),
      hours: "",
      problems: ["hours-not-read"],
    },
  ];
  for (const {
    name,
    given,
    hours,
    days = "",
    note = "",
    problems = [],
  } of cases)
    test(`opening hours in figures: ${name}`, async () => {
      const read = await office(demoTenants.parchimerUmland, given);
      assert.deepEqual(
        [read.found.hours, read.found.days, read.found.note],
        [hours, days, note],
      );
      assert.deepEqual(read.problems, problems);
    });
});
