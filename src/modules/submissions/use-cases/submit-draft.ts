import type { Actor, Context } from "../../../platform/context/context.ts";
import type { Writing } from "../../../platform/database/database.ts";
import { enqueue } from "../../../platform/jobs/enqueue.ts";
import { ok, refuse, type Result } from "../../../platform/result/result.ts";
import { isEmailAddress } from "../../../platform/values/email-address.ts";
import { newSecretToken } from "../../../platform/values/secret-token.ts";
import { reaches } from "../../accounts/index.ts";
import { recordAudit } from "../../audit/index.ts";
import {
  validateAll,
  type Answers,
  type FieldError,
} from "../../forms/index.ts";
import type { Draft } from "../domain/draft.ts";
import { receivedAt, seenCardLevel, type Intake } from "../domain/intake.ts";
import { noteSentJob } from "../domain/note-sent-job.ts";
import { fingerprintOf, lockedValues } from "../domain/own-data.ts";
import type { SubmittedEvent } from "../ports.ts";
import {
  findSubmissionOfDraft,
  insertSubmission,
  type NewSubmission,
} from "../store/submission-store.ts";
import { NothingToSend } from "../store/nothing-to-send.ts";
import { withConfirmed } from "./confirmed-answers.ts";
import { evaluateDraft } from "./evaluate-draft.ts";
import { mailReceived } from "./mail-received.ts";
import { sealSubmission, type SubmitDraftInput } from "./seal-submission.ts";
import { searchTextsOf } from "./search-texts.ts";

/** What is wrong below the summary, in the order of the page. */
export type EntryFault = "email-invalid" | "not-confirmed";

export type SubmitDraftRefusal =
  /** The sender's identity is not sure enough: sign in, or confirm with another proof. */
  | { kind: "level-too-low" }
  /** Whoever acts for an organisation or person may prepare only; somebody else has to send. */
  | { kind: "prepare-only" }
  | { kind: "entries-invalid"; faults: readonly EntryFault[] }
  /** The draft lies with a caseworker, and the caller is another one or may not; or nothing was stated of the person. */
  | { kind: "not-permitted" }
  | { kind: "answers-invalid"; errors: readonly FieldError[] }
  /** Saved in another tab after it was checked: show the summary again. */
  | { kind: "changed-meanwhile" }
  /** A confirmed value of the account has changed after it was checked: show the summary again. */
  | { kind: "own-data-changed" }
  /** The authority takes no more applications in this version of the form. */
  | { kind: "form-replaced" };

/**
 * Sends the application: one transaction writes the immutable submission and what listeners add (Vorgang, outbox; `readBeforeSending`).
 * Idempotent by draft: sent again, in parallel too, it gives the same submission and writes nothing.
 */
export async function submitDraft(
  context: Context,
  input: SubmitDraftInput,
): Promise<Result<{ submissionId: string }, SubmitDraftRefusal>> {
  // Whatever was stored or sent: confirmed values are those of the account.
  const draft = withConfirmed(input.draft, input.own);
  if (draft.isSubmitted) return alreadySubmitted(context, draft.id);
  const refused = refusalOfInput(context, input);
  if (refused) return refuse(refused);
  const form = evaluateDraft(draft);
  const errors = validateAll(form);
  if (errors.length > 0) return refuse({ kind: "answers-invalid", errors });

  if (input.before.newerForm?.replacesDrafts)
    return refuse({ kind: "form-replaced" });

  const statusKey = newSecretToken();
  const submission = await sealSubmission(context, input, {
    statusKey,
    typed: form.answers,
  });
  const event = eventOf(context, input, {
    draft,
    submission,
    answers: form.answers,
  });
  const prepared = await Promise.all(
    input.before.prepare.map((prepare) => prepare(event)),
  );
  const isWritten = await writeOnce(context, submission, [
    ...prepared,
    await mailReceived(context, { input, statusKey, submission }),
    input.sender?.actingFor && noteSentLater(submission.id),
    draft.intake && noteIntake(context, { input, submission }),
  ]);
  return isWritten
    ? ok({ submissionId: submission.id })
    : alreadySubmitted(context, draft.id);
}

