import assert from "node:assert/strict";
import { randomBytes } from "node:crypto";
import { describe, test } from "node:test";
import fc from "fast-check";
import { createContentInspector, type ContentVerdict } from "./media-type.ts";
import { jpeg, pdf, png } from "./testing/sample-files.ts";

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

  test("the same, however the bytes arrive", () => {
    fc.assert(
      fc.property(
        fc.constantFrom(pdf(), png(), jpeg({ exifBytes: 3000 })),
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
    "a ZIP or office file": Buffer.concat([
      bytes("PK\u0003\u0004"),
      randomBytes(500),
    ]),
    "a GIF": bytes("GIF89a................................................"),
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
      createContentInspector().inspect(Buffer.alloc(64, "MZ")),
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
        { numRuns: 40 },
      );
    }
  });
});

test("a PDF may speak about JavaScript, and have names that begin alike", () => {
  assert.deepEqual(
    verdictOn(pdf("(JavaScript and /JavaScripting) /LaunchPad 1")),
    accepted("application/pdf"),
  );
});
