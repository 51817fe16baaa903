import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { html, uncheckedHtml, type HtmlValue } from "./html.ts";

void describe("html", () => {
  void test("escapes what could end a text or a quoted attribute", () => {
    assert.equal(
      String(html`<p title="${`"'`}">${"<script>&"}</p>`),
      '<p title="&quot;&#39;">&lt;script&gt;&amp;</p>',
    );
  });

  void test("keeps markup, also in nested lists", () => {
    const items = [html`<li>${"a"}</li>`, [html`<li>${1}</li>`]];
    assert.equal(String(html`${items}`), "<li>a</li><li>1</li>");
    assert.equal(String(html`${uncheckedHtml("<svg/>")}`), "<svg/>");
  });

  void test("shows 0 and leaves out what is not there", () => {
    assert.equal(String(html`${0}${false}${null}${undefined}${""}`), "0");
  });

  void test("is not fooled by objects that look like markup, and refuses promises", () => {
    const forged = JSON.parse(
      '{"isEscaped":true,"toString":"x"}',
    ) as unknown as HtmlValue;
    assert.throws(() => html`${forged}`, TypeError);
    assert.throws(
      () => html`${Promise.resolve("late") as unknown as HtmlValue}`,
      TypeError,
    );
  });
});
