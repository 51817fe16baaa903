import type { Context } from "../../../platform/context/context.ts";
import type { Db } from "../../../platform/database/database.ts";
import { ok, refuse, type Result } from "../../../platform/result/result.ts";
import { recordAudit, type AuditDetails } from "../../audit/index.ts";
import type { BescheidState } from "../domain/bescheid.ts";
import {
  findBescheidForUpdate,
  updateBescheid,
  type SoughtBescheid,
  type StoredBescheid,
} from "../store/bescheid-store.ts";

export type ChangeRefusal =
  | { readonly kind: "not-permitted" }
  | { readonly kind: "not-found" }
  /** Somebody was faster; nothing was overwritten. */
  | { readonly kind: "changed-meanwhile" };

type Change = Parameters<typeof updateBescheid>[2]["set"];

export type BescheidChange = {
  readonly sought: SoughtBescheid;
  /** The revision the caller saw. */
  readonly revision: number;
  readonly from: readonly BescheidState[];
  /** Undefined: not permitted. May do more in the same transaction, before the audit entry. */
  readonly change: (
    bescheid: StoredBescheid,
    db: Db,
  ) => Promise<Change | undefined>;
  readonly action: string;
  readonly details?: AuditDetails;
};

/** Locks a Bescheid, compares what the caller saw, changes it and records that. */
export function changeBescheid(
  context: Context,
  { sought, revision, from, change, action, details = {} }: BescheidChange,
): Promise<Result<StoredBescheid, ChangeRefusal>> {
  const { tenantId } = context;
  return context.transaction(async (db) => {
    const bescheid = await findBescheidForUpdate(db, tenantId, sought);
    if (!bescheid) return refuse({ kind: "not-found" });
    if (bescheid.revision !== revision || !from.includes(bescheid.state))
      return refuse({ kind: "changed-meanwhile" });
    const set = await change(bescheid, db);
    if (!set) return refuse({ kind: "not-permitted" });
    await updateBescheid(db, tenantId, {
      id: bescheid.id,
      set: { ...set, revision: revision + 1 },
    });
    await recordAudit(context, db, {
      action,
      subject: { kind: "bescheid", id: bescheid.id },
      details: { vorgangId: bescheid.vorgangId, ...details },
    });
    return ok(bescheid);
  });
}

/** Nothing of a document that was made and is not released. */
export const backToDraft = {
  state: "draft",
  pdf_id: null,
  pdf_sha256: null,
  fixed_at: null,
  fixed_by: null,
  approved_by: null,
  approved_at: null,
  approved_position: null,
} as const satisfies Change;
