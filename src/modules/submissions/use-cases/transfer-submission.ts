import type { Context } from "../../../platform/context/context.ts";
import type { Db } from "../../../platform/database/database.ts";
import type { FileStore } from "../../../platform/files/file-store.ts";
import { hashSecretToken } from "../../../platform/values/secret-token.ts";
import { findCounterpart, findKeptLeistung } from "../../catalogue/index.ts";
import type { AmendedEvent, SubmittedEvent } from "../ports.ts";
import {
  findTransferKeys,
  insertArrived,
  type ArrivingSubmission,
  type ArrivingVersion,
  type TransferKeys,
} from "../store/transfer-store.ts";
import { applicantMarks } from "./applicant-marks.ts";
import { writeArrival } from "./arrival-record.ts";
import { copyFiles } from "./copy-files.ts";
import { answersPurpose, writeAnswers } from "./draft-answers.ts";
import { writeProvenance } from "./own-data-record.ts";
import {
  findNotificationAddress,
  readSubmission,
  type Amendment,
  type Submission,
} from "./read-submission.ts";
import { sealKnown } from "./seal-submission.ts";
import { searchTextsOf } from "./search-texts.ts";
import { writeSender } from "./sender-record.ts";
import {
  emailPurpose,
  placeOfVersion,
  statusKeyPurpose,
} from "./submission-secrets.ts";

/** A submission that came from another authority. `version`: the last one; the deposit was the first. */
export type TransferredEvent = SubmittedEvent & Pick<AmendedEvent, "version">;

/** Runs in the transaction that it arrives in. `isNew`: it was never here before. */
export type TransferListener = (
  context: Context,
  db: Db,
  event: TransferredEvent & { readonly isNew: boolean },
) => Promise<void>;

export type TransferPorts = {
  readonly files: FileStore;
  /** What is written along where it is new; the same as of one that was sent there, but for the Vorgang. */
  readonly listeners: readonly TransferListener[];
};

/** A submission that is ready to be written in another tenant; its files are there already. */
export type PreparedTransfer = {
  /** As it is called there, where that authority offers it; else as before. */
  readonly event: TransferredEvent;
  /** In a transaction of the tenant it comes to. Idempotent; of one that comes back only what is new since is written. */
  write(there: Context, db: Db): Promise<void>;
};

/**
 * Prepares a submission for another authority of the installation, which becomes its controller: everything is encrypted anew with that
 * tenant's key, and the files are copied into its store. It keeps its id, number, private link, time of deposit, and so the hash on the
 * receipt: what the applicant holds stays true there. Files that are not written about within a day are cleared away as forgotten.
 * Undefined for an unknown submission; the caller has checked who may.
 */
export async function prepareTransfer(
  context: Context,
  there: Context,
  {
    submissionId,
    ports,
  }: { readonly submissionId: string; readonly ports: TransferPorts },
): Promise<PreparedTransfer | undefined> {
  const submission = await readSubmission(context, submissionId);
  const keys = await context.transaction((db) =>
    findTransferKeys(db, context.tenantId, submissionId),
  );
  if (!submission || !keys) return undefined;
  const address = await findNotificationAddress(context, submissionId);
  const leistung = await leistungThere(context, there, submission);
  const { files } = ports;
  await copyFiles(context, there, { fileIds: harmless(keys), files });
  const arriving = await sealFor(there, {
    submission: {
      ...submission,
      leistungSlug: leistung.slug,
      leistungTitle: leistung.title,
    },
    leikaKey: leistung.leikaKey,
    keys,
    email: address?.email,
  });
  const event = eventOf(arriving, submission);
  return {
    event,
    write: async (where, db) => {
      const isNew = await insertArrived(db, where.tenantId, arriving);
      for (const listener of ports.listeners)
        await listener(where, db, { ...event, isNew });
    },
  };
}

async function leistungThere(
  context: Context,
  there: Context,
  { leistungSlug: slug, leistungTitle: title }: Submission,
): Promise<{
  readonly slug: string;
  readonly title: string;
  readonly leikaKey: string | undefined;
}> {
  const here = await findKeptLeistung(context, slug);
  const leikaKey = here?.content.leikaKey;
  const found = await findCounterpart(there, { slug, leikaKey });
  return { ...(found ?? { slug, title }), leikaKey };
}

