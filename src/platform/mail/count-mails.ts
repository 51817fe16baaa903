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

/** How mails go, over all tenants: what has waited for a quarter of an hour, and what went out in the last hour. */
export async function countMailFlow(
  db: Db,
): Promise<{ readonly stuck: number; readonly sent: number }> {
  const { rows } = await sql<{ stuck: number; sent: number }>`
    select (count(*) filter (where state = 'waiting' and created_at < now() - interval '15 minutes'))::float8 as stuck,
      (count(*) filter (where sent_at > now() - interval '1 hour'))::float8 as sent
    from mail.message
  `.execute(db);
  return rows[0] ?? { stuck: 0, sent: 0 };
}
