import { Readable } from "node:stream";
import { DataStore, ERRORS, Server, Upload, type Locker } from "@tus/server";
import { queueLocker } from "./queue-locker.ts";
import type {
  AnswerTus,
  ResumableUpload,
  ResumableUploads,
  TusAnswer,
  TusRequest,
  UploadRefusal,
} from "./resumable-upload.ts";

/** Answers with the library; whoever asks for the same upload waits for one another. */
export function openTus(): AnswerTus {
  const locker = queueLocker();
  return (request, uploads) => answerTus(request, uploads, locker);
}

async function answerTus(
  request: TusRequest,
  uploads: ResumableUploads,
  locker: Locker,
): Promise<TusAnswer> {
  const faults: unknown[] = [];
  const server = new Server({
    path: request.root,
    relativeLocation: true,
    datastore: new UploadsStore(uploads),
    locker,
    // A request on a dead line ends this long after the next one has come for the same upload.
    lockDrainTimeout: 500,
    disableTerminationForFinishedUploads: true,
    onResponseError: (_request, error) => {
      if (isFault(error)) faults.push(error);
      return undefined;
    },
  });
  const response = await server.handleWeb(webRequest(request));
  if (faults.length > 0) throw faults[0];
  return {
    status: response.status,
    headers: ownHeaders(response.headers),
    body: await response.text(),
  };
}

/** The library's own errors are objects with a status; anything else is a bug or a lost database. */
function isFault(error: unknown): boolean {
  return !(
    typeof error === "object" &&
    error !== null &&
    "status_code" in error
  );
}

/** Only what the protocol knows: no cookie and no address reaches the library. */
function webRequest({ method, path, headers, body }: TusRequest): Request {
  const known = Object.entries(headers).flatMap(([name, value]) =>
    typeof value === "string" &&
    /^(?:tus-|upload-|content-type$|content-length$)/u.test(name)
      ? [[name, value] as const]
      : [],
  );
  const hasBody = method === "POST" || method === "PATCH";
  return new Request(new URL(path, "http://localhost"), {
    method,
    headers: Object.fromEntries(known),
    ...(hasBody ? { body: webBody(body), duplex: "half" } : {}),
  });
}

function webBody(body: Readable): ReadableStream<Uint8Array> {
  return Readable.toWeb(body) as ReadableStream<Uint8Array>;
}

/** Without those for pages of other origins, which get nothing here. */
function ownHeaders(headers: Headers): Record<string, string> {
  return Object.fromEntries(
    [...headers].filter(([name]) => !name.startsWith("access-control-")),
  );
}

/** A refusal in the form that the library answers with. */
class RefusedUpload extends Error {
  readonly status_code: number;
  readonly body: string;

  constructor({ status, text }: UploadRefusal) {
    super("upload refused");
    this.status_code = status;
    this.body = JSON.stringify({ text });
  }
}

/** The uploads as the library wants them. */
class UploadsStore extends DataStore {
  readonly #uploads: ResumableUploads;

  constructor(uploads: ResumableUploads) {
    super();
    this.#uploads = uploads;
    this.extensions = [
      "creation",
      "creation-with-upload",
      "termination",
      "expiration",
    ];
  }

  override async create(upload: Upload): Promise<Upload> {
    const begun = await this.#uploads.begin({
      sizeBytes: upload.size ?? 0,
      metadata: withoutNulls(upload.metadata ?? {}),
    });
    if (!begun.ok) throw new RefusedUpload(begun.refusal);
    upload.id = begun.value.id;
    upload.creation_date = begun.value.createdAt.toISOString();
    return upload;
  }

  override async getUpload(id: string): Promise<Upload> {
    const { createdAt, offsetBytes, sizeBytes, metadata } = await this.#get(id);
    return new Upload({
      id,
      size: sizeBytes,
      offset: offsetBytes,
      metadata,
      creation_date: createdAt.toISOString(),
    });
  }

  override async write(content: Readable, id: string): Promise<number> {
    const stored = await this.#uploads.append(id, content);
    if (!stored.ok) throw new RefusedUpload(stored.refusal);
    return stored.value;
  }

  override async remove(id: string): Promise<void> {
    await this.#get(id);
    await this.#uploads.remove(id);
  }

  override getExpiration(): number {
    return this.#uploads.termMs;
  }

  async #get(id: string): Promise<ResumableUpload> {
    const upload = await this.#uploads.find(id);
    // eslint-disable-next-line @typescript-eslint/only-throw-error -- the library's own way to say 404
    if (!upload) throw ERRORS.FILE_NOT_FOUND;
    return upload;
  }
}

function withoutNulls(
  metadata: Readonly<Record<string, string | null>>,
): Record<string, string> {
  return Object.fromEntries(
    Object.entries(metadata).map(([name, value]) => [name, value ?? ""]),
  );
}
