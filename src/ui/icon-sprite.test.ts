import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { parseCss, printCss } from "./css-rules.ts";
import { gatherIcons } from "./icon-sprite.ts";

const mask = (drawing: string) =>
  `mask:url("data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 -960 960 960' fill='%23000000'%3E%3Cpath d='${drawing}'/%3E%3C/svg%3E")`;

describe("gatherIcons", () => {
  const items = parseCss(
    `.a{${mask("M1")}}.b{${mask("M2")};mask-size:cover;color:red}@media print{.c{${mask("M1")}}}`,
  );
  const sprite = gatherIcons(items);

  test("draws each icon once", () => {
    assert.equal([...sprite.svg.matchAll(/<path/g)].length, 2);
    assert.match(sprite.svg, /viewBox="0 -960 2160 960"/);
  });

  test("points every rule to its part of the picture", () => {
    assert.equal(
      printCss(sprite.pointTo("/assets/icons.svg")),
      '.a{mask:url("/assets/icons.svg") 0% 0/225% 100% no-repeat}' +
        '.b{mask:url("/assets/icons.svg") 100% 0/225% 100% no-repeat;color:red}' +
        '@media print{.c{mask:url("/assets/icons.svg") 0% 0/225% 100% no-repeat}}',
    );
  });

  test("refuses pictures it does not know", () => {
    const other = parseCss('.a{background:url("data:image/png;base64,AAAA")}');
    assert.throws(() => gatherIcons(other), /picture we do not know/);
  });
});
