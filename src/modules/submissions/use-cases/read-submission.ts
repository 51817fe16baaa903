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
import type { SentIntake } from "../domain/intake.ts";
import type { SentArrival } from "../domain/sent-arrival.ts";
import { readArrival } from "./arrival-record.ts";
import { readSentIntake } from "./intake-record.ts";
import { readProvenance } from "./own-data-record.ts";
import type { Authentication } from "../domain/sender.ts";
import type { SubmittedEvent } from "../ports.ts";
import {
  findSubmission,
  findSubmissionByStatusKey,
  findSubmissionOfDraft,
  findSubmissionOfOwner,
  type StoredSubmission,
} from "../store/submission-store.ts";
import {
  listAmendments,
  type StoredAmendment,
} from "../store/amendment-store.ts";
import { ownedBy } from "../../../platform/context/owned-by.ts";
import { answersPurpose, readAnswers } from "./draft-answers.ts";
import type { Draft } from "../domain/draft.ts";
import { readSender } from "./sender-record.ts";
import {
  emailPurpose,
  placeOfVersion,
  statusKeyPurpose,
} from "./submission-secrets.ts";

/** What was sent, decrypted: as it counts by the last correction. */
export type Submission = {
  readonly id: string;
  readonly reference: string;
  readonly leistungSlug: string;
  readonly leistungTitle: string;
  /** Office that the authority's rules chose for it; undefined: the one of the Leistung. */
  readonly officeSlug: string | undefined;
  readonly definition: FormDefinition;
  readonly answers: Answers;
  /** When these answers were sent; at first the time of the deposit. */
  readonly answeredAt: Date;
  /** SHA-256 in hex of what was deposited, as printed on the receipt. */
  readonly contentHash: string;
  /** Of the answers as they count now. */
  readonly currentHash: string;
  /** Key of the private status page. */
  readonly statusKey: string;
  readonly submittedAt: Date;
  /** How the sender was known; undefined for a guest. */
  readonly authentication: Authentication | undefined;
  /** Which values came from the account, and who had said them. */
  readonly provenance: readonly Provenance[];
  /** How a caseworker took it in; undefined: sent by a citizen. */
  readonly intake: SentIntake | undefined;
  /** What came with it from another portal; undefined: sent in a portal of this installation. */
  readonly arrival: SentArrival | undefined;
  /** Whose it is; undefined: a guest's. */
  readonly owner: SubmittedEvent["owner"];
  /** Of what was deposited. */
  readonly firstProvenance: readonly Provenance[];
  readonly formVersionId: string;
  /** Corrections, from the second version on. */
  readonly amendments: readonly Amendment[];
};

/** A later version of what was sent. */
export type Amendment = {
  readonly version: number;
  readonly submittedAt: Date;
  readonly contentHash: string;
  readonly before: SentAnswers;
  readonly after: SentAnswers;
  readonly authentication: Authentication | undefined;
  readonly provenance: readonly Provenance[];
};

/** Answers, and when they were sent. */
type SentAnswers = Pick<Submission, "definition" | "answers" | "answeredAt">;

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
  const { correction } = draft;
  return read(context, (db) =>
    correction
      ? findSubmission(db, context.tenantId, correction.submissionId)
      : findSubmissionOfDraft(db, context.tenantId, draft.id),
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
  return stored && ownerOf(stored);
}

function ownerOf({
  owner_id: ownerId,
  acting_account_id: actingAccountId,
}: StoredSubmission): SubmittedEvent["owner"] {
  return ownerId !== null && actingAccountId !== null
    ? { ownerId, actingAccountId }
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

async function read(
  context: Context,
  find: (db: Db) => Promise<StoredSubmission | undefined>,
): Promise<Submission | undefined> {
  const { tenantId } = context;
  const found = await context.transaction(async (db) => {
    const stored = await find(db);
    return (
      stored && {
        stored,
        form: await getFormVersion(db, stored.form_version_id),
        later: stored.is_amended
          ? await listAmendments(db, tenantId, stored.id)
          : [],
      }
    );
  });
  if (!found) return undefined;
  const { stored, form, later } = found;
  const { definition } = form;
  const first = await decryptDeposit(context, stored, definition);
  const amendments = await decryptAmendments(context, {
    first,
    later,
    submissionId: stored.id,
  });
  const last = amendments.at(-1);
  return {
    ...first,
    ...last?.after,
    provenance: last?.provenance ?? first.provenance,
    firstProvenance: first.provenance,
    currentHash: last?.contentHash ?? first.contentHash,
    amendments,
  };
}

/** The first version. */
async function decryptDeposit(
  context: Context,
  stored: StoredSubmission,
  definition: FormDefinition,
) {
  const [answers, statusKey, authentication, provenance, intake, arrival] =
    await Promise.all([
      readAnswers(
        context,
        stored.answers,
        answersPurpose.submission(stored.id),
      ),
      context.cipher.decrypt(stored.status_key, statusKeyPurpose(stored.id)),
      readSender(context, stored.id, stored.sender),
      readProvenance(context, stored.id, stored.own_data),
      readSentIntake(context, stored.id, stored.intake),
      readArrival(context, stored.id, stored.arrival),
    ]);
  return {
    id: stored.id,
    reference: stored.reference,
    leistungSlug: stored.leistung_slug,
    leistungTitle: stored.leistung_title,
    officeSlug: stored.office_slug ?? undefined,
    formVersionId: stored.form_version_id,
    definition,
    answers,
    contentHash: stored.content_hash,
    statusKey: statusKey.toString("utf8"),
    submittedAt: stored.submitted_at,
    answeredAt: stored.submitted_at,
    authentication,
    provenance,
    intake,
    arrival,
    owner: ownerOf(stored),
  };
}

async function decryptAmendments(
  context: Context,
  {
    first,
    later,
    submissionId,
  }: {
    readonly first: SentAnswers;
    readonly later: readonly StoredAmendment[];
    readonly submissionId: string;
  },
): Promise<readonly Amendment[]> {
  const { definition } = first;
  const amendments: Amendment[] = [];
  for (const stored of later) {
    const { version } = stored;
    const place = placeOfVersion(submissionId, version);
    amendments.push({
      version,
      submittedAt: stored.submitted_at,
      contentHash: stored.content_hash,
      before: amendments.at(-1)?.after ?? first,
      after: {
        definition,
        answers: await readAnswers(
          context,
          stored.answers,
          answersPurpose.amendment(submissionId, version),
        ),
        answeredAt: stored.submitted_at,
      },
      authentication: await readSender(context, place, stored.sender),
      provenance: await readProvenance(context, place, stored.own_data),
    });
  }
  return amendments;
}
