import type { Context } from "../../../platform/context/context.ts";
import type { Db } from "../../../platform/database/database.ts";
import { sendMailLater } from "../../../platform/mail/mail.ts";
import { mailOf } from "../../../platform/mail/mail-text.ts";
import { receivedMail } from "../i18n/mail-texts.ts";

/** Confirms a deposit by e-mail where an address was given, in the transaction of the submission. */
export async function mailReceived(
  context: Context,
  db: Db,
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
): Promise<void> {
  if (to === "") return;
  await sendMailLater(
    context,
    db,
    mailOf(receivedMail, {
      to,
      locales: [context.locale],
      values: { portal, link: `${statusLinkPrefix}${statusKey}` },
      about: { kind: "submission", id: submission.id },
    }),
  );
}
