import type { Db, Writing } from "../../../platform/database/database.ts";
import type { Context } from "../../../platform/context/context.ts";
import { newId } from "../../../platform/values/id.ts";
import { dueOn, readClock } from "../domain/clock.ts";
import type { ClockRule } from "../domain/clock-rule.ts";
import { searchVersion } from "../domain/search-words.ts";
import type { NewVorgang } from "../domain/vorgang.ts";
import { findClockRule } from "../store/clock-store.ts";
import { insertVorgang } from "../store/vorgang-store.ts";
import { hashTexts } from "./search-index.ts";

/**
 * Reads what has to be known before a Vorgang of a Leistung is opened: how long the office may take. What it gives makes the one statement that
 * opens it in the transaction of its submission, with the words it is found by: all are there or nothing. Idempotent by `submissionId`: a second
 * one writes nothing. Where the office changes its rule meanwhile the Vorgang has the day of the old one, until the days are computed anew
 * (`setClock`).
 */
export async function prepareToOpen(
  context: Context,
  leistungSlug: string,
): Promise<(vorgang: NewVorgang) => Promise<Writing>> {
  const rule = await context.read((db) =>
    findClockRule(db, context.tenantId, leistungSlug),
  );
  return (vorgang) => openingOf(context, vorgang, rule);
}

/** Opens the Vorgang of a submission in the caller's transaction: two statements. Idempotent by `submissionId`. */
export async function openVorgang(
  context: Context,
  db: Db,
  vorgang: NewVorgang,
): Promise<void> {
  const { leistungSlug } = vorgang;
  const rule = await findClockRule(db, context.tenantId, leistungSlug);
  const open = await openingOf(context, vorgang, rule);
  await open(db);
}

async function openingOf(
  context: Context,
  vorgang: NewVorgang,
  rule: ClockRule | undefined,
): Promise<Writing> {
  const id = newId(context.now.getTime());
  const searchWords = await hashTexts(context, vorgang.searchTexts);
  const receivedAt = vorgang.receivedAt ?? vorgang.submittedAt;
  const { arrivedAt: at = receivedAt } = vorgang;
  const clock = rule && readClock([{ kind: "received", at }], rule);
  const dueDay = clock && dueOn(clock);
  return (db) =>
    insertVorgang(db, context.tenantId, {
      id,
      ...vorgang,
      receivedAt,
      dueOn: dueDay,
      searchWords,
      searchVersion,
    });
}
