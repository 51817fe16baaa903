import { randomUUID } from "node:crypto";
import type { JWK } from "jose";
import { z } from "zod";
import type { Delivery } from "../../modules/delivery/index.ts";
import { ok } from "../../platform/result/result.ts";
import type { Called, FitConnectClient } from "./client.ts";
import { encryptFor, tagOf } from "./encrypt.ts";
import {
  dataOf,
  metadataOf,
  mimeTypeOf,
  sha512,
  type AttachmentEntry,
} from "./metadata.ts";
import type { Note } from "./note.ts";
import type { FitConnectOptions } from "./options.ts";

const created = z.object({ submissionId: z.uuid(), caseId: z.uuid() });

export type Package = {
  readonly delivery: Delivery;
  readonly options: FitConnectOptions;
  readonly signal: AbortSignal;
};

/** Announces a submission with the receipt and as many attachments as there are uploads. */
export async function announce(
  client: FitConnectClient,
  { delivery, options }: Package,
  publicService: { readonly name: string; readonly identifier: string },
): Promise<Called<Note>> {
  const attachmentIds = [undefined, ...delivery.uploads].map(() =>
    // Version 4 is what the schema of the metadata asks for.
    randomUUID(),
  );
  const answer = await client.json(created, {
    method: "POST",
    path: "/v2/submissions",
    body: JSON.stringify({
      destinationId: options.destinationId,
      announcedAttachments: attachmentIds,
      publicService,
    }),
  });
  if (!answer.ok) return answer;
  return ok({ ...answer.value, attachmentIds, sendings: [], isOver: false });
}

/** Encrypted and ready for the last call. */
export type Sealed = {
  readonly encryptedMetadata: string;
  readonly encryptedData: string;
  readonly tags: Note["sendings"][number];
};

/** Uploads the attachments, each encrypted for itself, and seals the rest. May be repeated: the service replaces what it has. */
export async function uploadAndSeal(
  client: FitConnectClient,
  { delivery, options, signal }: Package,
  { note, key }: { readonly note: Note; readonly key: JWK },
): Promise<Called<Sealed>> {
  const attachments: AttachmentEntry[] = [];
  const tags: Record<string, string> = {};
  for (const [index, part] of partsOf(delivery).entries()) {
    signal.throwIfAborted();
    const attachmentId = note.attachmentIds[index];
    if (attachmentId === undefined)
      throw new Error("fit-connect: more attachments than were announced");
    const content = await part.read();
    const { purpose, filename, mimeType } = part;
    const encrypted = await encryptFor(key, content, mimeType);
    const put = await client.call({
      method: "PUT",
      path: `/v2/submissions/${note.submissionId}/attachments/${attachmentId}`,
      contentType: "application/jose",
      body: encrypted,
    });
    if (!put.ok) return put;
    tags[attachmentId] = tagOf(encrypted);
    const hash = sha512(content);
    attachments.push({
      attachmentId,
      purpose,
      filename,
      mimeType,
      sha512: hash,
    });
  }
  return ok(await seal({ delivery, options, key }, { attachments, tags }));
}

async function seal(
  {
    delivery,
    options,
    key,
  }: Pick<Package, "delivery" | "options"> & { readonly key: JWK },
  {
    attachments,
    tags,
  }: {
    readonly attachments: readonly AttachmentEntry[];
    readonly tags: Readonly<Record<string, string>>;
  },
): Promise<Sealed> {
  const data = dataOf(delivery, options);
  const metadata = JSON.stringify(
    metadataOf(delivery, options, { data, attachments }),
  );
  const encryptedMetadata = await encryptFor(
    key,
    Buffer.from(metadata),
    "application/json",
  );
  const encryptedData = await encryptFor(
    key,
    Buffer.from(data),
    mimeTypeOf(options),
  );
  return {
    encryptedMetadata,
    encryptedData,
    tags: {
      metadata: tagOf(encryptedMetadata),
      data: tagOf(encryptedData),
      attachments: { ...tags },
    },
  };
}

type Part = Pick<AttachmentEntry, "purpose" | "filename" | "mimeType"> & {
  read(): Promise<Uint8Array>;
};

/** The receipt as people read it, then what the applicant uploaded. */
function partsOf(delivery: Delivery): readonly Part[] {
  const { reference, uploads } = delivery;
  return [
    {
      purpose: "form",
      filename: `${reference}.pdf`,
      mimeType: "application/pdf",
      read: () => delivery.pdf(),
    },
    ...uploads.map((upload) => ({
      purpose: "attachment" as const,
      filename: upload.filename,
      mimeType: upload.mediaType,
      read: () => readAll(upload.open()),
    })),
  ];
}

async function readAll(chunks: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const read: Uint8Array[] = [];
  for await (const chunk of chunks) read.push(chunk);
  return Buffer.concat(read);
}
