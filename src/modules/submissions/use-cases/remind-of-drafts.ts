import type { Context } from "../../../platform/context/context.ts";
import type { Db } from "../../../platform/database/database.ts";
import { formatDate } from "../../../platform/i18n/dates.ts";
import { locales } from "../../../platform/i18n/texts.ts";
import { sendMailLater } from "../../../platform/mail/mail.ts";
import {
  hashSecretToken,
  newSecretToken,
} from "../../../platform/values/secret-token.ts";
import { reminderDueBefore } from "../domain/draft-term.ts";
import { submissionsTexts } from "../i18n/texts.ts";
import { insertDraftKey } from "../store/draft-store.ts";
import {
  listDueReminders,
  takeReminder,
  type ReminderTime,
} from "../store/reminder-store.ts";
import { reminderPurpose } from "./draft-reminder.ts";

export type ReminderPortal = {
  readonly portalName: string;
  /** Address of the page that opens a key, without the key. */
  readonly linkPrefix: string;
};

const batch = 100;

/**
 * Mails those who asked for it that their draft is removed soon, with a fresh private link and nothing of its content. Once for each term:
 * a change makes the term begin anew. Each mail is one transaction with the note that it was sent, so it may run any number of times,
 * also at once. Gives how many were looked at.
 * @see OZG § 8a Abs. 3
 */
export async function remindOfDrafts(
  context: Context,
  portal: ReminderPortal,
): Promise<number> {
  const { tenantId, now } = context;
  const time = { now, before: reminderDueBefore(now) };
  const due = await context.transaction((db) =>
    listDueReminders(db, tenantId, { ...time, limit: batch }),
  );
  for (const draftId of due)
    await context.transaction((db) =>
      remindOfDraft({ context, db, portal }, draftId, time),
    );
  return due.length;
}

type Sending = {
  readonly context: Context;
  readonly db: Db;
  readonly portal: ReminderPortal;
};

async function remindOfDraft(
  { context, db, portal }: Sending,
  draftId: string,
  time: ReminderTime,
): Promise<void> {
  const taken = await takeReminder(db, context.tenantId, { draftId, ...time });
  if (!taken) return;
  const to = await context.cipher.decrypt(
    taken.email,
    reminderPurpose(draftId),
  );
  const key = newSecretToken();
  await insertDraftKey(db, context.tenantId, {
    keyHash: hashSecretToken(key),
    draftId,
    purpose: "link",
    now: context.now,
  });
  await sendMailLater(context, db, {
    kind: "draft-reminder",
    to: to.toString("utf8"),
    subject: submissionsTexts("de")("mail.reminder.subject", {
      portal: portal.portalName,
    }),
    // Which language the applicant reads is not known.
    text: locales
      .map((locale) =>
        submissionsTexts(locale)("mail.reminder.text", {
          portal: portal.portalName,
          date: formatDate(taken.expiresAt, locale),
          link: `${portal.linkPrefix}${key}`,
        }),
      )
      .join("\n---\n\n"),
  });
}
