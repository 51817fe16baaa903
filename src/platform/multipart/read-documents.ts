import type { IncomingHttpHeaders } from "node:http";
import type { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { Busboy, type BusboyInstance } from "@fastify/busboy";
import { ok, refuse, type Result } from "../result/result.ts";
import { cleanFilename } from "./clean-filename.ts";
import { isReadable, type MultipartRefusal } from "./receive-multipart.ts";

/** A file that a member of staff hands over to be read at once, such as a schema; it is stored nowhere. */
export type ReadDocument = {
  readonly field: string;
  readonly filename: string;
  readonly content: Buffer;
};

export type DocumentsForm = {
  readonly fields: URLSearchParams;
  readonly documents: readonly ReadDocument[];
};

export type DocumentLimits = {
  /** All documents together, and each: they are held in memory. */
  readonly maxBytes: number;
  readonly maxDocuments: number;
};

const defaultDocumentLimits: DocumentLimits = {
  maxBytes: 50_000_000,
  maxDocuments: 100,
};

/**
 * Reads a multipart/form-data body with documents of any type into memory. For few, trusted people only. After a refusal the rest of the
 * body is not read: answer with `connection: close`.
 * @see RFC 7578
 */
export async function readDocuments(
  { body, headers }: { body: Readable; headers: IncomingHttpHeaders },
  limits: DocumentLimits = defaultDocumentLimits,
): Promise<Result<DocumentsForm, MultipartRefusal>> {
  const reading = startReading(headers, limits);
  if (!reading) return refuse({ kind: "not-multipart" });
  try {
    await pipeline(body, reading.parser);
  } catch {
    const problem = reading.problem();
    return refuse({ kind: problem ?? brokenBody(body) });
  }
  const problem = reading.problem();
  return problem === undefined
    ? ok({ fields: reading.fields, documents: reading.documents() })
    : refuse({ kind: problem });
}

function brokenBody(body: Readable): MultipartRefusal["kind"] {
  return body.readableAborted || body.errored ? "aborted" : "malformed";
}

function startReading(headers: IncomingHttpHeaders, limits: DocumentLimits) {
  const parser = createParser(headers, limits);
  if (!parser) return undefined;
  const fields = new URLSearchParams();
  const parts: { field: string; filename: string; chunks: Buffer[] }[] = [];
  let problem: MultipartRefusal["kind"] | undefined;
  let bytes = 0;
  // The parser's types promise a name; a part that has none comes without.
  type Name = string | undefined;
  parser.on("field", (name: Name, value) => {
    if (isReadable(name, value)) fields.append(name, value);
    else problem ??= "malformed";
  });
  parser.on("file", (name: Name, stream, filename) => {
    if (name === undefined) problem ??= "malformed";
    const part = { field: name ?? "", filename, chunks: [] as Buffer[] };
    parts.push(part);
    stream.on("error", () => undefined);
    stream.on("data", (chunk: Buffer) => {
      bytes += chunk.length;
      if (bytes <= limits.maxBytes) part.chunks.push(chunk);
      else {
        problem ??= "request-too-large";
        parser.destroy(new Error("documents too large"));
      }
    });
  });
  parser.on("filesLimit", () => (problem ??= "too-many-files"));
  return {
    parser,
    fields,
    problem: () => problem,
    documents: () =>
      parts
        .map(({ field, filename, chunks }) => ({
          field,
          filename: cleanFilename(filename),
          content: Buffer.concat(chunks),
        }))
        .filter(({ content }) => content.length > 0),
  };
}

function createParser(
  headers: IncomingHttpHeaders,
  limits: DocumentLimits,
): BusboyInstance | undefined {
  const contentType = headers["content-type"] ?? "";
  if (!/^multipart\/form-data\s*;.*boundary=/iu.test(contentType))
    return undefined;
  try {
    return new Busboy({
      headers: { ...headers, "content-type": contentType },
      isPartAFile: (_field, _type, filename) => filename !== undefined,
      limits: {
        fieldNameSize: 1_000,
        fieldSize: 1_000_000,
        fields: 100,
        files: limits.maxDocuments,
        headerPairs: 20,
        headerSize: 16_384,
      },
    });
  } catch {
    // It throws on a boundary it cannot search for, such as one of 300 characters (RFC 2046 allows 70).
    return undefined;
  }
}
