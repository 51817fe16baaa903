import assert from "node:assert/strict";
import { after, describe, test } from "node:test";
import { inflateSync } from "node:zlib";
import fc from "fast-check";
import { runs } from "../../../platform/testing/thorough.ts";
import { createPdfCompiler } from "../../../platform/pdf/pdf-compiler.ts";
import { receiptTexts } from "./i18n/texts.ts";
import type { ReceiptContent } from "./receipt-content.ts";
import {
  receiptDocument,
  renderApplicationPdf,
  renderReceiptPdf,
} from "./render-receipt-pdf.ts";
import { sampleReceipt } from "./testing/sample-receipt.ts";

const pdf = createPdfCompiler();
after(() => pdf.close());

/** The file with its streams unpacked: structure, metadata and attachments can be read in it, drawn text cannot. */
function inside(file: Buffer): string {
  const text = file.toString("latin1");
  const streams = Array.from(
    text.matchAll(/stream\n([\s\S]*?)\nendstream/gu),
    ([, packed = ""]) => Buffer.from(packed, "latin1"),
  );
  return (
    text +
    streams
      .map((stream) =>
        (stream[0] === 0x78 ? inflateSync(stream) : stream).toString("utf8"),
      )
      .join("\n")
  );
}

describe("the receipt", () => {
  test("has headings, a list, a table, alternative texts, its language, title and data", async () => {
    const content = inside(await renderReceiptPdf(pdf, sampleReceipt));
    for (const tag of [
      "/H1",
      "/H2",
      "/H3",
      "/L\n",
      "/Table",
      "/TH",
      "/Figure",
      "/Alt",
      "/Link",
    ]) {
      assert.ok(content.includes(tag), `${tag.trim()} is missing`);
    }
    assert.match(
      content,
      /Eingangsbestätigung: Bewohnerparkausweis beantragen/u,
    );
    assert.match(content, /<dc:language>[\s\S]*de[\s\S]*<\/dc:language>/u);
    assert.ok(content.includes('{"familienname":"Größe"}'));
    assert.ok(content.includes(sampleReceipt.verificationUrl));
  });

  test("also passes the checks of PDF/UA-1", async () => {
    const document = await receiptDocument("receipt", sampleReceipt);
    assert.ok(
      (await pdf.compile({ ...document, standard: "PDF/UA-1" })).length >
        10_000,
    );
  });

  test("is the same file for the same content, and another one for the caseworker", async () => {
    const receipt = await renderReceiptPdf(pdf, sampleReceipt);
    assert.deepEqual(await renderReceiptPdf(pdf, sampleReceipt), receipt);
    assert.notDeepEqual(
      await renderApplicationPdf(pdf, sampleReceipt),
      receipt,
    );
  });

  test("names the moment of deposit in words and in German time, summer and winter", async () => {
    const leadAt = async (time: string, locale: "de" | "en" = "de") => {
      const { data } = await receiptDocument("receipt", {
        ...sampleReceipt,
        locale,
        depositedAt: new Date(time),
      });
      return (data as { lead: string }).lead;
    };
    assert.equal(
      await leadAt("2026-03-03T13:05:00Z"),
      "Ihr Antrag ist am Dienstag, 3. März 2026 um 14:05 Uhr bei uns eingegangen.",
    );
    assert.match(
      await leadAt("2026-06-30T22:30:00Z"),
      /Mittwoch, 1\. Juli 2026 um 00:30 Uhr/u,
    );
    assert.match(
      await leadAt("2026-03-03T13:05:00Z", "en"),
      /Tuesday,? 3 March 2026/u,
    );
    // That night clocks show 02:31 twice.
    assert.match(
      await leadAt("2026-10-25T00:31:00Z"),
      /02:31 Uhr \(Sommerzeit\)/u,
    );
    assert.match(
      await leadAt("2026-10-25T01:31:00Z"),
      /02:31 Uhr \(Winterzeit\)/u,
    );
  });

  test("is made in English, with nothing filled in and nothing uploaded", async () => {
    const bare: ReceiptContent = {
      ...sampleReceipt,
      locale: "en",
      sections: [{ heading: "", entries: [] }],
      uploads: [],
      nextSteps: [],
      machineReadable: [],
    };
    assert.ok((await renderReceiptPdf(pdf, bare)).length > 10_000);
  });

  test("is made without a crest that cannot be drawn", async () => {
    const portal = { ...sampleReceipt.portal, crestSvg: "<svg><broken" };
    assert.ok(
      (await renderReceiptPdf(pdf, { ...sampleReceipt, portal })).length >
        10_000,
    );
  });

  test("never fails on what people type, and nothing of it is markup", async () => {
    const markup = fc.constantFrom(
      '#panic("x")',
      "$x$",
      "@ref",
      "*b*",
      "\\",
      "#{",
      "= H",
      "<label>",
      "`",
      "//",
      "x".repeat(400),
    );
    const value = fc.oneof(
      markup,
      fc.string({ unit: "binary", maxLength: 80 }),
    );
    await fc.assert(
      fc.asyncProperty(
        fc.array(value, { maxLength: 5 }),
        value,
        async (values, name) => {
          const sections = [
            { heading: name, entries: [{ label: name, values }] },
          ];
          const uploads = [
            { filename: name, sizeBytes: 1, sha256: "ef".repeat(32) },
          ];
          const receipt = {
            ...sampleReceipt,
            leistungTitle: name,
            sections,
            uploads,
            nextSteps: values,
          };
          assert.ok((await renderReceiptPdf(pdf, receipt)).length > 10_000);
        },
      ),
      { numRuns: runs(12) },
    );
  });

  test("of a long application is made in time", async () => {
    const entries = Array.from({ length: 700 }, (_, index) => ({
      label: `Feld ${String(index)}`,
      values: ["Antwort ".repeat(20)],
    }));
    assert.ok(
      (
        await renderReceiptPdf(pdf, {
          ...sampleReceipt,
          sections: [{ heading: "Viele", entries }],
        })
      ).length > 50_000,
    );
  });
});

test("sizes of uploads are printed as file managers show them", async () => {
  const sizes = [1, 84_400, 999_400, 1_234_567, 20_000_000].map(
    (sizeBytes) => ({ filename: "a", sizeBytes, sha256: "" }),
  );
  const { data } = await receiptDocument("receipt", {
    ...sampleReceipt,
    uploads: sizes,
  });
  const printed = (data as { uploads: { size: string }[] }).uploads.map(
    ({ size }) => size.replace("\u00a0", " "),
  );
  assert.deepEqual(printed, ["1 kB", "84 kB", "999 kB", "1,2 MB", "20 MB"]);
});

test("the sign for characters that cannot be printed is explained only where it is printed", () => {
  assert.equal(receiptTexts("de")("pdf.replaced").includes("\ufffd"), false);
});
