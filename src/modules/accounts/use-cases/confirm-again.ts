import type { Context } from "../../../platform/context/context.ts";
import type { Result } from "../../../platform/result/result.ts";
import {
  forAccountOfMail,
  type MailAsked,
  type MailRefusal,
} from "./account-for-mail.ts";
import { sendExistsNotice, sendLink, type MailPlace } from "./send-link.ts";

/**
 * Mails the link that confirms an address once more. Only the newest link counts. The answer never tells whether the address has an account,
 * confirmed or not.
 */
export function sendConfirmationAgain(
  context: Context,
  request: MailPlace & MailAsked,
): Promise<Result<void, MailRefusal>> {
  return forAccountOfMail(context, request, (db, { account, email }) => {
    const mail = { ...request, email, accountId: account.id };
    return account.email_confirmed_at
      ? sendExistsNotice(context, db, mail)
      : sendLink(context, db, { ...mail, purpose: "confirm" });
  });
}
