import { sql } from "kysely";
import { readMail, type MailContent } from "../../platform/mail/read-mail.ts";
import type { StoredMail } from "../../platform/mail/mail-store.ts";
import type { TestPortal } from "./test-portal.ts";

/** Mails to an address that have not left the house, the oldest first. */
export async function readKeptMail(
  { services }: TestPortal,
  address: string,
): Promise<readonly MailContent[]> {
  const { rows } = await services.database.unscoped((db) =>
    sql<StoredMail>`select * from mail.message order by created_at, id`.execute(
      db,
    ),
  );
  const mails = await Promise.all(
    rows.map((mail) => readMail(services.cipherOf(mail.tenant_id), mail)),
  );
  return mails
    .filter((mail) => mail !== undefined)
    .filter(({ to }) => to === address);
}
