import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { schwerin } from "../../../shell/testing/visit.ts";
import type { LeistungContent } from "../domain/content/leistung-content.ts";
import type { LeistungWithOffice } from "../domain/leistung.ts";
import type { LeistungPageInput } from "./leistung-page-input.ts";
import { leistungPage } from "./leistung-page.ts";
import { structuredData } from "./structured-data.ts";

type Given = Partial<LeistungContent> & {
  readonly form?: string;
  readonly from?: LeistungWithOffice["takenOver"];
};

function leistung({ form, from, ...content }: Given): LeistungWithOffice {
  return {
    id: "1",
    slug: "x",
    title: "X",
    teaser: "Y",
    initial: "X",
    lifeSituation: "papers",
    formKey: form ?? null,
    content: {
      title: { de: "X" },
      teaser: { de: "Y" },
      assuranceLevel: "none",
      onlineMaturity: 3,
      situations: [],
      keywords: [],
      officeSlug: "amt",
      ...content,
    },
    updatedAt: new Date("2026-03-01T10:00:00Z"),
    takenOver: from,
    office: {
      slug: "amt",
      name: "Das Amt",
      authority: null,
      tasks: "",
      street: "Weg 1",
      postcode: "19053",
      town: "Schwerin",
      phone: "0385 1",
      email: "amt@schwerin.example",
      openingTimes: [{ weekday: 1, from: "08:00", to: "12:00" }],
      note: null,
      specialDays: [],
      partOf: null,
      accessibility: null,
      transport: null,
      location: null,
    },
  };
}

const baseUrl = "http://schwerin.localhost:8080";
const portal = schwerin("t");

function pageOf(
  given: Given,
  locale: "de" | "en" = "de",
  more: Partial<LeistungPageInput> = {},
): string {
  return String(
    leistungPage({
      leistung: leistung(given),
      portal,
      locale,
      now: new Date("2026-03-03T10:00:00Z"),
      baseUrl,
      communes: [],
      receiver: undefined,
      takenOverFrom: "Landkreis Nord",
      organisation: undefined,
      ...more,
    }),
  ).replaceAll(/\s+/g, " ");
}

const primary = /kern-btn--primary/g;

test("without an office it names who a directory says is responsible, as far as that says how to reach them", () => {
  const text = pageOf({}, "de", {
    leistung: { ...leistung({}), office: null },
    organisation: {
      key: "A:1",
      name: "Fundbüro <b>",
      street: "",
      postcode: "19300",
      town: "Grabow",
      phone: "038756 1",
      email: "unbekannt",
      hours: "Di, Do: 09:00-12:00",
      days: "",
      note: "und nach <Vereinbarung>",
    },
  });
  assert.match(text, /Di, Do: 09:00-12:00.*und nach &lt;Vereinbarung&gt;/);
  assert.match(text, /Fundbüro &lt;b&gt;.*19300 Grabow.*href="tel:0387561"/);
  assert.doesNotMatch(text, /unbekannt/, "no address to write to");
  assert.match(text, /Verzeichnis der Verwaltung/);
});

