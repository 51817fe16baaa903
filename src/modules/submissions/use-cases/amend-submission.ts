import type { Context } from "../../../platform/context/context.ts";
import { sendMailLater } from "../../../platform/mail/mail.ts";
import { mailOf } from "../../../platform/mail/mail-text.ts";
import { ok, refuse, type Result } from "../../../platform/result/result.ts";
import type { AssuranceLevel } from "../../accounts/index.ts";
import { recordAudit } from "../../audit/index.ts";
import {
  listFiles,
  settleAnswers,
  validateAll,
  type Answers,
  type FieldError,
} from "../../forms/index.ts";
import { describeChanges } from "../../forms/correction.ts";
import { answerAt } from "../../forms/own-data.ts";
import { canonicalJson } from "../../../platform/values/canonical-json.ts";
import type { Correction } from "../domain/correction.ts";
import type { Draft } from "../domain/draft.ts";
import type { Provenance } from "../domain/own-data.ts";
import { authenticationOf, type Sender } from "../domain/sender.ts";
import { hashSubmission } from "../domain/submission-hash.ts";
import { correctedMail } from "../i18n/mail-texts.ts";
import type { AmendedListener } from "../ports.ts";
import {
  findAmendmentOfDraft,
  insertAmendment,
  type NewAmendment,
} from "../store/amendment-store.ts";
import { answersPurpose, writeAnswers } from "./draft-answers.ts";
import { evaluateDraft } from "./evaluate-draft.ts";
import { writeProvenance } from "./own-data-record.ts";
import { findNotificationAddress, readSubmission } from "./read-submission.ts";
import { writeSender } from "./sender-record.ts";
import { placeOfVersion } from "./submission-secrets.ts";
import { searchTextsOf } from "./search-texts.ts";
import { refusalOfSender } from "./submit-draft.ts";

export type AmendSubmissionInput = {
  readonly draft: Draft;
  readonly correction: Correction;
  /** The revision of the summary the applicant saw; another one is not sent. */
  readonly checkedRevision: number;
  readonly isConfirmed: boolean;
  /** Undefined: a guest. */
  readonly sender: Sender | undefined;
  readonly neededLevel: AssuranceLevel;
  readonly portalName: string;
  /** Address of the status page, without the key. */
  readonly statusLinkPrefix: string;
};

export type AmendSubmissionRefusal =
  | { readonly kind: "level-too-low" }
  | { readonly kind: "prepare-only" }
  | { readonly kind: "not-confirmed" }
  | { readonly kind: "answers-invalid"; readonly errors: readonly FieldError[] }
  /** Saved in another tab after it was checked: show the summary again. */
  | { readonly kind: "changed-meanwhile" }
  | { readonly kind: "nothing-changed" }
  /** Withdrawn, decided, or asked anew meanwhile; what was typed stays in the draft. */
  | { readonly kind: "not-asked" };

/**
 * Sends a correction: one transaction writes the next version of the submission, sealed under a hash that covers the one before, and what
 * `listeners` add. Idempotent by draft: sent again, in parallel too, it writes nothing.
 */
export async function amendSubmission(
  context: Context,
  input: AmendSubmissionInput,
  listeners: readonly AmendedListener[],
): Promise<Result<void, AmendSubmissionRefusal>> {
  const { draft } = input;
  if (draft.isSubmitted) return ok(undefined);
  const refused = refusalOf(input, context);
  if (refused) return refuse(refused);
  const amendment = await seal(context, input);
  const { submissionId } = amendment;
  const address = await findNotificationAddress(context, submissionId);
  try {
    await context.transaction((db) =>
      writeAll({ context, db, input, amendment, address }, listeners),
    );
    return ok(undefined);
  } catch (error) {
    if (error instanceof NotAsked) return refuse({ kind: "not-asked" });
    if (!(error instanceof AlreadyWritten)) throw error;
    const earlier = await context.transaction((db) =>
      findAmendmentOfDraft(db, context.tenantId, draft.id),
    );
    return earlier ? ok(undefined) : refuse({ kind: "changed-meanwhile" });
  }
}

function refusalOf(
  input: AmendSubmissionInput,
  { locale }: Pick<Context, "locale">,
): AmendSubmissionRefusal | undefined {
  const { draft, correction, checkedRevision, isConfirmed } = input;
  if (checkedRevision !== draft.revision) return { kind: "changed-meanwhile" };
  const refused = refusalOfSender(input);
  if (refused) return refused;
  const form = evaluateDraft(draft);
  const errors = validateAll(form);
  if (errors.length > 0) return { kind: "answers-invalid", errors };
  const changes = describeChanges(
    { before: correction.sent, after: wholeOf(draft, correction) },
    locale,
  );
  if (changes.length === 0) return { kind: "nothing-changed" };
  return isConfirmed ? undefined : { kind: "not-confirmed" };
}

