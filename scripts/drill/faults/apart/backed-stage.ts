import path from "node:path";
import type { Finding } from "../../compare.ts";
import type { Ledger } from "../../ledger.ts";
import type { Between } from "../../rolling/between.ts";
import { startScannerPeer, type ScannerPeer } from "../peers/scanner-peer.ts";
import { startStorePeer, type StorePeer } from "../peers/store-peer.ts";
import { openApartStage, type ApartStage } from "./stage.ts";

/** The same with what larger installations have besides: PgBouncer, a bucket for uploads, a scanner for malware. */
export type BackedStage = ApartStage & {
  readonly pooler: Between;
  readonly store: StorePeer;
  readonly scanner: ScannerPeer;
};

export async function openBackedStage(folder: string): Promise<BackedStage> {
  const stops: (() => Promise<unknown>)[] = [];
  const stop = async () => {
    for (const one of stops.toReversed()) await one();
  };
  try {
    const store = await startStorePeer(path.join(folder, "store"));
    stops.push(() => store.stop());
    const scanner = await startScannerPeer(path.join(folder, "scanner"));
    stops.push(() => scanner.stop());
    const stage = await openApartStage(folder, {
      hasPooler: true,
      env: { S3_FILE: store.settingsFile, CLAMD_URL: scanner.url },
    });
    stops.push(() => stage.stop());
    const { pooler } = stage.installation;
    if (!pooler) throw new Error("drill: there is no pooler");
    return { ...stage, pooler, store, scanner, stop };
  } catch (error) {
    await stop().catch((after: unknown) => {
      console.error("drill: could not be cleared away:", after);
    });
    throw error;
  }
}

/** A scanner that was away has seen everything in the end. */
export async function findUnscanned(
  { database }: Pick<BackedStage, "database">,
  { acknowledged }: Ledger,
): Promise<Finding> {
  const { rows } = await database.query<{ reference: string }>(
    `select s.reference from submissions.submission s
     where exists (select 1 from submissions.upload u
                   where u.tenant_id = s.tenant_id and u.submission_id = s.id and u.scan_state <> 'clean')
        or not exists (select 1 from submissions.upload u
                       where u.tenant_id = s.tenant_id and u.submission_id = s.id)`,
  );
  const unseen = new Set(rows.map(({ reference }) => reference));
  return {
    promise: "every upload of an acknowledged application was scanned",
    counted: acknowledged.length,
    broken: acknowledged
      .map(({ reference }) => reference)
      .filter((reference) => unseen.has(reference)),
  };
}
