import assert from "node:assert/strict";
import { test } from "node:test";
import type { Answers } from "../domain/answers.ts";
import type {
  FormDefinition,
  FormElement,
  FormPage,
} from "../domain/form-definition.ts";
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
} from "../demo/build-form.ts";
import { evaluateForm } from "./evaluate-form.ts";

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

function evaluated(definition: FormDefinition, answers: Answers) {
  return evaluateForm(definition, answers, { today: "2026-11-25" });
}

void test("what is hidden is unanswered for other rules and does not leave the draft", () => {
  const definition = onePage(
    yesNo("verlaengerung", "Verlängerung?"),
    text("nummer", "Nummer", { visibleWhen: "verlaengerung" }),
    text("grund", "Grund", { visibleWhen: "answered(nummer)" }),
  );
  const typed = {
    verlaengerung: ["false"],
    nummer: ["12"],
    grund: ["so"],
  };
  const off = evaluated(definition, typed);
  assert.deepEqual(off.answers, { verlaengerung: ["false"] });
  assert.deepEqual([...off.hidden], ["nummer", "grund"]);
  assert.deepEqual(off.typed, typed, "the draft keeps what was typed");
  const on = evaluated(definition, { ...typed, verlaengerung: ["true"] });
  assert.deepEqual(on.answers, { ...typed, verlaengerung: ["true"] });
});

void test("rules about something unanswered hide, do not require, compute nothing and find nothing wrong", () => {
  const definition: FormDefinition = {
    ...onePage(
      integer("zahl", "Zahl"),
      text("a", "A", { visibleWhen: "zahl != 3" }),
      text("b", "B", { ...optional, requiredWhen: "zahl != 3" }),
      integer("c", "C", { computed: "zahl * 2" }),
    ),
    checks: [{ id: "x", rule: "zahl > 3", message: "", elementPath: "zahl" }],
  };
  const blank = evaluated(definition, {});
  assert.deepEqual([...blank.hidden], ["a"]);
  assert.deepEqual([...blank.required], []);
  assert.deepEqual(blank.answers, {});
  assert.deepEqual(blank.violated, []);
  const filled = evaluated(definition, { zahl: ["2"] });
  assert.deepEqual([...filled.hidden], []);
  assert.deepEqual([...filled.required], ["b"]);
  assert.deepEqual(filled.answers, { zahl: ["2"], c: ["4"] });
  assert.deepEqual(filled.violated, [{ id: "x", path: "zahl.0" }]);
});

void test("names are looked up in the own occurrence first, then outward; a repeated group is a list from outside", () => {
  const definition = onePage(
    text("name", "Name"),
    {
      ...group("hund", "Hund", [
        text("name", "Name"),
        integer("steuer", "Steuer", {
          computed: "name == 'Rex' ? 600 : satz",
        }),
      ]),
      cardinality: { min: 1, max: 5 },
    },
    integer("satz", "Satz"),
    integer("summe", "Summe", { computed: "sum(hund.map(h, h.steuer))" }),
    integer("zahl", "Zahl", { computed: "count(hund)" }),
  );
  const { answers } = evaluated(definition, {
    name: ["Mia"],
    satz: ["90"],
    hund: [{ name: ["Rex"] }, { name: ["Bello"] }, {}],
  });
  assert.deepEqual(answers, {
    name: ["Mia"],
    hund: [
      { name: ["Rex"], steuer: ["600"] },
      { name: ["Bello"], steuer: ["90"] },
      {},
    ],
    satz: ["90"],
    summe: ["690"],
    zahl: ["2"],
  });
});

void test("keys with other characters are named with an underscore", () => {
  const definition = onePage(
    yesNo("mit-hund", "Mit Hund?"),
    text("rasse", "Rasse", { visibleWhen: "mit_hund" }),
  );
  assert.deepEqual(
    [...evaluated(definition, { "mit-hund": ["true"] }).hidden],
    [],
  );
});

void test("computed values are worked out here and take no notice of what was sent", () => {
  const definition = onePage(
    integer("a", "A"),
    integer("b", "B", { computed: "a + 1" }),
  );
  assert.deepEqual(evaluated(definition, { a: ["1"], b: ["99"] }).answers, {
    a: ["1"],
    b: ["2"],
  });
  assert.deepEqual(evaluated(definition, { b: ["99"] }).answers, {});
});

void test("values nobody can change come from the form or from what was found at the beginning", () => {
  const definition = onePage(
    text("a", "A", { entry: "locked", initialValue: "fest" }),
    date("b", "B", { entry: "hidden", prefill: { source: "today" } }),
  );
  const { answers } = evaluated(definition, {
    a: ["gefälscht"],
    b: ["1999-01-01"],
    _prefill: [{ today: ["2026-11-20"] }],
  });
  assert.deepEqual(answers, { a: ["fest"], b: ["2026-11-20"] });
});

