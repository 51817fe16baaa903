import type { Context } from "../../../platform/context/context.ts";
import { ok, refuse, type Result } from "../../../platform/result/result.ts";
import { isId } from "../../../platform/values/id.ts";
import { recordAudit } from "../../audit/index.ts";
import { hashOfProof } from "../domain/proof.ts";
import {
  findProof,
  listProofs,
  type StoredProof,
} from "../store/proof-store.ts";

export type { StoredProof };

const pageSize = 50;

type NotPermitted = { readonly kind: "not-permitted" };

export type ProofPage = {
  readonly proofs: readonly StoredProof[];
  readonly older: { readonly deletedAt: Date; readonly id: string } | undefined;
};

/** The newest proofs of deletion, or those of one number. Needs `audit.read`; looking is an entry itself. */
export async function searchProofs(
  context: Context,
  {
    reference,
    before,
  }: {
    readonly reference: string | undefined;
    readonly before: ProofPage["older"];
  },
): Promise<Result<ProofPage, NotPermitted>> {
  if (!context.actor.may("audit.read"))
    return refuse({ kind: "not-permitted" });
  return context.transaction(async (db) => {
    const wanted = { reference, before, limit: pageSize };
    const proofs = await listProofs(db, context.tenantId, wanted);
    await recordAudit(context, db, {
      action: "retention.proofs-read",
      subject: { kind: "retention", id: "proofs" },
      details: { count: proofs.length },
    });
    const older = proofs.length < pageSize ? undefined : proofs.at(-1);
    return ok({ proofs, older });
  });
}

/** One proof, and whether it is still as it was written. Needs `audit.read`. */
export async function readProof(
  context: Context,
  id: string,
): Promise<
  Result<
    { readonly proof: StoredProof; readonly isIntact: boolean },
    NotPermitted | { readonly kind: "not-found" }
  >
> {
  if (!context.actor.may("audit.read"))
    return refuse({ kind: "not-permitted" });
  if (!isId(id)) return refuse({ kind: "not-found" });
  return context.transaction<
    Result<
      { proof: StoredProof; isIntact: boolean },
      { readonly kind: "not-found" }
    >
  >(async (db) => {
    const proof = await findProof(db, context.tenantId, id);
    if (!proof) return refuse({ kind: "not-found" });
    await recordAudit(context, db, {
      action: "retention.proofs-read",
      subject: { kind: "proof", id },
    });
    const { hash, ...content } = proof;
    return ok({ proof, isIntact: hash.equals(hashOfProof(content)) });
  });
}
