import type { SealedTable } from "../../platform/crypto/sealed-table.ts";
import { holdPurpose } from "./domain/hold-reason.ts";

/** What this module keeps encrypted, and as what. */
export const sealedTables: readonly SealedTable[] = [
  { table: "retention.hold", key: ["id"], columns: { reason: holdPurpose } },
];
