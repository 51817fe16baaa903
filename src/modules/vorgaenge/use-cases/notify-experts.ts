import type { Context } from "../../../platform/context/context.ts";
import type { Db } from "../../../platform/database/database.ts";
import { sendMailLater } from "../../../platform/mail/mail.ts";
import { mailOf } from "../../../platform/mail/mail-text.ts";
import { listStaffEmails } from "../../staff/index.ts";
import { opinionMail } from "../i18n/mail-texts.ts";
import type { Authority } from "../domain/authority.ts";

/** E-mail that an opinion is asked for, without saying on what: to these colleagues, else to the authority. In the tenant of whoever is asked. */
export async function notifyExperts(
  context: Context,
  db: Db,
  notice: {
    readonly authority: Authority;
    readonly staffIds: readonly string[];
    readonly id: string;
  },
): Promise<void> {
  const { authority, staffIds, id } = notice;
  const url = `${authority.baseUrl}/arbeitsplatz/stellungnahmen/${id}`;
  const addresses =
    staffIds.length === 0
      ? [authority.email]
      : await listStaffEmails(context, db, staffIds);
  for (const to of addresses)
    await sendMailLater(
      context,
      db,
      mailOf(opinionMail, { to, locales: ["de"], values: { url } }),
    );
}
