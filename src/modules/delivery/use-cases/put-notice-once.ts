import type { Context } from "../../../platform/context/context.ts";
import { sendMailLater, type Mail } from "../../../platform/mail/mail.ts";
import { insertNotice } from "../store/notice-store.ts";

/** Puts a mail into the outbox. Idempotent by delivery id: repeats find it there and put nothing. */
export async function putNoticeOnce(
  context: Context,
  deliveryId: string,
  mail: Mail,
): Promise<void> {
  await context.transaction(async (db) => {
    const isFirst = await insertNotice(db, { deliveryId, now: context.now });
    if (isFirst) await sendMailLater(context, db, mail);
  });
}
