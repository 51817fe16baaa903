import assert from "node:assert/strict";
import { after, describe, test } from "node:test";
import { inflateSync } from "node:zlib";
import fc from "fast-check";
import { runs } from "../testing/thorough.ts";
import { createPdfCompiler } from "./pdf-compiler.ts";
import type { PdfDocument } from "./pdf-document.ts";

const compiler = createPdfCompiler();
after(() => compiler.close());

const letter: PdfDocument = {
  title: "Eingangsbestätigung",
  author: "Stadt Musterstadt",
  lang: "de",
  template: "= #data.heading\n#data.text\n",
  data: { heading: "Bestätigung", text: "Guten Tag" },
  images: {},
  attachments: [
    {
      filename: "antrag.json",
      mediaType: "application/json",
      description: "Antrag",
      content: '{"name":"中"}',
    },
  ],
  standard: "PDF/A-3a",
  createdAt: new Date("2026-03-03T13:05:00Z"),
};

const withText = (text: string): PdfDocument => ({
  ...letter,
  data: { heading: "x", text },
});

/** All streams of the file, unpacked, as one text: enough to see what is inside without a PDF library. */
function inside(pdf: Buffer): string {
  const text = pdf.toString("latin1");
  const streams = text.matchAll(/stream\n([\s\S]*?)\nendstream/gu);
  return (
    text +
    Array.from(streams, ([, packed = ""]) =>
      unpack(Buffer.from(packed, "latin1")),
    ).join("\n")
  );
}

/** Deflated streams begin with 0x78; the others are plain. */
function unpack(stream: Buffer): string {
  return (stream[0] === 0x78 ? inflateSync(stream) : stream).toString("utf8");
}

describe("a PDF", () => {
  test("is tagged, titled, in its language, with embedded fonts and its data attached (PDF/A-3a)", async () => {
    const content = inside(await compiler.compile(letter));
    for (const part of [
      "/StructTreeRoot",
      "/Lang",
      "(de",
      "/FontFile2",
      "/AFRelationship",
      "antrag.json",
      '{"name":"中"}',
    ]) {
      assert.ok(content.includes(part), `${part} is missing`);
    }
    assert.match(content, /<pdfaid:part>3<[\s\S]*<pdfaid:conformance>A</u);
  });

  test("of the same content is the same file", async () => {
    assert.deepEqual(
      await compiler.compile(letter),
      await compiler.compile(letter),
    );
  });

  test("also comes as PDF/UA-1, without attachment", async () => {
    const content = inside(
      await compiler.compile({ ...letter, standard: "PDF/UA-1" }),
    );
    assert.match(content, /pdfuaid:part/u);
    assert.match(content, /DisplayDocTitle true/u);
    assert.equal(content.includes("antrag.json"), false);
  });

  test("shows data as text, whatever markup it looks like", async () => {
    const markup =
      '#panic("x") $x^2$ @ref *b* _i_ \\ `raw` <label> = H #import "a" // c /* d */ "\'; #{';
    const pages = inside(await compiler.compile(withText(markup)));
    assert.ok(pages.length > 0);
  });

  test("never fails on a character, though fonts have their limits", async () => {
    const names = [
      "Nguyễn Văn Đức",
      "Ğüşİı Çağrı",
      "Ελλάδα",
      "Ивановъ",
      "😀🇩🇪👨‍👩‍👧",
      "中文",
      "עברית",
      "العربية",
      "x\u0325\u0308 c\u0306",
      "\u0000\u0007\ue000\uffff\ud800",
      "a\u200db\ufe0f",
    ];
    await compiler.compile(withText(names.join("\n")));
    const anything = fc.string({ unit: "binary", maxLength: 200 });
    await fc.assert(
      fc.asyncProperty(anything, async (text) => {
        assert.ok((await compiler.compile(withText(text))).length > 1000);
      }),
      { numRuns: runs(20) },
    );
  });
});

describe("a document that cannot be made", () => {
  test("is refused with what was wrong, and the next one is made", async () => {
    const broken = compiler.compile({ ...letter, template: "#nonsense()" });
    await assert.rejects(broken, {
      code: "not-compiled",
      message: /nonsense/u,
    });
    await assert.rejects(
      compiler.compile({
        ...letter,
        template: '#image(bytes("<svg/>"), format: "svg")',
      }),
      { code: "not-compiled" },
    );
    assert.ok((await compiler.compile(letter)).length > 1000);
  });

  test("is given up after a time, and a new thread makes the next one", async () => {
    const hasty = createPdfCompiler({ timeoutMs: 300 });
    const slow = "#range(300000).map(i => calc.sqrt(i)).sum()";
    await assert.rejects(hasty.compile({ ...letter, template: slow }), {
      code: "timeout",
    });
    await assert.rejects(hasty.compile({ ...letter, template: slow }), {
      code: "timeout",
    });
    await hasty.close();
  });

  test("that takes too long does not take those with it that wait behind it", async () => {
    const hasty = createPdfCompiler({ timeoutMs: 3000 });
    const slow = "#range(1500000).map(i => calc.sqrt(i)).sum()";
    const given = [{ ...letter, template: slow }, letter, letter];
    const made = await Promise.allSettled(
      given.map((document) => hasty.compile(document)),
    );
    assert.deepEqual(
      made.map(({ status }) => status),
      ["rejected", "fulfilled", "fulfilled"],
    );
    await hasty.close();
  });

  test("is refused at once when too many wait already", async () => {
    const small = createPdfCompiler({ maxWaiting: 2 });
    const first = [small.compile(letter), small.compile(letter)];
    await assert.rejects(small.compile(letter), { code: "busy" });
    await Promise.all(first);
    assert.ok((await small.compile(letter)).length > 1000);
    await small.close();
  });
});
