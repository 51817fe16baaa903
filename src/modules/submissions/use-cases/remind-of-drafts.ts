import type { Context } from "../../../platform/context/context.ts";
import type { Db } from "../../../platform/database/database.ts";
import { formatDate } from "../../../platform/i18n/dates.ts";
import { locales, type Locale } from "../../../platform/i18n/texts.ts";
import { sendMailLater, type Mail } from "../../../platform/mail/mail.ts";
import { mailOf } from "../../../platform/mail/mail-text.ts";
import {
  hashSecretToken,
  newSecretToken,
} from "../../../platform/values/secret-token.ts";
import { reminderDueBefore } from "../domain/draft-term.ts";
import { reminderMails } from "../i18n/mail-texts.ts";
import { insertDraftKey } from "../store/draft-store.ts";
import {
  listDueReminders,
  takeReminder,
  type TakenReminder,
} from "../store/reminder-store.ts";
import { reminderPurpose } from "./draft-reminder.ts";

export type ReminderPortal = {
  readonly portalName: string;
  /** Address of the page that opens a key, without the key. */
  readonly linkPrefix: string;
  /** Address of the list of what an account has begun. */
  readonly applicationsUrl: string;
  /** How to reach an account; undefined without a confirmed address. */
  readonly findContact: (
    accountId: string,
  ) => Promise<AccountContact | undefined>;
};

type AccountContact = { readonly email: string; readonly locale: Locale };

const batch = 100;

/**
 * Mails that a draft is removed soon, with nothing of its content: to the address that somebody left for it, with a fresh private link,
 * else to that of the account it was begun with. Once for each term: a change makes the term begin anew. Each mail is one transaction
 * with the note that it was sent, so it may run any number of times, also at once. Gives how many were looked at.
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
  for (const { id, accountId } of due) {
    const contact =
      accountId === null ? undefined : await portal.findContact(accountId);
    await context.transaction(async (db) => {
      const taken = await takeReminder(db, tenantId, { draftId: id, ...time });
      if (!taken) return;
      const mail = await reminderMail({ context, db, portal }, id, {
        ...taken,
        contact,
      });
      if (mail) await sendMailLater(context, db, mail);
    });
  }
  return due.length;
}

type Sending = {
  readonly context: Context;
  readonly db: Db;
  readonly portal: ReminderPortal;
};

type Reminding = TakenReminder & {
  readonly contact: AccountContact | undefined;
};

/** Undefined where nobody can be reached. */
async function reminderMail(
  sending: Sending,
  draftId: string,
  { email, expiresAt, contact }: Reminding,
): Promise<Mail | undefined> {
  const { context, portal } = sending;
  const { portalName } = portal;
  const valuesIn = (locale: Locale) => ({
    date: formatDate(expiresAt, locale),
  });
  if (email !== null) {
    const purpose = reminderPurpose(draftId);
    const to = await context.cipher.decrypt(email, purpose);
    const key = await newLink(sending, draftId);
    return mailOf(reminderMails.link, {
      to: to.toString("utf8"),
      // Which language the applicant reads is not known.
      locales,
      values: { portal: portalName, link: `${portal.linkPrefix}${key}` },
      valuesIn,
    });
  }
  if (!contact) return undefined;
  const { email: to, locale } = contact;
  const values = { portal: portalName, link: portal.applicationsUrl };
  return mailOf(reminderMails.account, {
    to,
    locales: [locale],
    values,
    valuesIn,
  });
}

async function newLink(
  { context, db }: Sending,
  draftId: string,
): Promise<string> {
  const key = newSecretToken();
  await insertDraftKey(db, context.tenantId, {
    keyHash: hashSecretToken(key),
    draftId,
    purpose: "link",
    now: context.now,
  });
  return key;
}