/** A correction with all its pages, to compare with what was sent. */
export function wholeOf(draft: Draft, correction: Correction) {
  return evaluateDraft({
    definition: correction.whole,
    answers: draft.answers,
    today: draft.today,
  });
}

/** Takes back what was written where it must not be. */
class NotAsked extends Error {
  readonly code = "not-asked";
}

class AlreadyWritten extends Error {
  readonly code = "already-written";
}

type Writing = {
  readonly context: Context;
  readonly db: Parameters<AmendedListener>[1];
  readonly input: AmendSubmissionInput;
  readonly amendment: NewAmendment;
  readonly address: Awaited<ReturnType<typeof findNotificationAddress>>;
};

async function writeAll(
  { context, db, input, amendment, address }: Writing,
  listeners: readonly AmendedListener[],
): Promise<void> {
  const { draft, correction } = input;
  const { submissionId, version } = amendment;
  if (!(await insertAmendment(db, context.tenantId, amendment)))
    throw new AlreadyWritten();
  for (const listener of listeners) {
    const answer = await listener(context, db, {
      submissionId,
      version,
      requestId: correction.requestId,
      reference: correction.reference,
      leistungSlug: draft.leistungSlug,
      leistungTitle: correction.leistungTitle,
      submittedAt: amendment.submittedAt,
      searchTexts: searchTextsOf(wholeOf(draft, correction).answers, {
        definition: correction.whole,
        senderName: correction.senderName,
      }),
    });
    if (answer === "not-asked") throw new NotAsked();
  }
  if (address) await confirmByMail(context, db, { input, address });
  await recordAudit(context, db, {
    action: "submission.amended",
    subject: { kind: "submission", id: submissionId },
    details: { version },
  });
}

/** Without content, and so that nobody with the link changes anything unnoticed. */
async function confirmByMail(
  context: Context,
  db: Writing["db"],
  {
    input,
    address,
  }: {
    readonly input: AmendSubmissionInput;
    readonly address: NonNullable<Writing["address"]>;
  },
): Promise<void> {
  const mail = mailOf(correctedMail, {
    to: address.email,
    locales: [context.locale],
    values: {
      portal: input.portalName,
      link: `${input.statusLinkPrefix}${address.statusKey}`,
    },
  });
  await sendMailLater(context, db, mail);
}

async function seal(
  context: Context,
  { draft, correction, sender }: AmendSubmissionInput,
): Promise<NewAmendment> {
  const { submissionId } = correction;
  const version = correction.version + 1;
  const place = placeOfVersion(submissionId, version);
  const typed = wholeOf(draft, correction).answers;
  const { answers, placeOf } = settleAnswers(typed);
  const authentication = sender && authenticationOf(sender);
  const unchanged = await unchangedProvenance(context, correction, typed);
  const provenance = unchanged.map((each) => ({
    ...each,
    path: placeOf(each.path),
  }));
  const [sealedAnswers, sealedSender, ownData] = await Promise.all([
    writeAnswers(
      context,
      answers,
      answersPurpose.amendment(submissionId, version),
    ),
    authentication && writeSender(context, place, authentication),
    writeProvenance(context, place, provenance),
  ]);
  return {
    submissionId,
    version,
    draftId: draft.id,
    draftRevision: draft.revision,
    requestId: correction.requestId,
    answers: sealedAnswers,
    contentHash: hashSubmission({
      reference: correction.reference,
      formKey: correction.whole.key,
      formVersion: correction.whole.version,
      submittedAt: context.now,
      answers,
      ...(authentication ? { authentication } : {}),
      ...(provenance.length > 0 ? { provenance } : {}),
      amends: { version, previousHash: correction.contentHash },
    }),
    fileIds: listFiles(answers).map((file) => file.fileId),
    submittedAt: context.now,
    sender: sealedSender,
    ownData,
  };
}

/** Of what stands as it stood before, somebody else has still said it. */
async function unchangedProvenance(
  context: Context,
  { submissionId }: Correction,
  answers: Answers,
): Promise<readonly Provenance[]> {
  const submission = await readSubmission(context, submissionId);
  if (!submission) return [];
  const print = (of: Answers, path: string) =>
    canonicalJson(answerAt(of, path) ?? null);
  return submission.provenance.filter(
    ({ path }) => print(submission.answers, path) === print(answers, path),
  );
}
