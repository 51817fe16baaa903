import type { Context } from "../../../platform/context/context.ts";
import type { Db } from "../../../platform/database/database.ts";
import { locales } from "../../../platform/i18n/texts.ts";
import { sendMailLater } from "../../../platform/mail/mail.ts";
import type { Vorgang } from "../domain/vorgang.ts";
import { mailOf } from "../../../platform/mail/mail-text.ts";
import { changedMail } from "../i18n/mail-texts.ts";
import type { NotificationAddress } from "../ports.ts";

/**
 * E-mail that something is new, without saying what. In German and English: which one the applicant reads is not known.
 */
export async function notifyApplicant(
  context: Context,
  db: Db,
  notice: {
    readonly vorgang: Vorgang;
    readonly address: NotificationAddress;
    readonly statusLinkPrefix: string;
  },
): Promise<void> {
  const { reference, submissionId } = notice.vorgang;
  const { email, statusKey } = notice.address;
  const url = `${notice.statusLinkPrefix}${statusKey}`;
  const mail = mailOf(changedMail, {
    to: email,
    locales,
    values: { reference, url },
    about: { kind: "submission", id: submissionId },
  });
  await sendMailLater(context, db, mail);
}
