import assert from "node:assert/strict";
import { test } from "node:test";
import type {
  FormDefinition,
  FormElement,
  FormPage,
} from "../../domain/form-definition.ts";
import {
  choice,
  date,
  form,
  group,
  integer,
  optional,
  page,
  text,
  yesNo,
} from "../../demo/build-form.ts";
import { analyseRules } from "./analyse-rules.ts";

function formOf(
  pages: readonly FormPage[],
  parts: Partial<FormDefinition> = {},
): FormDefinition {
  return {
    ...form("F", "Formular", { description: "", legalBasis: "", pages }),
    ...parts,
  };
}

function onePage(...elements: readonly FormElement[]): FormDefinition {
  return formOf([page("eins", "Eins", elements)]);
}

function findingsOf(definition: FormDefinition) {
  return analyseRules(definition, { today: "2026-11-25" });
}

/** `code at` of each finding, errors with an exclamation mark. */
function codesOf(definition: FormDefinition): string[] {
  return findingsOf(definition).map(
    ({ severity, code, place }) =>
      `${code}${severity === "error" ? "!" : ""} ${place.at}`,
  );
}

const art = choice("art", "Art", [
  { code: "neu", label: "Neu" },
  { code: "verlaengerung", label: "Verlängerung" },
]);

void test("a form with sensible rules has no findings", () => {
  const definition: FormDefinition = {
    ...onePage(
      art,
      text("nummer", "Nummer", { visibleWhen: "art == 'verlaengerung'" }),
      date("geburt", "Geburt"),
      text("eltern", "Eltern", {
        ...optional,
        requiredWhen: "age(geburt) < 18",
      }),
      {
        ...group("hund", "Hund", [
          integer("gewicht", "Gewicht"),
          integer("steuer", "Steuer", { computed: "gewicht > 40 ? 600 : 90" }),
        ]),
        cardinality: { min: 1, max: 5 },
      },
      integer("summe", "Summe", { computed: "sum(hund.map(h, h.steuer))" }),
    ),
    checks: [
      {
        id: "schwer",
        rule: "gewicht < 100",
        message: "",
        elementPath: "hund.gewicht",
      },
    ],
  };
  assert.deepEqual(codesOf(definition), []);
});

void test("what cannot be read is found with its position", () => {
  const definition = onePage(
    art,
    text("a", "A", { visibleWhen: "art == " }),
    text("b", "B", { visibleWhen: "answerd(art)" }),
    text("c", "C", { visibleWhen: "{'a': art} == null" }),
  );
  const findings = findingsOf(definition);
  assert.deepEqual(
    findings.map(({ code, params }) => [
      code,
      params["position"],
      params["suggestion"],
    ]),
    [
      ["syntax", 8, undefined],
      ["unknown-function", 1, "answered"],
      ["unsupported", 1, undefined],
    ],
  );
});

void test("unknown fields are found, also in groups and lists, with the name that was meant", () => {
  const definition = onePage(
    art,
    { ...group("hund", "Hund", [text("name", "Name")]), ...optional },
    {
      ...group("kinder", "Kinder", [text("vorname", "Vorname")]),
      cardinality: { min: 0, max: 9 },
    },
    text("a", "A", { visibleWhen: "ART == 'neu'" }),
    text("b", "B", { visibleWhen: "1 < 2 && hund.nam == 'x'" }),
    text("c", "C", { visibleWhen: "kinder.exists(k, k.vornme == 'x')" }),
    text("d", "D", { visibleWhen: "vorname == 'x'" }),
  );
  assert.deepEqual(
    findingsOf(definition).map(({ code, place, params }) => [
      code,
      place.at,
      params["name"],
      params["suggestion"],
      params["position"],
    ]),
    [
      ["unknown-field", "a", "ART", "art", 1],
      ["unknown-field", "b", "nam", "name", 15],
      ["unknown-field", "c", "vornme", "vorname", 20],
      ["unknown-field", "d", "vorname", "vorname", 1],
    ],
  );
});

void test("wrong types are found: in comparisons, as condition, as computed value", () => {
  const definition = onePage(
    art,
    integer("zahl", "Zahl"),
    text("a", "A", { visibleWhen: "zahl > 'x'" }),
    text("b", "B", { visibleWhen: "zahl + 1" }),
    integer("c", "C", { computed: "art" }),
    text("d", "D", { ...optional, requiredWhen: "age(zahl) > 1" }),
    text("e", "E", { visibleWhen: "zahl > 3 ? true : zahl == 2.5" }),
  );
  assert.deepEqual(codesOf(definition), [
    "wrong-type! a",
    "wrong-result! b",
    "wrong-result! c",
    "wrong-type! d",
  ]);
});

void test("names that rules cannot tell apart, or that the language needs, are found", () => {
  assert.deepEqual(codesOf(onePage(text("a-b", "A"), text("a_b", "B"))), [
    "name-ambiguous! a_b",
  ]);
  assert.deepEqual(
    codesOf(
      onePage(
        text("type", "Typ"),
        text("b", "B", { visibleWhen: "type == 'x'" }),
      ),
    ),
    ["name-reserved! b"],
  );
});

void test("a check at a place that is not there is found", () => {
  assert.deepEqual(
    codesOf({
      ...onePage(art),
      checks: [{ id: "x", rule: "true", message: "", elementPath: "arrt" }],
    }),
    ["unknown-place! x"],
  );
});