describe("page of a Leistung", () => {
  for (const [words, given] of [
    ["Ganz online, ohne Papier", { form: "f" }],
    [
      "Antrag online, danach noch etwas vor Ort oder auf Papier",
      { form: "f", onlineMaturity: 2 },
    ],
    [
      "Ganz online, Nachweise holen wir selbst",
      { form: "f", onlineMaturity: 4 },
    ],
    [
      "Ganz online, auf einer anderen Seite",
      {
        onlineServices: [
          { name: { de: "Land" }, url: "https://land.example/" },
        ],
      },
    ],
    [
      "Mit Formular zum Ausdrucken oder Senden",
      { forms: [{ name: { de: "F" }, url: "https://f.example/" }] },
    ],
    ["Persönlich, mit Termin", { appointment: { needed: true } }],
    ["Persönlich oder schriftlich beim Amt", {}],
  ] satisfies readonly (readonly [string, Given])[])
    test(`says "${words}" first, and one thing to do`, () => {
      const page = pageOf(given);
      const first = page.indexOf("Das tun Sie zuerst");
      assert.ok(page.indexOf(words) > first);
      assert.equal(page.match(primary)?.length, 1);
    });

  test("leads nowhere but to the web", () => {
    const page = pageOf({
      onlineServices: [{ name: { de: "B" }, url: "javascript:alert(1)" }],
      forms: [{ name: { de: "B" }, url: "data:text/html,x" }],
      appointment: { needed: true, url: "javascript:alert(2)" },
      signLanguageVideos: [{ name: { de: "B" }, url: "javascript:alert(3)" }],
    });
    assert.doesNotMatch(page, /javascript:|data:/);
  });

  test("figures are said in words", () => {
    const figures = {
      fees: [
        { kind: "fixed", cents: 3070, for: { de: "Erwachsene" } },
        { kind: "range", fromCents: 500 },
      ],
      processingTime: { min: 2, max: 4, unit: "week" },
      deadlines: [{ length: 1, unit: "month" }],
      validUntil: "2026-12-31",
    } satisfies Given;
    const page = pageOf(figures);
    for (const words of [
      "Erwachsene</span>: 30,70&nbsp;€|Erwachsene</span>: 30,70\u00a0€",
      "ab 5,00\u00a0€",
      "2 bis 4 Wochen",
      "ein Monat",
      "Bis zum 31. Dezember 2026",
    ])
      assert.match(page, new RegExp(words.replaceAll("\u00a0", "[\\s\u00a0]")));
  });

  const feeOf = (given: Given) =>
    /Was kostet es\?<\/dt>([^]*?)<\/dd>/.exec(pageOf(given))?.[1] ?? "";
  const from = (...ownParts: readonly string[]) => ({
    from: { source: "portal:lk", key: "k", ownParts },
  });
  const forty = {
    fees: [{ kind: "fixed", cents: 4000 }],
    feeText: { de: "<p>Schüler zahlen die Hälfte.</p>" },
  } satisfies Given;

  test("figures lead and words explain them, where both are of the same authority", () => {
    for (const given of [forty, { ...forty, ...from() }])
      assert.match(
        feeOf(given),
        /^[^]*40,00\s€<\/p>\s*<p>Schüler zahlen die Hälfte\./,
      );
    assert.match(
      feeOf({ ...forty, ...from("fees", "feeText") }),
      /40,00[^]*Schüler/,
    );
  });

  test("words of its own win over figures that were taken over", () => {
    const told = feeOf({ ...forty, ...from("feeText") });
    assert.match(told, /Schüler/);
    assert.doesNotMatch(told, /40,00/);
  });

  test("figures of its own come before words that were taken over, which are marked as general", () => {
    assert.match(
      feeOf({ ...forty, ...from("fees") }),
      /40,00\s€<\/p>\s*<p>Allgemein heißt es dazu:<\/p>\s*<p>Schüler/,
    );
  });

  test("nothing is said twice: words that name all figures stand alone, unless they are in another language", () => {
    const said = { ...forty, feeText: { de: "<p>Es kostet 40 Euro.</p>" } };
    assert.doesNotMatch(feeOf(said), /40,00/);
    const page = pageOf(said, "en");
    assert.match(page, /€40\.00<\/p>\s*<div lang="de"> ?<p>Es kostet 40 Euro/);
  });

  test("each text is marked with its language, whatever the page speaks", () => {
    const page = pageOf(
      {
        documents: { de: "<p>Pass</p>" },
        feeText: { de: "<p>Nichts</p>", en: "<p>Nothing</p>" },
      },
      "en",
    );
    assert.match(page, /<div lang="de"> ?<p>Pass<\/p>/);
    assert.match(page, /<p>Nothing<\/p>/);
    assert.doesNotMatch(page, /Nichts/);
  });

  test("leads to easy language and to films in sign language where there are some", () => {
    const page = pageOf({
      easyLanguage: { de: "<p>Das ist leicht.</p>" },
      signLanguageVideos: [
        { name: { de: "Film" }, url: "https://film.example/1" },
      ],
    });
    assert.match(page, /href="#leichte-sprache"/);
    assert.match(page, /id="leichte-sprache"> <p>Das ist leicht/);
    assert.match(
      page,
      /href="https:\/\/film.example\/1"[^>]*>Gebärdensprache: Film/,
    );
    assert.doesNotMatch(pageOf({}), /leichte-sprache/);
  });

  test("says whose texts these are, and what the town wrote itself", () => {
    const page = pageOf({
      from: {
        source: "portal:lk",
        key: "k",
        ownParts: ["feeText", "keywords"],
      },
    });
    assert.match(page, /Die Texte kommen von: Landkreis Nord\./);
    assert.match(
      page,
      /Eigene Angaben von Landeshauptstadt Schwerin: Kosten\./,
    );
    assert.doesNotMatch(pageOf({}), /kommen von/);
  });

  test("search engines read who provides it and which ways there are", () => {
    const data = structuredData({
      leistung: leistung({ form: "f", leikaKey: "99108001001000" }),
      portal,
      baseUrl,
      locale: "de",
    });
    assert.equal(data["@type"], "GovernmentService");
    assert.equal(data["url"], `${baseUrl}/leistungen/x`);
    assert.match(
      JSON.stringify(data),
      /"serviceUrl":"[^"]*\/leistungen\/x\/antrag"/,
    );
    assert.match(JSON.stringify(data), /"opens":"08:00"/);
  });

  test("search engines read what it costs and how long it takes", () => {
    const data = structuredData({
      leistung: leistung({
        fees: [
          { kind: "fixed", cents: 1250, for: { de: "Kind", en: "Child" } },
          { kind: "range", fromCents: 500 },
        ],
        processingTime: { max: 4, unit: "workingDay" },
      }),
      portal,
      baseUrl,
      locale: "en",
    });
    const text = JSON.stringify(data);
    assert.match(text, /"name":"Child","price":"12\.50"/);
    assert.match(text, /"minPrice":"5\.00"\}/);
    assert.match(text, /"processingTime":"P6D"/);
  });

  test("search engines read the days on which the office is different", () => {
    const given = leistung({});
    assert.ok(given.office);
    const office = {
      ...given.office,
      specialDays: [
        { day: "2026-12-24", reason: "Heiligabend", spans: [] },
        {
          day: "2026-12-30",
          reason: "Inventur",
          spans: [{ from: "10:00", to: "11:00" }],
        },
      ],
    };
    const data = structuredData({
      leistung: { ...given, office },
      portal,
      baseUrl,
      locale: "de",
    });
    const days = [
      ...JSON.stringify(data).matchAll(
        /"validFrom":"([^"]+)","validThrough":"([^"]+)","opens":"([^"]+)","closes":"([^"]+)"/g,
      ),
    ].map(([, ...found]) => found);
    assert.deepEqual(days, [
      ["2026-12-24", "2026-12-24", "00:00", "00:00"],
      ["2026-12-30", "2026-12-30", "10:00", "11:00"],
    ]);
  });
});
