import type { Context } from "../../../platform/context/context.ts";
import type { Signer } from "../../../platform/crypto/signing-key.ts";
import type { Db } from "../../../platform/database/database.ts";
import {
  chainStart,
  followChain,
  type ChainPosition,
} from "../domain/chain.ts";
import type { ChainReport } from "../domain/entry.ts";
import { sealContent } from "../domain/seal.ts";
import { findChainHead, listEntriesAfter } from "../store/audit-store.ts";
import { findHashes, listSeals } from "../store/seal-store.ts";

const batchSize = 1000;

/**
 * Recomputes the hashes of the tenant's whole log and compares: a changed entry, a removed one in between and a cut-off
 * end are told apart. With a signer the daily seals are compared as well, which notices even entries and head that were
 * rewritten together. Reads in batches; nothing is written.
 */
export async function verifyAuditChain(
  context: Context,
  signer?: Signer,
): Promise<ChainReport> {
  const { tenantId } = context;
  return context.transaction(async (db) => {
    // The head first: entries that are appended meanwhile must not look like a cut-off end.
    const head = (await findChainHead(db, tenantId)) ?? chainStart;
    const { position, fault } = await followAll(db, tenantId);
    if (fault) return fault;
    if (position.seq < head.seq) {
      return { kind: "cut-off", seq: position.seq + 1 };
    }
    const sealFault = signer && (await findSealFault(db, tenantId, signer));
    return sealFault ?? { kind: "intact", entries: position.seq };
  });
}

async function followAll(
  db: Db,
  tenantId: string,
): Promise<{ position: ChainPosition; fault: ChainReport | undefined }> {
  let position = chainStart;
  for (;;) {
    const entries = await listEntriesAfter(db, tenantId, {
      seq: position.seq,
      limit: batchSize,
    });
    const followed = followChain(position, entries);
    if (followed.fault || entries.length < batchSize) return followed;
    position = followed.position;
  }
}

/** The first seal that does not fit, of a log whose chain holds in itself. */
async function findSealFault(
  db: Db,
  tenantId: string,
  signer: Signer,
): Promise<ChainReport | undefined> {
  const seals = await listSeals(db, tenantId);
  const hashes = await findHashes(
    db,
    tenantId,
    seals.map(({ seq }) => seq),
  );
  for (const seal of seals) {
    const content = sealContent(tenantId, seal);
    if (!signer.verify(seal.keyId, content, seal.signature))
      return { kind: "seal-invalid", seq: seal.seq };
    const hash = hashes.get(seal.seq);
    if (!hash) return { kind: "cut-off", seq: seal.seq };
    if (!hash.equals(seal.hash)) return { kind: "rewritten", seq: seal.seq };
  }
  return undefined;
}
