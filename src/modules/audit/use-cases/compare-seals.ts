import { z } from "zod";
import type { Context } from "../../../platform/context/context.ts";
import { ok, refuse, type Result } from "../../../platform/result/result.ts";
import type { ChainReport } from "../domain/entry.ts";
import { compareKept } from "../domain/seals-document.ts";
import { findHashes } from "../store/seal-store.ts";

const documentSchema = z.object({
  format: z.literal("openrathaus-audit-seals-1"),
  tenantId: z.string(),
  seals: z.array(
    z.object({
      seq: z.number().int().positive(),
      hash: z.string().regex(/^[0-9a-f]{64}$/),
    }),
  ),
});

/** Compares seals that were kept outside of the database with the log of the own tenant: what they cover must still be there, and the same. */
export async function compareSeals(
  context: Context,
  document: unknown,
): Promise<
  Result<
    ChainReport,
    { readonly kind: "not-seals" } | { readonly kind: "other-tenant" }
  >
> {
  const parsed = documentSchema.safeParse(document);
  if (!parsed.success) return refuse({ kind: "not-seals" });
  const { tenantId, seals } = parsed.data;
  if (tenantId !== context.tenantId) return refuse({ kind: "other-tenant" });
  const hashes = await context.transaction((db) =>
    findHashes(
      db,
      tenantId,
      seals.map(({ seq }) => seq),
    ),
  );
  const last = Math.max(0, ...seals.map(({ seq }) => seq));
  return ok(compareKept(seals, hashes) ?? { kind: "intact", entries: last });
}
