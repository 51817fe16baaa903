import {
  digitsOf,
  type SealedTable,
} from "../../platform/crypto/sealed-table.ts";
import { purposes } from "./use-cases/ground.ts";

/** What this module keeps encrypted, and as what. */
export const sealedTables: readonly SealedTable[] = [
  {
    table: "federation.attempt",
    key: ["id"],
    columns: { secrets: purposes.question, outcome: purposes.outcome },
  },
  {
    table: "federation.identity_provider",
    key: ["key"],
    columns: { secrets: purposes.secrets },
  },
  {
    table: "federation.provider_session",
    key: ["session_id"],
    columns: { hint: (sessionId) => purposes.hint(digitsOf(sessionId)) },
  },
];
