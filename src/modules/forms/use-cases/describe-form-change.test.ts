import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { diffForms } from "../domain/diff-forms.ts";
import { arbitraryForm } from "../testing/arbitrary-form.ts";
import { describeForApplicant } from "./describe-for-applicant.ts";
import { describeFormChange } from "./describe-form-change.ts";

test("any change is a sentence in German and English without gaps", () => {
  fc.assert(
    fc.property(arbitraryForm, arbitraryForm, (before, after) => {
      for (const change of diffForms(before, after))
        for (const locale of ["de", "en"] as const)
          for (const describe of [describeFormChange, describeForApplicant])
            assert.doesNotMatch(
              describe(change, locale),
              /\{(?:place|before|after|name|option|min|max)\}|undefined/,
            );
    }),
  );
});

test("counts are said in words, places with the groups around them", () => {
  const labels = ["Anschrift", "Straße"];
  assert.equal(
    describeFormChange(
      {
        kind: "cardinality",
        path: "G1.F1",
        labels,
        before: { min: 1, max: 1 },
        after: { min: 0, max: null },
      },
      "de",
    ),
    "„Anschrift › Straße“: jetzt beliebig oft, vorher Pflicht.",
  );
  assert.equal(
    describeFormChange(
      { kind: "help", path: "G1.F1", labels, before: "x" },
      "de",
    ),
    "„Anschrift › Straße“: Der Hilfetext entfällt.",
  );
  assert.equal(
    describeFormChange(
      { kind: "constraint", path: "F1", labels, name: "maxLength", after: "9" },
      "en",
    ),
    "“Anschrift › Straße”: greatest length now 9, before none.",
  );
});

test("applicants read no expression", () => {
  const change = { kind: "behaviour", path: "F1", labels: ["Hund"] } as const;
  const [before, after] = ["size(hund) > 1", "size(hund) > 2"];
  assert.equal(
    describeForApplicant(
      { ...change, name: "visibleWhen", before, after },
      "de",
    ),
    "„Hund“: Wann wir danach fragen, ist anders.",
  );
});
