import type { Context } from "../../../platform/context/context.ts";
import type { FileStore } from "../../../platform/files/file-store.ts";
import { isId } from "../../../platform/values/id.ts";
import { recordAudit } from "../../audit/index.ts";
import { listCorrespondence } from "./describe-provided.ts";
import { canOpen, type OpenedDocument } from "./open-document.ts";

/** A file of the correspondence for a caseworker, in the audit log before it is shown. Not permitted and unknown are one answer. */
export async function openSentDocument(
  context: Context,
  files: FileStore,
  {
    submissionId,
    documentId,
  }: { readonly submissionId: string; readonly documentId: string },
): Promise<OpenedDocument | undefined> {
  if (!context.actor.may("vorgang.read") || !isId(submissionId))
    return undefined;
  const messages = await listCorrespondence(context, submissionId);
  const document = messages
    .flatMap(({ documents }) => documents)
    .find(({ id }) => id === documentId);
  if (!document || !canOpen(document)) return undefined;
  await context.transaction((db) =>
    recordAudit(context, db, {
      action: "postfach.document-opened",
      subject: { kind: "postfach-document", id: documentId },
      details: { submissionId },
    }),
  );
  const { tenantId, cipher } = context;
  return {
    document,
    body: await files.open({ tenantId, fileId: documentId }, cipher),
  };
}
