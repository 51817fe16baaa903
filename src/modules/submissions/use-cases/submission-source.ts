import { officeFor } from "./office-for.ts";
import type { Readable } from "node:stream";
import type { Context } from "../../../platform/context/context.ts";
import type { PdfCompiler } from "../../../platform/pdf/pdf-compiler.ts";
import { findKeptLeistung, germanLines } from "../../catalogue/index.ts";
import {
  listFiles,
  summarise,
  toJson,
  toXml,
  type FileAnswer,
} from "../../forms/index.ts";
import { applicantName } from "../../forms/own-data.ts";
import { listAskable } from "../../forms/correction.ts";
import { isConfirmed } from "../domain/own-data.ts";
import { arrivalSections } from "./describe-arrival.ts";
import { changesOf } from "./describe-amendments.ts";
import type { Portal } from "../../tenants/index.ts";
import { provenanceSummary } from "./describe-origin.ts";
import { knownOfSender, senderForOthers } from "./describe-sender.ts";
import { evaluateSubmission } from "./evaluate-draft.ts";
import { listScanStates, type ScanState } from "../store/upload-store.ts";
import type { UploadPorts } from "./scan-file.ts";
import { filesOf } from "./files-of-submission.ts";
import { requirePortal } from "./require-portal.ts";
import { makeAnswersCsv, makeApplicationPdf } from "./make-receipt.ts";
import { searchTextsOf } from "./search-texts.ts";
import { upToVersion } from "./up-to-version.ts";
import {
  readOwnSubmission,
  readSubmission,
  readSubmissionByStatusKey,
  type Submission,
} from "./read-submission.ts";

/** What is needed besides the database. */
export type SubmissionSourcePorts = UploadPorts & {
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
      return submission && describe(context, ports, submission);
    },
    openFile: (context: Context, submissionId: string, fileId: string) =>
      openFile(context, ports, { submissionId, fileId }),
    renderPdf: async (context: Context, submissionId: string) => {
      const submission = await readSubmission(context, submissionId);
      return submission && renderPdf(context, ports, submission);
    },
    /** The answers as JSON and XML exactly as deliveries carry them, or as a table in the words of the form. */
    renderAnswers: async (
      context: Context,
      submissionId: string,
      format: "json" | "xml" | "csv",
    ) => {
      const submission = await readSubmission(context, submissionId);
      return (
        submission && Buffer.from(answersAs[format](submission, context.locale))
      );
    },
    /** What the office may search by; none for an unknown submission. */
    searchTexts,
    /** For one delivery attempt: large parts are made or read when asked for. */
    load: async (context: Context, submissionId: string, version: number) => {
      const submission = await readSubmission(context, submissionId);
      return (
        submission &&
        deliveryContent(context, ports, upToVersion(submission, version))
      );
    },
    /** What the applicant can be asked to correct or to add, in the order of the form. */
    listAskable: listAskableOf,
    /** Of the signed-in party. */
    findOwn,
    findByStatusLink: async (context: Context, key: string) => {
      const submission = await readSubmissionByStatusKey(context, key);
      return submission && statusTarget(context, submission);
    },
  };
}

async function findOwn(context: Context, submissionId: string) {
  const submission = await readOwnSubmission(context, submissionId);
  if (!submission) return undefined;
  const receiptPath = `/antraege/${submission.id}/quittung.pdf`;
  return { ...(await statusTarget(context, submission)), receiptPath };
}

async function searchTexts(
  context: Context,
  submissionId: string,
): Promise<readonly string[]> {
  const submission = await readSubmission(context, submissionId);
  return submission
    ? searchTextsOf(submission.answers, {
        definition: submission.definition,
        senderName: submission.intake?.name ?? submission.authentication?.name,
      })
    : [];
}

async function listAskableOf(context: Context, submissionId: string) {
  const submission = await readSubmission(context, submissionId);
  return (
    submission &&
    listAskable(
      evaluateSubmission(submission),
      submission.provenance.filter(isConfirmed).map(({ path }) => path),
      context.locale,
    )
  );
}

/** What `createSubmissionSource` gives. */
export type SubmissionSource = ReturnType<typeof createSubmissionSource>;

async function statusTarget(
  context: Context,
  { id, officeSlug, statusKey, leistungSlug }: Submission,
) {
  const leistung = await findKeptLeistung(context, leistungSlug);
  const office = await officeFor(context, leistung, officeSlug);
  return {
    submissionId: id,
    receiptPath: `/status/${statusKey}/quittung.pdf`,
    usualDuration:
      germanLines(leistung, "processingText").join(" ") || undefined,
    office: office ?? undefined,
  };
}

