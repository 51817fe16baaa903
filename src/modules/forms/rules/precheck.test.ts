import assert from "node:assert/strict";
import { test } from "node:test";
import { demoForms } from "../demo/seed-forms-demo.ts";
import { dogTax } from "../demo/dog-tax.ts";
import { parkingPermit } from "../demo/parking-permit.ts";
import type { Answers } from "../domain/answers.ts";
import type { FormDefinition } from "../domain/form-definition.ts";
import { evaluateForm } from "./evaluate-form.ts";
import { precheckForm, precheckOutcome } from "./precheck.ts";

const today = "2026-09-01";
const kindOf = (form: FormDefinition, answers: Answers) =>
  precheckOutcome(form, answers, { today })?.kind;

void test("the first outcome that holds is the answer", () => {
  const yes = ["true"];
  const no = ["false"];
  for (const [form, answers, kind] of [
    [parkingPermit, { wohnsitz: yes, gemeldet: yes }, "can-apply"],
    [parkingPermit, { wohnsitz: yes, gemeldet: no }, "need-first"],
    [parkingPermit, { wohnsitz: no }, "need-first"],
    [dogTax, { hier: yes, alt: yes }, "can-apply"],
    [dogTax, { hier: yes, alt: no }, "need-first"],
    [dogTax, { hier: no }, "other-authority"],
    [dogTax, {}, undefined],
    [dogTax, { hier: ["vielleicht"] }, undefined],
  ] as const)
    assert.equal(kindOf(form, answers), kind, JSON.stringify(answers));
});

void test("a question is asked only when an earlier answer calls for it", () => {
  const precheck = precheckForm(dogTax) ?? assert.fail();
  const hidden = (answers: Answers) =>
    evaluateForm(precheck.definition, answers, { today }).hidden.has("alt");
  assert.equal(hidden({}), true);
  assert.equal(hidden({ hier: ["false"] }), true);
  assert.equal(hidden({ hier: ["true"] }), false);
  assert.equal(precheckForm(dogTax), precheck);
});

void test("a form without questions has no check", () => {
  const plain = demoForms.find(({ precheck }) => !precheck) ?? assert.fail();
  assert.equal(precheckForm(plain), undefined);
  assert.equal(kindOf(plain, {}), undefined);
});
