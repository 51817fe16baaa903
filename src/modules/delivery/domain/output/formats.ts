import type { Delivery } from "../delivery.ts";
import { answersCsv } from "./answers-csv.ts";
import type { XdomeaFormat } from "./xdomea.ts";
import { metadataOf, type PackageFile } from "./package-file.ts";

/**
 * Formats that a destination can choose, each with its version. A version never changes (output-formats.test.ts holds its bytes): what must
 * be different becomes the next version beside it, and old consumers keep theirs. docs/output-formats.md says what is in each.
 */
export const outputFormats = [
  "xml-1",
  "json-1",
  "json-2",
  "pdf-1",
  "csv-1",
  "xdomea-3.0.0",
  "xdomea-0604-3.0.0",
  "xdomea-0605-3.0.0",
] as const;

export type OutputFormat = (typeof outputFormats)[number];

/** What destinations got before they could choose. */
export const usualFormats: readonly OutputFormat[] = [
  "xml-1",
  "json-1",
  "pdf-1",
];

type PlainFormat = Exclude<OutputFormat, XdomeaFormat>;

/** One file in a format. */
export const writers: Readonly<
  Record<PlainFormat, (delivery: Delivery) => PackageFile>
> = {
  "xml-1": ({ answersXml }) =>
    text("submission.xml", "application/xml", answersXml),
  "json-1": ({ answersJson }) =>
    text("submission.json", "application/json", answersJson),
  "json-2": (delivery) =>
    text(
      "submission-2.json",
      "application/json",
      `${JSON.stringify({
        ...metadataOf(delivery),
        formatVersion: 2,
        answers: JSON.parse(delivery.answersJson) as unknown,
      })}\n`,
    ),
  "pdf-1": (delivery) => ({
    path: "receipt.pdf",
    mediaType: "application/pdf",
    open: () => once(delivery.pdf()),
  }),
  "csv-1": ({ answersJson }) =>
    text("submission.csv", "text/csv; charset=utf-8", answersCsv(answersJson)),
};

function text(path: string, mediaType: string, content: string): PackageFile {
  return {
    path,
    mediaType,
    open: () => once(new TextEncoder().encode(content)),
  };
}

async function* once(
  bytes: Uint8Array | Promise<Uint8Array>,
): AsyncGenerator<Uint8Array> {
  yield await bytes;
}
