import type { SealedTable } from "../../platform/crypto/sealed-table.ts";
import { contentPurpose } from "./use-cases/read-message.ts";

/** What this module keeps encrypted, and as what. */
export const sealedTables: readonly SealedTable[] = [
  {
    table: "contact.message",
    key: ["id"],
    columns: { content: contentPurpose },
  },
];
