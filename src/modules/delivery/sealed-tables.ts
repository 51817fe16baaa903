import type { SealedTable } from "../../platform/crypto/sealed-table.ts";
import { optionsPurpose } from "./domain/destination.ts";
import { evidencePurpose } from "./use-cases/evidence.ts";

/** What this module keeps encrypted, and as what. */
export const sealedTables: readonly SealedTable[] = [
  {
    table: "delivery.destination",
    key: ["id"],
    columns: { options: optionsPurpose },
  },
  {
    table: "delivery.evidence",
    key: ["delivery_id", "evidence_id"],
    columns: { content: evidencePurpose },
  },
];
