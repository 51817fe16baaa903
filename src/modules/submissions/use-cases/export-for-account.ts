import type { Context } from "../../../platform/context/context.ts";
import type { FileStore } from "../../../platform/files/file-store.ts";
import { formatDateTime } from "../../../platform/i18n/dates.ts";
import { germanDay } from "../../../platform/values/german-day.ts";
import type { PortalKeeper } from "../../accounts/index.ts";
import {
  listFiles,
  loadFormVersion,
  summarise,
  toJson,
  type Answers,
  type EvaluatedForm,
} from "../../forms/index.ts";
import { intakeForOthers } from "../domain/intake.ts";
import { submissionsTexts } from "../i18n/texts.ts";
import { listForExport } from "../store/owner-store.ts";
import { listDraftUploads } from "../store/pending-upload-store.ts";
import { listScanStates, type ScanState } from "../store/upload-store.ts";
import { answersPurpose, readAnswers } from "./draft-answers.ts";
import { evaluateDraft, evaluateSubmission } from "./evaluate-draft.ts";
import { readSubmission, type Submission } from "./read-submission.ts";

type Part = Awaited<ReturnType<PortalKeeper["exportOf"]>>;

/** One draft or submission, in the words of the form and as data. */
type Application = {
  readonly data: unknown;
  readonly entry: Part["entries"][number];
  readonly files: NonNullable<Part["files"]>;
};

/**
 * What somebody began and sent in one portal, with all answers and files. A file in which malware was found is named, and opened by nobody.
 * @see DSGVO Art. 15 Abs. 3, Art. 20
 */
export async function exportForAccount(
  context: Context,
  files: FileStore,
  accountId: string,
): Promise<Part> {
  const { tenantId } = context;
  const kept = await context.read((db) =>
    listForExport(db, tenantId, accountId),
  );
  const drafts: Application[] = [];
  for (const draft of kept.drafts)
    drafts.push(await exportDraft(context, files, draft));
  const submissions: Application[] = [];
  for (const id of kept.submissionIds) {
    const submission = await readSubmission(context, id);
    if (submission)
      submissions.push(await exportSubmission(context, files, submission));
  }
  const all = [...drafts, ...submissions];
  return {
    name: "applications",
    title: submissionsTexts(context.locale)("own.title"),
    data: {
      drafts: drafts.map(({ data }) => data),
      submissions: submissions.map(({ data }) => data),
    },
    entries: all.map(({ entry }) => entry),
    files: all.flatMap((application) => application.files),
  };
}

type StoredDraft = Awaited<ReturnType<typeof listForExport>>["drafts"][number];

async function exportDraft(
  context: Context,
  files: FileStore,
  stored: StoredDraft,
): Promise<Application> {
  const { locale, now, tenantId } = context;
  const { id, leistung_title: title, created_at, updated_at } = stored;
  const { definition } = await loadFormVersion(context, stored.form_version_id);
  const purpose = answersPurpose.draft(id);
  const answers = await readAnswers(context, stored.answers, purpose);
  const today = germanDay(now);
  const evaluated = evaluateDraft({ definition, answers, today });
  const { scans } = await context.read((db) =>
    listDraftUploads(db, tenantId, { draftId: id, now }),
  );
  const t = submissionsTexts(locale);
  return {
    data: {
      id,
      leistung: title,
      createdAt: created_at,
      changedAt: updated_at,
      ...toJson(definition, answers),
    },
    entry: {
      title: title ?? definition.title,
      facts: [
        { term: t("own.changed"), value: formatDateTime(updated_at, locale) },
        ...answerFacts(evaluated, locale),
      ],
    },
    files: exportedFiles(context, files, {
      folder: id,
      storedAt: updated_at,
      answers,
      scans,
    }),
  };
}

async function exportSubmission(
  context: Context,
  files: FileStore,
  submission: Submission,
): Promise<Application> {
  const { locale, tenantId } = context;
  const { id, reference, definition, answers, submittedAt } = submission;
  const evaluated = evaluateSubmission(submission);
  const scans = await context.read((db) => listScanStates(db, tenantId, id));
  const t = submissionsTexts(locale);
  return {
    data: {
      reference,
      leistung: submission.leistungTitle,
      submittedAt,
      contentHash: submission.contentHash,
      authentication: submission.authentication,
      intake: submission.intake && intakeForOthers(submission.intake),
      provenance: submission.provenance,
      ...toJson(definition, answers),
    },
    entry: {
      title: submission.leistungTitle,
      facts: [
        { term: t("own.reference"), value: reference },
        { term: t("own.sent-at"), value: formatDateTime(submittedAt, locale) },
        ...answerFacts(evaluated, locale),
      ],
    },
    files: exportedFiles(context, files, {
      folder: reference,
      storedAt: submittedAt,
      answers,
      scans,
    }),
  };
}

/** What was answered, each with the heading it stands under. */
function answerFacts(evaluated: EvaluatedForm, locale: Context["locale"]) {
  return summarise(evaluated, locale).flatMap(({ heading, entries }) =>
    entries
      .filter(({ values }) => values.length > 0)
      .map(({ label, values }) => ({
        term: `${heading}: ${label}`,
        value: values.join("; "),
      })),
  );
}

function exportedFiles(
  { cipher, tenantId }: Context,
  store: FileStore,
  {
    folder,
    storedAt,
    answers,
    scans,
  }: {
    readonly folder: string;
    readonly storedAt: Date;
    readonly answers: Answers;
    readonly scans: ReadonlyMap<string, ScanState>;
  },
): Application["files"] {
  return listFiles(answers)
    .filter(({ fileId }) => scans.get(fileId) !== "infected")
    .map(({ fileId, filename }) => ({
      folder,
      filename,
      storedAt,
      open: () => store.open({ tenantId, fileId }, cipher),
    }));
}
