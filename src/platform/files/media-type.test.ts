import assert from "node:assert/strict";
import { randomBytes } from "node:crypto";
import { describe, test } from "node:test";
import fc from "fast-check";
import { runs } from "../testing/thorough.ts";
import type { ContentVerdict } from "./content-verdict.ts";
import { createContentInspector } from "./media-type.ts";
import {
  contentTypes,
  heic,
  office,
  openDocument,
  tiff,
  zip,
} from "./testing/sample-documents.ts";
import { jpeg, pdf, png } from "./testing/sample-files.ts";

const officeTypes = {
  odt: "application/vnd.oasis.opendocument.text",
  ods: "application/vnd.oasis.opendocument.spreadsheet",
  docx: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
} as const;
const docxMain = {
  part: "word/document.xml",
  type: `${officeTypes.docx}.main+xml`,
} as const;

function verdictOn(
  content: Uint8Array,
  chunkBytes = 16 * 1024,
): ContentVerdict {
  const inspector = createContentInspector();
  for (let offset = 0; offset < content.length; offset += chunkBytes) {
    const reason = inspector.inspect(
      content.subarray(offset, offset + chunkBytes),
    );
    if (reason) return { kind: "refused", reason };
  }
  return inspector.conclude();
}

const refused = (reason: string) => ({ kind: "refused", reason });
const accepted = (mediaType: string) => ({ kind: "accepted", mediaType });
const bytes = (text: string) => Buffer.from(text, "latin1");

describe("the content of an upload is taken for", () => {
  test("a PDF, also with a byte order mark and white space first", () => {
    assert.deepEqual(verdictOn(pdf()), accepted("application/pdf"));
    assert.deepEqual(
      verdictOn(Buffer.concat([bytes("\u00ef\u00bb\u00bf\r\n"), pdf()])),
      accepted("application/pdf"),
    );
  });

  test("a photo, also with 100 KB of EXIF data and a film behind it", () => {
    assert.deepEqual(verdictOn(jpeg()), accepted("image/jpeg"));
    assert.deepEqual(
      verdictOn(jpeg({ exifBytes: 100_000 })),
      accepted("image/jpeg"),
    );
    assert.deepEqual(
      verdictOn(Buffer.concat([jpeg(), bytes("ftypmp42 film")])),
      accepted("image/jpeg"),
    );
  });

  test("a PNG", () => {
    assert.deepEqual(verdictOn(png()), accepted("image/png"));
  });

  test("a scan in either byte order, its directory in front or at the end", () => {
    for (const isLittle of [true, false])
      for (const directoryAtEnd of [true, false])
        assert.deepEqual(
          verdictOn(tiff({ isLittle, directoryAtEnd })),
          accepted("image/tiff"),
        );
  });

  test("a picture of a phone, by the brands its makers write", () => {
    for (const brand of ["heic", "heix", "mif1"])
      assert.deepEqual(verdictOn(heic({ brand })), accepted("image/heic"));
    assert.deepEqual(
      verdictOn(heic({ brand: "avif" })),
      refused("not-allowed"),
    );
    assert.deepEqual(
      verdictOn(heic({ brand: "mp42" })),
      refused("not-allowed"),
    );
  });

  test("text in UTF-8 and Latin-1, however short", () => {
    for (const text of [
      "x",
      "Größe 3 €, Łódź\r\n\tzwei 🙂",
      "Zeile mit Umlauten äöüß\n".repeat(9000),
    ])
      assert.deepEqual(verdictOn(Buffer.from(text)), accepted("text/plain"));
    assert.deepEqual(
      verdictOn(bytes("Gr\u00f6\u00dfe: 3 \u0080 im M\u00e4rz")),
      accepted("text/plain"),
    );
    assert.deepEqual(
      verdictOn(Buffer.from("\ufeffmit Markierung")),
      accepted("text/plain"),
    );
  });

  test("office documents of both formats, by their content", () => {
    const { odt, ods, docx, xlsx } = officeTypes;
    assert.deepEqual(verdictOn(openDocument("text")), accepted(odt));
    assert.deepEqual(verdictOn(openDocument("spreadsheet")), accepted(ods));
    assert.deepEqual(verdictOn(office("docx")), accepted(docx));
    assert.deepEqual(verdictOn(office("xlsx")), accepted(xlsx));
    const large = office("docx", {
      others: [
        { name: "word/media/image1.png", content: randomBytes(900_000) },
      ],
    });
    assert.deepEqual(verdictOn(large), accepted(docx));
  });

  test("an office document whose list of contents comes last", () => {
    const { part, type } = docxMain;
    const file = zip([
      { name: part, content: randomBytes(600_000) },
      { name: "_rels/.rels", content: "<Relationships/>" },
      { name: "[Content_Types].xml", content: contentTypes(part, type) },
    ]);
    assert.deepEqual(verdictOn(file), accepted(officeTypes.docx));
  });

  test("the same, however the bytes arrive", () => {
    fc.assert(
      fc.property(
        fc.constantFrom(
          pdf(),
          png(),
          jpeg({ exifBytes: 3000 }),
          heic(),
          office("xlsx"),
          openDocument("text"),
          Buffer.from("Größe €".repeat(40)),
        ),
        fc.integer({ min: 1, max: 5000 }),
        (file, chunk) => {
          assert.equal(verdictOn(file, chunk).kind, "accepted");
        },
      ),
    );
  });
});