function eventOf(
  { now }: Context,
  { leistungTitle, sender, within }: SubmitDraftInput,
  {
    draft,
    submission,
    answers,
  }: {
    readonly draft: Draft;
    readonly submission: NewSubmission;
    readonly answers: Answers;
  },
): SubmittedEvent {
  const { owner } = submission;
  const { definition, intake } = draft;
  return {
    submissionId: submission.id,
    reference: submission.reference,
    leistungSlug: draft.leistungSlug,
    leistungTitle,
    submittedAt: submission.submittedAt,
    searchTexts: searchTextsOf(answers, {
      definition,
      senderName: intake?.name ?? sender?.displayName,
    }),
    owner: owner && {
      ownerId: owner.ownerId,
      actingAccountId: owner.accountId,
    },
    ...(intake ? { receivedAt: receivedAt(intake, now) } : {}),
    ...(within ? { within } : {}),
  };
}

/** Who took in what for whom, and what they saw of the person. */
function noteIntake(
  context: Context,
  {
    input: { draft, intakeProof },
    submission,
  }: {
    readonly input: SubmitDraftInput;
    readonly submission: NewSubmission;
  },
): Writing {
  return (db) =>
    recordAudit(context, db, {
      action: "submission.taken-in",
      subject: { kind: "submission", id: submission.id },
      details: {
        ...(draft.intake ? { channel: draft.intake.channel } : {}),
        isIdentitySeen: intakeProof?.isIdentitySeen ?? false,
        isSigned: intakeProof?.isSigned ?? false,
      },
    });
}

function noteSentLater(submissionId: string): Writing {
  return (db) =>
    enqueue(db, {
      name: noteSentJob,
      payload: { submissionId },
      uniqueKey: submissionId,
    });
}

/** What can be said before the answers are looked at. */
function refusalOfInput(
  context: Context,
  input: SubmitDraftInput,
): SubmitDraftRefusal | undefined {
  const { draft, notificationEmail: email } = input;
  if (input.checkedRevision !== draft.revision)
    return { kind: "changed-meanwhile" };
  if (input.checkedOwnData !== fingerprintOf(lockedValues(input.own)))
    return { kind: "own-data-changed" };
  const refused = draft.isIntake
    ? refusalOfIntake(context, input)
    : refusalOfSender(input);
  if (refused) return refused;
  const isEmailWrong = email !== "" && !isEmailAddress(email);
  const faults: readonly EntryFault[] = [
    ...(isEmailWrong ? (["email-invalid"] as const) : []),
    ...(input.isConfirmed ? [] : (["not-confirmed"] as const)),
  ];
  return faults.length > 0 ? { kind: "entries-invalid", faults } : undefined;
}

/** Who may not send this, whatever it says. Checked here whatever was shown before. */
export function refusalOfSender({
  sender,
  neededLevel,
}: Pick<SubmitDraftInput, "sender" | "neededLevel">):
  | { kind: "level-too-low" }
  | { kind: "prepare-only" }
  | undefined {
  if (!reaches(sender?.assuranceLevel ?? "none", neededLevel))
    return { kind: "level-too-low" };
  return sender?.actingFor?.may === "prepare"
    ? { kind: "prepare-only" }
    : undefined;
}

/**
 * Who may not send what a caseworker fills in, whatever the page showed. What is asked online may be made up for by a signature on paper; the
 * level is noted as it was proven, never higher.
 */
function refusalOfIntake(
  { actor }: Context,
  { draft: { intake }, intakeProof, neededLevel }: SubmitDraftInput,
): { kind: "not-permitted" } | { kind: "level-too-low" } | undefined {
  if (!intake || !intakeProof || !actor.may("intake.edit"))
    return { kind: "not-permitted" };
  const { isIdentitySeen, isSigned } = intakeProof;
  if (isIdentitySeen && !maySeeIdentity(actor, intake))
    return { kind: "not-permitted" };
  const level = isIdentitySeen ? seenCardLevel : "none";
  return reaches(level, neededLevel) || isSigned
    ? undefined
    : { kind: "level-too-low" };
}

/** ID cards are compared at the counter only, and by those who are responsible for it, as in the account's own check. */
export function maySeeIdentity(
  actor: Actor,
  { channel }: Pick<Intake, "channel">,
): boolean {
  return channel === "counter" && actor.may("identity.confirm");
}

/**
 * The submission and what belongs to it, sent to the database in one go with the end of the transaction: nobody waits to hear that it is the
 * first before the rest is sent. If it is not, its statement fails, and the database skips all that comes after it, the commit too.
 */
async function writeOnce(
  context: Context,
  submission: NewSubmission,
  along: readonly (Writing | undefined)[],
): Promise<boolean> {
  const write: Writing = (db) =>
    Promise.all([
      insertSubmission(db, context.tenantId, submission),
      ...along.map((each) => each?.(db)),
    ]);
  try {
    await context.write(write);
    return true;
  } catch (error) {
    if (error instanceof NothingToSend) return false;
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
