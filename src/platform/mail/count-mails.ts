import { sql } from "kysely";
import type { Db } from "../database/database.ts";

export type MailCount = { readonly state: string; readonly count: number };

/** Mails that are kept, over all tenants, by what became of them. */
export async function countMailsByState(db: Db): Promise<readonly MailCount[]> {
  const { rows } = await sql<MailCount>`
    select state, count(*)::float8 as count from mail.message group by state order by state
  `.execute(db);
  return rows;
}
