import { inSpanOfCaller } from "../tracing/span.ts";
import type { Database, Db, RowScope } from "./database.ts";

type Read = Database["readInScope"];

type Waiting = {
  /** As part of the trace of whoever sent it. */
  readonly work: (db: Db) => Promise<unknown>;
  readonly settle: PromiseWithResolvers<unknown>;
};

/** More of them would wait for one another longer than a round trip takes. */
const mostTogether = 4;

/**
 * Reads of one scope that begin in the same tick, in one transaction: one write and one wait for all of them. Where one fails, each is run again
 * by itself, so that none fails for another's sake.
 */
export function joinReads(read: Read): Read {
  const open = new Map<string, Waiting[]>();
  return <T>(scope: RowScope, work: (db: Db) => Promise<T>): Promise<T> => {
    const key = `${scope.tenantId}/${scope.ownerId ?? ""}`;
    const settle = Promise.withResolvers<unknown>();
    const waiting = { settle, work: inSpanOfCaller(work) };
    const others = open.get(key);
    if (others && others.length < mostTogether) others.push(waiting);
    else {
      const all = [waiting];
      open.set(key, all);
      process.nextTick(() => {
        if (open.get(key) === all) open.delete(key);
        void readAll(read, scope, all);
      });
    }
    // eslint-disable-next-line @typescript-eslint/no-unsafe-type-assertion -- what its own work gave
    return settle.promise as Promise<T>;
  };
}

async function readAll(
  read: Read,
  scope: RowScope,
  all: readonly Waiting[],
): Promise<void> {
  if (all.length > 1 && (await areRead(read, scope, all))) return;
  for (const { work, settle } of all)
    read(scope, work).then(settle.resolve, settle.reject);
}

/** False: none of them is answered. */
async function areRead(
  read: Read,
  scope: RowScope,
  all: readonly Waiting[],
): Promise<boolean> {
  try {
    const answers = await read(scope, (db) =>
      Promise.all(all.map(({ work }) => work(db))),
    );
    for (const [at, { settle }] of all.entries()) settle.resolve(answers[at]);
    return true;
  } catch {
    return false;
  }
}
