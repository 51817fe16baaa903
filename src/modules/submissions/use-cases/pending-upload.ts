import type { Context } from "../../../platform/context/context.ts";
import { isId } from "../../../platform/values/id.ts";
import type { FileNotTaken } from "../../forms/index.ts";
import {
  findPendingUpload,
  type StoredPendingUpload,
} from "../store/pending-upload-store.ts";
import type { Draft } from "../domain/draft.ts";

/** A file on its way into a draft. */
export type PendingUpload = {
  readonly id: string;
  /** Name of the input: the path of the file field. */
  readonly fieldPath: string;
  readonly filename: string;
  /** When the file was last changed on the applicant's device, in ms; tells it from another one of the same name. */
  readonly lastModified: number;
  readonly sizeBytes: number;
  /** How much of it has been stored. */
  readonly receivedBytes: number;
  readonly createdAt: Date;
};

/** An upload with the draft it goes to. */
export type UploadIntoDraft = {
  readonly draft: Draft;
  readonly upload: PendingUpload;
  /** The draft as it is now: others may save it while the upload comes in. */
  readonly reopen: () => Promise<Draft | undefined>;
};

export type UploadRefusal =
  | FileNotTaken
  /** Another request brought the same part, or upload or draft is gone. */
  | { readonly kind: "changed-meanwhile" };

export type Description = Pick<PendingUpload, "filename" | "lastModified">;

/** What the name of a file on its way is encrypted for. */
export const uploadPurpose = (uploadId: string) => `pending-upload/${uploadId}`;

/** The name is personal data: it lies encrypted in the database. */
export function sealDescription(
  context: Context,
  uploadId: string,
  description: Description,
): Promise<Buffer> {
  return context.cipher.encrypt(
    Buffer.from(JSON.stringify(description)),
    uploadPurpose(uploadId),
  );
}

export async function readPendingUpload(
  context: Context,
  stored: StoredPendingUpload,
): Promise<PendingUpload> {
  const plain = await context.cipher.decrypt(
    stored.description,
    uploadPurpose(stored.id),
  );
  // eslint-disable-next-line @typescript-eslint/no-unsafe-type-assertion -- written by sealDescription and authenticated by the cipher
  const { filename, lastModified } = JSON.parse(
    plain.toString("utf8"),
  ) as Description;
  return {
    id: stored.id,
    fieldPath: stored.field_path,
    filename,
    lastModified,
    sizeBytes: stored.size_bytes,
    receivedBytes: stored.received_bytes,
    createdAt: stored.created_at,
  };
}

/** An upload of this draft, also a finished one, until its term is over. Undefined for any other. */
export async function findUpload(
  context: Context,
  draft: Draft,
  uploadId: string,
): Promise<PendingUpload | undefined> {
  if (!isId(uploadId)) return undefined;
  const stored = await context.read((db) =>
    findPendingUpload(db, context.tenantId, {
      draftId: draft.id,
      uploadId,
      now: context.now,
    }),
  );
  return stored && readPendingUpload(context, stored);
}
