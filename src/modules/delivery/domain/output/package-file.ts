import type { Delivery, DeliveryUpload } from "../delivery.ts";

/** A file of what is handed over, before it is written. */
export type PackageFile = {
  /** With `/`, inside the package. */
  readonly path: string;
  readonly mediaType: string;
  open(): AsyncIterable<Uint8Array>;
};

/** What was written of it. */
export type WrittenFile = {
  readonly path: string;
  readonly mediaType: string;
  readonly sizeBytes: number;
  readonly sha256: string;
};

/** What lies in `manifest.json`, written last: lists every file with its hash. */
export function manifestOf(
  delivery: Delivery,
  files: readonly WrittenFile[],
): string {
  const originalNames = new Map(
    delivery.uploads.map((upload, index) => [
      uploadPath(upload, index),
      upload.filename,
    ]),
  );
  const manifest = {
    ...metadataOf(delivery),
    files: files.map((file) => ({
      ...file,
      originalName: originalNames.get(file.path),
    })),
  };
  return `${JSON.stringify(manifest, undefined, 2)}\n`;
}

/** What is said of a submission besides its answers; the same in manifests and envelopes of version 1. */
export function metadataOf(delivery: Delivery) {
  const { deliveryId, reference, leistung, form, hash } = delivery;
  return {
    formatVersion: 1,
    ...(delivery.isTest && { test: true }),
    deliveryId,
    reference,
    submittedAt: delivery.submittedAt.toISOString(),
    version: delivery.version,
    answeredAt: delivery.answeredAt.toISOString(),
    authority: delivery.authorityName,
    leistung,
    form,
    submissionHash: hash,
    // Dates become texts in ISO 8601; of a guest there is none.
    ...(delivery.sender && { sender: delivery.sender }),
    ...(delivery.intake && { intake: delivery.intake }),
  };
}

/** Name of a finished package. Both parts are made safe although we made them ourselves. */
export function packageName(delivery: Delivery): string {
  return `${safeName(delivery.reference)}_${safeName(delivery.deliveryId)}`;
}

/** Numbered, because applicants send several files with the same name and Windows forbids names such as `CON`. */
export function uploadPath(upload: DeliveryUpload, index: number): string {
  const number = String(index + 1).padStart(2, "0");
  return `uploads/${number}_${safeName(upload.filename)}`;
}

const longestName = 80;

/** Letters, digits, dot, hyphen and underscore in NFC; neither hidden nor with a trailing dot; the ending is kept when cut. */
export function safeName(name: string): string {
  const cleaned = name
    .normalize("NFC")
    .replaceAll(/[^\p{L}\p{M}\p{N}.-]+/gu, "_")
    .replaceAll(/^[._]+|[._]+$/g, "");
  const letters = Array.from(cleaned === "" ? "unnamed" : cleaned);
  if (letters.length <= longestName) return letters.join("");
  const ending = /\.[a-z0-9]{1,5}$/i.exec(cleaned)?.[0] ?? "";
  return letters.slice(0, longestName - ending.length).join("") + ending;
}
