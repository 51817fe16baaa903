import type { Context } from "../context/context.ts";
import { ok, refuse, type Result } from "../result/result.ts";
import { sha256 } from "../values/sha256.ts";
import type { Db } from "../database/database.ts";
import { countAttempt, type ThrottleLimit } from "./throttle.ts";
import {
  deleteOldAttempts,
  findAttemptsForUpdate,
  saveAttempts,
} from "./throttle-store.ts";

/** Whose attempts are counted, such as a login, an address, somebody's codes; and how many are free. */
export type AttemptKey = {
  readonly kind: string;
  readonly value: string;
  readonly limit: ThrottleLimit;
};

export type TooManyAttempts = {
  readonly kind: "too-many-attempts";
  readonly retryAfterSeconds: number;
};

const dayMs = 24 * 60 * 60 * 1000;

/**
 * Counts an attempt before it is made, in a transaction of its own: whoever guesses many times at once gets no more
 * guesses than one after the other. Refuses, and counts nothing, while one of the keys is blocked.
 */
export async function countAttempts(
  context: Context,
  keys: readonly AttemptKey[],
): Promise<Result<void, TooManyAttempts>> {
  return context.transaction(async (db) => {
    const { tenantId, now } = context;
    const counted = [];
    // Always in the same order, so that two transactions cannot wait for each other.
    for (const key of inLockOrder(keys)) {
      const next = await countOne(db, context, key);
      if ("isBlockedUntil" in next) return tooMany(next.isBlockedUntil, now);
      counted.push({ key: throttleKey(key), attempts: next });
    }
    for (const count of counted) await saveAttempts(db, tenantId, count);
    await deleteOldAttempts(db, tenantId, new Date(now.getTime() - dayMs));
    return ok(undefined);
  });
}

/** What the table knows a key by. */
export function throttleKey({
  kind,
  value,
}: Pick<AttemptKey, "kind" | "value">): Buffer {
  return sha256(`${kind}\n${value}`);
}

async function countOne(db: Db, context: Context, key: AttemptKey) {
  const before = await findAttemptsForUpdate(db, context.tenantId, {
    key: throttleKey(key),
    now: context.now,
  });
  return countAttempt(before, context.now, key.limit);
}

/** The order in which rows of keys are locked, everywhere. */
export function inLockOrder(keys: readonly AttemptKey[]): AttemptKey[] {
  return [...keys].sort((a, b) =>
    Buffer.compare(throttleKey(a), throttleKey(b)),
  );
}

function tooMany(until: Date, now: Date) {
  const waitMs = until.getTime() - now.getTime();
  return refuse({
    kind: "too-many-attempts" as const,
    retryAfterSeconds: Math.ceil(waitMs / 1000),
  });
}
