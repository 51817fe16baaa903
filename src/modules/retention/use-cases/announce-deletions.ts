import { addDays, dayOf } from "../../../platform/calendar/calendar-day.ts";
import { formatDay } from "../../../platform/i18n/dates.ts";
import type { Context } from "../../../platform/context/context.ts";
import type { Db } from "../../../platform/database/database.ts";
import { locales } from "../../../platform/i18n/texts.ts";
import { sendMailLater } from "../../../platform/mail/mail.ts";
import { mailOf } from "../../../platform/mail/mail-text.ts";
import { recordAudit } from "../../audit/index.ts";
import { listDuties } from "../../staff/index.ts";
import { rangeOf } from "../domain/calendar.ts";
import {
  isHolding,
  noticeDays,
  validAnnouncement,
  type EndedVorgang,
} from "../domain/standing.ts";
import { deletionDay, termOf, type Terms } from "../domain/term.ts";
import { announcedMail } from "../i18n/mail-texts.ts";
import { noticeTexts } from "../i18n/notice-texts.ts";
import type { EndedPlace, RetentionPorts } from "../ports.ts";
import { saveAnnouncement } from "../store/circumstance-store.ts";
import { listTerms } from "../store/term-store.ts";
import { listCircumstances } from "./list-circumstances.ts";

const pageSize = 200;

/**
 * Tells office and applicant of every Vorgang that is deleted within the next 30 days; without having told nothing is deleted. The office gets
 * one e-mail with numbers for each page of the list, the applicant a message in the Postfach. May run any number of times.
 */
export async function announceDeletions(
  context: Context,
  ports: RetentionPorts,
  signal: AbortSignal,
): Promise<void> {
  const recipients = await recipientsIn(context);
  const baseUrl = await ports.baseUrlOf(context.tenantId);
  if (baseUrl === undefined) return;
  // Before the first transaction needs it: who waits for the tenant's key inside of one can block all others.
  await context.cipher.encrypt(Buffer.of(0), "retention.warm-up");
  let after: EndedPlace | undefined;
  do {
    after = await context.transaction(async (db) => {
      const terms = await listTerms(db, context.tenantId);
      const page = await listSoon(context, db, { ports, terms, after });
      const untold = await untoldOf(context, db, { ports, page });
      for (const vorgang of untold)
        await announce(context, db, { ports, terms, vorgang });
      if (untold.length > 0) {
        for (const to of recipients)
          await sendMailLater(context, db, mailTo(to, untold.length, baseUrl));
        await recordAudit(context, db, {
          action: "retention.announced",
          subject: { kind: "retention", id: "calendar" },
          details: { count: untold.length },
        });
      }
      return page.length < pageSize ? undefined : page.at(-1);
    });
  } while (after && !signal.aborted);
}

/** Who leads; where nobody does, everybody who works on Vorgänge. */
async function recipientsIn(context: Context): Promise<readonly string[]> {
  const duties = await listDuties(context);
  const leading = duties.filter(({ leads }) => leads);
  return (leading.length > 0 ? leading : duties).map(({ email }) => email);
}

async function listSoon(
  context: Context,
  db: Db,
  {
    ports: { vorgaenge },
    terms,
    after,
  }: {
    readonly ports: RetentionPorts;
    readonly terms: Terms;
    readonly after: EndedPlace | undefined;
  },
): Promise<readonly EndedVorgang[]> {
  const to = addDays(dayOf(context.now), noticeDays);
  const ended = await vorgaenge.countEnded(context, db);
  const ranges = ended.flatMap(({ slug }) => {
    const term = termOf(terms, slug);
    const range = term && rangeOf(slug, term, { from: undefined, to });
    return range ? [range] : [];
  });
  return vorgaenge.listWithin(context, db, { ranges, after, limit: pageSize });
}

/** What is on hold, or waits for an answer, is told when that has ended. */
async function untoldOf(
  context: Context,
  db: Db,
  {
    ports: { listUnderway },
    page,
  }: {
    readonly ports: Pick<RetentionPorts, "listUnderway">;
    readonly page: readonly EndedVorgang[];
  },
): Promise<readonly EndedVorgang[]> {
  const wanted = { vorgaenge: page, listUnderway };
  const knownOf = await listCircumstances(context, db, wanted);
  const today = dayOf(context.now);
  return page.filter((vorgang) => {
    const { holds, announcedAt, isUnderway } = knownOf(vorgang);
    const isHeld = holds.some((hold) => isHolding(hold, today));
    return !isHeld && !isUnderway && !validAnnouncement(vorgang, announcedAt);
  });
}

async function announce(
  context: Context,
  db: Db,
  {
    ports,
    terms,
    vorgang,
  }: {
    readonly ports: RetentionPorts;
    readonly terms: Terms;
    readonly vorgang: EndedVorgang;
  },
): Promise<void> {
  const { tenantId, now } = context;
  const term = termOf(terms, vorgang.leistungSlug);
  if (!term) return;
  await saveAnnouncement(db, tenantId, { vorgangId: vorgang.id, at: now });
  const due = deletionDay(dayOf(vorgang.endedAt), term);
  const earliest = addDays(dayOf(now), noticeDays);
  const day = due > earliest ? due : earliest;
  await ports.tellApplicant(context, db, {
    submissionId: vorgang.submissionId,
    reference: vorgang.reference,
    title: vorgang.leistungTitle,
    kind: "message",
    // In all languages, as which one the applicant reads is not known.
    text: locales
      .map((locale) =>
        noticeTexts(locale)("applicant", {
          date: formatDay(day, locale),
          basis: term.basis,
        }),
      )
      .join("\n\n"),
  });
}

function mailTo(to: string, count: number, baseUrl: string) {
  const url = `${baseUrl}/arbeitsplatz/loeschkalender`;
  const values = { count: String(count), url };
  return mailOf(announcedMail, { to, locales, values });
}
