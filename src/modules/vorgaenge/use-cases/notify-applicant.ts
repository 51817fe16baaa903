import type { Context } from "../../../platform/context/context.ts";
import type { Db } from "../../../platform/database/database.ts";
import { sendMailLater } from "../../../platform/mail/mail.ts";
import type { Vorgang } from "../domain/vorgang.ts";
import { noticeTexts } from "../i18n/notice-texts.ts";
import type { NotificationAddress } from "../ports.ts";

/** E-mail that something is new, without saying what. */
export async function notifyApplicant(
  context: Context,
  db: Db,
  notice: {
    readonly vorgang: Vorgang;
    readonly address: NotificationAddress;
  },
): Promise<void> {
  const { reference } = notice.vorgang;
  const { email, locale, statusUrl } = notice.address;
  const t = noticeTexts(locale);
  const where =
    statusUrl === undefined
      ? t("notice.where-link")
      : t("notice.where-url", { url: statusUrl });
  await sendMailLater(context, db, {
    kind: "vorgang-changed",
    to: email,
    subject: t("notice.subject", { reference }),
    text: t("notice.text", { reference, where }),
  });
}
