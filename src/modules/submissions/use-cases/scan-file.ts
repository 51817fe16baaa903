import type { Context } from "../../../platform/context/context.ts";
import type { Db } from "../../../platform/database/database.ts";
import type { FileStore } from "../../../platform/files/file-store.ts";
import { enqueueForTenant } from "../../../platform/jobs/enqueue.ts";
import type {
  MalwareScanner,
  ScanVerdict,
} from "../../../platform/malware/malware-scanner.ts";
import { recordAudit } from "../../audit/index.ts";
import type { UploadedFile } from "../../forms/index.ts";
import { scanUploadsJob } from "../domain/scan-uploads-job.ts";
import { recordScan, type TakenFile } from "../store/upload-store.ts";

/** Where uploads go, and what looks at them. */
export type UploadPorts = {
  readonly files: FileStore;
  /** Undefined: uploads are not scanned, and pages say so. */
  readonly scanner: MalwareScanner | undefined;
};

/** What the scanner says of a stored file; undefined without one. */
export async function scanFile(
  { tenantId, cipher }: Context,
  { files, scanner }: UploadPorts,
  fileId: string,
): Promise<ScanVerdict | undefined> {
  if (!scanner) return undefined;
  return scanner.scan(await files.open({ tenantId, fileId }, cipher));
}

export type ScannedFiles = {
  readonly files: readonly UploadedFile[];
  readonly verdicts: ReadonlyMap<string, ScanVerdict>;
};

/** The files just received, those with malware as refused: nobody takes them, so they are removed like all files that nobody took. */
export async function scanReceived(
  context: Context,
  ports: UploadPorts,
  received: readonly UploadedFile[],
): Promise<ScannedFiles> {
  const verdicts = new Map<string, ScanVerdict>();
  const files: UploadedFile[] = [];
  for (const file of received) {
    const { outcome } = file;
    const verdict =
      outcome.kind === "stored"
        ? await scanFile(context, ports, outcome.fileId)
        : undefined;
    if (outcome.kind === "stored" && verdict)
      verdicts.set(outcome.fileId, verdict);
    if (outcome.kind === "stored" && verdict?.kind === "infected")
      await auditMalware(context, outcome.fileId, verdict.signature);
    files.push(
      verdict?.kind === "infected"
        ? { ...file, outcome: { kind: "infected" } }
        : file,
    );
  }
  return { files, verdicts };
}

/** As what a file is noted that a draft takes: never one with malware. */
export function scanStateOf(
  verdict: ScanVerdict | undefined,
): TakenFile["scanState"] {
  return verdict?.kind === "clean" ? "clean" : "unscanned";
}

/** In the caller's transaction. A file that was refused has no row, so nothing is noted of it. */
export async function noteVerdict(
  { tenantId, now }: Context,
  db: Db,
  {
    fileId,
    verdict,
  }: { readonly fileId: string; readonly verdict: ScanVerdict },
): Promise<void> {
  if (verdict.kind === "clean")
    await recordScan(db, tenantId, { fileId, state: "clean", now });
  if (verdict.kind === "not-scanned") await enqueueScan(db);
}

/** Several wishes at once make one job. */
export function enqueueScan(db: Db): Promise<void> {
  return enqueueForTenant(db, scanUploadsJob);
}

/** Without the name of the file: it may say whom it is about, and the log outlives it. */
async function auditMalware(
  context: Context,
  fileId: string,
  signature: string,
): Promise<void> {
  await context.transaction((db) =>
    recordMalware(context, db, { fileId, signature }),
  );
}

export function recordMalware(
  context: Context,
  db: Db,
  found: { readonly fileId: string; readonly signature: string },
): Promise<void> {
  return recordAudit(context, db, {
    action: "upload.malware-found",
    subject: { kind: "upload", id: found.fileId },
    details: { signature: found.signature },
  });
}
