import { sql } from "kysely";
import type { Db } from "../../../platform/database/database.ts";

/** Which of these submissions have a delivery that waits or is not answered. */
export async function listUnanswered(
  db: Db,
  tenantId: string,
  submissionIds: readonly string[],
): Promise<readonly string[]> {
  if (submissionIds.length === 0) return [];
  const { rows } = await sql<{ id: string }>`
    select distinct submission_id as id from delivery.delivery
    where tenant_id = ${tenantId} and submission_id = any(${[...submissionIds]}::uuid[]) and state in ('waiting', 'accepted')
  `.execute(db);
  return rows.map(({ id }) => id);
}

/** Takes away the deliveries of a submission with their attempts, notices and evidence; gives their ids. */
export async function deleteDeliveries(
  db: Db,
  tenantId: string,
  submissionId: string,
): Promise<readonly string[]> {
  const { rows } = await sql<{ id: string }>`
    with gone as (
      delete from delivery.delivery where tenant_id = ${tenantId} and submission_id = ${submissionId} returning id
    ), told as (
      delete from delivery.notice where tenant_id = ${tenantId} and delivery_id in (select id from gone)
    ), forgotten as (
      delete from delivery.connector_note where tenant_id = ${tenantId} and delivery_id in (select id from gone)
    ), destroyed as (
      delete from delivery.evidence where tenant_id = ${tenantId} and delivery_id in (select id from gone)
    )
    select id from gone
  `.execute(db);
  return rows.map(({ id }) => id);
}

/** Takes away tests of a destination that were made before a moment and are tried no more. */
export async function deleteOldTests(
  db: Db,
  tenantId: string,
  {
    destinationId,
    madeBefore,
  }: { readonly destinationId: string; readonly madeBefore: Date },
): Promise<void> {
  const { rows } = await sql<{ submission_id: string }>`
    select submission_id from delivery.delivery
    where tenant_id = ${tenantId} and destination_id = ${destinationId} and is_test and state <> 'waiting' and created_at < ${madeBefore}
  `.execute(db);
  for (const { submission_id } of rows)
    await deleteDeliveries(db, tenantId, submission_id);
}
