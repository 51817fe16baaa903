import assert from "node:assert/strict";
import { test } from "node:test";
import { textBlock } from "./text-block.ts";

const render = (text: string) =>
  String(textBlock(text)).replaceAll(/\s*\n\s*/g, "");

test("empty lines part paragraphs, other line breaks stay", () => {
  assert.equal(render("a\nb\n\nc"), "<p>a<br />b</p><p>c</p>");
});

test("lines with a dash make a list, also right below a sentence", () => {
  assert.equal(
    render("Sie brauchen:\n- a\n- b"),
    "<p>Sie brauchen:</p><ul><li>a</li><li>b</li></ul>",
  );
});

test("other signs mark entries as well", () => {
  assert.equal(
    render("• a\n* b\n– c\n1. d"),
    "<ul><li>a</li><li>b</li><li>c</li></ul><p>1. d</p>",
  );
});

test("typed markup stays text", () => {
  assert.equal(render("<b>"), "<p>&lt;b&gt;</p>");
});
