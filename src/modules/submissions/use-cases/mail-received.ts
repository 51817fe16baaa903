import type { Context } from "../../../platform/context/context.ts";
import type { Writing } from "../../../platform/database/database.ts";
import { prepareMail } from "../../../platform/mail/mail.ts";
import { mailOf } from "../../../platform/mail/mail-text.ts";
import { receivedMail } from "../i18n/mail-texts.ts";

/** Confirms a deposit by e-mail in the transaction of the submission; undefined where no address was given. */
export async function mailReceived(
  context: Context,
  {
    input: { notificationEmail: to, portalName: portal, statusLinkPrefix },
    submission,
    statusKey,
  }: {
    readonly input: {
      /** Empty: nobody wants one. */
      readonly notificationEmail: string;
      readonly portalName: string;
      readonly statusLinkPrefix: string;
    };
    readonly submission: { readonly id: string };
    readonly statusKey: string;
  },
): Promise<Writing | undefined> {
  if (to === "") return undefined;
  return prepareMail(
    context,
    mailOf(receivedMail, {
      to,
      locales: [context.locale],
      values: { portal, link: `${statusLinkPrefix}${statusKey}` },
      about: { kind: "submission", id: submission.id },
    }),
  );
}