void test("a group nobody began has no values of its own", () => {
  const definition = onePage({
    ...group("g", "G", [
      text("a", "A"),
      text("b", "B", { entry: "locked", initialValue: "fest" }),
      integer("c", "C", { computed: "1 + 1" }),
    ]),
    ...optional,
  });
  assert.deepEqual(evaluated(definition, {}).answers, {});
  assert.deepEqual(evaluated(definition, { g: [{ a: ["x"] }] }).answers, {
    g: [{ a: ["x"], b: ["fest"], c: ["2"] }],
  });
});

void test("of a choice exactly the chosen alternative counts and is required", () => {
  const definition = onePage({
    ...group("wer", "Wer", [
      group("person", "Person", [text("name", "Name")]),
      text("firma", "Firma", optional),
    ]),
    choice: true,
  });
  const typed = { person: [{ name: ["Mia"] }], firma: ["AG"] };
  const chosen = evaluated(definition, {
    wer: [{ ...typed, _choice: ["firma"] }],
  });
  assert.deepEqual(chosen.answers, {
    wer: [{ _choice: ["firma"], firma: ["AG"] }],
  });
  assert.deepEqual([...chosen.hidden], ["wer.0.person"]);
  assert.deepEqual([...chosen.required], ["wer.0.firma"]);
  assert.deepEqual(evaluated(definition, { wer: [typed] }).answers, {
    wer: [{}],
  });
  const again = evaluated(definition, chosen.answers);
  assert.deepEqual(again.answers, chosen.answers);
  assert.deepEqual(
    evaluated(definition, { wer: [{ ...typed, _choice: ["other"] }] }).answers,
    { wer: [{}] },
  );
});

void test("pages left out by a rule, and pages on which nothing is visible, are no steps", () => {
  const definition = formOf([
    page("eins", "Eins", [yesNo("mehr", "Mehr?")]),
    {
      ...page("zwei", "Zwei", [text("a", "A")]),
      visibleWhen: "mehr",
    },
    page("drei", "Drei", [
      group("g", "G", [text("b", "B", { visibleWhen: "mehr" })]),
    ]),
  ]);
  const keys = (answers: Answers) =>
    evaluated(definition, answers).pages.map(({ key }) => key);
  assert.deepEqual(keys({ mehr: ["false"], a: ["x"] }), ["eins"]);
  assert.deepEqual(keys({ mehr: ["true"] }), ["eins", "zwei", "drei"]);
  assert.deepEqual(
    evaluated(definition, { mehr: ["false"], a: ["x"] }).answers,
    { mehr: ["false"] },
  );
});

void test("a check is evaluated in each occurrence, not in blank ones nor where its element is hidden", () => {
  const definition: FormDefinition = {
    ...onePage(yesNo("hunde", "Hunde?"), {
      ...group("hund", "Hund", [
        date("geburt", "Geburt", optional),
        date("seit", "Seit", optional),
      ]),
      cardinality: { min: 0, max: 5 },
      visibleWhen: "hunde",
    }),
    checks: [
      {
        id: "folge",
        rule: "geburt <= seit",
        message: "",
        elementPath: "hund.seit",
      },
    ],
  };
  const hund = [
    { geburt: ["2020-01-01"], seit: ["2019-01-01"] },
    {},
    { geburt: ["2020-01-01"], seit: ["2021-01-01"] },
    { geburt: ["2020-01-01"], seit: ["2018-01-01"] },
  ];
  assert.deepEqual(
    evaluated(definition, { hunde: ["true"], hund }).violated.map(
      ({ path }) => path,
    ),
    ["hund.0.seit.0", "hund.3.seit.0"],
  );
  assert.deepEqual(
    evaluated(definition, { hunde: ["false"], hund }).violated,
    [],
  );
});

void test("rules that ask in a circle say nothing and end", () => {
  const definition = onePage(
    text("a", "A", { visibleWhen: "answered(b)" }),
    text("b", "B", { visibleWhen: "answered(a)" }),
    integer("c", "C", { computed: "d + 1" }),
    integer("d", "D", { computed: "c + 1" }),
  );
  const { answers } = evaluated(definition, { a: ["x"], b: ["y"] });
  assert.deepEqual(answers, {});
});

void test("computed values have the form of their field", () => {
  const money = (computed: string) =>
    evaluated(
      onePage({
        ...integer("a", "A", { computed }),
        dataType: "currency",
      }),
      {},
    ).answers["a"]?.[0];
  assert.equal(money("12.5 * 3"), "37.50");
  assert.equal(money("1.005"), "1.01");
  assert.equal(money("'viel'"), undefined);
  assert.equal(money("1000000000000.0 * 1000000"), undefined);
  const plain = onePage({
    ...integer("a", "A", { computed: "0.1 + 0.2" }),
    dataType: "number",
  });
  assert.deepEqual(evaluated(plain, {}).answers, { a: ["0.3"] });
  const words = onePage(
    choice("s", "S", [{ code: "1", label: "Eins" }]),
    text("t", "T", { computed: "s + '/' + string_of" }),
    text("u", "U", { computed: "s + '/2026'" }),
  );
  assert.deepEqual(evaluated(words, { s: ["1"] }).answers, {
    s: ["1"],
    u: ["1/2026"],
  });
});
