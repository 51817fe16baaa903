import type { Readable } from "node:stream";
import type { Context } from "../../../platform/context/context.ts";
import type { FileStore } from "../../../platform/files/file-store.ts";
import type { PdfCompiler } from "../../../platform/pdf/pdf-compiler.ts";
import { findLeistungBySlug } from "../../catalogue/index.ts";
import {
  listFiles,
  summarise,
  toJson,
  toXml,
  type FileAnswer,
} from "../../forms/index.ts";
import type { Portal } from "../../tenants/index.ts";
import { evaluateSubmission } from "./evaluate-draft.ts";
import { makeApplicationPdf } from "./make-receipt.ts";
import {
  readSubmission,
  readSubmissionByStatusKey,
  type Submission,
} from "./read-submission.ts";

/** What is needed besides the database. */
export type SubmissionSourcePorts = {
  readonly files: FileStore;
  readonly pdf: PdfCompiler;
  readonly findPortal: (tenantId: string) => Promise<Portal | undefined>;
  /** Absolute address of a portal without a slash at the end. */
  baseUrlOf(portal: Portal): string;
};

/**
 * Submissions for the modules that work with them (Vorgänge, delivery). Each method finds only submissions of the
 * context's tenant and gives undefined for any other; who may read is the caller's question.
 */
export function createSubmissionSource(ports: SubmissionSourcePorts) {
  return {
    read: async (context: Context, submissionId: string) => {
      const submission = await readSubmission(context, submissionId);
      return submission && describe(context, submission);
    },
    openFile: (context: Context, submissionId: string, fileId: string) =>
      openFile(context, ports.files, { submissionId, fileId }),
    renderPdf: async (context: Context, submissionId: string) => {
      const submission = await readSubmission(context, submissionId);
      return submission && renderPdf(context, ports, submission);
    },
    /** For one delivery attempt: large parts are made or read when asked for. */
    load: async (context: Context, submissionId: string) => {
      const submission = await readSubmission(context, submissionId);
      return submission && deliveryContent(context, ports, submission);
    },
    findByStatusLink: async (context: Context, key: string) => {
      const submission = await readSubmissionByStatusKey(context, key);
      return submission && statusTarget(context, submission);
    },
  };
}

async function statusTarget(
  context: Context,
  { id, statusKey, leistungSlug }: Submission,
) {
  const leistung = await findLeistungBySlug(context, leistungSlug);
  return {
    submissionId: id,
    receiptPath: `/status/${statusKey}/quittung.pdf`,
    usualDuration: leistung?.processingText,
    office: leistung?.office ?? undefined,
  };
}

function describe(context: Context, submission: Submission) {
  return {
    sections: summarise(evaluateSubmission(submission), context.locale).filter(
      (section) => section.entries.length > 0,
    ),
    uploads: listFiles(submission.answers),
  };
}

type FileOfSubmission = {
  readonly submissionId: string;
  readonly fileId: string;
};

async function openFile(
  context: Context,
  files: FileStore,
  { submissionId, fileId }: FileOfSubmission,
): Promise<
  { filename: string; mediaType: string; body: Readable } | undefined
> {
  const submission = await readSubmission(context, submissionId);
  const file =
    submission &&
    listFiles(submission.answers).find(
      (candidate) => candidate.fileId === fileId,
    );
  if (!file) return undefined;
  const body = await files.open(
    { tenantId: context.tenantId, fileId },
    context.cipher,
  );
  return { filename: file.filename, mediaType: file.mediaType, body };
}

async function renderPdf(
  context: Context,
  ports: SubmissionSourcePorts,
  submission: Submission,
): Promise<Buffer> {
  const portal = await requirePortal(ports, context.tenantId);
  return makeApplicationPdf({ context, pdf: ports.pdf }, submission, {
    portal,
    baseUrl: ports.baseUrlOf(portal),
  });
}

async function deliveryContent(
  context: Context,
  ports: SubmissionSourcePorts,
  submission: Submission,
) {
  const { definition, answers } = submission;
  const portal = await requirePortal(ports, context.tenantId);
  const leistung = await findLeistungBySlug(context, submission.leistungSlug);
  return {
    reference: submission.reference,
    submittedAt: submission.submittedAt,
    leistung: {
      slug: submission.leistungSlug,
      title: submission.leistungTitle,
      leikaKey: leistung?.leikaKey ?? undefined,
    },
    authorityName: portal.name,
    form: { key: definition.key, version: definition.version },
    hash: submission.contentHash,
    answersJson: JSON.stringify(toJson(definition, answers)),
    answersXml: toXml(definition, answers),
    pdf: () => renderPdf(context, ports, submission),
    uploads: listFiles(answers).map((file) => ({
      ...file,
      open: () => contentOf(context, ports.files, file),
    })),
  };
}

async function* contentOf(
  context: Context,
  files: FileStore,
  { fileId }: FileAnswer,
): AsyncGenerator<Uint8Array> {
  yield* await files.open(
    { tenantId: context.tenantId, fileId },
    context.cipher,
  );
}

async function requirePortal(
  { findPortal }: SubmissionSourcePorts,
  tenantId: string,
): Promise<Portal> {
  const portal = await findPortal(tenantId);
  if (!portal)
    throw new Error(
      "submissions: the tenant of a submission has no portal (any more)",
    );
  return portal;
}