describe("refused is", () => {
  const disguised: Record<string, Buffer> = {
    "a Windows program": Buffer.concat([
      bytes("MZ\u0090\u0000"),
      randomBytes(5000),
    ]),
    "a Linux program": Buffer.concat([bytes("\u007fELF"), randomBytes(5000)]),
    "a shell script": bytes("#!/bin/sh\nrm -rf /\n"),
    "a web page": bytes("<!doctype html><script>alert(1)</script>"),
    "an SVG": bytes('<svg xmlns="http://www.w3.org/2000/svg"><script/></svg>'),
    "a GIF": bytes(`GIF89a${"\u0001\0".repeat(30)}`),
    "nothing but a few bytes": bytes("%P"),
    "a program with a PDF inside the first kilobyte": Buffer.concat([
      bytes("MZ\u0090\u0000"),
      pdf(),
    ]),
    "a web page with a PDF behind it": Buffer.concat([
      bytes("<html><!--"),
      pdf(),
    ]),
    "a picture with an archive behind it": Buffer.concat([
      jpeg(),
      bytes("PK\u0003\u0004..PK\u0005\u0006"),
      Buffer.alloc(18),
    ]),
  };
  for (const [name, content] of Object.entries(disguised)) {
    test(name, () => {
      assert.deepEqual(verdictOn(content), refused("not-allowed"));
    });
  }

  test("a program at once, before all of it has come", () => {
    assert.equal(
      createContentInspector().inspect(
        Buffer.alloc(64, "MZ\u0090\0", "latin1"),
      ),
      "not-allowed",
    );
  });

  const broken: Record<string, Buffer> = {
    "a PDF without its end": pdf().subarray(0, -20),
    "a PDF with a program behind its end": Buffer.concat([
      pdf(),
      bytes("MZ"),
      randomBytes(2000),
    ]),
    "a photo without its end": jpeg().subarray(0, -2),
    "a photo without a frame": Buffer.from([0xff, 0xd8, 0xff, 0xd9]),
    "a PNG without its end": png().subarray(0, -12),
    "a PNG with something behind its end": Buffer.concat([
      png(),
      bytes("<script>"),
    ]),
    "a PNG of no width": png({ width: 0 }),
    "an office document without its end": office("docx").subarray(0, -30),
    "an archive with something in front": Buffer.concat([
      bytes("PK\u0003\u0004"),
      office("docx"),
    ]),
    "an archive with something behind": Buffer.concat([
      office("docx"),
      bytes("<script>alert(1)</script>"),
    ]),
    "a scan whose directory lies beyond its end": tiff().subarray(0, 8),
    "a picture of a phone without dimensions": heic().subarray(0, 40),
  };
  for (const [name, content] of Object.entries(broken)) {
    test(`${name}, as broken`, () => {
      assert.deepEqual(verdictOn(content), refused("broken"));
    });
  }

  test("an image made to flood the memory", () => {
    assert.deepEqual(
      verdictOn(png({ width: 65_535, height: 65_535 })),
      refused("too-many-pixels"),
    );
    assert.deepEqual(
      verdictOn(png({ width: 0xffff_ffff, height: 1 })),
      refused("too-many-pixels"),
    );
    assert.deepEqual(
      verdictOn(jpeg({ width: 39_000, height: 39_000 })),
      refused("too-many-pixels"),
    );
    for (const file of [
      tiff({ width: 60_000 }),
      tiff({ height: 400_000, directoryAtEnd: true, isLittle: false }),
      heic({ width: 39_000, height: 39_000 }),
    ])
      assert.deepEqual(verdictOn(file), refused("too-many-pixels"));
  });

  test("a PDF that runs scripts or programs, wherever the name is cut", () => {
    for (const action of [
      "/S /JavaScript /JS (app.alert(1))",
      "/S/Launch/F(cmd.exe)",
      "/S /J#61va#53cript /JS (x)",
    ]) {
      fc.assert(
        fc.property(fc.integer({ min: 1, max: 300 }), (chunk) => {
          assert.deepEqual(
            verdictOn(pdf(action), chunk),
            refused("active-content"),
          );
        }),
        { numRuns: runs(20) },
      );
    }
  });
});

describe("refused of text is", () => {
  const disguised: Record<string, Buffer> = {
    "a web page": bytes("\n  <!doctype html><html>".padEnd(200)),
    "a web page behind a byte order mark": Buffer.from("\ufeff<html></html>"),
    "a part of a page": bytes("<script>alert(1)</script>"),
    "a drawing with scripts": bytes('<?xml version="1.0"?><svg/>'),
    "a script for a shell": bytes("#!/bin/bash\nrm -rf ~\n"),
    "a PDF of which only the beginning came": bytes("%PDF"),
    "a rich text": bytes("{\\rtf1\\ansi}"),
    "text with a control character at its very end": bytes(
      `${"x".repeat(70_000)}\u0007`,
    ),
    "text in UTF-16": Buffer.from("\ufeffGröße der Wohnung", "utf16le"),
  };
  for (const [name, content] of Object.entries(disguised)) {
    test(name, () => {
      assert.deepEqual(verdictOn(content), refused("not-allowed"));
    });
  }

  test("bytes that neither UTF-8 nor Latin-1 has a character for", () => {
    assert.deepEqual(
      verdictOn(bytes("abc \u0081\u008d ".repeat(20))),
      refused("not-allowed"),
    );
  });
});

