import { createHash, createHmac } from "node:crypto";
import { once } from "node:events";
import {
  createServer,
  type IncomingMessage,
  type ServerResponse,
} from "node:http";
import { buffer } from "node:stream/consumers";
import type { S3Settings } from "../s3/s3-bucket.ts";

type Stored = { readonly bytes: Buffer; readonly modified: Date };
type Pending = {
  readonly key: string;
  readonly begun: Date;
  readonly parts: Map<number, Buffer>;
};

export type FakeS3 = {
  readonly settings: S3Settings;
  readonly objects: Map<string, Stored>;
  readonly uploads: Map<string, Pending>;
  /** What was asked for, e.g. `PUT ?partNumber&uploadId`. */
  readonly asked: string[];
  /** The next calls that match are answered like this; `lost` does what was asked and then ends the connection. */
  fail(match: RegExp, how: "lost" | number, times?: number): void;
  close(): Promise<void>;
};

/** Two a page, so that listings have more than one. */
const pageSize = 2;

/** An S3 service in memory for tests, after the API reference: it checks signatures and the hash of each body, and lists in pages. */
export async function startFakeS3(): Promise<FakeS3> {
  const objects = new Map<string, Stored>();
  const uploads = new Map<string, Pending>();
  const asked: string[] = [];
  const faults: { match: RegExp; how: "lost" | number; times: number }[] = [];
  const server = createServer((request, response) => {
    void buffer(request).then((body) => {
      const url = new URL(request.url ?? "", "http://s3");
      const name = `${request.method ?? ""} ?${[...url.searchParams.keys()].join("&")}`;
      asked.push(name);
      const fault = faults.find((one) => one.times > 0 && one.match.test(name));
      if (fault) fault.times -= 1;
      if (typeof fault?.how === "number") {
        refuse(response, fault.how, "InternalError");
        return;
      }
      const answer = fault ? undefined : response;
      serve({ request, url, body, answer, objects, uploads, settings });
      if (fault) response.destroy();
    });
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  if (address === null || typeof address === "string")
    throw new Error("fake s3: no port");
  const settings: S3Settings = {
    endpoint: `http://127.0.0.1:${String(address.port)}`,
    region: "test-1",
    bucket: "uploads",
    accessKeyId: "AKTEST",
    secretAccessKey: "secret/of+test",
  };
  return {
    settings,
    objects,
    uploads,
    asked,
    fail: (match, how, times = 1) => void faults.push({ match, how, times }),
    close: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, "close");
    },
  };
}

type Exchange = {
  readonly request: IncomingMessage;
  readonly url: URL;
  readonly body: Buffer;
  /** Undefined: the answer gets lost. */
  readonly answer: ServerResponse | undefined;
  readonly objects: Map<string, Stored>;
  readonly uploads: Map<string, Pending>;
  readonly settings: S3Settings;
};

function serve(exchange: Exchange): void {
  const { request, url, settings, answer } = exchange;
  if (!isSigned(exchange)) {
    refuse(answer, 403, "SignatureDoesNotMatch");
    return;
  }
  const key = decodeURIComponent(url.pathname).slice(
    `/${settings.bucket}/`.length,
  );
  const kind = `${request.method ?? ""} ${url.searchParams.has("uploadId") ? "upload" : url.searchParams.has("uploads") ? "uploads" : key === "" ? "bucket" : "object"}`;
  (handlers[kind] ?? noSuchMethod)(exchange, key);
}

const handlers: Readonly<
  Record<string, (exchange: Exchange, key: string) => void>
> = {
  "PUT object": ({ body, objects, answer }, key) => {
    objects.set(key, { bytes: body, modified: new Date() });
    answer?.setHeader("etag", etagOf(body)).end();
  },
  "HEAD object": readObject,
  "GET object": readObject,
  "DELETE object": ({ objects, answer }, key) => {
    objects.delete(key);
    answer?.writeHead(204).end();
  },
  "GET bucket": ({ url, objects, answer }) => {
    const prefix = url.searchParams.get("prefix") ?? "";
    const from = url.searchParams.get("continuation-token") ?? "";
    const keys = [...objects.keys()]
      .filter((key) => key.startsWith(prefix) && key > from)
      .sort();
    const page = keys.slice(0, pageSize);
    const rows = page.map(
      (key) =>
        `<Contents><Key>${key}</Key><LastModified>${objects.get(key)?.modified.toISOString() ?? ""}</LastModified></Contents>`,
    );
    answer?.end(
      `<ListBucketResult><IsTruncated>${String(keys.length > pageSize)}</IsTruncated><NextContinuationToken>${page.at(-1) ?? ""}</NextContinuationToken>${rows.join("")}</ListBucketResult>`,
    );
  },
  "POST uploads": ({ uploads, answer }, key) => {
    const id = `upload-${String(uploads.size + 1)}`;
    uploads.set(id, { key, begun: new Date(), parts: new Map() });
    answer?.end(
      `<InitiateMultipartUploadResult><UploadId>${id}</UploadId></InitiateMultipartUploadResult>`,
    );
  },
  "GET uploads": ({ uploads, answer }) => {
    const rows = [...uploads].map(
      ([id, { key, begun }]) =>
        `<Upload><Key>${key}</Key><UploadId>${id}</UploadId><Initiated>${begun.toISOString()}</Initiated></Upload>`,
    );
    answer?.end(
      `<ListMultipartUploadsResult><IsTruncated>false</IsTruncated>${rows.join("")}</ListMultipartUploadsResult>`,
    );
  },
  "PUT upload": ({ url, body, uploads, answer }) => {
    const upload = uploads.get(url.searchParams.get("uploadId") ?? "");
    if (!upload) {
      refuse(answer, 404, "NoSuchUpload");
      return;
    }
    upload.parts.set(Number(url.searchParams.get("partNumber")), body);
    answer?.setHeader("etag", etagOf(body)).end();
  },
  "POST upload": completeUpload,
  "DELETE upload": ({ url, uploads, answer }) => {
    uploads.delete(url.searchParams.get("uploadId") ?? "");
    answer?.writeHead(204).end();
  },
};

