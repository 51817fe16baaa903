import type { Context } from "../../../platform/context/context.ts";
import type { Db } from "../../../platform/database/database.ts";
import { listAccesses, type Access } from "../../audit/index.ts";
import {
  isInternal,
  type Outcome,
  type VorgangEvent,
} from "../domain/events.ts";
import { leastCases, type UsualDuration } from "../domain/clock-rule.ts";
import type { StateNames } from "../domain/state-names.ts";
import type { VorgangState } from "../domain/states.ts";
import type { Vorgang } from "../domain/vorgang.ts";
import { findClockRule } from "../store/clock-store.ts";
import { findDuration } from "../store/duration-store.ts";
import { listArrivals, listHandOvers } from "../store/hand-over-store.ts";
import { findStateNames } from "../store/state-name-store.ts";
import { listEvents } from "../store/event-store.ts";
import { findVorgangOfSubmission } from "../store/vorgang-store.ts";
import { clockWith, type VorgangClock } from "./read-clock.ts";
import { decryptNotes } from "./decrypt-notes.ts";

/** What the applicant sees: no names of staff. */
export type PublicStatus = {
  readonly reference: string;
  readonly leistungSlug: string;
  readonly leistungTitle: string;
  readonly receivedAt: Date;
  readonly state: VorgangState;
  readonly stateSince: Date;
  /** Once decided. */
  readonly outcome: Outcome | undefined;
  readonly events: readonly Pick<
    VorgangEvent,
    "kind" | "outcome" | "at" | "note" | "actorKind"
  >[];
  /** When the authority opened what was sent, the newest first. */
  readonly accesses: readonly Access[];
  /** What an office has set for its Leistung; undefined where nothing is. */
  readonly clock: VorgangClock | undefined;
  /** Own names of states. */
  readonly stateNames: StateNames;
  /** How long it took others; undefined with too few of them. */
  readonly usual: UsualDuration | undefined;
  /** Who has it now; undefined: this authority. */
  readonly handedTo:
    | { readonly tenantId: string; readonly name: string }
    | undefined;
  /** From whom it came last; undefined: from the own portal. */
  readonly arrival:
    | { readonly fromName: string; readonly at: Date }
    | undefined;
  /** Number of the last of these events: who answers says which one they saw. */
  readonly lastPosition: number;
};

/** What members of staff do to read an application, as the log names it. */
export const openingActions = [
  "vorgang.opened",
  "vorgang.file-opened",
  "vorgang.pdf-opened",
  "vorgang.answers-exported",
  "vorgang.opened-for-opinion",
  "vorgang.file-opened-for-opinion",
] as const;

/**
 * The state of a submission for the person who sent it; undefined when the tenant has no Vorgang for it. The caller must
 * have checked the private link.
 */
export async function readPublicStatus(
  context: Context,
  submissionId: string,
): Promise<PublicStatus | undefined> {
  const { tenantId } = context;
  const found = await context.transaction(async (db) => {
    const vorgang = await findVorgangOfSubmission(db, tenantId, submissionId);
    if (!vorgang) return undefined;
    const { leistungSlug } = vorgang;
    return {
      vorgang,
      stored: await listEvents(db, tenantId, vorgang.id),
      rule: await findClockRule(db, tenantId, leistungSlug),
      stateNames: await findStateNames(db, tenantId, leistungSlug),
      usual: await findDuration(db, tenantId, { leistungSlug, leastCases }),
      changes: await findChangesOfHands(context, db, vorgang),
      accesses: await listAccesses(context, db, {
        subject: { kind: "vorgang", id: vorgang.id },
        actions: openingActions,
      }),
    };
  });
  if (!found) return undefined;
  const { vorgang, stored, accesses, rule, stateNames, usual } = found;
  const { changes } = found;
  const visible = stored.filter(({ kind }) => !isInternal(kind));
  const events = await decryptNotes(context, vorgang.id, visible);
  return {
    reference: vorgang.reference,
    leistungSlug: vorgang.leistungSlug,
    leistungTitle: vorgang.leistungTitle,
    receivedAt: vorgang.receivedAt,
    state: vorgang.state,
    stateSince: vorgang.stateSince,
    outcome: events.findLast((event) => event.outcome !== undefined)?.outcome,
    events: events.map(({ kind, outcome, at, note, actorKind }) => ({
      kind,
      outcome,
      at,
      note,
      actorKind,
    })),
    accesses,
    clock: rule && clockWith(rule, stored, context.now),
    stateNames,
    usual,
    ...changes,
    lastPosition: events.at(-1)?.position ?? vorgang.lastPosition,
  };
}

/** Where it came from and went; without a statement where it never changed hands. */
async function findChangesOfHands(
  { tenantId }: Context,
  db: Db,
  { id, handedTo, arrivedFrom }: Vorgang,
): Promise<Pick<PublicStatus, "handedTo" | "arrival">> {
  const handOvers =
    handedTo === undefined ? [] : await listHandOvers(db, tenantId, id);
  const arrivals =
    arrivedFrom === undefined ? [] : await listArrivals(db, tenantId, id);
  const last = handOvers.at(-1);
  const arrival = arrivals.at(-1);
  return {
    handedTo: last && { tenantId: last.toTenantId, name: last.toName },
    arrival: arrival?.isCallBack === false ? arrival : undefined,
  };
}
