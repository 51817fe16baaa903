import assert from "node:assert/strict";
import { describe, test } from "node:test";
import fc from "fast-check";
import {
  cleanFilename,
  filenameOfForm,
  withEndingOf,
} from "./clean-filename.ts";

describe("the name of an upload", () => {
  const examples: [string, string][] = [
    ["Führerschein.pdf", "Führerschein.pdf"],
    ["Fu\u0308hrerschein.pdf", "F\u00fchrerschein.pdf"],
    ["C:\\Users\\Ärztin\\Fahrzeugschein.jpg", "Fahrzeugschein.jpg"],
    ["../../etc/passwd", "passwd"],
    ["rechnung\u202egpj.exe", "rechnunggpj.exe"],
    ["a\u0000b\r\nSet-Cookie: x.png", "abSet-Cookie_ x.png"],
    ["  ..versteckt..  ", "versteckt"],
    ["", "upload"],
    ["///", "upload"],
    ["Nguyễn Văn Đức.pdf", "Nguyễn Văn Đức.pdf"],
    [`${"ä".repeat(300)}.pdf`, `${"ä".repeat(196)}.pdf`],
  ];
  for (const [given, cleaned] of examples) {
    test(`${JSON.stringify(given.slice(0, 40))} becomes ${JSON.stringify(cleaned.slice(0, 40))}`, () => {
      assert.equal(cleanFilename(given), cleaned);
    });
  }

  test("is never empty, never a path, never longer than 200 characters, and cleaning it again changes nothing", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 400 }), (given) => {
        const name = cleanFilename(given);
        assert.ok(name.length > 0 && Array.from(name).length <= 200);
        assert.doesNotMatch(name, /[/\\\p{Cc}]|^\./u);
        assert.equal(cleanFilename(name), name);
      }),
    );
  });
});

test("an ending that does not fit the content gets one behind it that does", () => {
  assert.equal(withEndingOf("rechnung.bat", "text/plain"), "rechnung.bat.txt");
  assert.equal(withEndingOf("foto.JPG", "image/jpeg"), "foto.JPG");
  assert.equal(withEndingOf("scan.tif", "image/tiff"), "scan.tif");
  assert.equal(withEndingOf("upload", "application/pdf"), "upload.pdf");
  assert.equal(withEndingOf("a.pdf.exe", "application/pdf"), "a.pdf.exe.pdf");
});

void test("what a browser writes for quotes and line ends in a form's file names is read back", () => {
  const name = filenameOfForm("Haus %22am See%22%0A100 %.pdf");
  assert.equal(name, 'Haus "am See"\n100 %.pdf');
  assert.equal(cleanFilename(name), "Haus _am See_100 %.pdf");
});
