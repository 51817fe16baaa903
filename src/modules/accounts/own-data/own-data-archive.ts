import type { Readable } from "node:stream";
import {
  zipStream,
  type ZipEntry,
} from "../../../platform/files/zip-stream.ts";
import type { ExportedFile, ExportedPart } from "../ports.ts";

/** The document with all that is stored, and the files beside it, as a stream: each is read when its turn comes. */
export function ownDataArchive(
  document: {
    readonly filename: string;
    readonly body: Buffer;
    readonly now: Date;
  },
  parts: readonly ExportedPart[],
): Readable {
  const files = parts.flatMap((part) => part.files ?? []);
  return zipStream([
    {
      name: document.filename,
      modifiedAt: document.now,
      open: () => Promise.resolve(chunksOf(document.body)),
    },
    ...files.map(toEntry),
  ]);
}

/** Numbered, so that no two files have one name. */
function toEntry(file: ExportedFile, index: number): ZipEntry {
  const number = String(index + 1).padStart(3, "0");
  return {
    name: `dateien/${nameOf(file.folder)}/${number}-${nameOf(file.filename)}`,
    modifiedAt: file.storedAt,
    open: () => file.open(),
  };
}

/** One step of a path on all systems: nothing in it leads elsewhere. */
function nameOf(text: string): string {
  const name = text
    .replaceAll(/[\\/:*?"<>|\p{C}]+/gu, "-")
    .replace(/^[.\s]+/, "")
    .replace(/[.\s]+$/, "");
  return name === "" ? "-" : name;
}

async function* chunksOf(body: Buffer): AsyncGenerator<Uint8Array> {
  yield await Promise.resolve(body);
}
