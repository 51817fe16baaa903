import type { Readable } from "node:stream";
import type { StoredFile } from "../files/file-store.ts";
import {
  checkedContent,
  UnwantedContent,
  type Allowance,
} from "./checked-content.ts";
import { cleanFilename, withEndingOf } from "./clean-filename.ts";
import type { FileOutcome, ReceivedFile } from "./received-file.ts";

/** Where accepted files go while they stream in. */
export type FileIntake = {
  /** Stores the content under a new id. Passes on what the content throws, and then keeps nothing. */
  store(
    content: AsyncIterable<Uint8Array>,
  ): Promise<StoredFile & { readonly fileId: string }>;
  remove(fileId: string): Promise<void>;
};

export type FilePart = {
  readonly field: string;
  readonly filename: string;
  readonly stream: Readable;
};

/** Stores one file part, or says why not; `undefined` when the visitor chose no file. The part is always read to its end. */
export async function receiveFile(
  { field, filename, stream }: FilePart,
  allowance: Allowance,
  intake: FileIntake,
): Promise<ReceivedFile | undefined> {
  const chunks = bytesOf(stream);
  const first = await chunks.next();
  if (first.done === true) {
    return filename === ""
      ? undefined
      : {
          field,
          filename: cleanFilename(filename),
          outcome: { kind: "empty" },
        };
  }
  try {
    allowance.leftFiles -= 1;
    const outcome =
      allowance.leftFiles < 0
        ? ({ kind: "too-many", max: allowance.maxFiles } as const)
        : await storeCheckedFile(
            startingWith(first.value, chunks),
            allowance,
            intake,
          );
    return { field, filename: nameFor(filename, outcome), outcome };
  } finally {
    // Of a file that is not kept the rest is thrown away, so that the next part can come. It flows only once nobody reads by hand.
    await chunks.return(undefined);
    stream.resume();
  }
}

function nameFor(filename: string, outcome: FileOutcome): string {
  const clean = cleanFilename(filename);
  return outcome.kind === "stored"
    ? withEndingOf(clean, outcome.mediaType)
    : clean;
}

/** Stores content that passes the checks, or says why it does not; then nothing is kept of it. */
export async function storeCheckedFile(
  content: AsyncIterable<Uint8Array>,
  allowance: Pick<Allowance, "maxFileBytes" | "leftBytes">,
  { store }: Pick<FileIntake, "store">,
): Promise<FileOutcome> {
  const maxBytes = Math.min(allowance.maxFileBytes, allowance.leftBytes);
  const checked = checkedContent(content, allowance);
  try {
    const stored = await store(checked.content);
    return { kind: "stored", ...stored, mediaType: checked.mediaType() };
  } catch (fault) {
    if (!(fault instanceof UnwantedContent)) throw fault;
    return fault.outcome === "too-large"
      ? { kind: "too-large", maxBytes }
      : { kind: "type-not-allowed" };
  }
}

/** Does not destroy the stream when it is left early: the parser waits for every part to be read to its end. */
async function* bytesOf(stream: Readable): AsyncGenerator<Uint8Array> {
  for await (const chunk of stream.iterator({ destroyOnReturn: false })) {
    if (chunk instanceof Uint8Array) yield chunk;
  }
}

async function* startingWith<Item>(
  first: Item,
  rest: AsyncIterable<Item>,
): AsyncGenerator<Item> {
  yield first;
  yield* rest;
}
