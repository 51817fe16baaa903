import type { SealedTable } from "../../platform/crypto/sealed-table.ts";
import { phonePurpose, smsPurpose } from "./domain/sms.ts";

/** What this module keeps encrypted, and as what. */
export const sealedTables: readonly SealedTable[] = [
  {
    table: "notices.phone",
    key: ["account_id"],
    columns: { number: phonePurpose },
  },
  { table: "notices.sms", key: ["id"], columns: { content: smsPurpose } },
];
