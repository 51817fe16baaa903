import { dayOf, startOfDay } from "../../../platform/calendar/calendar-day.ts";
import {
  addWorkingDays,
  isWorkingDay,
} from "../../../platform/calendar/working-days.ts";
import type { Context } from "../../../platform/context/context.ts";
import { locales } from "../../../platform/i18n/texts.ts";
import { sendMailLater } from "../../../platform/mail/mail.ts";
import { mailOf } from "../../../platform/mail/mail-text.ts";
import { listDuties, type Duty } from "../../staff/index.ts";
import { shareDueWork, type DueShare } from "../domain/due-work.ts";
import { dueMail } from "../i18n/mail-texts.ts";
import {
  claimDueNotice,
  countDueWork,
  listClockRules,
} from "../store/clock-store.ts";

const morningMs = 6 * 3_600_000;

/**
 * One e-mail each working day, from six in the morning, to everybody who has something late or nearly due, and to those who lead a team
 * for what is late in it. It holds numbers only.
 */
export async function tellOfDueWork(
  context: Context,
  baseUrl: string,
): Promise<void> {
  const { tenantId, now } = context;
  const today = dayOf(now);
  if (now.getTime() < startOfDay(today).getTime() + morningMs) return;
  const work = await readDueWork(context);
  if (work.length === 0) return;
  const duties = await listDuties(context);
  const byId = new Map(duties.map((duty) => [duty.staffId, duty]));
  for (const share of shareDueWork(work, duties)) {
    const duty = byId.get(share.staffId);
    if (!duty) continue;
    await context.transaction(async (db) => {
      const notice = { staffId: share.staffId, day: today };
      if (await claimDueNotice(db, tenantId, notice))
        await sendMailLater(context, db, dueMailTo(duty, share, baseUrl));
    });
  }
}

/** Of Leistungen whose Land works today. */
async function readDueWork(context: Context) {
  const { tenantId, now } = context;
  const today = dayOf(now);
  return context.transaction(async (db) => {
    const rules = [...(await listClockRules(db, tenantId))];
    const found = [];
    for (const [leistungSlug, { land, warningDays }] of rules) {
      if (!isWorkingDay(today, land)) continue;
      const soonUntil = addWorkingDays(today, warningDays, land);
      const asked = { today, leistungSlug, soonUntil };
      found.push(...(await countDueWork(db, tenantId, asked)));
    }
    return found;
  });
}

function dueMailTo({ email: to }: Duty, share: DueShare, baseUrl: string) {
  const values = {
    late: String(share.lateCount),
    soon: String(share.soonCount),
    url: `${baseUrl}/arbeitsplatz`,
  };
  return mailOf(dueMail, { to, locales, values });
}
