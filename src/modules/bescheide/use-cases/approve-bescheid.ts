import type { Context } from "../../../platform/context/context.ts";
import { enqueue } from "../../../platform/jobs/enqueue.ts";
import { ok, refuse, type Result } from "../../../platform/result/result.ts";
import { mayRelease } from "../domain/bescheid.ts";
import { releaseJob } from "../domain/bescheide-jobs.ts";
import { findRules } from "../store/rules-store.ts";
import { changeBescheid, type ChangeRefusal } from "./change-bescheid.ts";
import { releaserOf, soughtBy } from "./find-bescheid.ts";

export type ApproveBescheidInput = {
  readonly id: string;
  readonly revision: number;
  /** Of the document that was looked at, and nothing else is released. */
  readonly sha256: string;
  /** Number of the last event of the Vorgang that was seen. */
  readonly seenPosition: number;
};

/** How long the page has for the seal before a job tries. */
const jobAfterMs = 60_000;

/**
 * Releases a document: from here on it goes its way by itself, at once where the seal is there, else by a job. Where the Leistung asks for four
 * eyes, nobody releases what they wrote.
 */
export async function approveBescheid(
  context: Context,
  { id, revision, sha256, seenPosition }: ApproveBescheidInput,
): Promise<Result<void, ChangeRefusal>> {
  const { actor, tenantId, now } = context;
  const sought = await soughtBy(context, id);
  if (!sought) return refuse({ kind: "not-found" });
  const approved = await changeBescheid(context, {
    sought,
    revision,
    from: ["waiting"],
    change: async (bescheid, db) => {
      const rules = await findRules(db, tenantId, bescheid.leistungSlug);
      const isTheDocument = bescheid.fixed?.sha256 === sha256;
      if (!isTheDocument || !mayRelease(bescheid, rules, releaserOf(context)))
        return undefined;
      await enqueue(db, {
        name: releaseJob,
        payload: { bescheidId: id },
        // A release that was taken back may still be in the hands of a worker.
        uniqueKey: `${id}/${String(revision)}`,
        runAt: new Date(now.getTime() + jobAfterMs),
      });
      return {
        state: "approved",
        approved_by: actor.id,
        approved_at: now,
        approved_position: seenPosition,
        fault: null,
      };
    },
    action: "bescheid.approved",
    details: { sha256 },
  });
  return approved.ok ? ok(undefined) : approved;
}
