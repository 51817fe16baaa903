import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { z } from "zod";
import { newId } from "../../../platform/values/id.ts";
import { describeOptions } from "../use-cases/describe-options.ts";
import type { OpenDestination } from "../use-cases/open-destination.ts";
import { inputOf, newInput, withKnown } from "./destination-input.ts";
import { optionFault } from "./option-inputs.ts";

const words = {
  title: "T",
  about: "A",
  "option.url": "Adresse",
  "option.format": "Format",
  "choice.format.json": "JSON",
  "choice.format.xml": "XML",
  "option.files": "Dateien",
  "choice.files.pdf": "PDF",
  "choice.files.csv": "CSV",
};
const { fields } = describeOptions({
  schema: z.object({
    url: z.url(),
    format: z.enum(["json", "xml"]).default("json"),
    files: z
      .array(z.enum(["pdf", "csv"]))
      .min(1)
      .default(["pdf"]),
  }),
  de: words,
  en: words,
})("de");

describe("what stands in the form of a destination", () => {
  test("a new one has what usually applies, whatever its address leaves out", () => {
    const known = (query: string) =>
      withKnown(newInput(fields), {
        query: new URLSearchParams(query),
        fields,
      }).options;
    assert.deepEqual(known("anbindung=x"), {
      url: "",
      format: "json",
      files: ["pdf"],
    });
    assert.deepEqual(known("option-files=csv&option-format=xml"), {
      url: "",
      format: "xml",
      files: ["csv"],
    });
  });

  test("one that is older than an option shows what applies to it", () => {
    const older: OpenDestination = {
      destinationId: newId(),
      name: "Alt",
      connectorKey: "x",
      isEnabled: true,
      leistungSlugs: [],
      options: { url: "https://alt.example", files: ["csv"] },
      storedSecrets: [],
      operation: { concurrency: 1, patienceHours: 2, officeEmail: undefined },
    };
    assert.deepEqual(inputOf(older, fields).options, {
      url: "https://alt.example",
      format: "json",
      files: ["csv"],
    });
  });

  test("boxes of which none is ticked are said to need one", () => {
    const files = fields.find(({ name }) => name === "files");
    assert.ok(files);
    const faults = new Map([["option-files", "wrong" as const]]);
    assert.equal(
      optionFault(files, { faults, locale: "de" }),
      "Wählen Sie bei „Dateien“ mindestens eine Angabe aus.",
    );
  });
});
