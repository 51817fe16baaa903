import { createHash } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import { AwsV4Signer } from "aws4fetch";
import { z } from "zod";
import type {
  HttpAnswer,
  HttpClient,
  HttpRequest,
} from "../../http-client/http-client.ts";
import { childrenOf, textOf, xmlOf } from "./s3-xml.ts";

/**
 * How a bucket is reached.
 *
 * @example
 *   { "endpoint": "https://s3.example", "region": "eu-central-1", "bucket": "portal-uploads", "accessKeyId": "…", "secretAccessKey": "…" }
 */
export const s3SettingsSchema = z.strictObject({
  endpoint: z.url({ protocol: /^https?$/ }),
  region: z.string().min(1).default("us-east-1"),
  bucket: z.string().regex(/^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/),
  accessKeyId: z.string().min(1),
  secretAccessKey: z.string().min(1),
});

export type S3Settings = z.infer<typeof s3SettingsSchema>;

/** The store does not do what it was asked for; the code is its own word, e.g. `AccessDenied`, or why there was no answer. */
export class S3Error extends Error {
  readonly code: string;
  readonly status: number | undefined;

  constructor(code: string, status?: number) {
    super(`s3: ${code}`);
    this.name = "S3Error";
    this.code = code;
    this.status = status;
  }
}

export type S3Call = Pick<HttpRequest, "method"> & {
  /** Of an object; without it the call is for the bucket. */
  readonly key?: string;
  readonly query?: Readonly<Record<string, string>>;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: Uint8Array;
  readonly maxAnswerBytes?: number;
};

export type S3Bucket = {
  /** Throws `S3Error` for every answer that is no success, after it tried again what may be better a moment later. */
  call(call: S3Call): Promise<HttpAnswer>;
};

const attempts = 4;
const firstPauseMs = 200;

/**
 * Calls of one bucket, signed (AWS Signature Version 4) with the hash of their body. All of them may be repeated: they name the object
 * and its whole content. Buckets are addressed in the path, as Ceph and MinIO have it by default.
 */
export function openS3Bucket(settings: S3Settings, http: HttpClient): S3Bucket {
  return {
    call: async (call) => {
      for (let attempt = 1; ; attempt++) {
        const outcome = await http.request(await signed(settings, call));
        if (outcome.kind === "answered" && outcome.status < 300) return outcome;
        const fault =
          outcome.kind === "answered"
            ? new S3Error(codeOf(outcome), outcome.status)
            : new S3Error(outcome.kind);
        if (attempt === attempts || !mayPass(fault)) throw fault;
        await sleep(firstPauseMs * 2 ** (attempt - 1));
      }
    },
  };
}

/** Whether the same call may go well a moment later. */
export function mayPass({ status }: S3Error): boolean {
  return status === undefined || status === 429 || status >= 500;
}

function codeOf(answer: HttpAnswer): string {
  const root = xmlOf(answer.body);
  const code = root && textOf(root, "Code");
  return code ?? `status-${String(answer.status)}`;
}

async function signed(
  settings: S3Settings,
  { method, key, query = {}, headers = {}, body, maxAnswerBytes }: S3Call,
): Promise<HttpRequest> {
  const url = new URL(settings.endpoint);
  url.pathname = [url.pathname.replace(/\/$/u, ""), settings.bucket, key]
    .filter((part) => part !== undefined)
    .join("/");
  for (const [name, value] of Object.entries(query))
    url.searchParams.set(name, value);
  const signer = new AwsV4Signer({
    method,
    url: url.href,
    headers: {
      ...headers,
      "x-amz-content-sha256": createHash("sha256")
        .update(body ?? "")
        .digest("hex"),
    },
    accessKeyId: settings.accessKeyId,
    secretAccessKey: settings.secretAccessKey,
    service: "s3",
    region: settings.region,
  });
  const result = await signer.sign();
  return {
    method,
    url: result.url.href,
    headers: Object.fromEntries(result.headers),
    ...(body && { body }),
    ...(maxAnswerBytes !== undefined && { maxAnswerBytes }),
  };
}

/** All elements of a listing, page by page. */
export async function* listPages(
  bucket: S3Bucket,
  query: Readonly<Record<string, string>>,
  {
    item,
    next,
  }: {
    readonly item: string;
    readonly next: (root: Page) => Record<string, string> | undefined;
  },
): AsyncGenerator<Page> {
  let more: Record<string, string> | undefined = {};
  while (more) {
    const { body } = await bucket.call({
      method: "GET",
      query: { ...query, ...more },
      maxAnswerBytes: 16 * 1024 * 1024,
    });
    const root = xmlOf(body);
    if (!root) throw new S3Error("not-understood");
    yield* childrenOf(root, item);
    more = textOf(root, "IsTruncated") === "true" ? next(root) : undefined;
  }
}

type Page = NonNullable<ReturnType<typeof xmlOf>>;
