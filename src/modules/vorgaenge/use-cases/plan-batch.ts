import type { Context } from "../../../platform/context/context.ts";
import { enqueue } from "../../../platform/jobs/enqueue.ts";
import { ok, refuse, type Result } from "../../../platform/result/result.ts";
import { newId } from "../../../platform/values/id.ts";
import { recordAudit } from "../../audit/index.ts";
import { findWorkScope } from "../../staff/index.ts";
import {
  mostInBatch,
  needsTarget,
  verdictOn,
  type BatchAction,
  type BatchItem,
  type BatchVerdict,
} from "../domain/batch.ts";
import { faultOfNote, normaliseNote, type NoteFault } from "../domain/note.ts";
import { batchJob } from "../domain/queue-jobs.ts";
import type { QueueQuery } from "../domain/queue-query.ts";
import type { StateNames } from "../domain/state-names.ts";
import type { Vorgang } from "../domain/vorgang.ts";
import { findVorgaenge, insertBatch } from "../store/batch-store.ts";
import { findNamedVorgaenge } from "../store/state-name-store.ts";
import { listQueue } from "../store/queue-store.ts";
import { queueScope, readQueueGround } from "./queue-scope.ts";

export type PlannedItem = BatchItem & {
  readonly vorgang: Vorgang | undefined;
  readonly verdict: BatchVerdict;
  /** What the office calls the states of its Leistung. */
  readonly stateNames: StateNames | undefined;
};

export type PlanBatchInput = {
  readonly action: BatchAction;
  /** Id of a person, team or label; empty where none was chosen or needed. */
  readonly target: string;
  readonly items: readonly BatchItem[];
};

export type BatchRefusal =
  | { readonly kind: "not-permitted" }
  | { readonly kind: "nothing-chosen" }
  | { readonly kind: "too-many" }
  | { readonly kind: "target-missing" }
  | { readonly kind: NoteFault };

/** The first of a list, as many as a batch may have, with what is known of them now. */
export async function itemsOfList(
  context: Context,
  query: QueueQuery,
): Promise<readonly BatchItem[]> {
  const { tenantId, actor } = context;
  if (!actor.may("vorgang.read")) return [];
  const ground = await readQueueGround(context);
  const scope = await queueScope(context, query.narrowing, ground);
  const { filter, order } = query;
  const entries = await context.read((db) =>
    listQueue(db, tenantId, {
      filter,
      order,
      scope,
      after: undefined,
      limit: mostInBatch,
    }),
  );
  return entries.map(({ id, lastPosition }) => ({
    vorgangId: id,
    expectedPosition: lastPosition,
  }));
}

/** What a batch would do to each item, and what it cannot do. Changes nothing. */
export async function previewBatch(
  context: Context,
  { action, target, items }: PlanBatchInput,
): Promise<Result<readonly PlannedItem[], BatchRefusal>> {
  const refused = refusalOf(context, { action, items });
  if (refused) return refuse(refused);
  const { hiddenSlugs } = await findWorkScope(context);
  const ids = items.map(({ vorgangId }) => vorgangId);
  const found = await context.read((db) =>
    findNamedVorgaenge(db, context.tenantId, { ids, hiddenSlugs }),
  );
  return ok(
    items.map((item) => {
      const { vorgang, stateNames } = found.get(item.vorgangId) ?? {};
      const { expectedPosition } = item;
      const verdict = verdictOn(vorgang, { action, target, expectedPosition });
      return { ...item, vorgang, verdict, stateNames };
    }),
  );
}

/**
 * Keeps a batch and lets a job work it off: what is done to each item is decided then, as if it were done alone. Gives the batch's id.
 */
export async function startBatch(
  context: Context,
  input: PlanBatchInput & { readonly text: string },
): Promise<Result<{ readonly id: string }, BatchRefusal>> {
  const { actor, tenantId, now } = context;
  const { action, target, items } = input;
  const refused = refusalOf(context, input);
  if (refused) return refuse(refused);
  if (needsTarget(action) && target === "")
    return refuse({ kind: "target-missing" });
  const note =
    action === "note-to-applicant" ? normaliseNote(input.text) : undefined;
  const fault =
    action === "note-to-applicant" ? faultOfNote(action, note) : undefined;
  if (fault) return refuse({ kind: fault });
  const id = newId(now.getTime());
  const encryptedNote =
    note === undefined
      ? undefined
      : await context.cipher.encrypt(Buffer.from(note), batchPurpose(id));
  const found = await vorgaengeOf(context, items);
  await context.transaction(async (db) => {
    await insertBatch(db, tenantId, {
      id,
      staffId: actor.id,
      action,
      target,
      encryptedNote,
      createdAt: now,
      items: items.map((item) => ({
        ...item,
        reference: found.get(item.vorgangId)?.reference ?? "",
      })),
    });
    await recordAudit(context, db, {
      action: "batch.started",
      subject: { kind: "batch", id },
      details: { what: action, count: items.length },
    });
    await enqueue(db, {
      name: batchJob,
      payload: { batchId: id },
      uniqueKey: id,
    });
  });
  return ok({ id });
}

/** What the text of a batch is encrypted for. */
export function batchPurpose(id: string): string {
  return `vorgaenge.batch:${id}`;
}

function refusalOf(
  { actor }: Context,
  { action, items }: Pick<PlanBatchInput, "action" | "items">,
): BatchRefusal | undefined {
  const needed = action === "export" ? "vorgang.read" : "vorgang.edit";
  if (!actor.may(needed)) return { kind: "not-permitted" };
  if (items.length === 0) return { kind: "nothing-chosen" };
  return items.length > mostInBatch ? { kind: "too-many" } : undefined;
}

async function vorgaengeOf(
  context: Context,
  items: readonly BatchItem[],
): Promise<ReadonlyMap<string, Vorgang>> {
  const { hiddenSlugs } = await findWorkScope(context);
  const ids = items.map(({ vorgangId }) => vorgangId);
  return context.read((db) =>
    findVorgaenge(db, context.tenantId, { ids, hiddenSlugs }),
  );
}
