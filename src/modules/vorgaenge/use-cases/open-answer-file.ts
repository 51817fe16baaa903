import type { Context } from "../../../platform/context/context.ts";
import { ok, refuse, type Result } from "../../../platform/result/result.ts";
import { isId } from "../../../platform/values/id.ts";
import { recordAudit } from "../../audit/index.ts";
import { findWorkScope } from "../../staff/index.ts";
import type { ExpertFilePorts } from "../exchange-ports.ts";
import type { SubmissionFile } from "../ports.ts";
import {
  listKeptOpinionFiles,
  listOpinionFiles,
} from "../store/opinion-file-store.ts";
import { findVorgang } from "../store/vorgang-store.ts";
import { decryptOpinionFile } from "./answer-files.ts";
import type { ReadVorgangRefusal } from "./read-vorgang.ts";

/** A file that an expert sent, for who may read the Vorgang. The access is recorded before the first byte goes out. */
export async function openAnswerFile(
  context: Context,
  { files }: ExpertFilePorts,
  {
    vorgangId,
    fileId,
  }: { readonly vorgangId: string; readonly fileId: string },
): Promise<Result<SubmissionFile, ReadVorgangRefusal>> {
  const { actor, tenantId, cipher } = context;
  if (!actor.may("vorgang.read")) return refuse({ kind: "not-permitted" });
  if (!isId(vorgangId) || !isId(fileId)) return refuse({ kind: "not-found" });
  const { hiddenSlugs } = await findWorkScope(context);
  const stored = await context.transaction(async (db) => {
    const sought = { id: vorgangId, hiddenSlugs };
    const vorgang = await findVorgang(db, tenantId, sought);
    if (!vorgang) return undefined;
    const all = await listOpinionFiles(db, tenantId, vorgang.id);
    const file = all.find((it) => it.fileId === fileId);
    if (!file) return undefined;
    await recordAudit(context, db, {
      action: "vorgang.opinion-file-opened",
      subject: { kind: "vorgang", id: vorgang.id },
      details: { fileId, opinionId: file.opinionId },
    });
    return file;
  });
  if (!stored) return refuse({ kind: "not-found" });
  const { filename, mediaType } = await decryptOpinionFile(context, stored);
  const body = await files.open({ tenantId, fileId }, cipher);
  return ok({ filename, mediaType, body });
}

/** Which of these files of the context's tenant belong to expert opinions: they are not to be cleared away. */
export function listFilesOfOpinions(
  context: Context,
  fileIds: readonly string[],
): Promise<readonly string[]> {
  return context.transaction((db) =>
    listKeptOpinionFiles(db, context.tenantId, fileIds),
  );
}
