import { isPasswordOf } from "../../../platform/crypto/password-hash.ts";
import type { Context } from "../../../platform/context/context.ts";
import type { Db } from "../../../platform/database/database.ts";
import { enqueue } from "../../../platform/jobs/enqueue.ts";
import { ok, refuse, type Result } from "../../../platform/result/result.ts";
import type { TooManyAttempts } from "../../../platform/throttle/count-attempts.ts";
import { recordAudit } from "../../audit/index.ts";
import { portalsFollowJob } from "../domain/account-jobs.ts";
import type { AccountKeeper } from "../ports.ts";
import { findAccount } from "../store/account-store.ts";
import { deleteAccount } from "../store/merge-store.ts";
import { countProof } from "./count-proof.ts";
import { tellOwner } from "./tell-owner.ts";

export type RemoveAccountRefusal =
  | TooManyAttempts
  | { readonly kind: "wrong-password" }
  /** Such as an organisation that would have no owner; the text says what to do. */
  | { readonly kind: "obstacle"; readonly text: string };

export type RemoveAccountInput = {
  readonly accountId: string;
  /** Asked of who has one: a session left open must not be enough. */
  readonly password: string;
};

/**
 * Deletes the own account at once: identities, values, sessions, drafts. What was sent stays with the authority. @see OZG § 8 Abs. 7
 */
export async function removeOwnAccount(
  context: Context,
  { accountId, password }: RemoveAccountInput,
  keepers: readonly AccountKeeper[],
): Promise<Result<void, RemoveAccountRefusal>> {
  const account = await context.transaction((db) =>
    findAccount(db, context.tenantId, accountId),
  );
  if (!account) return ok(undefined);
  const hash = account.password_hash ?? undefined;
  if (hash !== undefined) {
    const counted = await countProof(context, accountId);
    if (!counted.ok) return counted;
    if (!(await isPasswordOf(hash, password)))
      return refuse({ kind: "wrong-password" });
  }
  const text = await findObstacle(context, accountId, keepers);
  if (text !== undefined) return refuse({ kind: "obstacle", text });
  await context.transaction((db) =>
    removeAccount(context, db, { accountId, keepers }),
  );
  return ok(undefined);
}

/** What keeps an account from being deleted, in the context's language. */
export async function findObstacle(
  context: Context,
  accountId: string,
  keepers: readonly AccountKeeper[],
): Promise<string | undefined> {
  for (const keeper of keepers) {
    const text = await keeper.findObstacle(context, accountId);
    if (text !== undefined) return text;
  }
  return undefined;
}

/** Deletes an account with what other modules keep for it; what the portals keep follows by a job. A second time does nothing. */
export async function removeAccount(
  context: Context,
  db: Db,
  {
    accountId,
    keepers,
  }: {
    readonly accountId: string;
    readonly keepers: readonly AccountKeeper[];
  },
): Promise<void> {
  await tellOwner(context, db, { accountId, news: "account-deleted" });
  for (const keeper of keepers) await keeper.remove(context, db, accountId);
  if (!(await deleteAccount(db, context.tenantId, accountId))) return;
  await enqueue(db, { name: portalsFollowJob, payload: { from: accountId } });
  await recordAudit(context, db, {
    action: "account.deleted",
    subject: { kind: "account", id: accountId },
  });
}
