import type { Context } from "../../../platform/context/context.ts";
import type { Db } from "../../../platform/database/database.ts";
import { enqueue } from "../../../platform/jobs/enqueue.ts";
import { ok, refuse, type Result } from "../../../platform/result/result.ts";
import { recordAudit } from "../../audit/index.ts";
import { portalsFollowJob } from "../domain/account-jobs.ts";
import type { AccountKeeper } from "../ports.ts";
import { lockAccount } from "../store/account-store.ts";
import { deleteAccount } from "../store/merge-store.ts";
import {
  proveOwner,
  readProofMeans,
  type OwnerProof,
  type OwnerProofRefusal,
} from "./prove-owner.ts";
import { tellOwner } from "./tell-owner.ts";

export type RemoveAccountRefusal =
  | OwnerProofRefusal
  /** Such as an organisation that would have no owner; the text says what to do. */
  | { readonly kind: "obstacle"; readonly text: string };

/**
 * Deletes the own account at once: identities, values, sessions, drafts. What was sent stays with the authority. One that is gone already is
 * no refusal. @see OZG § 8 Abs. 7
 */
export async function removeOwnAccount(
  context: Context,
  proof: OwnerProof,
  keepers: readonly AccountKeeper[],
): Promise<Result<void, RemoveAccountRefusal>> {
  if (!(await readProofMeans(context, proof.session))) return ok(undefined);
  const proven = await proveOwner(context, proof);
  if (!proven.ok) return proven;
  const accountId = proven.value;
  const kept = { accountId, keepers };
  return context.transaction(async (db) => {
    const text = await findObstacle(context, db, kept);
    if (text !== undefined) return refuse({ kind: "obstacle", text });
    await removeAccount(context, db, kept);
    return ok(undefined);
  });
}

type KeptAccount = {
  readonly accountId: string;
  readonly keepers: readonly AccountKeeper[];
};

/** What keeps an account from being deleted, in the context's language. It stays as it is until the transaction ends. */
export async function findObstacle(
  context: Context,
  db: Db,
  { accountId, keepers }: KeptAccount,
): Promise<string | undefined> {
  for (const keeper of keepers) {
    const text = await keeper.findObstacle(context, db, accountId);
    if (text !== undefined) return text;
  }
  return undefined;
}

/** Deletes an account with what other modules keep for it; what the portals keep follows by a job. A second time does nothing. */
export async function removeAccount(
  context: Context,
  db: Db,
  { accountId, keepers }: KeptAccount,
): Promise<void> {
  // Of two at the same time the second one waits here, and finds nothing left to do.
  if (!(await lockAccount(db, context.tenantId, accountId))) return;
  await tellOwner(context, db, { accountId, news: "account-deleted" });
  for (const keeper of keepers) await keeper.remove(context, db, accountId);
  await deleteAccount(db, context.tenantId, accountId);
  await enqueue(db, { name: portalsFollowJob, payload: { from: accountId } });
  await recordAudit(context, db, {
    action: "account.deleted",
    subject: { kind: "account", id: accountId },
  });
}
