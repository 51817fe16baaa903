import type { IncomingHttpHeaders } from "node:http";
import { Transform, type Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import {
  Busboy,
  type BusboyHeaders,
  type BusboyInstance,
} from "@fastify/busboy";
import { ok, refuse, type Result } from "../result/result.ts";
import type { Allowance } from "./checked-content.ts";
import { filenameOfForm } from "./clean-filename.ts";
import { receiveFile, type FileIntake } from "./receive-file.ts";
import type { ReceivedFile } from "./received-file.ts";

export type MultipartLimits = {
  readonly maxFileBytes: number;
  /** Files taken of one request; the others are an outcome of their own each. */
  readonly maxFiles: number;
  /** File parts of one request, also those of fields where no file was chosen; beyond it the request is refused. */
  readonly maxFileParts: number;
  /** All files of one request together. */
  readonly maxTotalBytes: number;
  readonly maxFields: number;
  readonly maxFieldBytes: number;
};

export const defaultMultipartLimits: MultipartLimits = {
  maxFileBytes: 100_000_000,
  maxFiles: 10,
  maxFileParts: 500,
  maxTotalBytes: 200_000_000,
  maxFields: 2_000,
  maxFieldBytes: 1_000_000,
};

export type ReceivedForm = {
  readonly fields: URLSearchParams;
  readonly files: readonly ReceivedFile[];
};

/**
 * - `not-multipart`: the content type is not multipart/form-data with a boundary (415)
 * - `malformed`: the body breaks the format (400)
 * - `too-many-files`, `too-many-fields`, `field-too-large`, `request-too-large`: beyond the limits (413)
 * - `aborted`: the visitor went away; nobody waits for an answer
 */
export type MultipartRefusal = {
  readonly kind:
    | "not-multipart"
    | "malformed"
    | "too-many-files"
    | "too-many-fields"
    | "field-too-large"
    | "request-too-large"
    | "aborted";
};

export type MultipartRequest = {
  readonly body: Readable;
  readonly headers: IncomingHttpHeaders;
  readonly limits?: MultipartLimits;
};

/**
 * Reads a multipart/form-data body while it streams in: fields into memory, files into `intake`, checked by content on the way.
 * A file that is too large, of a type that is not allowed or one too many is an outcome of that file, not of the request.
 * When the request is refused or breaks off, files already stored are removed again. Throws what the store throws.
 * After `malformed` and `request-too-large` the rest of the body is not read: answer with `connection: close`.
 * @see RFC 7578
 */
export async function receiveMultipart(
  request: MultipartRequest,
  intake: FileIntake,
): Promise<Result<ReceivedForm, MultipartRefusal>> {
  const limits = request.limits ?? defaultMultipartLimits;
  const parser = createParser(request.headers, limits);
  if (!parser) return refuse({ kind: "not-multipart" });
  if (Number(request.headers["content-length"]) > maxBodyBytes(limits)) {
    return refuse({ kind: "request-too-large" });
  }

  const reception = collectParts(parser, limits, intake);
  const parsing = await parse(request.body, parser, limits);
  if (parsing !== "complete") reception.breakOff();
  const received = await reception.finish();

  const problem = parsing === "complete" ? received.problem : parsing;
  if (problem === undefined && received.fault === undefined) {
    return ok({ fields: received.fields, files: received.files });
  }
  await removeStored(received.files, intake);
  if (problem === undefined) throw received.fault;
  return refuse({ kind: problem });
}

function createParser(
  headers: IncomingHttpHeaders,
  limits: MultipartLimits,
): BusboyInstance | undefined {
  const contentType = headers["content-type"] ?? "";
  if (!/^multipart\/form-data\s*;.*boundary=/iu.test(contentType))
    return undefined;
  try {
    return newParser({ ...headers, "content-type": contentType }, limits);
  } catch {
    // It throws on a boundary it cannot search for, such as one of 300 characters (RFC 2046 allows 70).
    return undefined;
  }
}

function newParser(
  headers: BusboyHeaders,
  limits: MultipartLimits,
): BusboyInstance {
  return new Busboy({
    headers,
    isPartAFile: (_field, _type, filename) => filename !== undefined,
    limits: {
      fieldNameSize: 1_000,
      fieldSize: limits.maxFieldBytes,
      fields: limits.maxFields,
      files: limits.maxFileParts,
      headerPairs: 20,
      headerSize: 16_384,
    },
  });
}

/** How parsing ended: everything read, or why not. */
async function parse(
  body: Readable,
  parser: BusboyInstance,
  limits: MultipartLimits,
): Promise<"complete" | "malformed" | "request-too-large" | "aborted"> {
  const gauge = byteGauge(limits);
  try {
    await pipeline(body, gauge.stream, parser);
    return "complete";
  } catch {
    // Whatever broke the pipe, one of three things is true of the request; the store's faults arrive elsewhere.
    if (gauge.isOverflowing()) return "request-too-large";
    return body.readableAborted || body.errored ? "aborted" : "malformed";
  }
}

/** Ends requests that go on far beyond the limits; up to there they are read, so that the visitor sees an answer. */
function byteGauge(limits: MultipartLimits) {
  const maxBytes = maxBodyBytes(limits);
  let seenBytes = 0;
  const stream = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      seenBytes += chunk.length;
      if (seenBytes > maxBytes) done(new Error("request too large"));
      else done(null, chunk);
    },
  });
  return { stream, isOverflowing: () => seenBytes > maxBytes };
}

