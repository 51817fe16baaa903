import type { Context } from "../../../platform/context/context.ts";
import type { Db } from "../../../platform/database/database.ts";
import { ok, refuse, type Result } from "../../../platform/result/result.ts";
import {
  beginKeyedCall,
  findKeyedCall,
  forgetKeyedCall,
  keepAnswer,
  type KeptAnswer,
  type KeyedCall,
} from "../store/keyed-call-store.ts";

export type { KeptAnswer, KeyedCall };

/**
 * Keeps the answer in the transaction of the change: it is there if and only if the change is. Throws, so that the change is undone, when the call
 * took so long that another one has begun in its place.
 */
export type Keep = (db: Db, answer: KeptAnswer) => Promise<void>;

export type KeyRefusal =
  /** The key was used for something else. */
  | { readonly kind: "key-reused" }
  /** The first call with this key is still at work. */
  | { readonly kind: "key-busy" };

/** A process that began a call and died has no answer; after so long the next one does it. */
const lostAfterMs = 60_000;

/**
 * Does what a call asks for once, however often it comes: the same key and the same call get the same answer. A refusal is not kept, for
 * nothing was changed: the call may come again with its key.
 */
export async function answerOnce<Refusal extends { readonly kind: string }>(
  context: Context,
  call: KeyedCall,
  work: (keep: Keep) => Promise<Result<KeptAnswer, Refusal>>,
): Promise<Result<KeptAnswer, Refusal | KeyRefusal>> {
  const { tenantId, now } = context;
  const lostBefore = new Date(now.getTime() - lostAfterMs);
  const isFirst = await context.transaction((db) =>
    beginKeyedCall(db, tenantId, { ...call, now, lostBefore }),
  );
  if (!isFirst) return answerOfBefore(context, call);
  const attempt = { ...call, begunAt: now };
  const forget = () =>
    context.transaction((db) => forgetKeyedCall(db, tenantId, attempt));
  const keep: Keep = async (db, answer) => {
    const isMine = await keepAnswer(db, tenantId, { ...attempt, answer });
    if (!isMine) throw new TakenOver();
  };
  try {
    const result = await work(keep);
    if (!result.ok) await forget();
    // Two calls with keys of their own that did the same step at once: the second changed nothing and kept nothing.
    else await context.transaction((db) => keep(db, result.value));
    return result;
  } catch (error) {
    if (error instanceof TakenOver) return answerOfBefore(context, call);
    await forget();
    throw error;
  }
}

/** Another attempt has the key: what this one did must not be there as well. */
class TakenOver extends Error {}

async function answerOfBefore(
  context: Context,
  call: KeyedCall,
): Promise<Result<KeptAnswer, KeyRefusal>> {
  const before = await context.transaction((db) =>
    findKeyedCall(db, context.tenantId, call),
  );
  if (!before) return refuse({ kind: "key-busy" });
  if (!before.fingerprint.equals(call.fingerprint))
    return refuse({ kind: "key-reused" });
  return before.answer ? ok(before.answer) : refuse({ kind: "key-busy" });
}
