import type { Context } from "../../../platform/context/context.ts";
import type { Db } from "../../../platform/database/database.ts";
import type {
  EndedVorgang,
  KnownVorgang,
  VorgaengeInRetention,
} from "../../retention/index.ts";
import type { Vorgang } from "../domain/vorgang.ts";
import {
  countDecided,
  countEnded,
  countEndedWithin,
  listEndedWithin,
} from "../store/ended-store.ts";
import {
  findReferences,
  findVorgangForUpdate,
  findVorgangOfSubmission,
} from "../store/vorgang-store.ts";

/** What deletion has to know of Vorgänge: which have ended and when. */
export const vorgaengeInRetention = {
  knownOf,
  countEnded: ({ tenantId }, db) => countEnded(db, tenantId),
  countUnclosed: ({ tenantId }, db) => countDecided(db, tenantId),
  countWithin: ({ tenantId }, db, ranges) =>
    countEndedWithin(db, tenantId, ranges),
  listWithin: async ({ tenantId }, db, wanted) => {
    const found = await listEndedWithin(db, tenantId, wanted);
    return found.flatMap((vorgang) => endedOf(vorgang) ?? []);
  },
  lock: async ({ tenantId }, db, sought) => {
    const vorgang = await findVorgangForUpdate(db, tenantId, sought);
    return vorgang && knownOf(vorgang);
  },
  ofSubmission: async ({ tenantId }, db, submissionId) => {
    const vorgang = await findVorgangOfSubmission(db, tenantId, submissionId);
    return vorgang && knownOf(vorgang);
  },
  referencesOf: ({ tenantId }, db, ids) => findReferences(db, tenantId, ids),
} as const satisfies VorgaengeInRetention & {
  /** Of one that is read already. */
  knownOf(vorgang: EndingOf): KnownVorgang;
  /** Numbers by the ids of Vorgänge or submissions, for the log's pages: no personal data. */
  referencesOf(
    context: Context,
    db: Db,
    ids: readonly string[],
  ): Promise<ReadonlyMap<string, string>>;
};

type EndingOf = Pick<
  Vorgang,
  | "id"
  | "submissionId"
  | "reference"
  | "leistungSlug"
  | "leistungTitle"
  | "receivedAt"
  | "state"
  | "stateSince"
>;

function knownOf(vorgang: EndingOf): KnownVorgang {
  const { id, submissionId, leistungSlug } = vorgang;
  return { id, submissionId, leistungSlug, ended: endedOf(vorgang) };
}

function endedOf(vorgang: EndingOf): EndedVorgang | undefined {
  const { state, stateSince } = vorgang;
  if (state !== "closed" && state !== "withdrawn" && state !== "handed-over")
    return undefined;
  return {
    id: vorgang.id,
    submissionId: vorgang.submissionId,
    reference: vorgang.reference,
    leistungSlug: vorgang.leistungSlug,
    leistungTitle: vorgang.leistungTitle,
    receivedAt: vorgang.receivedAt,
    ending: state,
    endedAt: stateSince,
  };
}
