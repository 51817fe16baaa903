import type { SealedTable } from "../../platform/crypto/sealed-table.ts";
import { arrivalPurpose } from "./domain/hand-over.ts";
import { internalNotePurpose } from "./domain/internal-note.ts";
import { opinionFilePurpose } from "./domain/opinion-file.ts";
import { opinionPurpose } from "./domain/opinion.ts";
import { notePurpose } from "./domain/vorgang.ts";
import { batchPurpose } from "./use-cases/plan-batch.ts";
import { requestPurpose } from "./use-cases/request-record.ts";

/** What this module keeps encrypted, and as what. */
export const sealedTables: readonly SealedTable[] = [
  {
    table: "vorgaenge.arrival",
    key: ["id"],
    columns: { note: arrivalPurpose },
  },
  { table: "vorgaenge.batch", key: ["id"], columns: { note: batchPurpose } },
  {
    table: "vorgaenge.correction_request",
    key: ["id"],
    columns: { items: requestPurpose },
  },
  {
    table: "vorgaenge.event",
    key: ["vorgang_id", "position"],
    columns: {
      note: (vorgangId, position) => notePurpose(vorgangId, Number(position)),
    },
  },
  {
    table: "vorgaenge.internal_note",
    key: ["id"],
    columns: { text: internalNotePurpose },
  },
  {
    table: "vorgaenge.opinion",
    key: ["id"],
    columns: {
      question: (id) => opinionPurpose(id, "question"),
      answer: (id) => opinionPurpose(id, "answer"),
    },
  },
  {
    table: "vorgaenge.opinion_file",
    key: ["file_id"],
    columns: { filename: opinionFilePurpose },
  },
];
