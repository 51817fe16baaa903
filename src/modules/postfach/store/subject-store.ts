import { sql } from "kysely";
import type { Db } from "../../../platform/database/database.ts";

/** Thread, messages and documents about a submission, as the log of who did what names them. */
export async function listPostfachSubjects(
  db: Db,
  tenantId: string,
  submissionId: string,
): Promise<readonly { readonly kind: string; readonly id: string }[]> {
  const { rows } = await sql<{ kind: string; id: string }>`
    with thread as (
      select id from postfach.thread where tenant_id = ${tenantId} and submission_id = ${submissionId}
    )
    select 'postfach-thread' as kind, id from thread
    union all
    select 'postfach-message', id from postfach.message where tenant_id = ${tenantId} and thread_id in (select id from thread)
    union all
    select 'postfach-document', id from postfach.document where tenant_id = ${tenantId} and thread_id in (select id from thread)
  `.execute(db);
  return rows;
}
