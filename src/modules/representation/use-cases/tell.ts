import type { Context } from "../../../platform/context/context.ts";
import type { Db } from "../../../platform/database/database.ts";
import { sendMailLater } from "../../../platform/mail/mail.ts";
import { findContacts } from "../../accounts/index.ts";
import { representationTexts } from "../i18n/texts.ts";

/** What people are told of; its texts are `mail.<news>.subject` and `mail.<news>.text`. */
export type News = "organisation-changed" | "mandate-changed";

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
    const t = representationTexts(locale);
    await sendMailLater(context, db, {
      kind: news,
      to: email,
      subject: t(`mail.${news}.subject`),
      text: t(`mail.${news}.text`),
    });
  }
}
