import { randomBytes } from "node:crypto";
import type { Context } from "../../../platform/context/context.ts";
import { newId } from "../../../platform/values/id.ts";
import { hashSecretToken } from "../../../platform/values/secret-token.ts";
import type { AssuranceLevel } from "../../accounts/index.ts";
import { listFiles, settleAnswers, type Answers } from "../../forms/index.ts";
import type { Receiver } from "../ports.ts";
import type { Draft } from "../domain/draft.ts";
import {
  counterProvider,
  seenCardLevel,
  type IntakeProof,
  type SentIntake,
} from "../domain/intake.ts";
import type { OwnData } from "../domain/own-data.ts";
import { formatReference, newReference } from "../domain/reference.ts";
import {
  authenticationOf,
  type Authentication,
  type Sender,
} from "../domain/sender.ts";
import { hashSubmission } from "../domain/submission-hash.ts";
import type {
  NewSubmission,
  SubmissionOwner,
} from "../store/submission-store.ts";
import { applicantMarks } from "./applicant-marks.ts";
import { answersPurpose, writeAnswers } from "./draft-answers.ts";
import { writeSentIntake } from "./intake-record.ts";
import { writeProvenance } from "./own-data-record.ts";
import { provenanceOf } from "./provenance.ts";
import type { ReadBefore } from "./read-before-sending.ts";
import { writeSender } from "./sender-record.ts";
import { emailPurpose, statusKeyPurpose } from "./submission-secrets.ts";

export type SubmitDraftInput = {
  /** As it is stored. */
  readonly draft: Draft;
  /** What the account knows of the applicant at this moment. */
  readonly own: OwnData | undefined;
  /** Stands for what the summary showed as confirmed; where the account has changed since nothing is sent. */
  readonly checkedOwnData: string;
  readonly before: ReadBefore;
  /** The revision of the summary the applicant saw; another one is not sent. */
  readonly checkedRevision: number;
  readonly leistungTitle: string;
  /** Leistungsschlüssel; undefined where the catalogue knows none. */
  readonly leikaKey: string | undefined;
  readonly portalName: string;
  /** Who it is for within the authority. */
  readonly within?: Receiver["within"] | undefined;
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
  /** What the caseworker has seen, of a draft that one fills in for somebody. */
  readonly intakeProof?: IntakeProof | undefined;
};

type Sealed = {
  readonly statusKey: string;
  /** Those that count: nothing hidden, everything computed. */
  readonly typed: Answers;
};

/** The submission as it is stored: encrypted, and sealed under a hash. */
export async function sealSubmission(
  context: Context,
  input: SubmitDraftInput,
  { statusKey, typed }: Sealed,
): Promise<NewSubmission> {
  const { draft, leistungTitle } = input;
  const id = newId();
  const owner = ownerOf(input);
  const reference = formatReference(newReference(randomBytes));
  const { answers, provenance } = settle(typed, input);
  const known = {
    authentication: authenticationFor(context, input),
    intake: sentIntakeOf(input),
  };
  const [sealedAnswers, secrets, ownData, sealedKnown] = await Promise.all([
    writeAnswers(context, answers, answersPurpose.submission(id)),
    sealSecrets(context, id, { ...input, statusKey }),
    writeProvenance(context, id, provenance),
    sealKnown(context, id, { ...known, by: context.actor.id }),
  ]);
  return {
    id,
    draftId: draft.id,
    draftRevision: draft.revision,
    reference,
    leistungTitle,
    officeSlug: input.within?.officeSlug,
    answers: sealedAnswers,
    contentHash: hashSubmission({
      reference,
      formKey: draft.definition.key,
      formVersion: draft.definition.version,
      submittedAt: context.now,
      answers,
      ...presentOf(known),
      ...(provenance.length > 0 ? { provenance } : {}),
    }),
    ...secrets,
    fileIds: listFiles(answers).map((file) => file.fileId),
    submittedAt: context.now,
    applicantMarks: await applicantMarks(
      context,
      { ...input, sender: owner },
      answers,
    ),
    ownData,
    owner,
    ...sealedKnown,
  };
}

/** The answers as they are sent, and which of them the account had said. */
function settle(typed: Answers, { own, draft }: SubmitDraftInput) {
  const { answers, placeOf } = settleAnswers(typed);
  const provenance = provenanceOf(typed, own, draft.ownData.byHand ?? []).map(
    (each) => ({ ...each, path: placeOf(each.path) }),
  );
  return { answers, provenance };
}

/** How the applicant and nobody else gets at it, and where they are told. */
async function sealSecrets(
  { cipher }: Context,
  id: string,
  {
    statusKey,
    notificationEmail,
  }: {
    readonly statusKey: string;
    readonly notificationEmail: string;
  },
) {
  const [sealedKey, sealedEmail] = await Promise.all([
    cipher.encrypt(Buffer.from(statusKey), statusKeyPurpose(id)),
    notificationEmail === ""
      ? null
      : cipher.encrypt(Buffer.from(notificationEmail), emailPurpose(id)),
  ]);
  return {
    statusKeyHash: hashSecretToken(statusKey),
    statusKey: sealedKey,
    notificationEmail: sealedEmail,
  };
}

/** What is known of who applies, and of how it came in. */
type Known = {
  readonly authentication: Authentication | undefined;
  readonly intake: SentIntake | undefined;
};

/** Without what is not known: a guest's hash covers neither. */
function presentOf({ authentication, intake }: Known) {
  return {
    ...(authentication ? { authentication } : {}),
    ...(intake ? { intake } : {}),
  };
}

/** Encrypted for the context's tenant; `by` is the caseworker that the intake lies with. */
export async function sealKnown(
  context: Context,
  id: string,
  { authentication, intake, by }: Known & { readonly by: string },
): Promise<Pick<NewSubmission, "proof" | "intake">> {
  const [proof, sealedIntake] = await Promise.all([
    authentication && sealProof(context, id, authentication),
    intake && writeSentIntake(context, id, intake),
  ]);
  return {
    proof,
    intake: sealedIntake && { by, sealed: sealedIntake },
  };
}

async function sealProof(
  context: Context,
  id: string,
  authentication: Authentication,
): Promise<NonNullable<NewSubmission["proof"]>> {
  const { level, provider, signedInAt } = authentication;
  const sender = await writeSender(context, id, authentication);
  return { assuranceLevel: level, provider, signedInAt, sender };
}

/** Whose it is: the party that is signed in, or the account whose owner has given a caseworker the code for it. */
function ownerOf({
  draft,
  sender,
}: SubmitDraftInput): SubmissionOwner | undefined {
  const accountId = draft.intake?.accountId;
  return accountId === undefined ? sender : { ownerId: accountId, accountId };
}

/** What is known of who applies at this moment: by their session, or by the ID card that a caseworker has seen. */
function authenticationFor(
  { now }: Context,
  { draft: { intake }, intakeProof, sender }: SubmitDraftInput,
): Authentication | undefined {
  if (!intake) return sender && authenticationOf(sender);
  if (intakeProof?.isIdentitySeen !== true) return undefined;
  return {
    level: seenCardLevel,
    provider: counterProvider,
    signedInAt: now,
    name: intake.name,
  };
}

function sentIntakeOf({
  draft: { intake },
  intakeProof,
}: SubmitDraftInput): SentIntake | undefined {
  if (!intake || !intakeProof) return undefined;
  const { channel, name, receivedOn, takenBy } = intake;
  return {
    channel,
    name,
    ...(receivedOn === undefined ? {} : { receivedOn }),
    takenBy,
    ...intakeProof,
  };
}
