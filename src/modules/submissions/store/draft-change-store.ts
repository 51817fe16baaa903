import { sql, type QueryCreator } from "kysely";
import type { Db } from "../../../platform/database/database.ts";
import {
  fixedStatement,
  type ValueOf,
} from "../../../platform/database/fixed-statement.ts";
import type { SubmissionsTables } from "./tables.ts";
import type { ScanState, TakenFile } from "./upload-store.ts";

export type DraftChange = {
  readonly draftId: string;
  /** The revision the answers were made from. */
  readonly revision: number;
  readonly answers: Buffer;
  /** What is remembered of the applicant's own data; absent: as before. */
  readonly ownData?: Buffer | undefined;
  readonly now: Date;
  readonly expiresAt: Date;
  /** Files that belong to the draft from now on. */
  readonly taken: readonly TakenFile[];
  /** Files it has no more; what was sent stays known. */
  readonly dropped: readonly string[];
};

/** Saves answers over the last ones, and which files they have, as one statement. False when the draft was sent or saved meanwhile. */
export async function updateDraft(
  db: Db,
  tenantId: string,
  change: DraftChange,
): Promise<boolean> {
  const tables = db.$extendTables<SubmissionsTables>();
  if (change.taken.length === 0 && change.dropped.length === 0)
    return (await saveAnswers(db, tenantId, change)).length === 1;
  const rows = await tables
    .with("saved", (query) => savedDraft(query, tenantId, change))
    .with("taken", (query) =>
      query
        .insertInto("submissions.upload")
        .columns([
          "tenant_id",
          "draft_id",
          "created_at",
          "file_id",
          "scan_state",
          "scanned_at",
        ])
        .expression((row) =>
          row
            .selectFrom(["saved", takenFiles(change)])
            .select([
              "saved.tenant_id",
              "saved.id",
              "saved.updated_at",
              "file.id as file_id",
              "file.scan_state",
              "file.scanned_at",
            ]),
        ),
    )
    .with("dropped", (query) =>
      query
        .deleteFrom("submissions.upload as upload")
        .using("saved")
        .where("upload.tenant_id", "=", tenantId)
        .whereRef("upload.draft_id", "=", "saved.id")
        .where(sql<boolean>`upload.file_id = any(${change.dropped}::uuid[])`)
        .where("upload.submission_id", "is", null),
    )
    .selectFrom("saved")
    .select("saved.id")
    .execute();
  return rows.length === 1;
}

/** Most steps have no files, and each is saved by one of these. */
function saveAnswers(
  db: Db,
  tenantId: string,
  { ownData, ...change }: DraftChange,
): Promise<unknown[]> {
  const values = { ...change, tenantId };
  return ownData
    ? saveWithOwnData(db, { ...values, ownData })
    : saveWithoutOwnData(db, values);
}

type SavedValues = Pick<
  DraftChange,
  "draftId" | "revision" | "answers" | "now" | "expiresAt"
> & { readonly tenantId: string };

const saveWithoutOwnData = fixedStatement((db, value: ValueOf<SavedValues>) =>
  savedDraft(
    db.$extendTables<SubmissionsTables>(),
    value("tenantId"),
    holes(value),
  ),
);

const saveWithOwnData = fixedStatement(
  (db, value: ValueOf<SavedValues & { readonly ownData: Buffer }>) =>
    savedDraft(db.$extendTables<SubmissionsTables>(), value("tenantId"), {
      ...holes(value),
      ownData: value("ownData"),
    }),
);

function holes(value: ValueOf<SavedValues>) {
  return {
    draftId: value("draftId"),
    revision: value("revision"),
    answers: value("answers"),
    now: value("now"),
    expiresAt: value("expiresAt"),
  };
}

/** The same text of the statement, however many files there are. */
function takenFiles({ taken, now }: DraftChange) {
  const ids = taken.map(({ fileId }) => fileId);
  const states = taken.map(({ scanState }) => scanState);
  return sql<{
    id: string;
    scan_state: ScanState;
    scanned_at: Date | null;
  }>`(
    select id, scan_state, case when scan_state = 'clean' then ${now}::timestamptz end as scanned_at
    from unnest(${ids}::uuid[], ${states}::text[]) as file (id, scan_state)
  )`.as("file");
}

function savedDraft(
  query: QueryCreator<SubmissionsTables>,
  tenantId: string,
  change: Omit<DraftChange, "taken" | "dropped">,
) {
  return query
    .updateTable("submissions.draft")
    .set((row) => ({
      answers: change.answers,
      ...(change.ownData ? { own_data: change.ownData } : {}),
      revision: row("revision", "+", 1),
      updated_at: change.now,
      expires_at: change.expiresAt,
    }))
    .where("tenant_id", "=", tenantId)
    .where("id", "=", change.draftId)
    .where("revision", "=", change.revision)
    .where("submitted_at", "is", null)
    .returning(["tenant_id", "id", "updated_at"]);
}
