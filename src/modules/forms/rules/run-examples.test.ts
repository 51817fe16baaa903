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
  precheck: {
    questions: [
      yesNo("da", "Da?"),
      { ...yesNo("nah", "Nah?"), visibleWhen: "da" },
    ],
    outcomes: [
      { when: "nah", kind: "can-apply", text: "Gut." },
      { when: "true", kind: "need-first", text: "Kommen Sie her." },
    ],
  },
  checks: [
    {
      id: "klein",
      rule: "zahl < 100",
      message: "Nehmen Sie weniger.",
      elementPath: "zahl",
    },
  ],
};

const today = { today: "2026-11-25" };

const examples: readonly FormExample[] = [
  {
    title: "nichts weiter",
    answers: { mehr: ["false"] },
    precheck: { da: ["true"], nah: ["true"] },
    expect: {
      hidden: ["zahl.0", "page:zwei"],
      errors: [],
      valid: true,
      outcome: "can-apply",
    },
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
    { place: { kind: "outcome", at: "2" }, missing: ["holds"] },
    { place: { kind: "check", at: "klein" }, missing: ["holds"] },
  ]);
  const more: FormExample = {
    title: "wenig",
    answers: { mehr: ["true"], zahl: ["2"] },
    // What was answered to a question that is hidden does not count.
    precheck: { da: ["false"], nah: ["true"] },
    expect: { outcome: "need-first" },
  };
  assert.deepEqual(
    runExamples(definition, [...examples, more], today).untested,
    [],
  );
  assert.deepEqual(
    runExamples(definition, [], today)
      .untested.map(({ place }) => place)
      .slice(2),
    listConditions(definition),
  );
});

void test("what differs from the expectation is told", () => {
  const wrong: FormExample = {
    title: "falsch",
    answers: { mehr: ["true"], zahl: ["5"] },
    precheck: { da: ["false"] },
    expect: {
      hidden: ["zahl.0"],
      visible: ["page:drei"],
      errors: ["zahl.0 check:klein"],
      computed: { "doppelt.0": "11" },
      valid: true,
      outcome: "can-apply",
    },
  };
  const [result] = runExamples(definition, [wrong], today).results;
  assert.deepEqual(
    result?.differences.map((each) =>
      describeExampleDifference(definition, each, "de"),
    ),
    [
      "„Zahl“ ist sichtbar, soll aber verborgen sein.",
      "„drei“ ist verborgen, soll aber sichtbar sein.",
      "Die Meldung „Zahl: Nehmen Sie weniger.“ fehlt.",
      "Die Meldung „A: Füllen Sie „A“ aus.“ war nicht erwartet.",
      "„Doppelt“ soll „11“ ergeben, ergibt aber „10“.",
      "Der Antrag soll vollständig sein, es fehlt aber: A: Füllen Sie „A“ aus.",
      "Der Vorab-Check soll so enden: „Der Antrag ist möglich“. Er endet aber so: „Vorher ist noch etwas nötig“.",
    ],
  );
  const [end, , untested] = runExamples(definition, [], today).untested;
  assert.deepEqual(end && describeUntested(definition, end, "de"), [
    "Ergebnis 1 des Vorab-Checks: Kein Beispiel zeigt, dass die Regel zutrifft.",
  ]);
  assert.ok(untested);
  assert.deepEqual(describeUntested(definition, untested, "de"), [
    "Seite „Zwei“, Sichtbarkeit: Kein Beispiel zeigt, dass die Regel zutrifft.",
    "Seite „Zwei“, Sichtbarkeit: Kein Beispiel zeigt, dass die Regel nicht zutrifft.",
  ]);
});
