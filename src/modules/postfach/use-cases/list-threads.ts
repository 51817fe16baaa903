import type { Context } from "../../../platform/context/context.ts";
import { ownedBy } from "../../../platform/context/owned-by.ts";
import { foldText } from "../../../platform/values/fold-text.ts";
import type { Thread } from "../domain/thread.ts";
import type { PostfachPorts } from "../ports.ts";
import { listMessages } from "../store/message-store.ts";
import {
  countUnreadOfOwner,
  listThreadsOfOwner,
} from "../store/thread-store.ts";
import { readSealedLabels } from "./organise-thread.ts";
import { textOf } from "./read-thread.ts";

export type ListedThread = Thread & { readonly labelWords: readonly string[] };

export type ListThreadsInput = {
  readonly folder: "inbox" | "archive";
  /** Words that must all be there: in the title, the reference, the labels or the messages. Empty for all threads. */
  readonly search: string;
  /** Only threads with this label. */
  readonly label?: string | undefined;
};

/** The Postfach of the signed-in party over all portals, the newest first. One statement; a search reads the messages of each portal with one more. */
export async function listThreads(
  context: Context,
  ports: Pick<PostfachPorts, "contextIn">,
  { folder, search, label }: ListThreadsInput,
): Promise<readonly ListedThread[]> {
  const owned = ownedBy(context.actor);
  if (!owned) return [];
  const threads = await context.read((db) =>
    listThreadsOfOwner(db, owned, folder),
  );
  const listed = await Promise.all(
    threads.map(async (thread) => ({
      ...thread,
      labelWords: await readSealedLabels(
        ports.contextIn(context, thread.tenantId),
        thread,
      ),
    })),
  );
  const labelled =
    label === undefined
      ? listed
      : listed.filter(({ labelWords }) => labelWords.includes(label));
  const words = foldText(search).split(" ").filter(Boolean);
  return words.length === 0
    ? labelled
    : findWords({ context, ports }, labelled, words);
}

type Searching = {
  readonly context: Context;
  readonly ports: Pick<PostfachPorts, "contextIn">;
};

/** Texts are encrypted, so they are read to be searched. A Postfach has hundreds of messages, not millions. */
async function findWords(
  { context, ports }: Searching,
  threads: readonly ListedThread[],
  words: readonly string[],
): Promise<readonly ListedThread[]> {
  const byTenant = Map.groupBy(threads, ({ tenantId }) => tenantId);
  const texts = new Map<string, string[]>();
  for (const [tenantId, own] of byTenant) {
    const there = ports.contextIn(context, tenantId);
    const messages = await there.read((db) =>
      listMessages(
        db,
        tenantId,
        own.map(({ id }) => id),
      ),
    );
    for (const message of messages)
      texts.set(message.thread_id, [
        ...(texts.get(message.thread_id) ?? []),
        await textOf(there, message),
      ]);
  }
  return threads.filter(({ id, title, reference, labelWords }) => {
    const all = foldText(
      [title, reference, ...labelWords, ...(texts.get(id) ?? [])].join(" "),
    );
    return words.every((word) => all.includes(word));
  });
}

/** How many threads of the signed-in party have something new, in all portals. One statement; none for guests. */
export async function countUnread(context: Context): Promise<number> {
  const owned = ownedBy(context.actor);
  return owned ? context.read((db) => countUnreadOfOwner(db, owned)) : 0;
}
