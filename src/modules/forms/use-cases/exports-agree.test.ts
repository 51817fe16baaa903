import assert from "node:assert/strict";
import { describe, test } from "node:test";
import fc from "fast-check";
import { runs } from "../../../platform/testing/thorough.ts";
import { parseXml } from "../../../platform/xml/parse-xml.ts";
import type { XmlElement } from "../../../platform/xml/xml-element.ts";
import { choice, form, group, page, text } from "../demo/build-form.ts";
import {
  isFileAnswer,
  isGroupAnswer,
  occurrencePath,
  type Answers,
} from "../domain/answers.ts";
import { settleAnswers } from "../domain/settle-answers.ts";
import { toJson, type JsonGroup, type JsonValue } from "../domain/to-json.ts";
import { toJsonSchema } from "../domain/to-json-schema.ts";
import { readPage } from "../fill-in/read-page.ts";
import { evaluateForm } from "../rules/evaluate-form.ts";
import { arbitraryFields, arbitraryForm } from "../testing/arbitrary-form.ts";
import { summarise } from "./summarise.ts";
import { toCsv } from "./to-csv.ts";
import { toXml } from "./to-xml.ts";

const list = { urn: "urn:de:land:codeliste:rasse", version: "2026-01-01" };
const several = { min: 0, max: null };
const dogs = form("hunde", "Hunde", {
  description: "",
  legalBasis: "",
  pages: [
    page("alle", "Alle Hunde", [
      {
        ...group("hund", "Hund", [
          text("name", "Name"),
          { ...text("zeichen", "Zeichen"), cardinality: several },
          {
            ...choice("rasse", "Rasse", [{ code: "07", label: "Dackel" }]),
            codeList: list,
          },
        ]),
        cardinality: several,
      },
    ]),
  ],
});

const evaluated = (answers: Answers) =>
  evaluateForm(dogs, answers, { today: "2026-11-26" });

describe("of entries left blank between others", () => {
  const typed = new URLSearchParams({
    "hund.0.name.0": "Ada",
    "hund.0.rasse.0": "07",
    "hund.1.name.0": " ",
    "hund.2.name.0": "Bo",
    "hund.2.zeichen.0": "braun",
    "hund.2.zeichen.1": "",
    "hund.2.zeichen.2": "=laut",
  });
  const draft = readPage(dogs, "alle", {
    fields: typed,
    files: [],
    previous: {},
  }).answers;
  const { answers, placeOf } = settleAnswers(draft);

  test("nothing is left, and the rest has one index in every export", () => {
    assert.deepEqual(toJson(dogs, answers), {
      form: {
        key: "hunde",
        version: dogs.version,
        codeLists: { "hund.rasse": list },
      },
      data: {
        hund: [
          { name: "Ada", rasse: "07" },
          { name: "Bo", zeichen: ["braun", "=laut"] },
        ],
      },
    });
    assert.match(
      toXml(dogs, answers),
      /<hund>\s*<name>Ada<\/name>\s*<rasse>07<\/rasse>\s*<\/hund>\s*<hund>\s*<name>Bo</,
    );
    // The receipt (PDF) is made of the same sections.
    assert.deepEqual(
      summarise(evaluated(answers), "de").map(({ heading, path }) => [
        heading,
        path,
      ]),
      [
        ["Hund 1", "hund.0"],
        ["Hund 2", "hund.1"],
      ],
    );
    assert.equal(
      toCsv(evaluated(answers), "de"),
      toCsv(evaluated(draft), "de"),
    );
    assert.equal(placeOf("hund.2.zeichen.2"), "hund.1.zeichen.1");
    assert.equal(placeOf("hund.0.name.0"), "hund.0.name.0");
  });

  test("the JSON Schema for receivers knows the lists", () => {
    const { properties } = toJsonSchema(dogs) as unknown as {
      properties: { form: { properties: object } };
    };
    assert.ok("codeLists" in properties.form.properties);
  });
});

test("whatever is typed into any form stands at the same place in the sent answers, in JSON and in XML", () => {
  fc.assert(
    fc.property(arbitraryForm, arbitraryFields, (any, fields) => {
      const read = readPage(any, "eins", { fields, files: [], previous: {} });
      const draft = evaluateForm(any, read.answers, { today: "2026-11-26" });
      const { answers, placeOf } = settleAnswers(draft.answers);
      const sent = leavesOf(answers);
      assert.deepEqual(leavesOfJson(toJson(any, answers).data), sent);
      const xml = parseXml(new TextEncoder().encode(toXml(any, answers)));
      if (isPlain(sent))
        assert.deepEqual(
          xml.ok && leavesOfXml(xml.value).map(withoutSeconds),
          sent,
        );
      assert.deepEqual(
        sortedLines(
          leavesOf(draft.answers)
            .filter(([path]) => !path.includes("_choice"))
            .map(([path, value]) => [placeOf(path), value]),
        ),
        sortedLines(sent),
      );
    }),
    { numRuns: runs(100) },
  );
});

type Leaf = readonly [path: string, value: string];

/** XML Schema wants seconds, which nobody types. */
const withoutSeconds = ([path, value]: Leaf): Leaf => [
  path,
  value.replace(/^((?:\d{4}-\d{2}-\d{2}T)?\d{2}:\d{2}):00$/u, "$1"),
];

const sortedLines = (leaves: readonly Leaf[]) =>
  leaves.map((leaf) => leaf.join(" ")).sort();

/** What XML does not keep (control characters, spaces around) is not compared. */
const isPlain = (leaves: readonly Leaf[]) =>
  leaves.every(([, value]) => /^[!-~\p{L}]+( [!-~\p{L}]+)*$/u.test(value));

function leavesOf(answers: Answers, parent = ""): Leaf[] {
  return Object.entries(answers).flatMap(([key, occurrences]) =>
    occurrences.flatMap((occurrence, index) => {
      const path = occurrencePath(parent, key, index);
      if (isGroupAnswer(occurrence)) return leavesOf(occurrence, path);
      const value = isFileAnswer(occurrence) ? occurrence.fileId : occurrence;
      return value.trim() === "" ? [] : [[path, value] as const];
    }),
  );
}

function leavesOfJson(data: JsonGroup, parent = ""): Leaf[] {
  return Object.entries(data).flatMap(([key, given]) =>
    (Array.isArray(given) ? given : [given]).flatMap(
      (value: JsonValue, index): Leaf[] => {
        const path = occurrencePath(parent, key, index);
        return typeof value === "object" && !("fileId" in value)
          ? leavesOfJson(value, path)
          : [[path, typeof value === "object" ? "" : String(value)]];
      },
    ),
  );
}

function leavesOfXml({ children }: XmlElement, parent = ""): Leaf[] {
  const seen = new Map<string, number>();
  return children.flatMap((child): Leaf[] => {
    const index = seen.get(child.name) ?? 0;
    seen.set(child.name, index + 1);
    const path = occurrencePath(parent, child.name, index);
    return child.children.length > 0
      ? leavesOfXml(child, path)
      : [[path, child.text]];
  });
}
