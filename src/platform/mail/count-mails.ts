import { sql } from "kysely";
import type { Db } from "../database/database.ts";
import type { StoredMail } from "./mail-store.ts";

export type MailCount = {
  readonly state: StoredMail["state"];
  readonly count: number;
  /** Age of the oldest. */
  readonly oldestSeconds: number;
};

/** Mails that are kept, over all tenants, by what became of them. */
export async function countMailsByState(db: Db): Promise<readonly MailCount[]> {
  const { rows } = await sql<MailCount>`
    select state, count(*)::float8 as count, extract(epoch from now() - min(created_at))::float8 as "oldestSeconds"
    from mail.message group by state order by state
  `.execute(db);
  return rows;
}
