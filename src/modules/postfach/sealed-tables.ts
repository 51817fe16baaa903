import type { SealedTable } from "../../platform/crypto/sealed-table.ts";
import { purposes } from "./domain/message.ts";
import { handlePurpose } from "./use-cases/mirror.ts";

/** What this module keeps encrypted, and as what. */
export const sealedTables: readonly SealedTable[] = [
  {
    table: "postfach.answer_draft",
    key: ["thread_id"],
    columns: { body: purposes.draft },
  },
  {
    table: "postfach.document",
    key: ["id"],
    columns: { filename: purposes.filename },
  },
  {
    table: "postfach.message",
    key: ["thread_id", "position", "id"],
    columns: { body: (_, __, id) => purposes.body(id) },
  },
  {
    table: "postfach.mirror",
    key: ["message_id"],
    columns: { handle: handlePurpose },
  },
  {
    table: "postfach.thread",
    key: ["id"],
    columns: { labels: purposes.labels },
  },
];