void test("circles are found once, with their chain", () => {
  const definition = formOf([
    page("eins", "Eins", [
      text("a", "Feld A", { visibleWhen: "answered(b)" }),
      text("b", "Feld B", { visibleWhen: "c == 'x'" }),
      text("c", "Feld C", { computed: "a" }),
    ]),
    { ...page("zwei", "Zwei", [yesNo("d", "D")]), visibleWhen: "d" },
  ]);
  const cycles = findingsOf(definition);
  assert.deepEqual(
    cycles.map(({ code }) => code),
    ["cycle", "cycle"],
  );
  assert.equal(cycles[0]?.params["chain"], "Feld A → Feld B → Feld C → Feld A");
  assert.equal(cycles[1]?.params["chain"], "D → Zwei → D");
});

void test("fields and pages that can never appear are found, given options, limits and what is around them", () => {
  const definition = formOf([
    page("eins", "Eins", [
      art,
      integer("zahl", "Zahl", { minValue: 1, maxValue: 10 }),
      text("a", "A", { visibleWhen: "art == 'verlängerung'" }),
      text("b", "B", { visibleWhen: "zahl > 10" }),
      text("c", "C", { visibleWhen: "zahl >= 10" }),
      text("d", "D", { visibleWhen: "art == 'neu' && art != 'neu'" }),
      {
        ...group("g", "G", [
          text("e", "E", { visibleWhen: "art == 'verlaengerung'" }),
          text("f", "F", { visibleWhen: "zahl == 1" }),
        ]),
        visibleWhen: "art == 'neu'",
      },
      text("h", "H", { visibleWhen: "answered(g.e)" }),
    ]),
    {
      ...page("zwei", "Zwei", [
        text("i", "I", { visibleWhen: "art == 'neu'" }),
      ]),
      visibleWhen: "zahl > 5 && zahl < 4",
    },
  ]);
  assert.deepEqual(codesOf(definition), [
    "never-visible! zwei",
    "never-visible! a",
    "never-visible! b",
    "never-visible! d",
    "never-visible! g.e",
    "never-visible! h",
  ]);
});

void test("rules that are always or never true are found", () => {
  const definition: FormDefinition = {
    ...onePage(
      art,
      date("tag", "Tag", { minDate: "2026-01-01" }),
      text("a", "A", { visibleWhen: "answered(art) || art == ''" }),
      text("b", "B", {
        ...optional,
        visibleWhen: "art == 'neu'",
        requiredWhen: "art == 'verlaengerung'",
      }),
      text("c", "C", {
        ...optional,
        visibleWhen: "art == 'neu'",
        requiredWhen: "art != 'verlaengerung'",
      }),
    ),
    checks: [
      {
        id: "nie",
        rule: "tag < '2025-01-01' && tag != null",
        message: "",
        elementPath: "tag",
      },
      {
        id: "immer",
        rule: "tag > '2025-01-01'",
        message: "",
        elementPath: "tag",
      },
      { id: "gut", rule: "tag <= today()", message: "", elementPath: "tag" },
    ],
  };
  assert.deepEqual(codesOf(definition), [
    "always-visible a",
    "never-required b",
    "always-required c",
    "check-never-holds! nie",
    "check-always-holds immer",
  ]);
  const broken: FormDefinition = {
    ...onePage(art),
    checks: [
      {
        id: "nie",
        rule: "art == 'alt' || false",
        message: "",
        elementPath: "art",
      },
      { id: "stets", rule: "false", message: "", elementPath: "art" },
    ],
  };
  assert.deepEqual(codesOf(broken), [
    "check-never-holds! nie",
    "check-never-holds! stets",
  ]);
});

void test("where not all possibilities can be tried nothing is claimed", () => {
  const many = Array.from({ length: 9 }, (_, at) =>
    integer(`f${String(at)}`, "F"),
  );
  const rule = many.map(({ key }) => `${key} == 12345`).join(" && ");
  assert.deepEqual(
    codesOf(
      onePage(
        ...many,
        text("a", "A", { visibleWhen: rule }),
        text("b", "B", { visibleWhen: "f0 + f1 == 0.5" }),
        text("c", "C", { visibleWhen: "f0 * 2 > f1" }),
      ),
    ),
    ["not-analysed a", "not-analysed b"],
  );
});

void test("outcomes before the form: those nobody comes to, and answers without one", () => {
  const precheck = (outcomes: readonly string[]): FormDefinition => ({
    ...onePage(art),
    precheck: {
      questions: [yesNo("wohnt", "Wohnen Sie hier?"), date("geburt", "Geburt")],
      outcomes: outcomes.map((when) => ({
        when,
        kind: "can-apply" as const,
        text: "",
      })),
    },
  });
  assert.deepEqual(
    codesOf(precheck(["!wohnt", "age(geburt) < 16", "true"])),
    [],
  );
  assert.deepEqual(codesOf(precheck(["wohnt", "wohnt && age(geburt) < 16"])), [
    "outcome-unreachable! 2",
    "no-outcome! ",
  ]);
  assert.deepEqual(codesOf(precheck(["wohnt", "!wohnt"])), []);
  assert.deepEqual(codesOf(precheck(["wohnd", "true"])), ["unknown-field! 1"]);
});
