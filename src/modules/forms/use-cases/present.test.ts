import assert from "node:assert/strict";
import { describe, test } from "node:test";
import fc from "fast-check";
import { runs } from "../../../platform/testing/thorough.ts";
import { parseXml } from "../../../platform/xml/parse-xml.ts";
import { dogTax } from "../demo/dog-tax.ts";
import { eventRegistration } from "../demo/event-registration.ts";
import type { Answers } from "../domain/answers.ts";
import type { FormDefinition, FormElement } from "../domain/form-definition.ts";
import { toJson } from "../domain/to-json.ts";
import { readPage } from "../fill-in/read-page.ts";
import { arbitraryFields, arbitraryForm } from "../testing/arbitrary-form.ts";
import { de } from "../i18n/de.ts";
import { formsTexts } from "../i18n/texts.ts";
import { describeFieldError } from "./describe.ts";
import { summarise } from "./summarise.ts";
import { toXml } from "./to-xml.ts";
import { evaluated } from "../testing/evaluated.ts";

const file = {
  fileId: "f1",
  filename: "Plan & „Skizze“.pdf",
  sizeBytes: 2048,
  sha256: "ab",
  mediaType: "application/pdf",
};
const answers: Answers = {
  antragsteller: [
    {
      vorname: ["Erika"],
      familienname: ["Groß & Söhne <Ü>"],
      geburtsdatum: ["1980-01-31"],
    },
  ],
  art: ["markt"],
  besucher: ["1200"],
  musik: ["true"],
  tag: [
    { datum: ["2026-05-01"], beginn: ["14:00"] },
    {},
    { datum: ["2026-05-02"] },
  ],
  flaechen: ["Markt", "", "Schlossstraße"],
  lageplan: [file],
};

describe("summarise", () => {
  const sections = summarise(evaluated(eventRegistration, answers), "de");
  const section = (heading: string) =>
    sections.find((candidate) => candidate.heading === heading);
  const values = (heading: string, label: string) =>
    section(heading)?.entries.find((entry) => entry.label === label)?.values;

  test("shows values as people write them", () => {
    assert.deepEqual(values("Ihre Angaben", "Geburtsdatum"), ["31.01.1980"]);
    assert.deepEqual(values("Was planen Sie?", "Art der Veranstaltung"), [
      "Markt",
    ]);
    assert.deepEqual(
      values("Was planen Sie?", "Gibt es Musik mit Verstärker?"),
      ["Ja"],
    );
    assert.deepEqual(values("Was planen Sie?", "Name der Veranstaltung"), []);
    assert.deepEqual(values("Wann und wo?", "Straße oder Platz"), [
      "Markt",
      "Schlossstraße",
    ]);
  });

  test("repeated groups are numbered and lead back to their inputs", () => {
    assert.deepEqual(
      sections
        .filter(({ heading }) => heading.startsWith("Tag"))
        .map(({ heading, path, pageKey, level }) => [
          heading,
          path,
          pageKey,
          level,
        ]),
      [
        ["Tag 1", "tag.0", "zeitUndOrt", 2],
        ["Tag 2", "tag.2", "zeitUndOrt", 2],
      ],
    );
    assert.equal(section("Tag 2")?.entries[0]?.path, "tag.2.datum.0");
  });

  test("what nobody types is told apart from what can be changed", () => {
    const given = summarise(
      evaluated(dogTax, { hund: [{ rufname: ["Ada"] }] }),
      "de",
    ).flatMap(({ entries }) =>
      entries.filter(({ isGiven }) => isGiven).map(({ label }) => label),
    );
    assert.deepEqual(given, ["Hundesteuer im Jahr zusammen", "Steuer im Jahr"]);
  });

  test("files come with their reference, groups left out are short", () => {
    const entry = section("Unterlagen")?.entries.find(
      ({ label }) => label === "Lageplan",
    );
    assert.deepEqual([entry?.values, entry?.files], [[file.filename], [file]]);
    assert.deepEqual(section("Ansprechperson vor Ort")?.entries, []);
  });

  test("what a group of groups is called goes before what is in it, and tells which alternative was chosen", () => {
    const shown = summarise(
      evaluated(payout, {
        zahlung: [
          {
            _choice: ["scheck"],
            bar: [{ kasse: ["1"] }],
            scheck: [{ _choice: ["post"], post: [{ an: ["Otto"] }] }],
          },
        ],
      }),
      "de",
    );
    assert.deepEqual(
      shown.map(({ heading, level, entries }) => [
        heading,
        level,
        entries.map(({ label }) => label),
      ]),
      [
        ["Zahlung › Scheck › Mit der Post", 1, ["Name auf dem Scheck"]],
        ["Amt", 2, ["Aktenplan"]],
      ],
      "nothing given stays blank",
    );
  });

  test("a heading that only asks what the next one answers is left out, one that says more is not", () => {
    const headingUnder = (label: string) =>
      summarise(
        evaluated(payoutCalled(label), {
          zahlung: [
            {
              _choice: ["scheck"],
              scheck: [{ _choice: ["post"], post: [{ an: ["Otto"] }] }],
            },
          ],
        }),
        "de",
      )[0]?.heading;
    for (const asked of [
      "Bar oder Scheck",
      "Bar, Scheck",
      "bar/scheck",
      "Scheck",
    ])
      assert.equal(headingUnder(asked), "Scheck › Mit der Post", asked);
    for (const said of ["Scheck des Halters", "Barscheck"])
      assert.equal(headingUnder(said), `${said} › Scheck › Mit der Post`);
  });
});

