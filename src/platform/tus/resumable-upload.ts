import type { IncomingHttpHeaders } from "node:http";
import type { Readable } from "node:stream";
import type { Result } from "../result/result.ts";

/** An upload as the protocol sees it. */
export type ResumableUpload = {
  readonly id: string;
  readonly sizeBytes: number;
  /** How much has been stored durably. */
  readonly offsetBytes: number;
  readonly createdAt: Date;
  readonly metadata: Readonly<Record<string, string>>;
};

/** Why an upload cannot begin or go on. `text` is shown to the person who uploads. */
export type UploadRefusal = {
  readonly kind: "refused";
  readonly status: 403 | 404 | 409 | 410 | 413 | 422 | 429 | 503;
  readonly text: string;
};

export type BegunUpload = {
  readonly sizeBytes: number;
  readonly metadata: Readonly<Record<string, string>>;
};

/** The uploads of one caller: others do not exist for it. */
export type ResumableUploads = {
  readonly termMs: number;
  begin(upload: BegunUpload): Promise<Result<ResumableUpload, UploadRefusal>>;
  find(id: string): Promise<ResumableUpload | undefined>;
  /**
   * Stores what comes, up to where the content ends or breaks off, and gives the new offset. The upload is finished when that is its
   * size; whatever has to happen then has happened.
   */
  append(
    id: string,
    content: AsyncIterable<Uint8Array>,
  ): Promise<Result<number, UploadRefusal>>;
  remove(id: string): Promise<void>;
};

export type TusRequest = {
  readonly method: "POST" | "HEAD" | "PATCH" | "DELETE";
  /** Path of this request; uploads have the path they were begun at, and their id behind it. */
  readonly path: string;
  /** Path at which uploads begin. */
  readonly root: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: Readable;
};

export type TusAnswer = {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
};

export type AnswerTus = (
  request: TusRequest,
  uploads: ResumableUploads,
) => Promise<TusAnswer>;
