import assert from "node:assert/strict";
import { describe, test } from "node:test";
import fc from "fast-check";
import { defaultXmlLimits, parseXml } from "./parse-xml.ts";
import { escapeXml } from "./write-xml.ts";

const bytes = (text: string) => new TextEncoder().encode(text);

function refusal(document: string | Uint8Array): {
  kind: string;
  line: number;
} {
  const result = parseXml(
    typeof document === "string" ? bytes(document) : document,
  );
  assert.equal(result.ok, false);
  return { kind: result.refusal.kind, line: result.refusal.line };
}

describe("parseXml", () => {
  test("gives names, namespaces, attributes, text and lines", () => {
    const result = parseXml(
      bytes(
        '<a:root xmlns:a="urn:x">\n  <a:one id="1">ä &amp; <![CDATA[<b>]]></a:one>\n  <two/>\n</a:root>',
      ),
    );
    assert.ok(result.ok);
    const [one, two] = result.value.children;
    assert.deepEqual(
      [result.value.name, result.value.namespace],
      ["root", "urn:x"],
    );
    assert.deepEqual(
      [one?.text, one?.line, one?.attributes.get("id")],
      ["ä & <b>", 2, "1"],
    );
    assert.deepEqual([two?.name, two?.namespace, two?.line], ["two", "", 3]);
  });

  test("refuses entities that expand to gigabytes, before expanding anything", () => {
    const lines = Array.from(
      { length: 10 },
      (_, index) =>
        `<!ENTITY l${String(index + 1)} "${`&l${String(index)};`.repeat(10)}">`,
    );
    const bomb = `<?xml version="1.0"?>\n<!DOCTYPE x [<!ENTITY l0 "lol">${lines.join("")}]>\n<x>&l10;</x>`;
    assert.equal(refusal(bomb).kind, "doctype-not-allowed");
  });

  test("refuses external entities and parameter entities", () => {
    assert.equal(
      refusal(
        '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]><x>&e;</x>',
      ).kind,
      "doctype-not-allowed",
    );
    assert.equal(
      refusal('<!DOCTYPE x SYSTEM "http://127.0.0.1/evil.dtd"><x/>').kind,
      "doctype-not-allowed",
    );
    assert.equal(refusal("<x>\n&undeclared;</x>").kind, "entity-not-allowed");
  });

  test("refuses deep nesting, many elements, many attributes and large documents", () => {
    assert.deepEqual(refusal("<a>".repeat(101)), {
      kind: "nested-too-deeply",
      line: 1,
    });
    const tooMany = `<r ${Array.from({ length: 60 }, (_, index) => `a${String(index)}="1"`).join(" ")}/>`;
    assert.equal(refusal(tooMany).kind, "too-many-attributes");
    assert.equal(
      refusal(new Uint8Array(defaultXmlLimits.maxBytes + 1)).kind,
      "too-large",
    );
    const few = parseXml(bytes("<r><a/><a/></r>"), {
      ...defaultXmlLimits,
      maxElements: 2,
    });
    assert.ok(!few.ok && few.refusal.kind === "too-many-elements");
  });

  test("names the line of what is not well-formed", () => {
    assert.deepEqual(refusal("<a>\n<b>\n</a>"), {
      kind: "not-well-formed",
      line: 3,
    });
    assert.equal(refusal("").kind, "not-well-formed");
    assert.equal(refusal("no xml").kind, "not-well-formed");
  });

  test("refuses other encodings instead of guessing", () => {
    assert.equal(
      refusal(Uint8Array.from([0x3c, 0x61, 0x3e, 0xe4])).kind,
      "not-utf-8",
    );
    assert.equal(
      refusal('<?xml version="1.0" encoding="ISO-8859-1"?><a/>').kind,
      "not-utf-8",
    );
  });

  test("never throws, whatever the bytes", () => {
    fc.assert(
      fc.property(
        fc.uint8Array({ maxLength: 300 }),
        (document) => void parseXml(document),
      ),
    );
    fc.assert(
      fc.property(
        fc.string({
          unit: fc.constantFrom(
            "<",
            ">",
            "a",
            "/",
            "&",
            ";",
            "!",
            "[",
            "]",
            '"',
            "=",
            " ",
            "\n",
            "?",
            "-",
          ),
          maxLength: 60,
        }),
        (text) => void parseXml(bytes(text)),
      ),
    );
  });
});

test("escapeXml makes any text survive a round trip, except what XML cannot carry", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), (text) => {
      const result = parseXml(
        bytes(`<a b="${escapeXml(text)}">${escapeXml(text)}</a>`),
      );
      assert.ok(result.ok);
      assert.equal(result.value.text, withoutControls(text));
    }),
  );
  assert.equal(escapeXml("\u0000\uD800<"), "\uFFFD\uFFFD&lt;");
});

/** What XML 1.0 carries of a text: control characters and non-characters become U+FFFD. */
function withoutControls(text: string): string {
  return Array.from(text, (character) => {
    const isControl = character < " " && !"\t\n\r".includes(character);
    const isNone = character === "\uFFFE" || character === "\uFFFF";
    return isControl || isNone ? "\uFFFD" : character;
  }).join("");
}
