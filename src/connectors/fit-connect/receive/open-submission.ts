import type {
  Opened,
  OutsideApplication,
  OutsideFile,
  Problem,
  Waiting,
} from "../../../modules/arrivals/index.ts";
import { parseXml } from "../../../platform/xml/parse-xml.ts";
import { sha512 } from "../metadata.ts";
import { checkLog } from "./check-log.ts";
import { decryptWith } from "./decrypt.ts";
import {
  fetchSubmission,
  unavailable,
  type Fetched,
} from "./fetch-submission.ts";
import {
  isKnownMetadataSchema,
  metadataSchema,
  type Metadata,
} from "./metadata-schema.ts";
import { findOffer, type Offer } from "./offer.ts";
import { problem } from "./problems.ts";
import { logOf, type Conversation } from "./subscriber.ts";

/**
 * Fetches one and checks it in the order that the standard gives: event log and authentication tags, encryption, metadata, what the Zustellpunkt
 * offers, check sums, form of the data. All that is wrong at one stage is named at once; what comes after it is not looked at.
 */
export async function openSubmission(
  conversation: Conversation,
  waiting: Waiting,
): Promise<Opened> {
  const fetched = await fetchSubmission(conversation, waiting);
  if (!fetched.ok) return fetched.refusal;
  const log = await logOf(conversation, waiting);
  if (!log.ok) return unavailable(log.refusal);
  const unproven = checkLog(fetched.value, log.value);
  if (unproven.length > 0) return faulty(unproven);
  const metadata = await openMetadata(conversation, fetched.value);
  if (!metadata.ok) return faulty([metadata.problem]);
  const offer = await findOffer(conversation);
  if (!offer.ok) return unavailable(offer.refusal);
  const unwanted = checkOffer(offer.value, fetched.value, metadata.value);
  if (unwanted.length > 0) return faulty(unwanted);
  return openContent(conversation, fetched.value, metadata.value);
}

const faulty = (problems: readonly Problem[]): Opened => ({
  kind: "faulty",
  problems,
});

type Read =
  | { readonly ok: true; readonly value: Metadata }
  | { readonly ok: false; readonly problem: Problem };

async function openMetadata(
  { options }: Conversation,
  { encryptedMetadata }: Fetched,
): Promise<Read> {
  const wrong = (kind: Parameters<typeof problem>[0]): Read => ({
    ok: false,
    problem: problem(kind, "metadata"),
  });
  const plain = await decryptWith(options.decryptionKeys, encryptedMetadata);
  if (!plain) return wrong("encryption-issue");
  const json = jsonOf(plain);
  if (json === undefined) return wrong("syntax-violation");
  const schema = schemaOf(json);
  if (schema === undefined) return wrong("missing-schema");
  if (!isKnownMetadataSchema(schema)) return wrong("unsupported-schema");
  const read = metadataSchema.safeParse(json);
  return read.success
    ? { ok: true, value: read.data }
    : wrong("schema-violation");
}

const schemaOf = (json: unknown): string | undefined =>
  typeof json === "object" &&
  json !== null &&
  "$schema" in json &&
  typeof json.$schema === "string"
    ? json.$schema
    : undefined;

/** What does not fit to what is offered, and to what was announced. */
function checkOffer(
  offer: Offer,
  { publicService, attachments }: Fetched,
  { contentStructure }: Metadata,
): readonly Problem[] {
  const schemas = offer.get(publicService.identifier);
  const { schemaUri, mimeType } = contentStructure.data.submissionSchema;
  const isTaken = schemas?.some(
    (it) => it.schemaUri === schemaUri && it.mimeType === mimeType,
  );
  const described = contentStructure.attachments.flatMap(
    ({ attachmentId, fragments }) => fragments ?? [attachmentId],
  );
  const isComplete =
    described.length === attachments.length &&
    new Set([...described, ...attachments]).size === attachments.length;
  return [
    ...(schemas ? [] : [problem("unsupported-service", "metadata")]),
    ...(schemas && !isTaken
      ? [problem("unsupported-data-schema", "metadata")]
      : []),
    ...(isComplete ? [] : [problem("attachments-mismatch", "metadata")]),
  ];
}

async function openContent(
  { options }: Conversation,
  fetched: Fetched,
  metadata: Metadata,
): Promise<Opened> {
  const problems: Problem[] = [];
  const open = async (
    instance: string,
    sealed: readonly (string | undefined)[],
    hash: string,
  ): Promise<Buffer> => {
    const parts: Buffer[] = [];
    for (const jwe of sealed) {
      const part = await decryptWith(options.decryptionKeys, jwe ?? "");
      if (part) parts.push(part);
    }
    const content = Buffer.concat(parts);
    if (parts.length < sealed.length)
      problems.push(problem("encryption-issue", instance));
    else if (sha512(content) !== hash)
      problems.push(problem("hash-mismatch", instance));
    return content;
  };
  const { data, attachments } = metadata.contentStructure;
  const content = await open(
    "data",
    [fetched.encryptedData],
    data.hash.content,
  );
  if (problems.length === 0 && !isWellFormed(content, data.submissionSchema))
    problems.push(problem("syntax-violation", "data"));
  const files: OutsideFile[] = [];
  for (const {
    attachmentId: id,
    fragments = [id],
    hash,
    ...rest
  } of attachments) {
    const sealed = fragments.map((it) => fetched.sealed.get(it));
    const bytes = await open(`attachment:${id}`, sealed, hash.content);
    const { filename, mimeType, purpose } = rest;
    files.push({ id, filename, mimeType, purpose, content: bytes });
  }
  if (problems.length > 0) return faulty(problems);
  return {
    kind: "opened",
    application: applicationOf(metadata, fetched, { content, files }),
  };
}

function isWellFormed(
  content: Buffer,
  { mimeType }: { readonly mimeType: string },
): boolean {
  return mimeType === "application/json"
    ? jsonOf(content) !== undefined
    : parseXml(content).ok;
}

function applicationOf(
  metadata: Metadata,
  { publicService }: Fetched,
  {
    content,
    files,
  }: { readonly content: Buffer; readonly files: readonly OutsideFile[] },
): OutsideApplication {
  const { additionalReferenceInfo: info, author } = metadata;
  const { submissionSchema } = metadata.contentStructure.data;
  return {
    service: publicService,
    senderName: author?.name,
    senderReference: info?.senderReference,
    applicationDate: info?.applicationDate,
    data: { ...submissionSchema, content },
    attachments: files,
    payment: paymentOf(metadata),
    reply: replyOf(metadata),
  };
}

const statuses = {
  INITIAL: "initial",
  BOOKED: "booked",
  FAILED: "failed",
  CANCELED: "canceled",
} as const;

function paymentOf({
  paymentInformation: paid,
}: Metadata): OutsideApplication["payment"] {
  return (
    paid && {
      status: statuses[paid.status],
      method: paid.paymentMethod.toLowerCase(),
      transactionId: paid.transactionId,
      transactionReference: paid.transactionReference,
      at: paid.transactionTimestamp,
      amount: paid.grossAmount,
    }
  );
}

function replyOf({ replyChannel }: Metadata): OutsideApplication["reply"] {
  const [entry] = Object.entries(replyChannel ?? {});
  return entry && { kind: entry[0], address: entry[1].address };
}

function jsonOf(content: Buffer): unknown {
  try {
    return JSON.parse(content.toString("utf8"));
  } catch {
    // Undefined is nothing that JSON can say.
    return undefined;
  }
}
