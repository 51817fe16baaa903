import { randomBytes } from "node:crypto";
import type { Context } from "../../../platform/context/context.ts";
import type { Db } from "../../../platform/database/database.ts";
import { enqueue } from "../../../platform/jobs/enqueue.ts";
import { ok, refuse, type Result } from "../../../platform/result/result.ts";
import { newId } from "../../../platform/values/id.ts";
import {
  hashSecretToken,
  newSecretToken,
} from "../../../platform/values/secret-token.ts";
import {
  listFiles,
  validateAll,
  withoutReserved,
  type Answers,
  type FieldError,
} from "../../forms/index.ts";
import { isEmailAddress } from "../../../platform/values/email-address.ts";
import { reaches, type AssuranceLevel } from "../../accounts/index.ts";
import type { SubmittedListener } from "../ports.ts";
import { mailReceived } from "./mail-received.ts";
import { noteSentJob } from "../domain/note-sent-job.ts";
import { formatReference, newReference } from "../domain/reference.ts";
import { authenticationOf, type Sender } from "../domain/sender.ts";
import { applicantMarks } from "./applicant-marks.ts";
import { withConfirmed } from "./confirmed-answers.ts";
import {
  fingerprintOf,
  lockedValues,
  type OwnData,
} from "../domain/own-data.ts";
import { provenanceOf } from "./provenance.ts";
import { writeProvenance } from "./own-data-record.ts";
import { hashSubmission } from "../domain/submission-hash.ts";
import {
  findSubmissionOfDraft,
  insertSubmission,
  type NewSubmission,
} from "../store/submission-store.ts";
import { answersPurpose, writeAnswers } from "./draft-answers.ts";
import { evaluateDraft } from "./evaluate-draft.ts";
import { findNewerForm } from "./find-form-change.ts";
import type { Draft } from "../domain/draft.ts";
import { searchTextsOf } from "./search-texts.ts";
import { writeSender } from "./sender-record.ts";
import { statusKeyPurpose, emailPurpose } from "./submission-secrets.ts";

export type SubmitDraftInput = {
  /** As it is stored. */
  readonly draft: Draft;
  /** What the account knows of the applicant at this moment. */
  readonly own: OwnData | undefined;
  /** Stands for what the summary showed as confirmed; where the account has changed since nothing is sent. */
  readonly checkedOwnData: string;
  /** The revision of the summary the applicant saw; another one is not sent. */
  readonly checkedRevision: number;
  readonly leistungTitle: string;
  readonly portalName: string;
  /** The applicant was warned and confirmed actively. @see OZG § 9a */
  readonly isConfirmed: boolean;
  /** Where to send notices without content; empty for none. */
  readonly notificationEmail: string;
  /** Address of the status page, without the key. */
  readonly statusLinkPrefix: string;
  /** Undefined: a guest. */
  readonly sender: Sender | undefined;
  /** How sure the authority must be who applies. */
  readonly neededLevel: AssuranceLevel;
};

export type SubmitDraftRefusal =
  /** The sender's identity is not sure enough: sign in, or confirm with another proof. */
  | { kind: "level-too-low" }
  /** Whoever acts for an organisation or person may prepare only; somebody else has to send. */
  | { kind: "prepare-only" }
  | { kind: "not-confirmed" }
  | { kind: "email-invalid" }
  | { kind: "answers-invalid"; errors: readonly FieldError[] }
  /** Saved in another tab after it was checked: show the summary again. */
  | { kind: "changed-meanwhile" }
  /** A confirmed value of the account has changed after it was checked: show the summary again. */
  | { kind: "own-data-changed" }
  /** The authority takes no more applications in this version of the form. */
  | { kind: "form-replaced" };

/**
 * Sends the application: one transaction writes the immutable submission and what `listeners` add (Vorgang, outbox).
 * Idempotent by draft: sent again, in parallel too, it gives the same submission and writes nothing.
 */
export async function submitDraft(
  context: Context,
  input: SubmitDraftInput,
  listeners: readonly SubmittedListener[],
): Promise<Result<{ submissionId: string }, SubmitDraftRefusal>> {
  // Whatever was stored or sent: confirmed values are those of the account.
  const draft = withConfirmed(input.draft, input.own);
  if (draft.isSubmitted) return alreadySubmitted(context, draft.id);
  const refused = refusalOfInput(input);
  if (refused) return refuse(refused);
  const form = evaluateDraft(draft);
  const errors = validateAll(form);
  if (errors.length > 0) return refuse({ kind: "answers-invalid", errors });

  const newer = await findNewerForm(context, draft);
  if (newer?.replacesDrafts) return refuse({ kind: "form-replaced" });

  const statusKey = newSecretToken();
  const submission = await sealSubmission(context, input, {
    statusKey,
    answers: withoutReserved(form.answers),
  });
  const isWritten = await writeOnce(context, submission, (db) => [
    ...listeners.map((listener) =>
      listener(context, db, {
        submissionId: submission.id,
        reference: submission.reference,
        leistungSlug: draft.leistungSlug,
        leistungTitle: input.leistungTitle,
        submittedAt: submission.submittedAt,
        searchTexts: searchTextsOf(form.answers, {
          definition: draft.definition,
          senderName: input.sender?.displayName,
        }),
        owner: input.sender && {
          ownerId: input.sender.ownerId,
          actingAccountId: input.sender.accountId,
        },
      }),
    ),
    mailReceived(context, db, { input, statusKey, submission }),
    ...(input.sender?.actingFor ? [noteSentLater(db, submission.id)] : []),
  ]);
  return isWritten
    ? ok({ submissionId: submission.id })
    : alreadySubmitted(context, draft.id);
}

