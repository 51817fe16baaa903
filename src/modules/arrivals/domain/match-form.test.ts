import assert from "node:assert/strict";
import { describe, test } from "node:test";
import fc from "fast-check";
import type { FormDefinition } from "../../forms/index.ts";
import type { DataNode } from "./data-node.ts";
import { derivedId } from "./derived-id.ts";
import { countAnswers, isNamedBy, matchForm } from "./match-form.ts";
import { tabulate } from "./tabulate.ts";

const one = { min: 0, max: 1 };
const text = (key: string, id?: string) =>
  ({
    kind: "field",
    dataType: "text",
    key,
    label: `Label ${key}`,
    cardinality: { min: 0, max: null },
    ...(id !== undefined && { source: { id } }),
  }) as const;

const form: FormDefinition = {
  formatVersion: 1,
  key: "S05000058",
  version: "1.2",
  title: "Anzeige",
  provenance: { standard: "own", status: "active" },
  untranslatedRules: [],
  pages: [
    {
      key: "p",
      elements: [
        {
          kind: "group",
          key: "G1",
          label: "Person",
          cardinality: one,
          elements: [
            text("name", "F1"),
            {
              kind: "field",
              dataType: "boolean",
              key: "F2",
              label: "Ja",
              cardinality: one,
            },
            {
              kind: "field",
              dataType: "file",
              key: "F3",
              label: "Nachweis",
              cardinality: one,
              maxBytes: 1000,
              mediaTypes: ["application/pdf"],
            },
          ],
        },
      ],
    },
  ],
};

const node = (
  name: string,
  given: string | readonly DataNode[],
  sha256?: string,
): DataNode => ({
  name,
  text: typeof given === "string" ? given : "",
  children: typeof given === "string" ? [] : given,
  sha256,
});

const file = {
  fileId: "f",
  filename: "a.pdf",
  sizeBytes: 1,
  sha256: "abc",
  mediaType: "application/pdf",
};

describe("data of another portal", () => {
  test("are answers by key or by the standard's id; files by their check sum, the rest is named", () => {
    const root = node("S05000058", [
      node("G1", [
        node("F1", "Anna"),
        node("name", "Berta"),
        node("F2", "1"),
        node("F3", "", "abc"),
        node("F9", "fremd"),
      ]),
      node("constructor", "x"),
    ]);
    assert.deepEqual(matchForm(form, root, [file]), {
      answers: {
        G1: [{ name: ["Anna", "Berta"], F2: ["true"], F3: [file] }],
      },
      unknown: ["G1.F9", "constructor"],
    });
    const lost = node("", [node("G1", [node("F3", "id", "other")])]);
    assert.deepEqual(matchForm(form, lost, [file]).unknown, ["G1.F3"]);
  });

  test("name the form in an address, exactly or another version", () => {
    const named = (name: string) => isNamedBy(form, [name]);
    assert.equal(
      named("urn:xoev-de:fim:standard:xfall:s05000058_1.2"),
      "exactly",
    );
    assert.equal(named("https://schema.example/S05000058_1.2.json"), "exactly");
    assert.equal(named("S05000058:1.2"), "exactly");
    assert.equal(named("urn:x:s05000058_1.20"), "by-key");
    assert.equal(named("S05000058"), "by-key");
    assert.equal(named("urn:x:s05000059_1.2"), undefined);
  });

  test("never lose a text: each is an answer or is named as unknown, and the table has all", () => {
    const names = fc.constantFrom("G1", "F1", "name", "F2", "F3", "Z");
    const { tree } = fc.letrec<{ tree: DataNode }>((tie) => ({
      tree: fc.oneof(
        { maxDepth: 4 },
        fc.record({
          name: names,
          text: fc.string({ minLength: 1 }).map((it) => `x${it}`),
          sha256: fc.constant(undefined),
          children: fc.constant([]),
        }),
        fc.record({
          name: names,
          text: fc.constant(""),
          sha256: fc.constant(undefined),
          children: fc.array(tie("tree"), { minLength: 1, maxLength: 4 }),
        }),
      ),
    }));
    const leaves = (it: DataNode): number =>
      it.children.length === 0
        ? 1
        : it.children.reduce((sum, child) => sum + leaves(child), 0);
    fc.assert(
      fc.property(
        fc.array(tree, { minLength: 1, maxLength: 5 }),
        (children) => {
          const root = node("root", children);
          const { answers, unknown } = matchForm(form, root, []);
          if (unknown.length === 0)
            assert.equal(countAnswers(answers), leaves(root));
          const shown = tabulate(root, () => undefined)
            .flatMap(({ entries }) => entries)
            .flatMap(({ values }) => values);
          assert.equal(shown.length, leaves(root));
        },
      ),
    );
  });

  test("have days and names as people write them where no form knows them", () => {
    const leaf = (name: string, value: string) => ({
      name,
      text: value,
      sha256: undefined,
      children: [],
    });
    const children = [
      leaf("LetzteZahlung", "2026-08-03"),
      leaf("F60000227", "2026-08-03T10:00"),
    ];
    const root = { ...leaf("", ""), children };
    assert.deepEqual(tabulate(root, () => undefined)[0]?.entries, [
      { label: "Letzte Zahlung", values: ["03.08.2026"] },
      { label: "F60000227", values: ["2026-08-03T10:00"] },
    ]);
  });

  test("get the same ids again, and others for other parts", () => {
    assert.equal(derivedId("a", "b"), derivedId("a", "b"));
    assert.notEqual(derivedId("a", "b"), derivedId("ab", ""));
    assert.match(
      derivedId("a"),
      /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/,
    );
  });
});
