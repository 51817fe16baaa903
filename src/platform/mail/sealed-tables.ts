import type { SealedTable } from "../crypto/sealed-table.ts";
import { mailPurpose } from "./mail.ts";

/** What the outbox keeps encrypted, and as what. */
export const sealedTables: readonly SealedTable[] = [
  { table: "mail.message", key: ["id"], columns: { content: mailPurpose } },
];
