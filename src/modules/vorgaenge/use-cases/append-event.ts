import type { CalendarDay } from "../../../platform/calendar/calendar-day.ts";
import type { Context } from "../../../platform/context/context.ts";
import type { Db } from "../../../platform/database/database.ts";
import { afterAssignment, type Assignment } from "../domain/assignment.ts";
import {
  assignmentKinds,
  type ApplicantStep,
  type Step,
  type VorgangEventKind,
} from "../domain/events.ts";
import { isOpen, stateAfterStep, type VorgangState } from "../domain/states.ts";
import type { Vorgang } from "../domain/vorgang.ts";
import { insertEvent } from "../store/event-store.ts";
import { saveReadMark } from "../store/queue-store.ts";
import { saveVorgang } from "../store/vorgang-store.ts";
import { readDueDay } from "./read-due-day.ts";

/** Something that happens to a Vorgang now. */
export type Happening =
  | {
      readonly step: Step | ApplicantStep | { readonly kind: "returned" };
      readonly encryptedNote: Buffer | undefined;
    }
  | { readonly assignment: Assignment };

/**
 * Writes one event and the cache of it on the Vorgang, which the caller has locked. Staff has read what it did itself; what the
 * applicant does is unread for all.
 */
export async function appendEvent(
  context: Context,
  db: Db,
  change: { readonly vorgang: Vorgang; readonly happening: Happening },
): Promise<void> {
  const { vorgang, happening } = change;
  const { tenantId, actor, now } = context;
  const event = eventOf(happening);
  const position = vorgang.lastPosition + 1;
  const state = stateAfterStep(vorgang.state, event.kind);
  await insertEvent(db, tenantId, {
    ...event,
    vorgangId: vorgang.id,
    position,
    at: now,
    actorKind: actor.kind,
    actorId: actor.id,
  });
  await saveVorgang(db, tenantId, {
    id: vorgang.id,
    ...("assignment" in happening
      ? afterAssignment(vorgang, happening.assignment)
      : { assigneeId: vorgang.assigneeId, teamId: vorgang.teamId }),
    state,
    stateSince: state === vorgang.state ? vorgang.stateSince : now,
    lastPosition: position,
    dueOn: await dueDayAfter(context, db, { vorgang, state, event }),
  });
  if (actor.kind !== "staff") return;
  await saveReadMark(db, tenantId, {
    staffId: actor.id,
    vorgangId: vorgang.id,
    position,
  });
}

/** Who is responsible and what is written moves no day. */
const movingNothing: readonly VorgangEventKind[] = [
  ...assignmentKinds,
  "taken-into-work",
  "note-to-applicant",
  "note-from-applicant",
];

function dueDayAfter(
  context: Context,
  db: Db,
  change: {
    readonly vorgang: Vorgang;
    readonly state: VorgangState;
    readonly event: { readonly kind: VorgangEventKind };
  },
): Promise<CalendarDay | undefined> {
  const { vorgang, state, event } = change;
  if (!isOpen(state)) return Promise.resolve(undefined);
  if (movingNothing.includes(event.kind)) return Promise.resolve(vorgang.dueOn);
  return readDueDay(context, db, vorgang);
}

function eventOf(happening: Happening) {
  const none = {
    outcome: undefined,
    assigneeId: undefined,
    teamId: undefined,
    untilDay: undefined,
    encryptedNote: undefined,
  };
  if ("assignment" in happening) return { ...none, ...happening.assignment };
  const { step, encryptedNote } = happening;
  return { ...none, ...step, encryptedNote };
}
