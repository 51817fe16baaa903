import assert from "node:assert/strict";
import { test } from "node:test";
import {
  bullets,
  linesOf,
  linksOf,
  paragraphs,
  richText,
  steps,
} from "./rich-text.ts";

const cleaned: readonly [given: string, kept: string][] = [
  ["Nur Worte & mehr", "<p>Nur Worte &amp; mehr</p>"],
  ["<p>Ein <strong>Satz</strong>.</p>", "<p>Ein <strong>Satz</strong>.</p>"],
  ["<p>a<p>b", "<p>a</p><p>b</p>"],
  ["<div>a</div><div>b</div>", "<p>a</p><p>b</p>"],
  ["<p>a<br/>b</p>", "<p>a<br>b</p>"],
  ["<ul><li>a<li>b</ul>c", "<ul><li>a</li><li>b</li></ul><p>c</p>"],
  ["<ul><li><p>a</p><p>b</p></li></ul>", "<ul><li>a<br>b</li></ul>"],
  [
    "<ul><li>a<ol><li>b</li></ol></li></ul>",
    "<ul><li>a<ol><li>b</li></ol></li></ul>",
  ],
  ["<b>a<i>b</b>c</i>", "<p><b>a<i>b</i></b>c</p>"],
  ["<p></p><ul></ul><li> </li>", ""],
  ["<script>alert(1)</script>a<style>b{}</style>", "<p>a</p>"],
  ["<img src=x onerror=alert(1)>a", "<p>a</p>"],
  ['<p onclick="x()" class="y">a</p>', "<p>a</p>"],
  [
    '<a href="https://amt.example/a?b=1&amp;c=2">x</a>',
    '<p><a href="https://amt.example/a?b=1&amp;c=2">x</a></p>',
  ],
  ['<a href="javascript:alert(1)">x</a>', "<p>x</a></p>".replace("</a>", "")],
  ['<a href=" java&#115;cript:alert(1)">x</a>', "<p>x</p>"],
  ['<a href="//boese.example">x</a>', "<p>x</p>"],
  ["<a href='/a\"b'>x</a>", '<p><a href="/a&quot;b">x</a></p>'],
  [
    "a &lt;b&gt; &auml; &#8364; &unbekannt;",
    "<p>a &lt;b&gt; ä € &amp;unbekannt;</p>",
  ],
  ["3 < 5 und 7 > 6", "<p>3 &lt; 5 und 7 &gt; 6</p>"],
  ["<!-- weg -->a<!-- <b> -->", "<p>a</p>"],
  ["offen <b", "<p>offen &lt;b</p>"],
  ["<h2>Titel</h2>Text", "<h2>Titel</h2><p>Text</p>"],
  ["A\u0308pfel", "<p>Äpfel</p>"],
  // Found by guided fuzzing: what a tag that goes stood between.
  ["einen <x> Satz", "<p>einen Satz</p>"],
  ["A<x>\u0308pfel A&#776;", "<p>Äpfel Ä</p>"],
  ["<i>&#0;</i>", ""],
  ["<p>\u0338a</p>", "<p>\u0338a</p>"],
  // Found by a run of millions: the same address was another text.
  [
    '<a href="httPs://amt.example/A">x</a>',
    '<p><a href="https://amt.example/A">x</a></p>',
  ],
];

for (const [given, kept] of cleaned) {
  test(`${given} becomes ${kept}`, () => {
    assert.equal(richText(given), kept);
    assert.equal(richText(kept), kept, "and stays so");
  });
}

test("markup that nobody would write takes no longer than other markup", () => {
  const before = process.threadCpuUsage();
  for (const evil of [
    "<",
    "<a ",
    "<!--",
    "<ul><li>",
    "&#",
    "<b>",
    "<b>a</i>",
    "<script></script>",
  ]) {
    richText(evil.repeat(100_000 / evil.length));
  }
  const { user } = process.threadCpuUsage(before);
  assert.ok(user < 5_000_000, `${String(user / 1_000)} ms`);
});

test("what is written in plain words keeps every character", () => {
  const evil = `<b onmouseover="x">&`;
  for (const text of [paragraphs(evil), bullets([evil]), steps([evil])]) {
    assert.equal(richText(text), text);
    assert.deepEqual(linesOf(text), [evil]);
  }
});

test("lines are paragraphs and entries, those of lists within lists too", () => {
  assert.deepEqual(
    linesOf(
      "<p>a <b>b</b></p><ul><li>c<ol><li>d</li></ol></li><li>e</li></ul>",
    ),
    ["a b", "c", "d", "e"],
  );
  assert.deepEqual(linesOf(""), []);
});

test("links are found wherever they stand", () => {
  assert.deepEqual(
    linksOf(
      '<p><b><a href="/a">a</a></b></p><ul><li><a href="mailto:a@b.example">b</a></li></ul>',
    ),
    ["/a", "mailto:a@b.example"],
  );
});
