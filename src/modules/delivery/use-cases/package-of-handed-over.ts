import { createHash } from "node:crypto";
import type { Readable } from "node:stream";
import { z } from "zod";
import type { Context } from "../../../platform/context/context.ts";
import {
  zipStream,
  type ZipEntry,
} from "../../../platform/files/zip-stream.ts";
import type { Delivery } from "../domain/delivery.ts";
import {
  outputFormats,
  usualFormats,
  type OutputFormat,
} from "../domain/output/formats.ts";
import {
  manifestOf,
  packageName,
  type PackageFile,
  type WrittenFile,
} from "../domain/output/package-file.ts";
import { findDestination } from "../store/destination-store.ts";
import type { HandedOver } from "../store/handed-over-store.ts";
import type { DeliverySource } from "./delivery-source.ts";
import { loadHandedOver } from "./handed-over.ts";
import { outputFiles } from "./output-files.ts";
import { readEntered } from "./read-options.ts";

/**
 * What was handed over as one ZIP: the files in the formats of its destination, uploads, and `manifest.json` as the last one. Undefined when
 * it is deleted, or its files are not scanned yet. The caller has checked whose it is.
 */
export async function packageOfHandedOver(
  context: Context,
  handed: HandedOver,
  source: DeliverySource,
): Promise<{ readonly name: string; readonly zip: Readable } | undefined> {
  const delivery = await loadHandedOver(context, handed, source);
  if (!delivery) return undefined;
  const formats = await formatsOf(context, handed);
  const files = outputFiles(delivery, formats);
  return { name: packageName(delivery), zip: zipOf(delivery, files) };
}

const chosen = z
  .object({ formats: z.array(z.enum(outputFormats)).min(1) })
  .transform(({ formats }) => formats);

/** What the destination chose, or what those get that cannot choose. */
async function formatsOf(
  context: Context,
  { destinationId }: HandedOver,
): Promise<readonly OutputFormat[]> {
  const destination = await context.transaction((db) =>
    findDestination(db, context.tenantId, destinationId),
  );
  if (!destination) return usualFormats;
  const parsed = chosen.safeParse(await readEntered(context, destination));
  return parsed.success ? parsed.data : usualFormats;
}

function zipOf(delivery: Delivery, files: readonly PackageFile[]): Readable {
  const modifiedAt = delivery.answeredAt;
  const written: WrittenFile[] = [];
  const entries = files.map((file): ZipEntry => ({
    name: file.path,
    modifiedAt,
    open: () => Promise.resolve(measured(file, written)),
  }));
  const manifest: ZipEntry = {
    name: "manifest.json",
    modifiedAt,
    open: () =>
      Promise.resolve(once(Buffer.from(manifestOf(delivery, written)))),
  };
  return zipStream([...entries, manifest]);
}

async function* measured(
  file: PackageFile,
  written: WrittenFile[],
): AsyncGenerator<Uint8Array> {
  const { path, mediaType } = file;
  const hash = createHash("sha256");
  let sizeBytes = 0;
  for await (const chunk of file.open()) {
    hash.update(chunk);
    sizeBytes += chunk.length;
    yield chunk;
  }
  written.push({ path, mediaType, sizeBytes, sha256: hash.digest("hex") });
}

async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield await Promise.resolve(bytes);
}
