import type { Context } from "../../../platform/context/context.ts";
import type { Db } from "../../../platform/database/database.ts";
import { enqueue } from "../../../platform/jobs/enqueue.ts";
import { ok, refuse, type Result } from "../../../platform/result/result.ts";
import { recordAudit } from "../../audit/index.ts";
import { portalsFollowJob } from "../domain/account-jobs.ts";
import type { AccountKeeper } from "../ports.ts";
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
