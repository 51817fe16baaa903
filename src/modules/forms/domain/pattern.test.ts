import assert from "node:assert/strict";
import { describe, test } from "node:test";
import fc from "fast-check";
import { compilePattern } from "./pattern.ts";

function matches(pattern: string, value: string): boolean {
  const compiled = compilePattern(pattern);
  assert.ok(compiled.ok, `${pattern} should compile`);
  return compiled.value.matches(value);
}

describe("compilePattern", () => {
  const examples: readonly (readonly [
    string,
    readonly string[],
    readonly string[],
  ])[] = [
    [String.raw`[\p{L}0-9. ]*`, ["", "a", "Ä 1.", "ß"], ["-", "a_"]],
    [
      "([0]{1}[1-9]{1}|[1-9]{1}[0-9]{1})[0-9]{3}",
      ["19053", "01067"],
      ["00123", "1905", "190530"],
    ],
    [
      "[A-ZÄÖÜ]{1,3}-[A-Z]{1,2} ?[1-9][0-9]{0,3}[EH]?",
      ["SN-AB 123", "SN-A1E"],
      ["SN AB 123", "sn-ab 1"],
    ],
    ["^[0-9]{2,}$", ["12", "123456"], ["1", "12a"]],
    ["a|b|", ["a", "b", ""], ["ab"]],
    ["(?:ab)+c?", ["ab", "ababc"], ["abcab", ""]],
    ["a{0,2}b{2}", ["bb", "abb", "aabb"], ["aaabb", "b"]],
    [String.raw`\d{2}\.\d{2}\.\d{4}`, ["31.12.2026"], ["31-12-2026"]],
    [String.raw`\$5\\`, ["$5\\"], ["$5"]],
    ["[^<>]+", ["ok"], ["<"]],
    [".", ["x", "😀"], ["", "xy", "\n"]],
    [String.raw`[\-a-c\]]+`, ["-", "]", "abc"], ["d"]],
    [String.raw`\p{IsLatin}+`, ["abc"], ["жж"]],
    ["a+?b*?", ["a", "aab"], ["b"]],
  ];
  for (const [pattern, good, bad] of examples)
    test(`${pattern} matches whole values`, () => {
      for (const value of good)
        assert.equal(matches(pattern, value), true, value);
      for (const value of bad)
        assert.equal(matches(pattern, value), false, value);
    });

  for (const pattern of [
    "(",
    ")",
    "[",
    "a{2,1}",
    "*a",
    "a**",
    "(?=a)b",
    "(?<!a)b",
    String.raw`(a)\1`,
    "[z-a]",
    String.raw`\p{Nonsense}`,
    "a{x}",
    "\\",
    "a{1",
    "[a-z-[aeiou]]",
  ])
    test(`refuses ${pattern}`, () => {
      assert.deepEqual(compilePattern(pattern), {
        ok: false,
        refusal: { kind: "pattern-not-supported" },
      });
    });

  test("refuses patterns that need too many states", () => {
    for (const pattern of [
      "(a{1000}){1000}",
      "a{99999}",
      "((((a{9}){9}){9}){9}){9}",
      "(){99999}",
    ])
      assert.deepEqual(
        compilePattern(pattern),
        { ok: false, refusal: { kind: "pattern-too-large" } },
        pattern,
      );
  });

  test("patterns that ruin backtracking engines stay fast", () => {
    const attack = `${"a".repeat(2000)}!`;
    const started = performance.now();
    for (const pattern of [
      "(a+)+",
      "(a|a)*",
      "(a|aa)+",
      "(.*a){20}",
      "(a*)*",
      "([a-zA-Z]+)*",
      "a*a*a*a*a*b",
    ])
      assert.equal(matches(pattern, attack), false);
    assert.ok(performance.now() - started < 3000);
  });

  test("agrees with the engine of JavaScript on simple patterns", () => {
    const atom = fc.constantFrom(
      "a",
      "b",
      "[ab]",
      "[^a]",
      "(a|b)",
      "(ab)",
      "(a|)",
      ".",
    );
    const part = fc
      .tuple(atom, fc.constantFrom("", "*", "+", "?", "{2}", "{1,2}", "{2,}"))
      .map((pieces) => pieces.join(""));
    const pattern = fc
      .array(part, { maxLength: 4 })
      .map((parts) => parts.join(""));
    const value = fc.string({
      unit: fc.constantFrom("a", "b", "c"),
      maxLength: 8,
    });
    fc.assert(
      fc.property(pattern, value, (source, text) => {
        assert.equal(
          matches(source, text),
          new RegExp(`^(?:${source})$`, "u").test(text),
        );
      }),
      { numRuns: 500 },
    );
  });

  test("never throws, whatever the pattern", () => {
    const source = fc.string({
      unit: fc.constantFrom(
        "a",
        "(",
        ")",
        "[",
        "]",
        "{",
        "}",
        "1",
        ",",
        "*",
        "+",
        "?",
        "|",
        "\\",
        "^",
        "$",
        "-",
        ".",
        "p",
        ":",
      ),
      maxLength: 30,
    });
    fc.assert(
      fc.property(source, (pattern) => void compilePattern(pattern)),
      { numRuns: 1000 },
    );
  });
});
