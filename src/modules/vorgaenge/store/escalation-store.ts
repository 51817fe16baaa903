import { sql } from "kysely";
import type { Db } from "../../../platform/database/database.ts";
import { isIn, partsOf, type QueueScope } from "./queue-conditions.ts";
import { isInSome } from "./queue-counts.ts";

/** Those of some submissions whose Vorgang is within a scope, whatever its state. */
export async function listSubmissionsWithin(
  db: Db,
  tenantId: string,
  {
    scope,
    submissionIds,
  }: { readonly scope: QueueScope; readonly submissionIds: readonly string[] },
): Promise<ReadonlySet<string>> {
  if (submissionIds.length === 0) return new Set();
  const { rows } = await sql<{ submission_id: string }>`
    select vorgang.submission_id from vorgaenge.vorgang as vorgang
    where vorgang.submission_id = any(${[...submissionIds]}::uuid[])
      and ${isIn(tenantId, scope)} and ${isInSome(partsOf(scope))}
  `.execute(db);
  return new Set(rows.map((row) => row.submission_id));
}
