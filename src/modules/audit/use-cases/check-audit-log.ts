import type { Context } from "../../../platform/context/context.ts";
import type { Signer } from "../../../platform/crypto/signing-key.ts";
import { ok, refuse, type Result } from "../../../platform/result/result.ts";
import type { ChainReport } from "../domain/entry.ts";
import { recordAudit } from "./record-audit.ts";
import { verifyAuditChain } from "./verify-audit-chain.ts";

/** Computes the chain of the own tenant again; what was found is an entry itself. Needs `audit.read`. */
export async function checkAuditLog(
  context: Context,
  signer: Signer,
): Promise<Result<ChainReport, { readonly kind: "not-permitted" }>> {
  if (!context.actor.may("audit.read"))
    return refuse({ kind: "not-permitted" });
  const report = await verifyAuditChain(context, signer);
  await context.transaction((db) =>
    recordAudit(context, db, {
      action: "audit.checked",
      subject: { kind: "audit", id: "log" },
      details: { found: report.kind },
    }),
  );
  return ok(report);
}
