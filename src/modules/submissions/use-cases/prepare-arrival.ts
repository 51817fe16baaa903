import { randomBytes } from "node:crypto";
import type { Context } from "../../../platform/context/context.ts";
import type { Db } from "../../../platform/database/database.ts";
import { FileStoreError } from "../../../platform/files/file-store.ts";
import type { ScanVerdict } from "../../../platform/malware/malware-scanner.ts";
import {
  hashSecretToken,
  newSecretToken,
} from "../../../platform/values/secret-token.ts";
import type { Answers, FormVersion } from "../../forms/index.ts";
import { formatReference, newReference } from "../domain/reference.ts";
import type { SentArrival } from "../domain/sent-arrival.ts";
import { hashSubmission } from "../domain/submission-hash.ts";
import {
  insertArrived,
  type TransferredUpload,
} from "../store/transfer-store.ts";
import { applicantMarks } from "./applicant-marks.ts";
import { writeArrival } from "./arrival-record.ts";
import { answersPurpose, writeAnswers } from "./draft-answers.ts";
import {
  enqueueScan,
  recordMalware,
  scanFile,
  type UploadPorts,
} from "./scan-file.ts";
import { searchTextsOf } from "./search-texts.ts";
import { statusKeyPurpose } from "./submission-secrets.ts";
import type {
  PreparedTransfer,
  TransferListener,
} from "./transfer-submission.ts";

/** An application of another portal, in plain. */
export type ArrivingApplication = {
  /** The same each time it is tried. */
  readonly submissionId: string;
  readonly leistung: {
    readonly slug: string;
    readonly title: string;
    /** Leistungsschlüssel (LeiKa), where the sender named it. */
    readonly leikaKey?: string | undefined;
  };
  readonly form: FormVersion;
  readonly answers: Answers;
  readonly arrival: SentArrival;
  readonly submittedAt: Date;
  readonly files: readonly ArrivingFile[];
};

/** A file of it; its id is the same each time it is tried. */
export type ArrivingFile = {
  readonly fileId: string;
  readonly content: Buffer;
};

export type ArrivalPorts = UploadPorts & {
  readonly listeners: readonly TransferListener[];
};

/**
 * Prepares what another portal sent as a submission of this tenant: files are stored and scanned, all else is encrypted. Written is nothing
 * before `write`; files that are not written about within a day are cleared away as forgotten. May be repeated. A file with malware is noted and
 * not kept.
 */
export async function prepareArrival(
  context: Context,
  application: ArrivingApplication,
  ports: ArrivalPorts,
): Promise<PreparedTransfer> {
  const { submissionId: id, leistung, form, answers } = application;
  const { definition, formVersionId } = form;
  const reference = formatReference(newReference(randomBytes));
  const scanned = await storeFiles(context, application, ports);
  const sealed = await seal(context, application, reference);
  const event = {
    submissionId: id,
    reference,
    leistungSlug: leistung.slug,
    leistungTitle: leistung.title,
    submittedAt: application.submittedAt,
    searchTexts: [
      ...searchTextsOf(answers, { definition, senderName: undefined }),
      ...textsOfTable(application.arrival),
    ],
    owner: undefined,
    version: 1,
  };
  return {
    event,
    write: async (where, db) => {
      const isNew = await insertArrived(db, where.tenantId, {
        ...sealed,
        id,
        draftId: id,
        reference,
        leistungSlug: leistung.slug,
        leistungTitle: leistung.title,
        formVersionId,
        submittedAt: application.submittedAt,
        notificationEmail: null,
        owner: undefined,
        versions: [],
        uploads: scanned.map(({ upload }) => upload),
      });
      await noteScans(where, db, scanned);
      for (const listener of ports.listeners)
        await listener(where, db, { ...event, isNew });
    },
  };
}

type Scanned = {
  readonly upload: TransferredUpload;
  readonly verdict: ScanVerdict | undefined;
};

/** Those of an earlier try are there already, whole. */
async function storeFiles(
  context: Context,
  { files, submissionId: draftId }: ArrivingApplication,
  ports: ArrivalPorts,
): Promise<readonly Scanned[]> {
  const { tenantId, now } = context;
  const scanned: Scanned[] = [];
  for (const { fileId, content } of files) {
    await putOnce(context, { fileId, content }, ports);
    const verdict = await scanFile(context, ports, fileId);
    if (verdict?.kind === "infected")
      await ports.files.remove({ tenantId, fileId });
    const scan = scanStates[verdict?.kind ?? "not-scanned"];
    const scannedAt = scan === "unscanned" ? undefined : now;
    const upload = { fileId, draftId, createdAt: now, scan, scannedAt };
    scanned.push({ upload, verdict });
  }
  return scanned;
}

const scanStates = {
  clean: "clean",
  infected: "infected",
  "not-scanned": "unscanned",
} as const;

async function putOnce(
  { tenantId, cipher }: Context,
  { fileId, content }: ArrivingFile,
  { files }: ArrivalPorts,
): Promise<void> {
  try {
    await files.put(once(content), { tenantId, fileId }, cipher);
  } catch (error) {
    const isThere = error instanceof FileStoreError && error.code === "exists";
    if (!isThere) throw error;
  }
}

async function* once(content: Buffer): AsyncGenerator<Uint8Array> {
  yield await Promise.resolve(content);
}

async function noteScans(
  context: Context,
  db: Db,
  scanned: readonly Scanned[],
): Promise<void> {
  for (const { upload, verdict } of scanned) {
    if (verdict?.kind === "not-scanned") await enqueueScan(db);
    if (verdict?.kind === "infected")
      await recordMalware(context, db, {
        fileId: upload.fileId,
        signature: verdict.signature,
      });
  }
}

async function seal(
  context: Context,
  application: ArrivingApplication,
  reference: string,
) {
  const { submissionId: id, answers, arrival, leistung } = application;
  const { definition } = application.form;
  // Nobody has the link; it is there because every submission has one.
  const statusKey = newSecretToken();
  return {
    answers: await writeAnswers(
      context,
      answers,
      answersPurpose.submission(id),
    ),
    contentHash: hashSubmission({
      reference,
      formKey: definition.key,
      formVersion: definition.version,
      submittedAt: application.submittedAt,
      answers,
      arrival,
    }),
    statusKeyHash: hashSecretToken(statusKey),
    statusKey: await context.cipher.encrypt(
      Buffer.from(statusKey),
      statusKeyPurpose(id),
    ),
    applicantMarks: await applicantMarks(
      context,
      {
        draft: { leistungSlug: leistung.slug, definition },
        leikaKey: leistung.leikaKey,
        sender: undefined,
        notificationEmail: "",
      },
      answers,
    ),
    arrival: await writeArrival(context, id, arrival),
  };
}

const longestSearchText = 100;

/** Short words of a table may be names; numbers and long texts are not looked for. */
function textsOfTable({ table, senderReference }: SentArrival): string[] {
  const texts = table
    .flatMap(({ entries }) => entries)
    .flatMap(({ values }) => values)
    .filter((text) => text.length <= longestSearchText && /\p{L}/u.test(text));
  return senderReference === undefined ? texts : [senderReference, ...texts];
}
