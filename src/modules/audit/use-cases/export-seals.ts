import type { Context } from "../../../platform/context/context.ts";
import type { Signer } from "../../../platform/crypto/signing-key.ts";
import { ok, refuse, type Result } from "../../../platform/result/result.ts";
import type { SealsDocument } from "../domain/seals-document.ts";
import { listSeals } from "../store/seal-store.ts";
import { listTimeStamps } from "../store/stamp-store.ts";
import { recordAudit } from "./record-audit.ts";

/** All seals of the own tenant with public keys and time stamps, to be kept elsewhere. Needs `audit.read`; is an entry itself. */
export async function exportSeals(
  context: Context,
  signer: Signer,
): Promise<Result<SealsDocument, { readonly kind: "not-permitted" }>> {
  if (!context.actor.may("audit.read"))
    return refuse({ kind: "not-permitted" });
  const { tenantId } = context;
  return context.transaction(async (db) => {
    const seals = await listSeals(db, tenantId);
    const stamps = await listTimeStamps(db, tenantId);
    await recordAudit(context, db, {
      action: "audit.seals-exported",
      subject: { kind: "audit", id: "log" },
      details: { count: seals.length },
    });
    return ok({
      format: "openrathaus-audit-seals-1",
      tenantId,
      publicKeys: Object.fromEntries(
        [...new Set(seals.map(({ keyId }) => keyId))].map((id) => [
          id,
          signer.publicKey(id) ?? null,
        ]),
      ),
      seals: seals.map((seal) => ({
        day: seal.day,
        seq: seal.seq,
        hash: seal.hash.toString("hex"),
        keyId: seal.keyId,
        signature: seal.signature.toString("base64"),
        timeStamps: stamps
          .filter(({ day }) => day === seal.day)
          .map(({ authority, at, response }) => ({
            authority,
            at: at.toISOString(),
            response: response.toString("base64"),
          })),
      })),
    });
  });
}
