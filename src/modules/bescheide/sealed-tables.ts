import type { SealedTable } from "../../platform/crypto/sealed-table.ts";
import { purposes } from "./domain/bescheid.ts";

/** What this module keeps encrypted, and as what. */
export const sealedTables: readonly SealedTable[] = [
  {
    table: "bescheide.bescheid",
    key: ["id"],
    columns: { draft: purposes.draft, return_reason: purposes.reason },
  },
];
