import { dayOf } from "../../../platform/calendar/calendar-day.ts";
import type { Context } from "../../../platform/context/context.ts";
import type { Db } from "../../../platform/database/database.ts";
import { recordAudit } from "../../audit/index.ts";
import { readClock } from "../domain/clock.ts";
import { isOpen } from "../domain/states.ts";
import { notePurpose, type Vorgang } from "../domain/vorgang.ts";
import { silenceNote } from "../i18n/silence-note.ts";
import type { TellApplicant } from "../ports.ts";
import { findClockRule, listSilentlyOver } from "../store/clock-store.ts";
import { listEvents } from "../store/event-store.ts";
import { findVorgangForUpdate } from "../store/vorgang-store.ts";
import { appendEvent } from "./append-event.ts";

/**
 * Grants what the law grants when its period is over and nobody has decided: never what was taken up again after a decision.
 * @see § 42a VwVfG
 */
export async function approveSilently(
  context: Context,
  tellApplicant: TellApplicant | undefined,
): Promise<void> {
  const { tenantId, now } = context;
  const ids = await context.read((db) =>
    listSilentlyOver(db, tenantId, dayOf(now)),
  );
  for (const id of ids)
    await context.transaction(async (db) => {
      const sought = { id, hiddenSlugs: [] };
      const vorgang = await findVorgangForUpdate(db, tenantId, sought);
      if (vorgang) await approveOne(context, db, { vorgang, tellApplicant });
    });
}

async function approveOne(
  context: Context,
  db: Db,
  {
    vorgang,
    tellApplicant,
  }: {
    readonly vorgang: Vorgang;
    readonly tellApplicant: TellApplicant | undefined;
  },
): Promise<void> {
  const { tenantId, now } = context;
  const rule = await findClockRule(db, tenantId, vorgang.leistungSlug);
  if (!rule?.period?.approvesBySilence || !isOpen(vorgang.state)) return;
  const clock = readClock(await listEvents(db, tenantId, vorgang.id), rule);
  const { lastDay, isReopened } = clock;
  if (lastDay === undefined || lastDay >= dayOf(now) || isReopened) return;
  const note = silenceNote({ lastDay, legalBasis: rule.period.legalBasis });
  await appendEvent(context, db, {
    vorgang,
    happening: {
      step: { kind: "decided", outcome: "granted-by-silence" },
      encryptedNote: await context.cipher.encrypt(
        Buffer.from(note, "utf8"),
        notePurpose(vorgang.id, vorgang.lastPosition + 1),
      ),
    },
  });
  await tellApplicant?.(context, db, {
    submissionId: vorgang.submissionId,
    reference: vorgang.reference,
    title: vorgang.leistungTitle,
    kind: "message",
    text: note,
  });
  await recordAudit(context, db, {
    action: "vorgang.decided",
    subject: { kind: "vorgang", id: vorgang.id },
    details: { outcome: "granted-by-silence" },
  });
}
