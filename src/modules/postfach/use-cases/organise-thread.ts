import { z } from "zod";
import type { Context } from "../../../platform/context/context.ts";
import { readLabels } from "../domain/labels.ts";
import { purposes } from "../domain/message.ts";
import type { Thread } from "../domain/thread.ts";
import { changeThread } from "../store/thread-store.ts";
import { decryptText } from "./decrypt.ts";
import type { OpenThread } from "./find-thread.ts";

const sealedLabels = z.array(z.string());

/** The owner's own words for a thread. */
export async function readSealedLabels(
  context: Context,
  { id, labels }: Pick<Thread, "id" | "labels">,
): Promise<readonly string[]> {
  return labels
    ? sealedLabels.parse(
        JSON.parse(await decryptText(context, labels, purposes.labels(id))),
      )
    : [];
}

/** Puts the words typed, parted by commas, in the place of those a thread had. */
export async function labelThread(
  { context, thread }: OpenThread,
  typed: string,
): Promise<void> {
  const labels = readLabels(typed);
  const sealed =
    labels.length === 0
      ? null
      : await context.cipher.encrypt(
          Buffer.from(JSON.stringify(labels)),
          purposes.labels(thread.id),
        );
  await context.transaction((db) =>
    changeThread(db, thread, { labels: sealed }),
  );
}

/** Puts a thread away, or back. Nothing is lost by it, and a new message brings it back. */
export async function moveThread(
  { context, thread }: OpenThread,
  folder: "inbox" | "archive",
): Promise<void> {
  await context.transaction((db) =>
    changeThread(db, thread, {
      archived_at: folder === "archive" ? context.now : null,
    }),
  );
}
