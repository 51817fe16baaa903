import { z } from "zod";
import { longestWord, meanings } from "../domain/meaning.ts";

const id = z.uuid();
const moment = z.iso.datetime({ offset: true });

/** Where the Vorgang stands; null for a test submission and for what is deleted here. */
const standing = z
  .object({
    state: z.enum([
      "received",
      "in-progress",
      "question",
      "decided",
      "withdrawn",
      "handed-over",
      "closed",
    ]),
    since: moment,
    outcome: z
      .enum([
        "granted",
        "partly",
        "refused",
        "no-decision",
        "granted-by-silence",
      ])
      .optional(),
  })
  .nullable();

const summary = z.object({
  submissionId: id,
  reference: z.string(),
  leistung: z.string(),
  version: z.number().int(),
  test: z.boolean(),
  delivery: z.enum(["accepted", "delivered", "rejected"]),
  receipt: z.string().optional(),
  deliveredAt: moment,
  standing,
  etag: z.string(),
});

const upload = z.object({
  fileId: id,
  filename: z.string(),
  mediaType: z.string(),
  sizeBytes: z.number().int(),
  sha256: z.string(),
});

/** What is named in the document, under `components/schemas`; every field has words in i18n. */
export const schemas = {
  Token: z.object({
    access_token: z.string(),
    token_type: z.literal("Bearer"),
    expires_in: z.number().int(),
    scope: z.string(),
  }),
  /** @see RFC 6749 section 5.2 */
  TokenRefusal: z.object({
    error: z.enum([
      "invalid_request",
      "invalid_client",
      "invalid_scope",
      "unsupported_grant_type",
    ]),
  }),
  TokenRequest: z.object({
    grant_type: z.literal("client_credentials"),
    client_id: z.string().optional(),
    client_secret: z.string().optional(),
    scope: z.string().optional(),
  }),
  SubmissionSummary: summary,
  SubmissionPage: z.object({
    submissions: z.array(summary),
    next: z.string().optional(),
  }),
  Submission: summary.extend({
    submittedAt: moment,
    answeredAt: moment,
    authority: z.string(),
    form: z.object({ key: z.string(), version: z.string() }),
    submissionHash: z.string(),
    sender: z.record(z.string(), z.unknown()).optional(),
    intake: z.record(z.string(), z.unknown()).optional(),
    answers: z.record(z.string(), z.unknown()),
    answersXml: z.string(),
    uploads: z.array(upload),
  }),
  Receipt: z.object({ receipt: z.string().trim().min(1).max(200) }),
  Refusal: z.object({ reason: z.string().trim().min(1).max(1000) }),
  ReceiptAnswer: z.object({
    submissionId: id,
    delivery: z.enum(["accepted", "delivered", "rejected"]),
    receipt: z.string().optional(),
  }),
  State: z.object({
    state: z.string().trim().min(1).max(longestWord),
    note: z.string().max(4000).optional(),
  }),
  StateAnswer: z.object({
    submissionId: id,
    state: z.string(),
    meaning: z.enum(meanings).nullable(),
  }),
  Message: z.object({ text: z.string().trim().min(1).max(4000) }),
  Document: z.object({
    filename: z.string().trim().min(1).max(200),
    content: z.base64(),
    text: z.string().trim().min(1).max(4000),
  }),
  MessageAnswer: z.object({
    submissionId: id,
    documents: z.array(
      z.object({
        filename: z.string(),
        sizeBytes: z.number().int(),
        sha256: z.string(),
      }),
    ),
  }),
  Problem: z.object({
    type: z.string(),
    title: z.string(),
    status: z.number().int(),
    code: z.string(),
    detail: z.string().optional(),
    fields: z.array(z.string()).optional(),
  }),
  Responsible: z.object({
    authority: z.string(),
    ars: z.string(),
    portal: z.string(),
    leistung: z.string(),
    title: z.string(),
    /** Within the authority: whose telephone and address these are. */
    office: z.string(),
    phone: z.string(),
    email: z.string(),
    street: z.string(),
    postcode: z.string(),
    town: z.string(),
    dependsOn: z.array(z.enum(["place", "street", "name", "answer"])),
  }),
} as const;

export type SchemaName = keyof typeof schemas;

/** What may stand behind the question mark of the list. */
export const listQuery = z.object({
  delivery: z.enum(["accepted", "delivered", "rejected"]).optional(),
  after: z.string().max(100).optional(),
  limit: z.coerce.number().int().min(1).max(100).default(50),
});

/** A Leistung by the last part of its address, and where: Regionalschlüssel of the commune. */
export const responsibleQuery = z.object({
  leistung: z.string().min(1).max(200),
  ars: z
    .string()
    .regex(/^\d{12}$/u)
    .optional(),
});

/** Names of what an object has, optional ones with a question mark. */
export function fieldsOfSchema(name: SchemaName): string {
  return Object.entries(schemas[name].shape)
    .map(([field, schema]) =>
      schema instanceof z.ZodOptional ? `${field}?` : field,
    )
    .join(", ");
}
