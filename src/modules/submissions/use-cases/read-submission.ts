import type { Context } from "../../../platform/context/context.ts";
import type { Db } from "../../../platform/database/database.ts";
import { isId } from "../../../platform/values/id.ts";
import {
  hashSecretToken,
  isSecretToken,
} from "../../../platform/values/secret-token.ts";
import {
  getFormVersion,
  type Answers,
  type FormDefinition,
} from "../../forms/index.ts";
import type { Provenance } from "../domain/own-data.ts";
import { readProvenance } from "./own-data-record.ts";
import type { Authentication } from "../domain/sender.ts";
import type { SubmittedEvent } from "../ports.ts";
import { formatReference, parseReference } from "../domain/reference.ts";
import {
  findReceiptByReference,
  findSubmission,
  findSubmissionByStatusKey,
  findSubmissionOfDraft,
  findSubmissionOfOwner,
  type StoredSubmission,
} from "../store/submission-store.ts";
import { ownedBy } from "../../../platform/context/owned-by.ts";
import { answersPurpose, readAnswers } from "./draft-answers.ts";
import type { Draft } from "./open-draft.ts";
import { readSender } from "./sender-record.ts";
import { emailPurpose, statusKeyPurpose } from "./submission-secrets.ts";

/** What was sent, decrypted. */
export type Submission = {
  readonly id: string;
  readonly reference: string;
  readonly leistungSlug: string;
  readonly leistungTitle: string;
  readonly definition: FormDefinition;
  readonly answers: Answers;
  /** SHA-256 in hex, as printed on the receipt. */
  readonly contentHash: string;
  /** Key of the private status page. */
  readonly statusKey: string;
  readonly submittedAt: Date;
  /** How the sender was known; undefined for a guest. */
  readonly authentication: Authentication | undefined;
  /** Which values came from the account, and who had said them. */
  readonly provenance: readonly Provenance[];
};

/** For staff and jobs; the caller has checked the permission. Undefined for an unknown or foreign id. */
export async function readSubmission(
  context: Context,
  submissionId: string,
): Promise<Submission | undefined> {
  return isId(submissionId)
    ? read(context, (db) => findSubmission(db, context.tenantId, submissionId))
    : undefined;
}

/** What became of a draft, for the one who sent it. */
export async function readSubmissionOfDraft(
  context: Context,
  draft: Draft,
): Promise<Submission | undefined> {
  return read(context, (db) =>
    findSubmissionOfDraft(db, context.tenantId, draft.id),
  );
}

/** What the private status link opens. */
export async function readSubmissionByStatusKey(
  context: Context,
  key: string,
): Promise<Submission | undefined> {
  if (!isSecretToken(key)) return undefined;
  return read(context, (db) =>
    findSubmissionByStatusKey(db, context.tenantId, hashSecretToken(key)),
  );
}

/** For the one it belongs to, in whose session it is asked for. Undefined for anybody else's. */
export async function readOwnSubmission(
  context: Context,
  submissionId: string,
): Promise<Submission | undefined> {
  const owned = ownedBy(context.actor);
  if (!owned || !isId(submissionId)) return undefined;
  return read(context, (db) =>
    findSubmissionOfOwner(db, context.tenantId, { id: submissionId, ...owned }),
  );
}

/** Whose a submission is; undefined for a guest's and an unknown one. In the caller's transaction. */
export async function findSubmissionOwner(
  { tenantId }: Context,
  db: Db,
  submissionId: string,
): Promise<SubmittedEvent["owner"]> {
  const stored = await findSubmission(db, tenantId, submissionId);
  return stored?.owner_id && stored.acting_account_id
    ? { ownerId: stored.owner_id, actingAccountId: stored.acting_account_id }
    : undefined;
}

/** Where to send notices about a submission, or undefined when the applicant wanted none. */
export async function findNotificationAddress(
  context: Context,
  submissionId: string,
): Promise<{ email: string; statusKey: string } | undefined> {
  const stored = await context.transaction((db) =>
    findSubmission(db, context.tenantId, submissionId),
  );
  if (!stored?.notification_email) return undefined;
  const [email, statusKey] = await Promise.all([
    context.cipher.decrypt(
      stored.notification_email,
      emailPurpose(submissionId),
    ),
    context.cipher.decrypt(stored.status_key, statusKeyPurpose(submissionId)),
  ]);
  return {
    email: email.toString("utf8"),
    statusKey: statusKey.toString("utf8"),
  };
}

export type VerifiedReceipt = {
  readonly reference: string;
  readonly submittedAt: Date;
  /** SHA-256 in hex. */
  readonly contentHash: string;
};

/** What anybody with the number on a receipt may learn: that it is real, and when it was deposited. Forgives how it is typed. */
export async function verifyReceipt(
  context: Context,
  typedReference: string,
): Promise<VerifiedReceipt | undefined> {
  const characters = parseReference(typedReference);
  if (characters === undefined) return undefined;
  const reference = formatReference(characters);
  const found = await context.transaction((db) =>
    findReceiptByReference(db, context.tenantId, reference),
  );
  return (
    found && {
      reference,
      submittedAt: found.submitted_at,
      contentHash: found.content_hash,
    }
  );
}

async function read(
  context: Context,
  find: (db: Db) => Promise<StoredSubmission | undefined>,
): Promise<Submission | undefined> {
  const found = await context.transaction(async (db) => {
    const stored = await find(db);
    return (
      stored && {
        stored,
        form: await getFormVersion(db, stored.form_version_id),
      }
    );
  });
  if (!found) return undefined;
  const { stored, form } = found;
  const [answers, statusKey, authentication, provenance] = await Promise.all([
    readAnswers(context, stored.answers, answersPurpose.submission(stored.id)),
    context.cipher.decrypt(stored.status_key, statusKeyPurpose(stored.id)),
    readSender(context, stored.id, stored.sender),
    readProvenance(context, stored.id, stored.own_data),
  ]);
  return {
    id: stored.id,
    reference: stored.reference,
    leistungSlug: stored.leistung_slug,
    leistungTitle: stored.leistung_title,
    definition: form.definition,
    answers,
    contentHash: stored.content_hash,
    statusKey: statusKey.toString("utf8"),
    submittedAt: stored.submitted_at,
    authentication,
    provenance,
  };
}
