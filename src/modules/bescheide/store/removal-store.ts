import type { Db } from "../../../platform/database/database.ts";
import type { BescheideTables } from "./tables.ts";

/** What was taken away of one Vorgang. */
export type RemovedBescheide = {
  readonly ids: readonly string[];
  readonly fileIds: readonly string[];
};

/** Takes away all Bescheide of a Vorgang, released ones too; those the database refuses outside of a deletion. */
export async function deleteBescheide(
  db: Db,
  tenantId: string,
  vorgangId: string,
): Promise<RemovedBescheide> {
  const rows = await db
    .$extendTables<BescheideTables>()
    .deleteFrom("bescheide.bescheid")
    .where("tenant_id", "=", tenantId)
    .where("vorgang_id", "=", vorgangId)
    .returning(["id", "pdf_id", "document_id"])
    .execute();
  return {
    ids: rows.map(({ id }) => id),
    fileIds: rows
      .flatMap((row) => [row.pdf_id, row.document_id])
      .filter((fileId) => fileId !== null),
  };
}
