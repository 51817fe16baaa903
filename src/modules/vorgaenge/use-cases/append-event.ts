import type { Context } from "../../../platform/context/context.ts";
import type { Db } from "../../../platform/database/database.ts";
import { afterAssignment, type Assignment } from "../domain/assignment.ts";
import type { ApplicantStep, Step } from "../domain/events.ts";
import { stateAfterStep } from "../domain/states.ts";
import type { Vorgang } from "../domain/vorgang.ts";
import { insertEvent } from "../store/event-store.ts";
import { saveReadMark } from "../store/queue-store.ts";
import { saveVorgang } from "../store/vorgang-store.ts";

/** Something that happens to a Vorgang now. */
export type Happening =
  | {
      readonly step: Step | ApplicantStep;
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
  });
  if (actor.kind !== "staff") return;
  await saveReadMark(db, tenantId, {
    staffId: actor.id,
    vorgangId: vorgang.id,
    position,
  });
}

function eventOf(happening: Happening) {
  const none = {
    outcome: undefined,
    assigneeId: undefined,
    teamId: undefined,
    encryptedNote: undefined,
  };
  if ("assignment" in happening) return { ...none, ...happening.assignment };
  const { step, encryptedNote } = happening;
  return { ...none, ...step, encryptedNote };
}
