import { sql } from "kysely";
import type { Db } from "../../../platform/database/database.ts";
import type { SubmissionsTables } from "./tables.ts";

/** Notes where to send a reminder of a draft, or with null that none is wanted. Nothing of a draft that was sent. */
export async function setReminder(
  db: Db,
  tenantId: string,
  reminder: { readonly draftId: string; readonly email: Buffer | null },
): Promise<void> {
  await db
    .$extendTables<SubmissionsTables>()
    .updateTable("submissions.draft")
    .set({ reminder_email: reminder.email })
    .where("tenant_id", "=", tenantId)
    .where("id", "=", reminder.draftId)
    .where("submitted_at", "is", null)
    .execute();
}

/** The encrypted address for the reminder of a draft. */
export async function findReminder(
  db: Db,
  tenantId: string,
  draftId: string,
): Promise<Buffer | undefined> {
  const row = await db
    .$extendTables<SubmissionsTables>()
    .selectFrom("submissions.draft")
    .select("reminder_email")
    .where("tenant_id", "=", tenantId)
    .where("id", "=", draftId)
    .executeTakeFirst();
  return row?.reminder_email ?? undefined;
}

export type ReminderTime = {
  readonly now: Date;
  /** Drafts that are removed before this are due. */
  readonly before: Date;
};

export type DueReminder = {
  readonly id: string;
  /** The account the draft was begun with. */
  readonly accountId: string | null;
};

/** Drafts whose owner is to be reminded now. */
export async function listDueReminders(
  db: Db,
  tenantId: string,
  { limit, ...time }: ReminderTime & { readonly limit: number },
): Promise<DueReminder[]> {
  const { rows } = await sql<DueReminder>`
    select id, acting_account_id as "accountId" from submissions.draft
    where tenant_id = ${tenantId} and ${isDue(time)}
    order by expires_at limit ${limit}
  `.execute(db);
  return rows;
}

export type TakenReminder = {
  /** Where somebody left an address for it. */
  readonly email: Buffer | null;
  readonly expiresAt: Date;
};

/**
 * Takes the reminder of one draft: no other worker and no later run gets it again in this term. Undefined when it is not due (any more),
 * for example because the draft was sent meanwhile.
 */
export async function takeReminder(
  db: Db,
  tenantId: string,
  { draftId, ...time }: ReminderTime & { readonly draftId: string },
): Promise<TakenReminder | undefined> {
  const { rows } = await sql<TakenReminder>`
    update submissions.draft set reminded_for = expires_at
    where tenant_id = ${tenantId} and id = ${draftId} and ${isDue(time)}
    returning reminder_email as email, expires_at as "expiresAt"
  `.execute(db);
  return rows[0];
}

function isDue({ now, before }: ReminderTime) {
  return sql<boolean>`
    submitted_at is null and (reminder_email is not null or acting_account_id is not null)
    and expires_at > ${now} and expires_at <= ${before}
    and reminded_for is distinct from expires_at
  `;
}
