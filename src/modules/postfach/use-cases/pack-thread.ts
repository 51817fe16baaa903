import { Readable } from "node:stream";
import type { FileStore } from "../../../platform/files/file-store.ts";
import {
  zipStream,
  type ZipEntry,
} from "../../../platform/files/zip-stream.ts";
import { startOfDay } from "../../../platform/calendar/calendar-day.ts";
import { formatDate, formatDateTime } from "../../../platform/i18n/dates.ts";
import type { Locale } from "../../../platform/i18n/texts.ts";
import { legalDays } from "../domain/provision.ts";
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
  const parts = messages.map(({ kind, at, text, documents, bescheid }) =>
    [
      `${formatDateTime(at, locale)} · ${t(`kind.${kind}`)}`,
      text === ""
        ? t(`empty.${kind === "receipt" ? "receipt" : "other"}`)
        : text,
      ...legalLines(bescheid, locale),
      ...documents.map(({ filename }) => `- ${filename}`),
    ].join("\n"),
  );
  return [`${thread.title}\n${thread.reference}`, ...parts].join(
    "\n\n----------\n\n",
  );
}

/** From when a Bescheid counts, and until when one can object. */
function legalLines(
  bescheid: ThreadMessage["bescheid"],
  locale: Locale,
): readonly string[] {
  const days = bescheid && legalDays(bescheid);
  if (!days) return [];
  const t = postfachTexts(locale);
  const day = (of: string) => formatDate(startOfDay(of), locale);
  return [
    `${t("bescheid.known")}: ${day(days.knownOn)}`,
    `${t("bescheid.objection")}: ${day(days.widerspruchUntil)}`,
  ];
}