describe("refused of containers is", () => {
  const { part, type } = docxMain;
  const macroType = type.replace(
    "vnd.openxmlformats-officedocument.wordprocessingml.document",
    "vnd.ms-word.document.macroEnabled",
  );
  const parts = (count: number, claimedBytes: number) =>
    Array.from({ length: count }, (_, number) => ({
      name: `word/media/${String(number)}.xml`,
      content: "",
      claimedBytes,
    }));
  test("what would unpack to more than a gigabyte or 2,000 parts", () => {
    const megabyte = 1024 * 1024;
    const withParts = (count: number, claimedBytes: number) =>
      verdictOn(office("docx", { others: parts(count, claimedBytes) }));
    const tooMuch = refused("too-large-unpacked");
    assert.deepEqual(withParts(11, 100 * megabyte), tooMuch);
    // The field is full: how much it is stands elsewhere (ZIP64).
    assert.deepEqual(withParts(1, 0xffff_ffff), tooMuch);
    assert.deepEqual(withParts(2_001, 1), tooMuch);
    const taken = accepted(officeTypes.docx);
    assert.deepEqual(withParts(10, 100 * megabyte), taken);
    assert.deepEqual(withParts(1_990, 1), taken);
  });
  const archives: Record<string, Buffer> = {
    "an archive": zip([{ name: "a.exe", content: "MZ" }]),
    "an archive that only is named like a document": zip([
      { name: part, content: "<document/>" },
    ]),
    "a presentation": office("docx", {
      mainType: "application/x.presentation",
    }),
    "a document with an encrypted part": office("docx", {
      others: [{ name: "word/x.xml", content: "x", isEncrypted: true }],
    }),
    "a document that unpacks outside of its folder": office("docx", {
      others: [{ name: "../../autostart.bat", content: "x" }],
    }),
    "a list of contents that unpacks to 300 megabytes": zip([
      { name: "[Content_Types].xml", content: Buffer.alloc(300_000_000, " ") },
      { name: "_rels/.rels", content: "" },
      { name: part, content: "" },
    ]),
    "an OpenDocument whose label is packed": zip([
      { name: "mimetype", content: officeTypes.odt },
      { name: "content.xml", content: "" },
      { name: "META-INF/manifest.xml", content: "" },
    ]),
    "a Java program": zip([
      { name: "META-INF/MANIFEST.MF", content: "Main-Class: X" },
    ]),
  };
  for (const [name, content] of Object.entries(archives)) {
    test(name, () => {
      assert.deepEqual(verdictOn(content), refused("not-allowed"));
    });
  }

  const withMacros: Record<string, Buffer> = {
    "a document saved with macros": office("docx", { mainType: macroType }),
    "a document with a macro project": office("docx", {
      others: [{ name: "word/vbaProject.bin", content: "x" }],
    }),
    "a table with a macro sheet": office("xlsx", {
      others: [{ name: "xl/macrosheets/sheet1.xml", content: "x" }],
    }),
    "a table with an ActiveX control": office("xlsx", {
      others: [{ name: "xl/activeX/activeX1.bin", content: "x" }],
    }),
    "an OpenDocument with Basic": openDocument("text", [
      { name: "Basic/Standard/Module1.xml", content: "x" },
    ]),
    "an OpenDocument with scripts": openDocument("spreadsheet", [
      { name: "Scripts/python/x.py", content: "x" },
    ]),
  };
  for (const [name, content] of Object.entries(withMacros)) {
    test(name, () => {
      assert.deepEqual(verdictOn(content), refused("active-content"));
    });
  }
});

test("whatever bytes come, there is a verdict", () => {
  const real = [office("docx"), openDocument("text"), tiff(), heic(), jpeg()];
  fc.assert(
    fc.property(
      fc.constantFrom(...real),
      fc.array(fc.tuple(fc.nat(), fc.nat(255)), { maxLength: 12 }),
      fc.nat(3000),
      (file, changes, cut) => {
        const changed = Buffer.from(file.subarray(0, file.length - cut));
        for (const [at, value] of changes)
          if (changed.length > 0) changed[at % changed.length] = value;
        assert.match(verdictOn(changed).kind, /^(?:accepted|refused)$/);
      },
    ),
    { numRuns: runs(150) },
  );
});

test("a PDF may speak about JavaScript, and have names that begin alike", () => {
  assert.deepEqual(
    verdictOn(pdf("(JavaScript and /JavaScripting) /LaunchPad 1")),
    accepted("application/pdf"),
  );
});