function completeUpload({ url, body, objects, uploads, answer }: Exchange) {
  const id = url.searchParams.get("uploadId") ?? "";
  const upload = uploads.get(id);
  if (!upload) {
    refuse(answer, 404, "NoSuchUpload");
    return;
  }
  const numbers = [...body.toString().matchAll(/<PartNumber>(\d+)</g)];
  const parts = numbers.map(([, n]) => upload.parts.get(Number(n)));
  if (parts.length === 0 || parts.includes(undefined)) {
    refuse(answer, 400, "InvalidPart");
    return;
  }
  const bytes = Buffer.concat(parts.filter((part) => part !== undefined));
  objects.set(upload.key, { bytes, modified: new Date() });
  uploads.delete(id);
  answer?.end("<CompleteMultipartUploadResult/>");
}

function readObject({ request, objects, answer }: Exchange, key: string): void {
  const stored = objects.get(key);
  if (!stored) {
    refuse(answer, 404, "NoSuchKey");
    return;
  }
  const etag = etagOf(stored.bytes);
  const expected = request.headers["if-match"];
  if (expected !== undefined && expected !== etag) {
    refuse(answer, 412, "PreconditionFailed");
    return;
  }
  const [, from, to] =
    /^bytes=(\d+)-(\d+)$/.exec(request.headers.range ?? "") ?? [];
  const bytes =
    from === undefined
      ? stored.bytes
      : stored.bytes.subarray(Number(from), Number(to) + 1);
  answer
    ?.writeHead(from === undefined ? 200 : 206, {
      etag,
      "content-length": String(bytes.length),
    })
    .end(request.method === "HEAD" ? undefined : bytes);
}

function noSuchMethod({ answer }: Exchange): void {
  refuse(answer, 405, "MethodNotAllowed");
}

function refuse(
  answer: ServerResponse | undefined,
  status: number,
  code: string,
): void {
  answer
    ?.writeHead(status, { "content-type": "application/xml" })
    .end(`<Error><Code>${code}</Code></Error>`);
}

function etagOf(bytes: Buffer): string {
  return `"${createHash("md5").update(bytes).digest("hex")}"`;
}

/** @see AWS Signature Version 4, "Create a signed request" */
function isSigned({ request, url, body, settings }: Exchange): boolean {
  const [, scope = "", names = "", signature] =
    /Credential=AKTEST\/([^,]+), SignedHeaders=([^,]+), Signature=(\w+)/.exec(
      request.headers.authorization ?? "",
    ) ?? [];
  const bodyHash = sha256(body);
  if (request.headers["x-amz-content-sha256"] !== bodyHash) return false;
  const query = [...url.searchParams]
    .map(([name, value]) => `${encode(name)}=${encode(value)}`)
    .sort()
    .join("&");
  const headers = names
    .split(";")
    .map((name) => `${name}:${String(request.headers[name])}\n`)
    .join("");
  const canonical = [
    request.method,
    url.pathname,
    query,
    headers,
    names,
    bodyHash,
  ].join("\n");
  const [date = "", region = ""] = scope.split("/");
  const text = [
    "AWS4-HMAC-SHA256",
    request.headers["x-amz-date"],
    scope,
    sha256(Buffer.from(canonical)),
  ].join("\n");
  const key = [date, region, "s3", "aws4_request"].reduce<Buffer>(
    hmac,
    Buffer.from(`AWS4${settings.secretAccessKey}`),
  );
  return (
    region === settings.region && hmac(key, text).toString("hex") === signature
  );
}

const sha256 = (bytes: Buffer) =>
  createHash("sha256").update(bytes).digest("hex");
const hmac = (key: Buffer, text: string) =>
  createHmac("sha256", key).update(text).digest();
const encode = (text: string) =>
  encodeURIComponent(text).replace(
    /[!'()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  );
