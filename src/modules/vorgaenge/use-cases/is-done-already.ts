import type { Context } from "../../../platform/context/context.ts";
import type { Db } from "../../../platform/database/database.ts";
import { isInternal, type Step, type VorgangEvent } from "../domain/events.ts";
import { listEvents } from "../store/event-store.ts";
import { decryptNotes } from "./decrypt-notes.ts";

/** How long after a step its form may come once more by a double click or a reload. */
const repeatMs = 60_000;

type AskedStep = {
  readonly vorgangId: string;
  readonly step: Step;
  readonly note: string | undefined;
  readonly expectedPosition: number;
};

/**
 * True where the same form was sent twice: the one event after those the caller saw, assignments apart, is this step, with this note, by this
 * caller, a moment ago.
 */
export async function isDoneAlready(
  context: Context,
  db: Db,
  asked: AskedStep,
): Promise<boolean> {
  const { vorgangId, expectedPosition } = asked;
  const events = await listEvents(db, context.tenantId, vorgangId);
  const [last, ...others] = events.filter(
    ({ kind, position }) => position > expectedPosition && !isInternal(kind),
  );
  if (!last || others.length > 0) return false;
  const isOwn =
    last.actorId === context.actor.id &&
    context.now.getTime() - last.at.getTime() <= repeatMs;
  if (!isOwn) return false;
  const [event] = await decryptNotes(context, vorgangId, [last]);
  return event !== undefined && isSameStep(event, asked);
}

function isSameStep(event: VorgangEvent, { step, note }: AskedStep): boolean {
  const outcome = step.kind === "decided" ? step.outcome : undefined;
  return (
    event.kind === step.kind && event.outcome === outcome && event.note === note
  );
}
