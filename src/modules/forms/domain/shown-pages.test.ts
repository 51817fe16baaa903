import assert from "node:assert/strict";
import { describe, test } from "node:test";
import fc from "fast-check";
import { arbitraryForm } from "../testing/arbitrary-form.ts";
import type {
  Cardinality,
  FormDefinition,
  FormElement,
  FormField,
  FormGroup,
  FormPage,
} from "./form-definition.ts";
import { shownPages } from "./shown-pages.ts";

const once: Cardinality = { min: 1, max: 1 };
const field = (key: string): FormField => ({
  kind: "field",
  key,
  label: key,
  cardinality: once,
  dataType: "text",
});
const fields = (prefix: string, count: number) =>
  Array.from({ length: count }, (_, index) =>
    field(`${prefix}${String(index)}`),
  );
const note = (key: string): FormField => ({
  ...field(key),
  dataType: "label",
  content: key,
});
const group = (
  key: string,
  elements: readonly FormElement[],
  rest: Partial<FormGroup> = {},
): FormGroup => ({
  kind: "group",
  key,
  label: `Gruppe ${key}`,
  cardinality: once,
  elements,
  ...rest,
});
const formOf = (...pages: FormPage[]): FormDefinition => ({
  formatVersion: 1,
  key: "F",
  version: "1.0",
  title: "Formular",
  provenance: { standard: "own", status: "active" },
  pages,
  untranslatedRules: [],
});
const pageOf = (only: FormGroup): FormPage => ({
  key: only.key,
  title: only.label,
  elements: [only],
});

/** `key title: element paths` of each page. */
function outline(definition: FormDefinition): string[] {
  return shownPages(definition).map(
    ({ key, title = "", elements }) =>
      `${key} ${title}: ${leaves(elements).join(" ")}`,
  );
}

function leaves(elements: readonly FormElement[], parent = ""): string[] {
  return elements.flatMap((element) => {
    const path = parent === "" ? element.key : `${parent}.${element.key}`;
    return element.kind === "group" ? leaves(element.elements, path) : [path];
  });
}

describe("a long page", () => {
  test("is asked in parts, cut where a group begins", () => {
    const definition = formOf(
      pageOf(
        group("G1", [
          ...fields("a", 2),
          group("G2", fields("b", 12)),
          note("n"),
          group("G3", fields("c", 3), { label: "Anschrift" }),
          group("G4", [field("d")], { label: "Kontakt" }),
        ]),
      ),
    );
    const b = Array.from({ length: 12 }, (_, i) => `G1.G2.b${String(i)}`);
    assert.deepEqual(outline(definition), [
      `G1 Gruppe G1: G1.a0 G1.a1 ${b.join(" ")}`,
      "G1_G1_n Anschrift, Kontakt: G1.n G1.G3.c0 G1.G3.c1 G1.G3.c2 G1.G4.d",
    ]);
  });

  test("a group that is long itself is cut inside, and its part is named after it", () => {
    const inner = group("G2", [
      group("G3", fields("a", 14)),
      group("G4", fields("b", 14)),
    ]);
    assert.deepEqual(
      shownPages(formOf(pageOf(group("G1", [inner])))).map(
        ({ key, title, wholeKey }) => [key, title, wholeKey],
      ),
      [
        ["G1", "Gruppe G1", "G1"],
        ["G1_G1_G2_G4_b0", "Gruppe G4", "G1"],
      ],
    );
  });

  test("parts that would be called the same are numbered", () => {
    const parts = ["G2", "G3", "G4"].map((key) =>
      group(key, [...fields(key, 14)], { hideLabel: true }),
    );
    assert.deepEqual(
      shownPages(formOf(pageOf(group("G1", parts)))).map(({ title, part }) => [
        title,
        part,
      ]),
      [
        ["Gruppe G1", undefined],
        ["Gruppe G1", 2],
        ["Gruppe G1", 3],
      ],
    );
  });

  test("stays whole where there is no group to cut at, and where something repeats or is an alternative", () => {
    const whole = [
      group("G1", fields("a", 40)),
      group("G1", [group("G2", fields("a", 9)), group("G3", fields("b", 9))], {
        choice: true,
      }),
      group("G1", [group("G2", fields("a", 9)), group("G3", fields("b", 9))], {
        cardinality: { min: 0, max: null },
      }),
    ];
    for (const only of whole)
      assert.equal(shownPages(formOf(pageOf(only))).length, 1);
  });

  test("of any form: nothing is lost, doubled or moved, and each page has its own key", () => {
    fc.assert(
      fc.property(arbitraryForm, (definition) => {
        const pages = shownPages(definition);
        assert.deepEqual(
          pages.flatMap(({ elements }) => leaves(elements)),
          definition.pages.flatMap(({ elements }) => leaves(elements)),
        );
        const keys = pages.map(({ key }) => key);
        assert.equal(new Set(keys).size, keys.length);
      }),
    );
  });
});