/** What holds malware stays behind. */
const harmless = ({ uploads }: TransferKeys): readonly string[] =>
  uploads.filter(({ scan }) => scan !== "infected").map(({ fileId }) => fileId);

type Sealable = {
  readonly submission: Submission;
  readonly leikaKey: string | undefined;
  readonly keys: TransferKeys;
  readonly email: string | undefined;
};

async function sealFor(
  there: Context,
  { submission, leikaKey, keys, email }: Sealable,
): Promise<ArrivingSubmission> {
  const { id, authentication, intake, owner, statusKey, arrival } = submission;
  const deposited =
    submission.amendments[0]?.before.answers ?? submission.answers;
  const sealed = (text: string, purpose: string) =>
    there.cipher.encrypt(Buffer.from(text), purpose);
  return {
    id,
    draftId: keys.draftId,
    reference: submission.reference,
    leistungSlug: submission.leistungSlug,
    leistungTitle: submission.leistungTitle,
    formVersionId: submission.formVersionId,
    answers: await writeAnswers(
      there,
      deposited,
      answersPurpose.submission(id),
    ),
    contentHash: submission.contentHash,
    statusKeyHash: hashSecretToken(statusKey),
    statusKey: await sealed(statusKey, statusKeyPurpose(id)),
    notificationEmail:
      email === undefined ? null : await sealed(email, emailPurpose(id)),
    submittedAt: submission.submittedAt,
    applicantMarks: await marksFor(there, { submission, leikaKey, email }),
    ownData: await writeProvenance(there, id, submission.firstProvenance),
    owner: owner && {
      ownerId: owner.ownerId,
      accountId: owner.actingAccountId,
    },
    arrival: arrival && (await writeArrival(there, id, arrival)),
    ...(await sealKnown(there, id, {
      authentication,
      intake,
      by: intake?.takenBy.staffId ?? "",
    })),
    versions: await sealVersions(there, submission, keys),
    uploads: keys.uploads,
  };
}

function marksFor(
  there: Context,
  { submission, leikaKey, email = "" }: Omit<Sealable, "keys">,
): Promise<readonly Buffer[]> {
  const { owner: sender, answers } = submission;
  const marked = { draft: submission, leikaKey, sender };
  return applicantMarks(
    there,
    { ...marked, notificationEmail: email },
    answers,
  );
}

async function sealVersions(
  there: Context,
  { id, amendments }: Pick<Submission, "id" | "amendments">,
  { versions }: TransferKeys,
): Promise<readonly ArrivingVersion[]> {
  const sealed: ArrivingVersion[] = [];
  for (const key of versions) {
    const { version } = key;
    const amendment = amendments.find((it) => it.version === version);
    // Sent while this was read: the Vorgang has changed, so nothing will be handed over.
    if (!amendment) continue;
    sealed.push({ ...key, ...(await sealVersion(there, id, amendment)) });
  }
  return sealed;
}

async function sealVersion(
  there: Context,
  submissionId: string,
  amendment: Amendment,
) {
  const { version, after, authentication, provenance } = amendment;
  const place = placeOfVersion(submissionId, version);
  const purpose = answersPurpose.amendment(submissionId, version);
  return {
    answers: await writeAnswers(there, after.answers, purpose),
    contentHash: amendment.contentHash,
    submittedAt: amendment.submittedAt,
    sender: authentication && (await writeSender(there, place, authentication)),
    ownData: await writeProvenance(there, place, provenance),
  };
}

function eventOf(
  arriving: ArrivingSubmission,
  { answers, definition, authentication, intake, owner }: Submission,
): TransferredEvent {
  return {
    submissionId: arriving.id,
    reference: arriving.reference,
    leistungSlug: arriving.leistungSlug,
    leistungTitle: arriving.leistungTitle,
    submittedAt: arriving.submittedAt,
    searchTexts: searchTextsOf(answers, {
      definition,
      senderName: intake?.name ?? authentication?.name,
    }),
    owner,
    version: arriving.versions.length + 1,
  };
}
