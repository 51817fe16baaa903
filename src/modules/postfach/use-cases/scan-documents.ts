import type { Context } from "../../../platform/context/context.ts";
import type { PostfachPorts } from "../ports.ts";
import { listWaiting, saveScan } from "../store/document-store.ts";
import { scanDocument } from "./take-files.ts";

/** Scans files that wait for it, at most a hundred. What waits on is asked about the next time. */
export async function scanDocuments(
  context: Context,
  ports: Pick<PostfachPorts, "files" | "scanner">,
): Promise<void> {
  const { tenantId } = context;
  const waiting = await context.read((db) => listWaiting(db, tenantId));
  for (const { id } of waiting) {
    const scan = await scanDocument(context, id, ports);
    if (scan !== "waiting")
      await context.transaction((db) => saveScan(db, tenantId, { id, scan }));
  }
}
