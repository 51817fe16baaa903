import type { Context } from "../../../platform/context/context.ts";
import { FileStoreError } from "../../../platform/files/file-store.ts";
import type { ScanVerdict } from "../../../platform/malware/malware-scanner.ts";
import { listUnscannedFiles, recordScan } from "../store/upload-store.ts";
import { recordMalware, scanFile, type UploadPorts } from "./scan-file.ts";

const batch = 50;
const beforeAllIds = "00000000-0000-0000-0000-000000000000";

/**
 * Scans what could not be scanned when it came, and everything from before a scanner was set up. May run any number of times, and ends
 * early when `signal` is aborted. True when nothing is left; false when the scanner does not answer, or not about some of the files.
 */
export async function scanUploads(
  context: Context,
  ports: UploadPorts,
  signal: AbortSignal,
): Promise<boolean> {
  if (!ports.scanner) return true;
  let hasScannedAll = true;
  for (let after = beforeAllIds; ;) {
    const fileIds = await context.transaction((db) =>
      listUnscannedFiles(db, context.tenantId, { limit: batch, after }),
    );
    const last = fileIds.at(-1);
    if (last === undefined) return hasScannedAll;
    after = last;
    for (const fileId of fileIds) {
      if (signal.aborted) return false;
      const verdict = await scanStored(context, ports, fileId);
      if (verdict?.kind !== "not-scanned") continue;
      hasScannedAll = false;
      // Who is away is away for the next file, too; who finds one too large may know the next.
      if (verdict.reason === "unreachable" || verdict.reason === "timeout")
        return false;
    }
  }
}

async function scanStored(
  context: Context,
  ports: UploadPorts,
  fileId: string,
): Promise<ScanVerdict | undefined> {
  const { tenantId, now } = context;
  const verdict = await scanFile(context, ports, fileId).catch(ignoreMissing);
  if (verdict?.kind === "clean")
    await context.transaction((db) =>
      recordScan(db, tenantId, { fileId, state: "clean", now }),
    );
  if (verdict?.kind === "infected") {
    // The note first: from then on nobody opens or hands over the file, whatever becomes of its bytes.
    await context.transaction(async (db) => {
      await recordScan(db, tenantId, { fileId, state: "infected", now });
      await recordMalware(context, db, {
        fileId,
        signature: verdict.signature,
      });
    });
    await ports.files.remove({ tenantId, fileId });
  }
  return verdict;
}

/** Removed since it was listed. */
function ignoreMissing(fault: unknown): undefined {
  const isMissing =
    fault instanceof FileStoreError && fault.code === "not-found";
  if (!isMissing) throw fault;
}
