import assert from "node:assert/strict";
import { test } from "node:test";
import { evaluate } from "./engine/evaluate-expression.ts";
import type { RuleValue } from "./engine/expression.ts";
import { parseRule } from "./parse-rule.ts";

function evaluated(
  rule: string,
  values: Readonly<Record<string, RuleValue>> = {},
): RuleValue | undefined {
  const parsed = parseRule(rule);
  assert.ok(parsed.ok, `${rule} can be read`);
  return evaluate(parsed.expression, {
    lookup: (name) => values[name],
    today: "2026-11-25",
  });
}

const examples: readonly (readonly [
  string,
  Readonly<Record<string, RuleValue>>,
  RuleValue | undefined,
])[] = [
  // Numbers: whole literals and fractions mix.
  ["x + 3 > 5", { x: 2.5 }, true],
  ["x * 2 == 7", { x: 3.5 }, true],
  ["7 / 2", {}, 3.5],
  ["-x < 0", { x: 1 }, true],
  ["1 / 0 > 1", {}, undefined],
  ["x > 3 ? 1 : 2.5", { x: 3 }, 2.5],
  // Unanswered: nothing can be said, except that it is blank.
  ["x == ''", { x: null }, true],
  ["x != ''", { x: null }, false],
  ["x == null", { x: null }, true],
  ["x == null", { x: "a" }, false],
  ["x != null", { x: 0 }, true],
  ["x == 'a'", { x: null }, undefined],
  ["x != 'a'", { x: null }, undefined],
  ["!(x == 'a')", { x: null }, undefined],
  ["x in ['a', 'b']", { x: null }, undefined],
  ["!(x in ['a', 'b'])", { x: null }, undefined],
  ["x > 3", { x: null }, undefined],
  ["x == y", { x: null, y: null }, true],
  ["x == y", { x: null, y: "a" }, undefined],
  ["x", {}, undefined],
  ["answered(x)", { x: null }, false],
  ["answered(x)", { x: "" }, false],
  ["answered(x)", { x: 0 }, true],
  ["answered(x)", { x: [] }, false],
  ["x == null", { x: [] }, true],
  // One side decides, whatever the other is.
  ["x == 'a' || y == 'b'", { x: null, y: "b" }, true],
  ["x == 'a' && y == 'b'", { x: null, y: "c" }, false],
  ["x == 'a' && y == 'b'", { x: null, y: "b" }, undefined],
  // Dates are texts that compare.
  ["x < today()", { x: "2026-11-24" }, true],
  ["age(x)", { x: "2008-11-25" }, 18],
  ["age(x)", { x: "2008-11-26" }, 17],
  ["age(x)", { x: "2008-02-29" }, 18],
  ["age(x, '2025-02-28')", { x: "2008-02-29" }, 16],
  ["age(x) >= 18", { x: null }, undefined],
  ["age(x) >= 18", { x: "heute" }, undefined],
  ["days_between('2026-03-01', '2026-02-27')", {}, -2],
  ["months_between('2026-01-31', '2026-02-28')", {}, 1],
  ["years_between('2020-06-02', '2026-06-01')", {}, 5],
  ["add_days('2026-12-31', 1)", {}, "2027-01-01"],
  ["add_months('2026-01-31', 1)", {}, "2026-02-28"],
  ["add_years('2024-02-29', 1)", {}, "2025-02-28"],
  ["weekday('2026-11-25')", {}, 3],
  ["year(x) * 10000 + month(x) * 100 + day(x)", { x: "2026-11-25" }, 20261125],
  // Lists.
  ["sum(x)", { x: [1, 2.5, null] }, 3.5],
  ["sum(x)", { x: [] }, 0],
  ["sum(x)", { x: ["a"] }, undefined],
  ["count(x)", { x: ["a", "b"] }, 2],
  ["min(x, 3)", { x: 5 }, 3],
  ["max([1, x])", { x: 5 }, 5],
  ["max(x)", { x: [] }, undefined],
  ["x.exists(each, each > 2)", { x: [1, null, 3] }, true],
  ["x.exists(each, each > 2)", { x: [1, null] }, undefined],
  ["x.all(each, each > 2)", { x: [3, 4] }, true],
  ["x.all(each, each > 2)", { x: [] }, true],
  ["x.filter(each, each > 2)", { x: [1, 3] }, [3]],
  ["x.map(each, each * 2)", { x: [1, 3] }, [2, 6]],
  ["x.map(each, each > 1, each * 2)", { x: [1, 3] }, [6]],
  ["x.exists_one(each, each == y)", { x: [1, 3], y: 3 }, true],
  ["x[0]", { x: ["a"] }, "a"],
  ["x[1]", { x: ["a"] }, undefined],
  // Texts and money.
  ["x.startsWith('SN') && x.size() == 4", { x: "SN 1" }, true],
  ["lower(x).contains('berg')", { x: "BERGSTADT" }, true],
  ["round(1.005, 2)", {}, 1.01],
  ["round(-2.5)", {}, -3],
];

for (const [rule, values, expected] of examples) {
  void test(`${rule} with ${JSON.stringify(values)} is ${expected === undefined ? "not known" : JSON.stringify(expected)}`, () => {
    assert.deepEqual(evaluated(rule, values), expected);
  });
}

void test("a rule that cannot be read is refused with its position", () => {
  const faultOf = (rule: string) => {
    const parsed = parseRule(rule);
    return parsed.ok ? undefined : parsed.fault;
  };
  assert.deepEqual(faultOf("a == "), {
    kind: "syntax",
    position: 5,
    what: "",
  });
  assert.equal(faultOf("a == 1 && eval('x')")?.kind, "unknown-function");
  assert.equal(faultOf("a == 1 && eval('x')")?.position, 10);
  assert.equal(faultOf("a.matches('(a+)+b')")?.what, "matches");
  assert.equal(faultOf("constructor(a)")?.kind, "unknown-function");
  assert.equal(faultOf("{'a': 1}")?.kind, "unsupported");
});
