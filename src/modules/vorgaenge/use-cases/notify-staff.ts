import type { Context } from "../../../platform/context/context.ts";
import type { Db } from "../../../platform/database/database.ts";
import { sendMailLater } from "../../../platform/mail/mail.ts";
import { mailOf } from "../../../platform/mail/mail-text.ts";
import { listStaffEmails } from "../../staff/index.ts";
import { colleagueMail } from "../i18n/mail-texts.ts";
import type { Vorgang } from "../domain/vorgang.ts";

/** E-mail to colleagues that something on a Vorgang is meant for them, without saying what; in the caller's transaction. */
export async function notifyStaff(
  context: Context,
  db: Db,
  notice: {
    readonly vorgang: Pick<Vorgang, "id" | "reference">;
    readonly staffIds: readonly string[];
    /** Of the portal, without a slash at the end. */
    readonly baseUrl: string;
  },
): Promise<void> {
  const { vorgang, staffIds, baseUrl } = notice;
  const { reference } = vorgang;
  const url = `${baseUrl}/arbeitsplatz/vorgaenge/${vorgang.id}`;
  for (const to of await listStaffEmails(context, db, staffIds))
    await sendMailLater(
      context,
      db,
      mailOf(colleagueMail, {
        to,
        locales: ["de"],
        values: { reference, url },
      }),
    );
}