const once = { min: 1, max: 1 };
const text = (key: string, label: string) =>
  ({ kind: "field", dataType: "text", key, label, cardinality: once }) as const;
const group = (key: string, label: string, elements: readonly FormElement[]) =>
  ({ kind: "group", key, label, cardinality: once, elements }) as const;

/** One alternative out of two, inside another one out of two, and what only the office fills in. */
const payoutCalled = (label: string): FormDefinition => ({
  formatVersion: 1,
  key: "auszahlung",
  version: "1.0",
  title: "Auszahlung",
  provenance: { standard: "own", status: "active" },
  untranslatedRules: [],
  pages: [
    {
      key: "zahlung",
      elements: [
        {
          ...group("zahlung", label, [
            group("bar", "Bar", [text("kasse", "Kasse")]),
            {
              ...group("scheck", "Scheck", [
                group("post", "Mit der Post", [
                  text("an", "Name auf dem Scheck"),
                  group("amt", "Amt", [
                    {
                      ...text("plan", "Aktenplan"),
                      entry: "locked",
                      initialValue: "112.3",
                    },
                    { ...text("frei", "Noch frei"), entry: "locked" },
                  ]),
                ]),
                group("selbst", "Selbst abholen", [text("wann", "Wann?")]),
              ]),
              choice: true,
            },
          ]),
          choice: true,
        },
      ],
    },
  ],
});
const payout = payoutCalled("Zahlung");

test("toJson has one value or a list, as the form says, and nothing blank", () => {
  const { form, data } = toJson(eventRegistration, answers);
  assert.deepEqual(form, { key: "veranstaltung", version: "1.0" });
  assert.equal(data["musik"], true);
  assert.deepEqual(data["flaechen"], ["Markt", "Schlossstraße"]);
  assert.deepEqual(data["tag"], [
    { datum: "2026-05-01", beginn: "14:00" },
    { datum: "2026-05-02" },
  ]);
  assert.deepEqual(Object.keys(data)[0], "antragsteller");
});

describe("toXml", () => {
  test("is escaped, ordered and in the form's namespace", () => {
    const xml = toXml(eventRegistration, answers);
    const parsed = parseXml(new TextEncoder().encode(xml));
    assert.ok(parsed.ok);
    assert.deepEqual(
      [parsed.value.name, parsed.value.namespace],
      ["veranstaltung", "urn:openrathaus:form:veranstaltung:1.0"],
    );
    assert.deepEqual(
      parsed.value.children.map(({ name }) => name),
      [
        "antragsteller",
        "art",
        "besucher",
        "musik",
        "tag",
        "tag",
        "flaechen",
        "flaechen",
        "lageplan",
      ],
    );
    assert.equal(
      parsed.value.children[0]?.children[1]?.text,
      "Groß & Söhne <Ü>",
    );
    assert.equal(
      parsed.value.children.at(-1)?.attributes.get("filename"),
      file.filename,
    );
  });

  test("any answers of any form give well-formed XML, a summary and JSON", () => {
    fc.assert(
      fc.property(arbitraryForm, arbitraryFields, (form, fields) => {
        const read = readPage(form, "eins", {
          fields,
          files: [],
          previous: {},
        }).answers;
        const parsed = parseXml(new TextEncoder().encode(toXml(form, read)));
        assert.ok(parsed.ok, JSON.stringify(parsed));
        assert.ok(summarise(evaluated(form, read), "en").length >= 2);
        assert.equal(
          JSON.stringify(toJson(form, read)).includes("undefined"),
          false,
        );
      }),
      { numRuns: runs(100) },
    );
  });
});

test("every error has a text in both languages that says what to do", () => {
  const texts = describeFieldError(
    {
      path: "f.0",
      pageKey: "p",
      code: "file-too-large",
      params: { maxBytes: 10_000_000, filename: "a.pdf" },
      label: "Foto",
    },
    "de",
  );
  assert.equal(
    texts,
    "Die Datei bei „Foto“ ist zu groß. Erlaubt sind 10\u00a0MB. Verkleinern Sie die Datei oder teilen Sie sie auf. Betroffen ist: a.pdf",
  );
  for (const key of Object.keys(de) as (keyof typeof de)[]) {
    assert.doesNotMatch(formsTexts("de")(key), /ungültig/i, key);
    const params = (text: string) =>
      [...text.matchAll(/\{\w+\}/g)].map(String).sort();
    assert.deepEqual(
      params(formsTexts("en")(key)),
      params(formsTexts("de")(key)),
      key,
    );
  }
});
