import type { Context } from "../../../platform/context/context.ts";
import type {
  FileStore,
  ListedFile,
} from "../../../platform/files/file-store.ts";
import type { ListKeptFiles } from "../ports.ts";
import { listKnownFiles } from "../store/upload-store.ts";

export type FileKeeping = {
  readonly files: FileStore;
  /** What other modules keep. */
  readonly keptElsewhere: readonly ListKeptFiles[];
};

/** An upload this young may still be waiting for its row. */
const graceMs = 24 * 3_600_000;
const batch = 200;

/**
 * Removes the tenant's files that no row knows: a crash fell between the file and its draft. May run any number of times, and ends
 * early when `signal` is aborted: what is left is found by the next run. Gives how many were removed.
 */
export async function removeForgottenFiles(
  context: Context,
  keeping: FileKeeping,
  signal: AbortSignal,
): Promise<number> {
  const { files } = keeping;
  const before = new Date(context.now.getTime() - graceMs);
  await files.removeUnfinished(before);
  let removed = 0;
  const old = olderThan(before, files.list(context.tenantId));
  for await (const group of inGroups(old)) {
    if (signal.aborted) break;
    removed += await removeUnknown(context, keeping, group);
  }
  return removed;
}

async function removeUnknown(
  context: Context,
  { files, keptElsewhere }: FileKeeping,
  fileIds: readonly string[],
): Promise<number> {
  const own = await context.transaction((db) =>
    listKnownFiles(db, context.tenantId, fileIds),
  );
  const others = await Promise.all(
    keptElsewhere.map((listKept) => listKept(context, fileIds)),
  );
  const known = new Set([...own, ...others.flat()]);
  const forgotten = fileIds.filter((fileId) => !known.has(fileId));
  for (const fileId of forgotten)
    await files.remove({ tenantId: context.tenantId, fileId });
  return forgotten.length;
}

async function* olderThan(
  before: Date,
  listed: AsyncIterable<ListedFile>,
): AsyncGenerator<string> {
  for await (const { fileId, storedAt } of listed) {
    if (storedAt < before) yield fileId;
  }
}

async function* inGroups(
  fileIds: AsyncIterable<string>,
): AsyncGenerator<readonly string[]> {
  let group: string[] = [];
  for await (const fileId of fileIds) {
    group.push(fileId);
    if (group.length < batch) continue;
    yield group;
    group = [];
  }
  if (group.length > 0) yield group;
}
