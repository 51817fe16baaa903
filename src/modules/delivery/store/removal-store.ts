import { sql } from "kysely";
import type { Db } from "../../../platform/database/database.ts";

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
