import { dayOf } from "../../../../platform/calendar/calendar-day.ts";
import type { Context } from "../../../../platform/context/context.ts";
import { sendMailLater } from "../../../../platform/mail/mail.ts";
import { mailOf } from "../../../../platform/mail/mail-text.ts";
import { soonAfter, toldLongAgo } from "../../domain/editing/review.ts";
import { reviewsMail } from "../../i18n/mail-texts.ts";
import {
  beginSummary,
  countReviews,
  takeUntold,
} from "../../store/review-store.ts";
import type { EditorNotices } from "./editor-notices.ts";

const mostTitles = 20;

/**
 * Tells the editors of a tenant in one mail what is to be looked at: each Leistung on its day, and again each week. Once a day; idempotent, also
 * where two run at once. Titles only.
 */
export async function remindOfReviews(
  context: Context,
  notices: EditorNotices,
): Promise<void> {
  const { tenantId } = context;
  const today = dayOf(context.now);
  const baseUrl = await notices.baseUrlOf(tenantId);
  await context.transaction(async (db) => {
    if (!(await beginSummary(db, tenantId, today))) return;
    const titles = await takeUntold(db, tenantId, {
      today,
      toldUpTo: toldLongAgo(today),
    });
    if (titles.length === 0) return;
    const soon = soonAfter(today);
    const { due } = await countReviews(db, tenantId, { today, soon });
    const values = {
      titles: listed(titles),
      count: String(due),
      url: `${baseUrl}/verwaltung/leistungen?nur=zu-pruefen`,
    };
    for (const to of await notices.listEditorEmails(context, db, []))
      await sendMailLater(
        context,
        db,
        mailOf(reviewsMail, { to, locales: ["de"], values }),
      );
  });
}

function listed(titles: readonly string[]): string {
  const more = titles.length - mostTitles;
  return [
    ...titles.slice(0, mostTitles).map((title) => `- ${title}`),
    ...(more > 0 ? [`- … (+ ${String(more)})`] : []),
  ].join("\n");
}
