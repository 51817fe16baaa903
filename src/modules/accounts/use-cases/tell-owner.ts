import type { Context } from "../../../platform/context/context.ts";
import type { Db } from "../../../platform/database/database.ts";
import { sendMailLater } from "../../../platform/mail/mail.ts";
import { purposes } from "../domain/identity.ts";
import { accountsTexts } from "../i18n/texts.ts";
import { findAccount } from "../store/account-store.ts";

/** What an owner is told of; its texts are `mail.<news>.subject` and `mail.<news>.text`. */
export type AccountNews =
  | "new-device"
  | "password-changed"
  | "address-changed"
  | "address-refused"
  | "identity-linked"
  | "identity-unlinked"
  | "accounts-merged"
  | "account-deleted"
  | "passkey-added"
  | "passkey-removed"
  | "passkey-copied"
  | "identity-confirmed"
  | "second-factor-on"
  | "second-factor-off";

/**
 * Mails the owner that something happened to the account, in the caller's transaction: whoever did not do it must learn of it. In the owner's
 * language, without content. Without a confirmed address nobody can be told.
 */
export async function tellOwner(
  context: Context,
  db: Db,
  {
    accountId,
    news,
  }: { readonly accountId: string; readonly news: AccountNews },
): Promise<void> {
  const account = await findAccount(db, context.tenantId, accountId);
  if (!account?.email || !account.email_confirmed_at) return;
  const t = accountsTexts(account.locale);
  const to = await context.cipher.decrypt(
    account.email,
    purposes.email(accountId),
  );
  await sendMailLater(context, db, {
    kind: news,
    to: to.toString("utf8"),
    subject: t(`mail.${news}.subject`),
    text: t(`mail.${news}.text`),
  });
}
