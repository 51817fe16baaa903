import { Readable } from "node:stream";
import type { FileStore } from "../../../platform/files/file-store.ts";
import {
  zipStream,
  type ZipEntry,
} from "../../../platform/files/zip-stream.ts";
import { formatDateTime } from "../../../platform/i18n/dates.ts";
import { postfachTexts } from "../i18n/texts.ts";
import type { OpenThread } from "./find-thread.ts";
import { canOpen } from "./open-document.ts";
import {
  noteRetrieval,
  readThread,
  type ThreadMessage,
} from "./read-thread.ts";

/** A whole thread to keep: its messages as text and all files, as a stream. What is in it counts as retrieved. */
export async function packThread(
  open: OpenThread,
  files: FileStore,
): Promise<Readable> {
  const { context } = open;
  const { messages } = await readThread(open);
  await context.transaction((db) =>
    noteRetrieval(
      open,
      db,
      messages.filter(({ kind }) => kind !== "answer").map(({ id }) => id),
    ),
  );
  const texts = {
    name: postfachTexts(context.locale)("zip.texts"),
    modifiedAt: context.now,
    open: () =>
      Promise.resolve(Readable.from([Buffer.from(asText(open, messages))])),
  };
  return zipStream([
    texts,
    ...messages.flatMap((message) => filesOf(open, files, message)),
  ]);
}

function filesOf(
  { context }: OpenThread,
  files: FileStore,
  { documents, position, at }: ThreadMessage,
): ZipEntry[] {
  const { tenantId, cipher } = context;
  return documents.filter(canOpen).map(({ id, filename }, index) => ({
    // Two files of one message may have the same name.
    name: `${String(position).padStart(3, "0")}-${String(index + 1)} ${filename.replaceAll(/[/\\]/g, "_")}`,
    modifiedAt: at,
    open: () => files.open({ tenantId, fileId: id }, cipher),
  }));
}

/** Readable by any program, today and in twenty years. */
function asText(
  { thread, context }: OpenThread,
  messages: readonly ThreadMessage[],
): string {
  const { locale } = context;
  const t = postfachTexts(locale);
  const parts = messages.map(({ kind, at, text, documents }) =>
    [
      `${formatDateTime(at, locale)} · ${t(`kind.${kind}`)}`,
      text === ""
        ? t(`empty.${kind === "receipt" ? "receipt" : "other"}`)
        : text,
      ...documents.map(({ filename }) => `- ${filename}`),
    ].join("\n"),
  );
  return [`${thread.title}\n${thread.reference}`, ...parts].join(
    "\n\n----------\n\n",
  );
}
