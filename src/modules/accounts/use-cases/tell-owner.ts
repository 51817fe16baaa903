import type { Context } from "../../../platform/context/context.ts";
import type { Db } from "../../../platform/database/database.ts";
import { sendMailLater } from "../../../platform/mail/mail.ts";
import { mailOf } from "../../../platform/mail/mail-text.ts";
import { newId } from "../../../platform/values/id.ts";
import type { AccountNews } from "../domain/account-news.ts";
import { purposes } from "../domain/identity.ts";
import { newsMail } from "../i18n/mail-texts.ts";
import { findAccount } from "../store/account-store.ts";
import { insertNotice } from "../store/notice-store.ts";

/**
 * Mails the owner that something happened to the account, in the caller's transaction: whoever did not do it must learn of it. In the owner's
 * language, without content. Without a confirmed address it stands in the account the next time they come.
 */
export async function tellOwner(
  context: Context,
  db: Db,
  {
    accountId,
    news,
  }: { readonly accountId: string; readonly news: AccountNews },
): Promise<void> {
  const { tenantId, now } = context;
  const account = await findAccount(db, tenantId, accountId);
  if (!account) return;
  if (!account.email || !account.email_confirmed_at) {
    if (news !== "account-deleted")
      await insertNotice(db, tenantId, { id: newId(), accountId, news, now });
    return;
  }
  const to = await context.cipher.decrypt(
    account.email,
    purposes.email(accountId),
  );
  const mail = mailOf(newsMail(news), {
    to: to.toString("utf8"),
    locales: [account.locale],
    values: {},
  });
  await sendMailLater(context, db, mail);
}
