import type { Context } from "../../../platform/context/context.ts";
import { ok, refuse, type Result } from "../../../platform/result/result.ts";
import { isId } from "../../../platform/values/id.ts";
import { recordAudit, type AuditDetails } from "../../audit/index.ts";
import { findWorkScope } from "../../staff/index.ts";
import type { Vorgang } from "../domain/vorgang.ts";
import type {
  AnswersFormat,
  SubmissionFile,
  SubmissionReader,
} from "../ports.ts";
import { findVorgang } from "../store/vorgang-store.ts";
import type { ReadVorgangRefusal } from "./read-vorgang.ts";
import { roleDetail } from "./role-detail.ts";

/** An uploaded file of a Vorgang of the caller's own authority. The access is recorded before the first byte goes out. */
export async function openUpload(
  context: Context,
  input: { readonly vorgangId: string; readonly fileId: string },
  submissions: SubmissionReader,
): Promise<Result<SubmissionFile, ReadVorgangRefusal>> {
  if (!isId(input.fileId)) return refuse({ kind: "not-found" });
  const allowed = await recordAccess(context, input.vorgangId, {
    action: "vorgang.file-opened",
    details: { fileId: input.fileId },
  });
  if (!allowed.ok) return allowed;
  const { submissionId } = allowed.value;
  const file = await submissions.openFile(context, submissionId, input.fileId);
  return file ? ok(file) : refuse({ kind: "not-found" });
}

/** The application as PDF, with the reference for its file name. The access is recorded before it is made. */
export async function openPdf(
  context: Context,
  vorgangId: string,
  submissions: SubmissionReader,
): Promise<
  Result<
    { readonly pdf: Buffer; readonly reference: string },
    ReadVorgangRefusal
  >
> {
  const allowed = await recordAccess(context, vorgangId, {
    action: "vorgang.pdf-opened",
    details: {},
  });
  if (!allowed.ok) return allowed;
  const { submissionId, reference } = allowed.value;
  const pdf = await submissions.renderPdf(context, submissionId);
  return pdf ? ok({ pdf, reference }) : refuse({ kind: "not-found" });
}

/** The answers as a file for other programs, with the reference for its name. The access is recorded with the format before it is made. */
export async function openAnswers(
  context: Context,
  input: { readonly vorgangId: string; readonly format: AnswersFormat },
  submissions: SubmissionReader,
): Promise<
  Result<
    { readonly content: Buffer; readonly reference: string },
    ReadVorgangRefusal
  >
> {
  const { vorgangId, format } = input;
  const allowed = await recordAccess(context, vorgangId, {
    action: "vorgang.answers-exported",
    details: { format },
  });
  if (!allowed.ok) return allowed;
  const { submissionId, reference } = allowed.value;
  const content = await submissions.renderAnswers(
    context,
    submissionId,
    format,
  );
  return content ? ok({ content, reference }) : refuse({ kind: "not-found" });
}

async function recordAccess(
  context: Context,
  vorgangId: string,
  access: {
    readonly action: string;
    readonly details: AuditDetails;
  },
): Promise<Result<Vorgang, ReadVorgangRefusal>> {
  if (!context.actor.may("vorgang.read")) {
    return refuse({ kind: "not-permitted" });
  }
  if (!isId(vorgangId)) return refuse({ kind: "not-found" });
  const { hiddenSlugs } = await findWorkScope(context);
  return context.transaction(async (db) => {
    const sought = { id: vorgangId, hiddenSlugs };
    const vorgang = await findVorgang(db, context.tenantId, sought);
    if (!vorgang) return refuse({ kind: "not-found" });
    await recordAudit(context, db, {
      action: access.action,
      subject: { kind: "vorgang", id: vorgang.id },
      details: { ...access.details, ...roleDetail(context.actor) },
    });
    return ok(vorgang);
  });
}