async function describe(
  context: Context,
  ports: SubmissionSourcePorts,
  submission: Submission,
) {
  const scans = await scansOf(context, ports, submission.id);
  const { authentication } = submission;
  return {
    applicant:
      applicantName(submission.definition, submission.answers) ??
      authentication?.actingFor?.name ??
      authentication?.name ??
      submission.intake?.name,
    intake: submission.intake,
    sections: [
      ...arrivalSections(submission.arrival, context.locale),
      ...knownOfSender(submission, context.locale),
      ...provenanceSummary(submission, context.locale),
      ...summarise(evaluateSubmission(submission), context.locale).filter(
        (section) => section.entries.length > 0,
      ),
    ],
    uploads: filesOf(submission).map((file) => ({
      ...file,
      scan: scans(file.fileId),
    })),
    corrections: submission.amendments.map((amendment) => ({
      at: amendment.submittedAt,
      changes: changesOf(amendment, context.locale),
    })),
  };
}

/**
 * What the scanner said of a file that was sent: `waiting` until it has said something, `unscanned` where there is no scanner.
 * Files that wait or hold malware are neither opened nor handed over.
 */
export type ScanOfUpload = ScanState | "waiting";

async function scansOf(
  context: Context,
  { scanner }: SubmissionSourcePorts,
  submissionId: string,
): Promise<(fileId: string) => ScanOfUpload> {
  const states = await context.transaction((db) =>
    listScanStates(db, context.tenantId, submissionId),
  );
  return (fileId) => {
    const state = states.get(fileId) ?? "unscanned";
    return state === "unscanned" && scanner ? "waiting" : state;
  };
}

const isOpen = (scan: ScanOfUpload) => scan === "clean" || scan === "unscanned";

type FileOfSubmission = {
  readonly submissionId: string;
  readonly fileId: string;
};

async function openFile(
  context: Context,
  ports: SubmissionSourcePorts,
  { submissionId, fileId }: FileOfSubmission,
): Promise<
  { filename: string; mediaType: string; body: Readable } | undefined
> {
  const submission = await readSubmission(context, submissionId);
  // Files that a correction has replaced stay part of what was sent.
  const sent = submission && [
    submission.answers,
    ...submission.amendments.map(({ before }) => before.answers),
  ];
  const file = sent
    ?.flatMap(listFiles)
    .concat(submission?.arrival?.files ?? [])
    .find((candidate) => candidate.fileId === fileId);
  if (!submission || !file) return undefined;
  const scans = await scansOf(context, ports, submissionId);
  if (!isOpen(scans(fileId))) return undefined;
  const body = await ports.files.open(
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
  const portal = await requirePortal(ports.findPortal, context.tenantId);
  return makeApplicationPdf({ context, pdf: ports.pdf }, submission, {
    portal,
    baseUrl: ports.baseUrlOf(portal),
  });
}

const answersAs = {
  json: ({ definition, answers }: Submission) =>
    JSON.stringify(toJson(definition, answers)),
  xml: ({ definition, answers }: Submission) => toXml(definition, answers),
  csv: makeAnswersCsv,
};

/** Without files that hold malware; not at all before the scanner has looked at every one. */
async function deliveryContent(
  context: Context,
  ports: SubmissionSourcePorts,
  submission: Submission,
) {
  const scans = await scansOf(context, ports, submission.id);
  const files = filesOf(submission);
  if (files.some(({ fileId }) => scans(fileId) === "waiting"))
    return "uploads-not-scanned" as const;
  const { definition } = submission;
  const portal = await requirePortal(ports.findPortal, context.tenantId);
  const leistung = await findKeptLeistung(context, submission.leistungSlug);
  return {
    reference: submission.reference,
    submittedAt: submission.submittedAt,
    version: submission.amendments.length + 1,
    answeredAt: submission.answeredAt,
    leistung: {
      slug: submission.leistungSlug,
      title: submission.leistungTitle,
      leikaKey: leistung?.content.leikaKey,
    },
    authorityName: portal.name,
    ...senderForOthers(submission),
    form: { key: definition.key, version: definition.version },
    hash: submission.currentHash,
    answersJson: answersAs.json(submission),
    answersXml: answersAs.xml(submission),
    pdf: () => renderPdf(context, ports, submission),
    uploads: files
      .filter(({ fileId }) => isOpen(scans(fileId)))
      .map((file) => ({
        ...file,
        open: () => contentOf(context, ports.files, file),
      })),
  };
}

async function* contentOf(
  context: Context,
  files: UploadPorts["files"],
  { fileId }: FileAnswer,
): AsyncGenerator<Uint8Array> {
  yield* await files.open(
    { tenantId: context.tenantId, fileId },
    context.cipher,
  );
}
