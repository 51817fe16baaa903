import { largestFileBytes, type MediaType } from "../domain/form-definition.ts";
import type { CommonParts } from "./common-parts.ts";
import { shorten } from "./import-message.ts";
import { readableText } from "./read-sequence.ts";

const defaultMaxBytes = 10_000_000;

/** Below these numbers no scan has room: what stands there was not meant in bytes. */
const smallUnits = [
  { below: 1000, unit: "MB", bytes: 1_000_000 },
  { below: 100_000, unit: "kB", bytes: 1000 },
] as const;

/** `maxSize` in bytes. */
export function readMaxBytes({ children, report }: CommonParts): number {
  const element = children.find("maxSize");
  if (!element) return defaultMaxBytes;
  const text = readableText(element);
  const number = /^\+?\d{1,15}$/.test(text) ? Number(text) : 0;
  if (number === 0) {
    report.warning("file-size-ignored", element, { value: shorten(text) });
    return defaultMaxBytes;
  }
  const small = smallUnits.find(({ below }) => number < below);
  if (small)
    report.warning("file-size-small", element, {
      value: number,
      unit: small.unit,
    });
  return Math.min(number * (small?.bytes ?? 1), largestFileBytes);
}

const defaultMediaTypes: readonly MediaType[] = [
  "application/pdf",
  "image/jpeg",
  "image/png",
];

const mediaTypes: readonly string[] = [
  ...defaultMediaTypes,
  "image/tiff",
  "image/heic",
  "text/plain",
  "application/vnd.oasis.opendocument.text",
  "application/vnd.oasis.opendocument.spreadsheet",
  "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
  "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
] satisfies readonly MediaType[];

/** Other names under which people know them. */
const otherNames: Readonly<Record<string, MediaType>> = {
  pdf: "application/pdf",
  "application/x-pdf": "application/pdf",
  jpg: "image/jpeg",
  jpeg: "image/jpeg",
  "image/jpg": "image/jpeg",
  "image/pjpeg": "image/jpeg",
  png: "image/png",
  "image/x-png": "image/png",
  tif: "image/tiff",
  tiff: "image/tiff",
  "image/tif": "image/tiff",
  txt: "text/plain",
  odt: "application/vnd.oasis.opendocument.text",
  ods: "application/vnd.oasis.opendocument.spreadsheet",
  docx: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
};

/** Types the portal does not know are left out: nobody could open or check them. */
export function readMediaTypes({
  children,
  report,
}: CommonParts): readonly MediaType[] {
  const types = children.all("mediaType").flatMap((element) => {
    const text = readableText(element).toLowerCase().replace(/^\./, "");
    const type = Object.hasOwn(otherNames, text) ? otherNames[text] : text;
    if (type !== undefined && isMediaType(type)) return [type];
    report.warning("media-type-ignored", element, { value: shorten(text) });
    return [];
  });
  const unique = [...new Set(types)];
  return unique.length === 0 ? defaultMediaTypes : unique;
}

function isMediaType(text: string): text is MediaType {
  return mediaTypes.includes(text);
}
