import type { z } from "zod";
import type { Scope } from "../domain/client.ts";
import type { ProblemCode } from "./problems.ts";
import { listQuery, responsibleQuery, type SchemaName } from "./schemas.ts";

/** Where the interface begins. */
export const apiPath = "/api/v1";

type Body = {
  readonly schema: SchemaName;
  readonly mostBytes: number;
  readonly mediaType?: "application/x-www-form-urlencoded";
};

/** What is sent back when all is well. */
type Answer = {
  readonly status: 200 | 201 | 202 | 304;
  /** That come with it and are worth reading. */
  readonly headers?: readonly ("ETag" | "Link")[];
  readonly content:
    | { readonly schema: SchemaName }
    | {
        readonly mediaType:
          | "application/pdf"
          | "application/zip"
          | "application/octet-stream";
      }
    | undefined;
};

/** One thing that can be done: the route, its document and its client are made of this. */
export type Operation = {
  readonly method: "GET" | "POST";
  /** Below `/api/v1`. */
  readonly path: string;
  /** Undefined: without a token. */
  readonly scope: Scope | undefined;
  readonly query?: z.ZodObject;
  readonly body?: Body;
  /** Headers that the caller may or must send. */
  readonly headers?: readonly {
    readonly name: "If-Match" | "If-None-Match" | "Idempotency-Key";
    readonly isRequired: boolean;
  }[];
  readonly answers: readonly Answer[];
  /** Answers in the words of another standard than that of problems. */
  readonly refusals?: {
    readonly statuses: readonly (400 | 401)[];
    readonly schema: SchemaName;
  };
  /** Besides those of every operation. */
  readonly problems: readonly ProblemCode[];
};

const kilobyte = 1024;
const smallBody = 64 * kilobyte;
/** Ten megabytes as base64 and what stands around them. */
const documentBody = 14 * kilobyte * kilobyte;

const key = { name: "Idempotency-Key", isRequired: true } as const;
const changes: readonly ProblemCode[] = [
  "not-found",
  "body-wrong",
  "key-missing",
  "key-reused",
  "key-busy",
];

const json = (
  status: 200 | 201 | 202,
  schema: SchemaName,
  headers: Answer["headers"] = [],
): Answer => ({ status, content: { schema }, headers });

export const operations = {
  getToken: {
    method: "POST",
    path: "/token",
    scope: undefined,
    body: {
      schema: "TokenRequest",
      mostBytes: smallBody,
      mediaType: "application/x-www-form-urlencoded",
    },
    answers: [json(200, "Token")],
    refusals: { statuses: [400, 401], schema: "TokenRefusal" },
    problems: ["too-many-calls"],
  },
  findResponsible: {
    method: "GET",
    path: "/zustaendigkeit",
    scope: undefined,
    query: responsibleQuery,
    answers: [json(200, "Responsible")],
    problems: ["not-found", "query-wrong", "too-many-calls"],
  },
  listSubmissions: {
    method: "GET",
    path: "/submissions",
    scope: "submissions.read",
    query: listQuery,
    answers: [json(200, "SubmissionPage", ["Link"])],
    problems: ["query-wrong"],
  },
  getSubmission: {
    method: "GET",
    path: "/submissions/:id",
    scope: "submissions.read",
    headers: [{ name: "If-None-Match", isRequired: false }],
    answers: [
      json(200, "Submission", ["ETag"]),
      { status: 304, content: undefined, headers: ["ETag"] },
    ],
    problems: ["not-found", "not-ready"],
  },
  getReceiptPdf: {
    method: "GET",
    path: "/submissions/:id/receipt.pdf",
    scope: "submissions.read",
    answers: [{ status: 200, content: { mediaType: "application/pdf" } }],
    problems: ["not-found", "not-ready"],
  },
  getUpload: {
    method: "GET",
    path: "/submissions/:id/uploads/:fileId",
    scope: "submissions.read",
    answers: [
      { status: 200, content: { mediaType: "application/octet-stream" } },
    ],
    problems: ["not-found", "not-ready"],
  },
  getPackage: {
    method: "GET",
    path: "/submissions/:id/package.zip",
    scope: "submissions.read",
    answers: [{ status: 200, content: { mediaType: "application/zip" } }],
    problems: ["not-found", "not-ready"],
  },
  confirmReceipt: {
    method: "POST",
    path: "/submissions/:id/receipt",
    scope: "receipts.write",
    headers: [key],
    body: { schema: "Receipt", mostBytes: smallBody },
    answers: [json(200, "ReceiptAnswer")],
    problems: changes,
  },
  refuseSubmission: {
    method: "POST",
    path: "/submissions/:id/refusal",
    scope: "receipts.write",
    headers: [key],
    body: { schema: "Refusal", mostBytes: smallBody },
    answers: [json(200, "ReceiptAnswer")],
    problems: [...changes, "step-not-allowed"],
  },
  setState: {
    method: "POST",
    path: "/submissions/:id/state",
    scope: "states.write",
    headers: [{ name: "If-Match", isRequired: true }, key],
    body: { schema: "State", mostBytes: smallBody },
    answers: [
      json(200, "StateAnswer", ["ETag"]),
      json(202, "StateAnswer", ["ETag"]),
    ],
    problems: [
      ...changes,
      "version-missing",
      "version-changed",
      "step-not-allowed",
      "bescheid-needed",
      "note-missing",
    ],
  },
  sendMessage: {
    method: "POST",
    path: "/submissions/:id/messages",
    scope: "messages.write",
    headers: [key],
    body: { schema: "Message", mostBytes: smallBody },
    answers: [json(201, "MessageAnswer")],
    problems: [...changes, "nobody-to-tell", "step-not-allowed"],
  },
  attachDocument: {
    method: "POST",
    path: "/submissions/:id/documents",
    scope: "documents.write",
    headers: [key],
    body: { schema: "Document", mostBytes: documentBody },
    answers: [json(201, "MessageAnswer")],
    problems: [
      ...changes,
      "nobody-to-tell",
      "step-not-allowed",
      "document-not-allowed",
    ],
  },
} as const satisfies Readonly<Record<string, Operation>>;

export type OperationId = keyof typeof operations;

export const operationIds = Object.keys(operations).filter(isOperationId);

function isOperationId(text: string): text is OperationId {
  return text in operations;
}
