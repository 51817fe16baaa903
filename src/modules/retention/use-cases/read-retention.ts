import {
  dayOf,
  type CalendarDay,
} from "../../../platform/calendar/calendar-day.ts";
import type { Context } from "../../../platform/context/context.ts";
import { ownedBy } from "../../../platform/context/owned-by.ts";
import { hashSecretToken } from "../../../platform/values/secret-token.ts";
import { holdPurpose } from "../domain/hold-reason.ts";
import {
  isHolding,
  standingOf,
  validAnnouncement,
  type Hold,
  type Standing,
} from "../domain/standing.ts";
import { deletionDay, termOf, type RuledTerm } from "../domain/term.ts";
import type { KnownVorgang, RetentionPorts } from "../ports.ts";
import { listHolds } from "../store/hold-store.ts";
import { findProofByLink, type StoredProof } from "../store/proof-store.ts";
import { listOwnerNotes, type OwnerNote } from "../store/removal-store.ts";
import { listTerms } from "../store/term-store.ts";
import { listCircumstances } from "./list-circumstances.ts";

/** How long a Vorgang is kept, computed from its events and what the authority has set. */
export type Retention = {
  /** Undefined: nobody has set a term, so nothing is deleted. */
  readonly term: RuledTerm | undefined;
  /** Undefined while it is open or decided: the term has not begun. */
  readonly course:
    | {
        readonly closedOn: CalendarDay;
        readonly dueOn: CalendarDay;
        readonly announcedAt: Date | undefined;
        readonly standing: Standing;
      }
    | undefined;
};

type Ports = Pick<RetentionPorts, "vorgaenge" | "listUnderway">;

/** For the person a submission is about; the caller has checked that they are. */
export async function readRetention(
  context: Context,
  ports: Ports,
  submissionId: string,
): Promise<Retention | undefined> {
  const known = await context.read((db) =>
    ports.vorgaenge.ofSubmission(context, db, submissionId),
  );
  return known && readRetentionOf(context, ports, known);
}

/** Of a Vorgang that the caller has read. */
export function readRetentionOf(
  context: Context,
  { listUnderway }: Pick<Ports, "listUnderway">,
  { leistungSlug, ended }: Pick<KnownVorgang, "leistungSlug" | "ended">,
): Promise<Retention> {
  const { tenantId, now } = context;
  const today = dayOf(now);
  return context.transaction(async (db) => {
    const terms = await listTerms(db, tenantId);
    const term = termOf(terms, leistungSlug);
    if (!ended || !term) return { term, course: undefined };
    const wanted = { vorgaenge: [ended], listUnderway };
    const facts = (await listCircumstances(context, db, wanted))(ended);
    const closedOn = dayOf(ended.endedAt);
    return {
      term,
      course: {
        closedOn,
        dueOn: deletionDay(closedOn, term),
        announcedAt: validAnnouncement(ended, facts.announcedAt),
        standing: standingOf(ended, term, { ...facts, today }),
      },
    };
  });
}

/** A hold with its reason, for colleagues. */
export type ReadableHold = Hold & {
  readonly reason: string;
  readonly isHolding: boolean;
};

/** All holds a Vorgang ever had; the caller has opened it. */
export async function readHolds(
  context: Context,
  vorgangId: string,
): Promise<readonly ReadableHold[]> {
  const { tenantId, now, cipher } = context;
  const holds = await context.transaction((db) =>
    listHolds(db, tenantId, [vorgangId]),
  );
  return Promise.all(
    holds.map(async ({ encryptedReason, ...hold }) => ({
      ...hold,
      reason: (
        await cipher.decrypt(encryptedReason, holdPurpose(hold.id))
      ).toString("utf8"),
      isHolding: isHolding(hold, dayOf(now)),
    })),
  );
}

/** What became of the application behind a private link that leads nowhere any more. */
export async function findDeletedByLink(
  context: Context,
  link: string,
): Promise<StoredProof | undefined> {
  return context.transaction((db) =>
    findProofByLink(db, context.tenantId, hashSecretToken(link)),
  );
}

/** What authorities have deleted of the signed-in party within the last year, in all portals. */
export async function listOwnDeleted(
  context: Context,
): Promise<readonly (OwnerNote & { readonly tenantId: string })[]> {
  const owned = ownedBy(context.actor);
  return owned ? context.transaction((db) => listOwnerNotes(db, owned)) : [];
}
