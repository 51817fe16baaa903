import type { SealedTable } from "../../platform/crypto/sealed-table.ts";
import { evidencePurpose, sourcePurpose } from "./domain/arrival.ts";

/** What this module keeps encrypted, and as what. */
export const sealedTables: readonly SealedTable[] = [
  {
    table: "arrivals.arrival",
    key: ["id"],
    columns: { evidence: evidencePurpose },
  },
  {
    table: "arrivals.source",
    key: ["id"],
    columns: { options: sourcePurpose },
  },
];
