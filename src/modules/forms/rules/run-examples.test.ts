import assert from "node:assert/strict";
import { test } from "node:test";
import type { FormDefinition } from "../domain/form-definition.ts";
import type { FormExample } from "../domain/form-example.ts";
import { form, integer, page, text, yesNo } from "../demo/build-form.ts";
import {
  describeExampleDifference,
  describeUntested,
} from "../use-cases/describe-rules.ts";
import { listConditions, runExamples } from "./run-examples.ts";

const definition: FormDefinition = {
  ...form("F", "Formular", {
    description: "",
    legalBasis: "",
    pages: [
      page("eins", "Eins", [
        yesNo("mehr", "Mehr?"),
        integer("zahl", "Zahl", { visibleWhen: "mehr" }),
        integer("doppelt", "Doppelt", { computed: "zahl * 2" }),
      ]),
      { ...page("zwei", "Zwei", [text("a", "A")]), visibleWhen: "zahl > 3" },
    ],
  }),
  checks: [
    { id: "klein", rule: "zahl < 100", message: "", elementPath: "zahl" },
  ],
};

const today = { today: "2026-11-25" };

const examples: readonly FormExample[] = [
  {
    title: "nichts weiter",
    answers: { mehr: ["false"] },
    expect: { hidden: ["zahl.0", "page:zwei"], errors: [], valid: true },
  },
  {
    title: "zu viel",
    answers: { mehr: ["true"], zahl: ["500"], a: ["x"] },
    expect: {
      visible: ["zahl.0", "page:zwei", "a.0"],
      errors: ["zahl.0 check:klein"],
      computed: { "doppelt.0": "1000" },
      valid: false,
    },
  },
];

void test("examples that are as expected have no differences; what they have not shown is listed", () => {
  const report = runExamples(definition, examples, today);
  assert.deepEqual(
    report.results.map(({ differences }) => differences),
    [[], []],
  );
  assert.deepEqual(report.untested, [
    { place: { kind: "check", at: "klein" }, missing: ["holds"] },
  ]);
  const more: FormExample = {
    title: "wenig",
    answers: { mehr: ["true"], zahl: ["2"] },
    expect: {},
  };
  assert.deepEqual(
    runExamples(definition, [...examples, more], today).untested,
    [],
  );
  assert.deepEqual(
    runExamples(definition, [], today).untested.map(({ place }) => place),
    listConditions(definition),
  );
});

void test("what differs from the expectation is told", () => {
  const wrong: FormExample = {
    title: "falsch",
    answers: { mehr: ["true"], zahl: ["5"] },
    expect: {
      hidden: ["zahl.0"],
      visible: ["page:drei"],
      errors: ["zahl.0 check:klein"],
      computed: { "doppelt.0": "11" },
      valid: true,
    },
  };
  const [result] = runExamples(definition, [wrong], today).results;
  assert.deepEqual(
    result?.differences.map((each) => describeExampleDifference(each, "de")),
    [
      "„zahl.0“ ist sichtbar, soll aber verborgen sein.",
      "„page:drei“ ist verborgen, soll aber sichtbar sein.",
      "Die Meldung „zahl.0 check:klein“ fehlt.",
      "Die Meldung „a.0 required“ war nicht erwartet.",
      "„doppelt.0“ soll „11“ ergeben, ergibt aber „10“.",
      "Der Antrag soll vollständig sein, es fehlt aber: a.0 required",
    ],
  );
  const [untested] = runExamples(definition, [], today).untested;
  assert.ok(untested);
  assert.deepEqual(describeUntested(definition, untested, "de"), [
    "Seite „Zwei“, Sichtbarkeit: Kein Beispiel zeigt, dass die Regel zutrifft.",
    "Seite „Zwei“, Sichtbarkeit: Kein Beispiel zeigt, dass die Regel nicht zutrifft.",
  ]);
});
