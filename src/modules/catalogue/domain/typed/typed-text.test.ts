import assert from "node:assert/strict";
import { describe, test } from "node:test";
import {
  isAllowedAddress,
  markupOf,
  refusedAddresses,
  typedOf,
} from "./typed-text.ts";

void describe("formatted text as an editor types it", () => {
  void test("paragraphs, lists in lists, headings, strong words and links come back as they were typed", () => {
    for (const typed of [
      "Ein Satz.\nNeue Zeile.\n\nZweiter Absatz.",
      "- Ausweis\n- Nachweise:\n  1. Mietvertrag\n  2. Foto\n- Geld",
      "## Für Kinder\n\n1. Anrufen\n2. **Pünktlich** kommen",
      "Mehr steht [im Gesetz](https://www.gesetze-im-internet.de/bmg/).",
      "Schreiben Sie an [uns](mailto:amt@schwerin.example) & rufen Sie [an](tel:+493855450).",
      "a < b > c \"d\" 'e' & f",
    ])
      assert.equal(typedOf(markupOf(typed, undefined)), typed);
  });

  void test("a list may follow a sentence without an empty line between them", () => {
    assert.equal(
      markupOf("Bringen Sie mit:\n- Ausweis\n• Geld\nDanke.", undefined),
      "<p>Bringen Sie mit:</p><ul><li>Ausweis</li><li>Geld</li></ul><p>Danke.</p>",
    );
  });

  void test("what cannot be typed stays as long as nobody changes the text", () => {
    const markup = "<p>CO<sub>2</sub> <em>sparen</em></p>";
    assert.equal(markupOf(typedOf(markup), markup), markup);
    assert.equal(markupOf(`${typedOf(markup)}!`, markup), "<p>CO2 sparen!</p>");
  });

  void test("typed markup is words, and no address of another kind becomes a link", () => {
    assert.equal(
      markupOf("<script>alert(1)</script>", undefined),
      "<p>&lt;script&gt;alert(1)&lt;/script&gt;</p>",
    );
    const typed =
      "[a](javascript:alert(1)) [b](www.schwerin.de) [c](https://x.example/a_(b))";
    assert.deepEqual(refusedAddresses(typed), [
      "javascript:alert(1)",
      "www.schwerin.de",
    ]);
    assert.doesNotMatch(markupOf(typed, undefined), /javascript|www/);
  });

  void test("web, e-mail, telephone and pages of the portal are addresses, nothing else is", () => {
    const all = [
      ...["https://a.example/b", "mailto:a@b.example", "tel:+49385", "/aemter"],
      ...["//a.example", "data:text/html,x", "ftp://a", "https://", "a b"],
    ];
    assert.deepEqual(all.filter(isAllowedAddress), all.slice(0, 4));
  });
});
