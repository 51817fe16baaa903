import type { Context } from "../../../platform/context/context.ts";
import type { Db } from "../../../platform/database/database.ts";
import {
  chainStart,
  followChain,
  type ChainPosition,
} from "../domain/chain.ts";
import type { ChainReport } from "../domain/entry.ts";
import { findChainHead, listEntriesAfter } from "../store/audit-store.ts";

const batchSize = 1000;

/**
 * Recomputes the hashes of the tenant's whole log and compares: a changed entry, a removed one in between and a cut-off
 * end are told apart. Reads in batches; nothing is written. Who can rewrite entries and head together is not noticed
 * by this alone: that needs a copy of the head kept elsewhere.
 */
export async function verifyAuditChain(context: Context): Promise<ChainReport> {
  return context.transaction(async (db) => {
    // The head first: entries that are appended meanwhile must not look like a cut-off end.
    const head = (await findChainHead(db, context.tenantId)) ?? chainStart;
    const { position, fault } = await followAll(db, context.tenantId);
    if (fault) return fault;
    if (position.seq < head.seq) {
      return { kind: "cut-off", seq: position.seq + 1 };
    }
    return { kind: "intact", entries: position.seq };
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
