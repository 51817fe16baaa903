import type { Context } from "../../../platform/context/context.ts";
import type { Db } from "../../../platform/database/database.ts";
import { sendMailLater } from "../../../platform/mail/mail.ts";
import { mailOf, type MailText } from "../../../platform/mail/mail-text.ts";
import { submissionsTexts } from "../i18n/texts.ts";

/** An application has arrived. */
export const receivedMail: MailText = {
  kind: "submission-received",
  purpose: (locale) => submissionsTexts(locale)("mail.received.purpose"),
  placeholders: ["portal", "link"],
  needed: ["link"],
  words: (locale, values) => {
    const t = submissionsTexts(locale);
    return {
      subject: t("mail.received.subject", values),
      text: t("mail.received.text", values),
    };
  },
};

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
