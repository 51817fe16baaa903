import type { Context } from "../../../platform/context/context.ts";
import type { Db } from "../../../platform/database/database.ts";
import { sendMailLater } from "../../../platform/mail/mail.ts";
import { mailOf } from "../../../platform/mail/mail-text.ts";
import { findContacts } from "../../accounts/index.ts";
import { newsMails } from "../i18n/mail-texts.ts";

/** What people are told of. */
export type News = keyof typeof newsMails;

/** Mails people in their language that something changed, never what: the account shows it after signing in. */
export async function tell(
  context: Context,
  db: Db,
  {
    accountIds,
    news,
  }: { readonly accountIds: readonly string[]; readonly news: News },
): Promise<void> {
  const contacts = await findContacts(context, db, accountIds);
  for (const { email, locale } of contacts.values()) {
    if (email === undefined) continue;
    await sendMailLater(
      context,
      db,
      mailOf(newsMails[news], { to: email, locales: [locale], values: {} }),
    );
  }
}
