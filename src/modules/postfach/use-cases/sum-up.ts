import { dayOf, startOfDay } from "../../../platform/calendar/calendar-day.ts";
import type { Context } from "../../../platform/context/context.ts";
import { locales } from "../../../platform/i18n/texts.ts";
import { sendMailLater } from "../../../platform/mail/mail.ts";
import { mailOf } from "../../../platform/mail/mail-text.ts";
import { summaryMail } from "../i18n/mail-texts.ts";
import {
  listWaitingNotices,
  markSummedUp,
  type WaitingNotices,
} from "../store/summary-store.ts";
import { noteUntold, messageSubject } from "./note-unreachable.ts";
import { findRecipient, isReachable, type NoticePorts } from "./notify.ts";

const morningMs = 7 * 3_600_000;

/**
 * One mail each day, from seven in the morning, to everybody who wants messages collected and got some. May run any number of times, also
 * at once.
 */
export async function sumUp(
  context: Context,
  ports: NoticePorts,
): Promise<void> {
  const { tenantId, now } = context;
  const today = startOfDay(dayOf(now));
  if (now.getTime() < today.getTime() + morningMs) return;
  const waiting = await context.read((db) =>
    listWaitingNotices(db, tenantId, today),
  );
  for (const notices of waiting) await sumUpFor(context, ports, notices);
}

async function sumUpFor(
  context: Context,
  ports: NoticePorts,
  { messageIds }: WaitingNotices,
): Promise<void> {
  const [messageId] = messageIds;
  if (messageId === undefined) return;
  const { tenantId, now } = context;
  const recipient = await findRecipient(context, ports, messageId);
  const baseUrl = (await ports.portalOf(tenantId))?.baseUrl ?? "";
  await context.transaction(async (db) => {
    const summed = { messageIds, at: now };
    const count = await markSummedUp(db, tenantId, summed);
    if (count === 0) return;
    if (!isReachable(recipient)) {
      for (const each of messageIds)
        await noteUntold(context, db, {
          messageId: each,
          reason: recipient ?? "no-address",
        });
      return;
    }
    const { email, locale, portalName: portal } = recipient;
    await sendMailLater(
      context,
      db,
      mailOf(summaryMail, {
        to: email,
        locales: locale ? [locale] : locales,
        values: { portal, url: `${baseUrl}/postfach`, count: String(count) },
        about: { kind: messageSubject, id: messageId },
      }),
    );
  });
}
