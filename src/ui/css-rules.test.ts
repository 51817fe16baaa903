import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { mapRules, parseCss, printCss, splitOutside } from "./css-rules.ts";

describe("parseCss", () => {
  const examples = [
    ["/* why */ a { color : red ; }", "a{color:red}"],
    ['@charset "UTF-8";\na{b:c}', "a{b:c}"],
    ["a , b > c { d: e, f }", "a,b>c{d:e,f}"],
    ["@media (width > 1px) { a { b: c } }", "@media (width > 1px){a{b:c}}"],
    [`a{b:url("data:x;{}'")}`, `a{b:url("data:x;{}'")}`],
    ["a:is(b, c){d:e}", "a:is(b,c){d:e}"],
    [`a{content:"\\"}"}`, `a{content:"\\"}"}`],
  ] as const;
  for (const [css, expected] of examples) {
    test(css, () => {
      assert.equal(printCss(parseCss(css)), expected);
    });
  }

  test("refuses a block that never ends", () => {
    assert.throws(() => parseCss("a { b: c"), SyntaxError);
  });
});

test("mapRules drops rules and the groups that become empty", () => {
  const items = parseCss("@media print{.a{b:c}}.d{e:f}");
  const kept = mapRules(items, (rule) =>
    rule.selector === ".a" ? undefined : rule,
  );
  assert.equal(printCss(kept), ".d{e:f}");
});

test("splitOutside leaves strings and parentheses whole", () => {
  assert.deepEqual(splitOutside(`a:is(b,c),"d,e",f`, ","), [
    "a:is(b,c)",
    `"d,e"`,
    "f",
  ]);
});
