import { addDays, dayOf } from "../../../platform/calendar/calendar-day.ts";
import type { Context } from "../../../platform/context/context.ts";
import type { Db } from "../../../platform/database/database.ts";
import { removeJobsAbout } from "../../../platform/jobs/remove-jobs.ts";
import { removeMailsAbout } from "../../../platform/mail/mail-store.ts";
import { newId } from "../../../platform/values/id.ts";
import { recordAudit } from "../../audit/index.ts";
import { rangeOf } from "../domain/calendar.ts";
import { hashOfProof, type Proof } from "../domain/proof.ts";
import { joinRemoved, type Removed } from "../domain/removal.ts";
import {
  standingOf,
  type Circumstances,
  type EndedVorgang,
} from "../domain/standing.ts";
import { deletionDay, termOf, type RuledTerm } from "../domain/term.ts";
import type { EndedPlace, RetentionPorts } from "../ports.ts";
import { insertProof } from "../store/proof-store.ts";
import {
  closePass,
  deleteCircumstances,
  deleteOwnerNotesBefore,
  insertFileRemovals,
  insertOwnerNote,
  openPass,
} from "../store/removal-store.ts";
import { listTerms } from "../store/term-store.ts";
import { listCircumstances } from "./list-circumstances.ts";
import { removeFiles } from "./remove-files.ts";

const pageSize = 100;
/** How long an account is told that something of it was deleted. */
const noteDays = 365;

/**
 * Deletes every Vorgang whose term is over and that nothing keeps, one transaction each: all that any module has of it, and the proof instead.
 * May run any number of times, twice at once, and may be killed at any moment: files that are left behind are noted and go with the next run.
 * Ends early when `signal` is aborted. Gives how many were deleted.
 */
export async function deleteDue(
  context: Context,
  ports: RetentionPorts,
  signal: AbortSignal,
): Promise<number> {
  await removeFiles(context, ports.files);
  const oldest = addDays(dayOf(context.now), -noteDays);
  await context.transaction((db) =>
    deleteOwnerNotesBefore(db, context.tenantId, new Date(oldest)),
  );
  let deleted = 0;
  let after: EndedPlace | undefined;
  do {
    const page = await listDue(context, ports, after);
    for (const { id } of page) {
      if (signal.aborted) return deleted;
      if (await deleteOne(context, ports, id)) deleted += 1;
    }
    await removeFiles(context, ports.files);
    after = page.length < pageSize ? undefined : page.at(-1);
  } while (after);
  return deleted;
}

function listDue(
  context: Context,
  { vorgaenge }: RetentionPorts,
  after: EndedPlace | undefined,
): Promise<readonly EndedVorgang[]> {
  const to = dayOf(context.now);
  return context.transaction(async (db) => {
    const terms = await listTerms(db, context.tenantId);
    const ended = await vorgaenge.countEnded(context, db);
    const ranges = ended.flatMap(({ slug }) => {
      const term = termOf(terms, slug);
      const range = term && rangeOf(slug, term, { from: undefined, to });
      return range ? [range] : [];
    });
    const wanted = { ranges, after, limit: pageSize };
    return vorgaenge.listWithin(context, db, wanted);
  });
}

/** Asks all again under the lock: since the list was read somebody may have reopened it, or put a hold on it. */
async function deleteOne(
  context: Context,
  ports: RetentionPorts,
  id: string,
): Promise<boolean> {
  const { tenantId, now } = context;
  return context.transaction(async (db) => {
    const sought = { id, hiddenSlugs: [] };
    const ended = (await ports.vorgaenge.lock(context, db, sought))?.ended;
    const terms = await listTerms(db, tenantId);
    const term = ended && termOf(terms, ended.leistungSlug);
    if (!term) return false;
    const { listUnderway } = ports;
    const wanted = { vorgaenge: [ended], listUnderway };
    const known = (await listCircumstances(context, db, wanted))(ended);
    const today = dayOf(now);
    const standing = standingOf(ended, term, { ...known, today });
    if (standing.kind !== "runs" || standing.on > today) return false;
    await remove(context, db, { ports, ended, term, known });
    return true;
  });
}

type Doomed = {
  readonly ports: RetentionPorts;
  readonly ended: EndedVorgang;
  readonly term: RuledTerm;
  readonly known: Circumstances;
};

async function remove(context: Context, db: Db, doomed: Doomed): Promise<void> {
  const { tenantId, now } = context;
  const { ended } = doomed;
  const proofId = newId(now.getTime());
  const removing = { vorgangId: ended.id, submissionId: ended.submissionId };
  await openPass(db, tenantId, { ...removing, proofId });
  const removed = await removeAll(context, db, doomed);
  await insertFileRemovals(db, tenantId, removed.fileIds);
  const proof = proofOf(context, { ...doomed, proofId, removed });
  const hash = hashOfProof(proof);
  const statusKeyHash = removed.applicant?.statusKeyHash;
  await insertProof(db, tenantId, { ...proof, hash, statusKeyHash });
  await closePass(db, tenantId, ended.id);
  const owner = removed.applicant?.owner;
  if (owner) await insertOwnerNote(db, tenantId, { ...proof, proofId, owner });
  await recordAudit(context, db, {
    action: "retention.deleted",
    subject: { kind: "proof", id: proofId },
    details: { reference: proof.reference, hash: hash.toString("hex") },
  });
}

async function removeAll(
  context: Context,
  db: Db,
  { ports, ended }: Doomed,
): Promise<Removed> {
  const removing = { vorgangId: ended.id, submissionId: ended.submissionId };
  const all: Removed[] = [];
  for (const removeKept of ports.keepers)
    all.push(await removeKept(context, db, removing));
  const { tenantId } = context;
  const holds = await deleteCircumstances(db, tenantId, ended.id);
  const ids = [ended.id, ended.submissionId, ...all.flatMap((it) => it.ids)];
  const mailIds = await removeMailsAbout(db, tenantId, ids);
  await removeJobsAbout(db, tenantId, [...ids, ...mailIds]);
  const counts = { holds, mails: mailIds.length };
  return joinRemoved([...all, { counts, fileIds: [], ids: [] }]);
}

function proofOf(
  { now }: Context,
  {
    ended,
    term,
    known,
    proofId,
    removed,
  }: Doomed & { readonly proofId: string; readonly removed: Removed },
): Proof {
  const { count, unit, fromYearEnd, basis, rule } = term;
  const closedOn = dayOf(ended.endedAt);
  return {
    id: proofId,
    reference: ended.reference,
    leistungSlug: ended.leistungSlug,
    leistungTitle: ended.leistungTitle,
    receivedOn: dayOf(ended.receivedAt),
    closedOn,
    ending: ended.ending,
    dueOn: deletionDay(closedOn, term),
    deletedAt: now,
    term: { count, unit, fromYearEnd, basis, rule },
    archive: known.offer?.answer ?? "not-offered",
    counts: {
      ...removed.counts,
      ...(removed.fileIds.length > 0 ? { files: removed.fileIds.length } : {}),
    },
  };
}
