import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { unpack } from "../../../platform/files/testing/unpack-zip.ts";
import { sha256 } from "../../../platform/values/sha256.ts";
import { xsdValidator } from "../../forms/testing/xsd-validator.ts";
import { answersCsv } from "../domain/output/answers-csv.ts";
import { outputFormats } from "../domain/output/formats.ts";
import { xdomeaMessage } from "../domain/output/xdomea.ts";
import { sampleDelivery, sampleUpload } from "../testing/sample-delivery.ts";
import { outputFiles } from "./output-files.ts";

const delivery = sampleDelivery({
  deliveryId: "0190a000-0000-7000-8000-00000000000d",
  answersJson:
    '{"F1":["Müller; \\"Erika\\"","=1+1"],"G2":[{"F3":["a"]},{"F3":["b","c"]}],"F4":[true]}',
  uploads: [
    {
      ...sampleUpload("Führerschein <neu> & alt.pdf", "first file"),
      fileId: "0190a000-0000-7000-8000-0000000000f1",
    },
    {
      ...sampleUpload("ohne Endung", "second file"),
      fileId: "0190a000-0000-7000-8000-0000000000f2",
    },
  ],
});

async function contentOf(file: { open(): AsyncIterable<Uint8Array> }) {
  const chunks: Uint8Array[] = [];
  for await (const chunk of file.open()) chunks.push(chunk);
  return Buffer.concat(chunks);
}

/** A difference here reaches systems that nobody of us sees: a version never changes, the next one stands beside it. */
const heldBytes: Readonly<Record<string, string>> = {
  "submission.xml":
    "78eabe9458a4b4aef316be738a73f765c846488d806b06998839e71ce00677f9",
  "submission.json":
    "125b4b817f00507f72fc0c9aecc4ddabf95716c56cb49ff931303fe2accd6932",
  "submission-2.json":
    "7c5783c558e3de161285b4efeb86e7e70930bd3940deb40ecb12687c919c812f",
  "receipt.pdf":
    "101dcc315371d705b6f750582f185783dc91a6a2623d374dfb06a0c8c9d62f5d",
  "submission.csv":
    "289a7984472afbdd380f975e30e99b536b850319de85e5c3723a9c63a2ea2082",
  "0190a000-0000-7000-8000-00000000000d_Information.Information.0101.zip":
    "643a25692ab6800d9fe8647b60b5bf2b6b8fff28416b47dfc8814be812d61113",
  "0190a000-0000-7000-8000-00000000000d_FVDaten.SGOErstellen.0604.zip":
    "28757007976c6a23af3f0d8ccb91871224f850b08f6dac75b576c8343cf726ed",
  "0190a000-0000-7000-8000-00000000000d_FVDaten.SGOAblegen.0605.zip":
    "b2dc3fcd0f818efbf9ef9bd0d14848da19a13b7ddca9a1c0b9a871a720b55e69",
  "uploads/01_Führerschein_neu_alt.pdf":
    "bf41cf94047f1a3443ca654a235bc8f830f7997da9b6f3b2b041a866bc6e3b6f",
  "uploads/02_ohne_Endung":
    "54811cbc6c86311729b0a33e26c89087881b36b9ca3217d15cb5196e35f9a7e3",
};

test("what a version of a format writes stays as it is, byte for byte", async () => {
  const files = outputFiles(delivery, outputFormats);
  const found = await Promise.all(
    files.map(async (file) => {
      // A packed archive may differ with the library that packs; its files may not.
      if (file.mediaType !== "application/zip")
        return [file.path, sha256(await contentOf(file)).toString("hex")];
      const packed = unpack(await contentOf(file));
      const parts = [...packed].map(
        ([name, bytes]) => `${name}\n${bytes.toString("hex")}`,
      );
      return [file.path, sha256(parts.join("\n")).toString("hex")];
    }),
  );
  assert.deepEqual(Object.fromEntries(found), heldBytes);
});

test("CSV has a line for each value, repeats by their places, and no formula", () => {
  assert.equal(
    answersCsv(delivery.answersJson),
    '\uFEFFfield;place;value\r\nF1;1;"Müller; ""Erika"""\r\nF1;2;\'=1+1\r\nG2/F3;1.1;a\r\nG2/F3;2.1;b\r\nG2/F3;2.2;c\r\nF4;1;true\r\n',
  );
});

const messages = [
  ["xdomea-3.0.0", "Information.Information.0101", "InformationAustauschen"],
  [
    "xdomea-0604-3.0.0",
    "FVDaten.SGOErstellen.0604",
    "FachverfahrensdatenAustauschen",
  ],
  [
    "xdomea-0605-3.0.0",
    "FVDaten.SGOAblegen.0605",
    "FachverfahrensdatenAustauschen",
  ],
] as const;

const schemas = "xdomea/schemes";
const validatorFor = (part: string) =>
  xsdValidator(`${schemas}/xdomea_3.0.0/xdomea-Nachrichten-${part}.xsd`, [
    `${schemas}/xoev/code/1_0/xoev-code.xsd`,
  ]);

for (const [format, type, schema] of messages)
  test(`${format}: a ZIP named by the rules, valid, with every document that the message names`, async () => {
    const [file] = outputFiles(delivery, [format]);
    assert.ok(file);
    const name = `${delivery.deliveryId}_${type}`;
    assert.equal(file.path, `${name}.zip`);
    const packed = unpack(await contentOf(file));
    const message = packed.get(`${name}.xml`)?.toString() ?? "";
    assert.deepEqual(validatorFor(schema)(message), []);
    assert.ok(message.includes(`<code>${type.slice(-4)}</code>`));
    const named = [...message.matchAll(/<xdomea:Dateiname>([^<]+)</g)].map(
      ([, one]) => one,
    );
    assert.deepEqual(
      [...packed.keys()].filter((one) => one !== `${name}.xml`),
      named,
    );
    assert.equal(named.length, 4);
  });

const validate = validatorFor("InformationAustauschen");

test("xdomea: valid whatever titles and names of files hold", () => {
  fc.assert(
    fc.property(
      fc.string({ unit: "binary" }),
      fc.string({ unit: "grapheme", minLength: 1 }),
      (title, originalName) => {
        const id = "0190a000-0000-7000-8000-0000000000f3";
        const leistung = { ...delivery.leistung, title };
        const given = { ...delivery, leistung };
        const document = { id, title, originalName };
        assert.deepEqual(validate(xdomeaMessage(given, [document])), []);
      },
    ),
    { numRuns: 15 },
  );
});
