import { z } from "zod";
import type { Context } from "../../../platform/context/context.ts";
import type { Db } from "../../../platform/database/database.ts";
import type { Evidence } from "../domain/read-back.ts";
import { insertEvidence, listEvidence } from "../store/evidence-store.ts";

export const evidencePurpose = (deliveryId: string, evidenceId: string) =>
  `delivery.evidence/${deliveryId}/${evidenceId}`;

const kept = z.object({ content: z.string(), remarks: z.array(z.string()) });

/** Keeps what proves the fate of a delivery; what is kept already stays as it is. */
export async function keepEvidence(
  context: Context,
  deliveryId: string,
  evidence: readonly Evidence[],
): Promise<void> {
  if (evidence.length === 0) return;
  await context.transaction((db) =>
    keepEvidenceIn(context, db, { deliveryId, evidence }),
  );
}

type Kept = {
  readonly deliveryId: string;
  readonly evidence: readonly Evidence[];
};

/** The same in the caller's transaction. */
export async function keepEvidenceIn(
  context: Context,
  db: Db,
  { deliveryId, evidence }: Kept,
): Promise<void> {
  const { tenantId, now } = context;
  const stored = await listEvidence(db, tenantId, deliveryId);
  const known = new Set(stored.map(({ evidenceId }) => evidenceId));
  const fresh = evidence.filter(({ id }) => !known.has(id));
  const rows = await Promise.all(
    fresh.map(async ({ id, kind, occurredAt, content, remarks }) => ({
      deliveryId,
      evidenceId: id,
      kind,
      occurredAt,
      now,
      encryptedContent: await context.cipher.encrypt(
        Buffer.from(JSON.stringify({ content, remarks })),
        evidencePurpose(deliveryId, id),
      ),
    })),
  );
  for (const row of rows) await insertEvidence(db, row);
}

/** What is kept of a delivery, readable, in the order in which it happened. The caller has checked who may. */
export async function readEvidence(
  context: Context,
  deliveryId: string,
): Promise<readonly Evidence[]> {
  const stored = await context.transaction((db) =>
    listEvidence(db, context.tenantId, deliveryId),
  );
  return Promise.all(
    stored.map(async ({ evidenceId: id, kind, occurredAt, ...row }) => {
      const text = await context.cipher.decrypt(
        row.encryptedContent,
        evidencePurpose(deliveryId, id),
      );
      const content = kept.parse(JSON.parse(text.toString()));
      return { id, kind, occurredAt, ...content };
    }),
  );
}