function maxBodyBytes(limits: MultipartLimits): number {
  return 4 * limits.maxTotalBytes + 2 * limits.maxFieldBytes;
}

type Received = {
  readonly fields: URLSearchParams;
  readonly files: readonly ReceivedFile[];
  readonly problem: MultipartRefusal["kind"] | undefined;
  /** What the store threw. */
  readonly fault: unknown;
};

function collectParts(
  parser: BusboyInstance,
  limits: MultipartLimits,
  intake: FileIntake,
) {
  const fields = new URLSearchParams();
  const receiving: Promise<ReceivedFile | undefined>[] = [];
  const streams = new Set<Readable>();
  const problems: MultipartRefusal["kind"][] = [];
  const allowance = fullAllowance(limits);

  parser.on("field", (name: PartName, value, ...[isNameCut, isValueCut]) => {
    if (isNameCut || isValueCut) problems.push("field-too-large");
    if (isReadable(name, value)) fields.append(name, value);
    else problems.push("malformed");
  });
  parser.on("file", (name: PartName, stream, sentName) => {
    const field = name ?? "";
    const filename = filenameOfForm(sentName);
    if (name === undefined) problems.push("malformed");
    streams.add(stream);
    // Whoever reads the stream hears of its errors; a file that was refused has no reader any more.
    stream.on("error", () => undefined);
    // One after the other, in the order of the form: the allowance of all files is then spent in that order, too.
    const before = receiving.at(-1) ?? Promise.resolve();
    const receive = () =>
      receiveFile({ field, filename, stream }, allowance, intake);
    const file = before.then(receive, receive);
    // Reported by `finish`; until then it must not count as unhandled.
    file.catch(() => undefined);
    receiving.push(file);
  });
  parser.on("filesLimit", () => problems.push("too-many-files"));
  parser.on("fieldsLimit", () => problems.push("too-many-fields"));

  return {
    /** Makes files that are still coming fail, so that the store drops them. */
    breakOff: () => {
      for (const stream of streams)
        stream.destroy(new Error("the request broke off"));
    },
    finish: async (): Promise<Received> => ({
      fields,
      problem: problems[0],
      ...(await settle(receiving)),
    }),
  };
}

/** The parser's types promise a name. A part that has none comes without, and what is thrown in its events ends the process. */
type PartName = string | undefined;

/** Nobody types NUL, and no text column takes it. */
export function isReadable(name: PartName, value: string): name is string {
  return name !== undefined && !name.includes("\0") && !value.includes("\0");
}

function fullAllowance(limits: MultipartLimits): Allowance {
  return {
    maxFileBytes: limits.maxFileBytes,
    maxFiles: limits.maxFiles,
    leftBytes: limits.maxTotalBytes,
    leftFiles: limits.maxFiles,
  };
}

async function settle(
  receiving: readonly Promise<ReceivedFile | undefined>[],
): Promise<Pick<Received, "files" | "fault">> {
  const settled = await Promise.allSettled(receiving);
  const files = settled.flatMap((result) =>
    result.status === "fulfilled" && result.value ? [result.value] : [],
  );
  const failed = settled.find((result) => result.status === "rejected");
  return { files, fault: failed?.reason };
}

async function removeStored(
  files: readonly ReceivedFile[],
  intake: FileIntake,
): Promise<void> {
  for (const { outcome } of files) {
    if (outcome.kind === "stored") await intake.remove(outcome.fileId);
  }
}
