import type { SealedTable } from "../../platform/crypto/sealed-table.ts";
import { purposes } from "./domain/purposes.ts";

/** What this module keeps encrypted, and as what. */
export const sealedTables: readonly SealedTable[] = [
  {
    table: "representation.action",
    key: ["id"],
    columns: { details: purposes.action },
  },
  {
    table: "representation.invitation",
    key: ["id"],
    columns: { email: purposes.invitation },
  },
  {
    table: "representation.mandate",
    key: ["id"],
    columns: { details: purposes.mandate },
  },
  {
    table: "representation.membership",
    key: ["id"],
    columns: { postfach_handle: purposes.postfach },
  },
  {
    table: "representation.organisation",
    key: ["id"],
    columns: { details: purposes.organisation },
  },
];