function noteSentLater(db: Db, submissionId: string): Promise<void> {
  return enqueue(db, {
    name: noteSentJob,
    payload: { submissionId },
    uniqueKey: submissionId,
  });
}

/** What can be said before the answers are looked at. */
function refusalOfInput(
  input: SubmitDraftInput,
): SubmitDraftRefusal | undefined {
  const { draft, notificationEmail } = input;
  if (input.checkedRevision !== draft.revision)
    return { kind: "changed-meanwhile" };
  if (input.checkedOwnData !== fingerprintOf(lockedValues(input.own)))
    return { kind: "own-data-changed" };
  const refused = refusalOfSender(input);
  if (refused) return refused;
  if (!input.isConfirmed) return { kind: "not-confirmed" };
  return notificationEmail !== "" && !isEmailAddress(notificationEmail)
    ? { kind: "email-invalid" }
    : undefined;
}

/** Who may not send this, whatever it says. Checked here whatever was shown before. */
export function refusalOfSender({
  sender,
  neededLevel,
}: Pick<SubmitDraftInput, "sender" | "neededLevel">):
  { kind: "level-too-low" } | { kind: "prepare-only" } | undefined {
  if (!reaches(sender?.assuranceLevel ?? "none", neededLevel))
    return { kind: "level-too-low" };
  return sender?.actingFor?.may === "prepare"
    ? { kind: "prepare-only" }
    : undefined;
}

/** Takes back what was written along with a submission that is there already. */
class AlreadyWritten extends Error {
  readonly code = "already-written";
}

/**
 * The submission and what belongs to it, sent to the database in one go: nobody waits to hear that it is the first before the rest is
 * sent. If it is not, all of it is rolled back.
 */
async function writeOnce(
  context: Context,
  submission: NewSubmission,
  others: (db: Db) => readonly Promise<void>[],
): Promise<boolean> {
  try {
    await context.transaction(async (db) => {
      const [isFirst] = await Promise.all([
        insertSubmission(db, context.tenantId, submission),
        ...others(db),
      ]);
      if (!isFirst) throw new AlreadyWritten();
    });
    return true;
  } catch (error) {
    if (error instanceof AlreadyWritten) return false;
    throw error;
  }
}

async function alreadySubmitted(
  context: Context,
  draftId: string,
): Promise<Result<{ submissionId: string }, SubmitDraftRefusal>> {
  const earlier = await context.transaction((db) =>
    findSubmissionOfDraft(db, context.tenantId, draftId),
  );
  return earlier
    ? ok({ submissionId: earlier.id })
    : refuse({ kind: "changed-meanwhile" });
}

type Sealed = {
  readonly statusKey: string;
  /** Those that count: nothing hidden, everything computed. */
  readonly answers: Answers;
};

async function sealSubmission(
  context: Context,
  input: SubmitDraftInput,
  { statusKey, answers }: Sealed,
): Promise<NewSubmission> {
  const { draft, leistungTitle, notificationEmail, sender, own } = input;
  const id = newId();
  const reference = formatReference(newReference(randomBytes));
  const authentication = sender && authenticationOf(sender);
  const provenance = provenanceOf(answers, own, draft.ownData.byHand ?? []);
  const [sealedAnswers, sealedKey, sealedEmail, sealedSender, ownData] =
    await Promise.all([
      writeAnswers(context, answers, answersPurpose.submission(id)),
      context.cipher.encrypt(Buffer.from(statusKey), statusKeyPurpose(id)),
      notificationEmail === ""
        ? null
        : context.cipher.encrypt(
            Buffer.from(notificationEmail),
            emailPurpose(id),
          ),
      authentication && writeSender(context, id, authentication),
      writeProvenance(context, id, provenance),
    ]);
  const { key, version } = draft.definition;
  return {
    id,
    draftId: draft.id,
    draftRevision: draft.revision,
    reference,
    leistungTitle,
    answers: sealedAnswers,
    contentHash: hashSubmission({
      reference,
      formKey: key,
      formVersion: version,
      submittedAt: context.now,
      answers,
      ...(authentication ? { authentication } : {}),
      ...(provenance.length > 0 ? { provenance } : {}),
    }),
    statusKeyHash: hashSecretToken(statusKey),
    statusKey: sealedKey,
    notificationEmail: sealedEmail,
    fileIds: listFiles(answers).map((file) => file.fileId),
    submittedAt: context.now,
    applicantMarks: await applicantMarks(context, input, answers),
    ownData,
    owner: sender && sealedSender && { ...sender, sender: sealedSender },
  };
}
