import type { Context } from "../../../platform/context/context.ts";
import { recordAudit } from "../../audit/index.ts";
import { findWorkScope, listOffice } from "../../staff/index.ts";
import {
  assignmentOf,
  isStep,
  type BatchResult,
  type BatchStep,
} from "../domain/batch.ts";
import type { Authority } from "../domain/authority.ts";
import type { VorgaengePorts } from "../ports.ts";
import {
  findBatch,
  findVorgaenge,
  finishBatch,
  listItems,
  saveResult,
  type StoredBatch,
  type StoredItem,
} from "../store/batch-store.ts";
import { listEvents } from "../store/event-store.ts";
import { assignVorgang } from "./assign-vorgang.ts";
import { labelVorgang } from "./change-labels.ts";
import { changeState, type ChangeStateRefusal } from "./change-state.ts";
import { batchPurpose } from "./plan-batch.ts";

export type BatchPorts = Pick<
  VorgaengePorts,
  "findNotificationAddress" | "tellApplicantOf"
>;

type Run = {
  readonly batch: StoredBatch;
  readonly note: string;
  readonly place: Authority | undefined;
  readonly ports: BatchPorts;
};

/**
 * Works off what waits of a batch, one Vorgang after the other, each in a transaction of its own and by the same rules as if its caseworker did
 * it. Runs again after a crash: an item that was done and not yet noted is recognised by its event. Whoever works here no more changes nothing.
 */
export async function runBatch(
  context: Context,
  batchId: string,
  how: {
    readonly ports: BatchPorts;
    readonly place: Authority | undefined;
    readonly signal: AbortSignal;
  },
): Promise<"done" | "stopped"> {
  const { tenantId } = context;
  const batch = await context.read((db) => findBatch(db, tenantId, batchId));
  if (!batch || batch.finishedAt) return "done";
  const acting = await actingFor(context, batch.staffId);
  const note = batch.encryptedNote
    ? await context.cipher.decrypt(batch.encryptedNote, batchPurpose(batchId))
    : Buffer.alloc(0);
  const run = { ...how, batch, note: note.toString("utf8") };
  const items = await context.read((db) => listItems(db, tenantId, batchId));
  for (const item of items) {
    if (item.result) continue;
    if (how.signal.aborted) return "stopped";
    const result = acting ? await doOne(acting, run, item) : "not-permitted";
    await context.transaction((db) =>
      saveResult(db, tenantId, { batchId, place: item.place, result }),
    );
  }
  await context.transaction((db) =>
    finishBatch(db, tenantId, { id: batchId, now: context.now }),
  );
  return "done";
}

/** In the name of whoever chose, as far as they may now. */
async function actingFor(
  context: Context,
  staffId: string,
): Promise<Context | undefined> {
  const { colleagues } = await listOffice(context);
  if (!colleagues.some((colleague) => colleague.staffId === staffId))
    return undefined;
  const may = (permission: string) =>
    permission === "vorgang.read" || permission === "vorgang.edit";
  return { ...context, actor: { kind: "staff", id: staffId, may } };
}

async function doOne(
  context: Context,
  run: Run,
  item: StoredItem,
): Promise<BatchResult> {
  const { action, target } = run.batch;
  const { vorgangId, expectedPosition } = item;
  if (isStep(action)) return takeStep(context, { ...run, item, action });
  if (action === "export") return exportOne(context, item);
  if (action === "labelled") {
    const change = { vorgangId, seen: [], ticked: [target] };
    const labelled = await labelVorgang(context, change);
    return labelled.ok ? "done" : labelled.refusal.kind;
  }
  const assignment = assignmentOf(action, target);
  if (!assignment) return "assignee-unsuitable";
  const assigned = await assignVorgang(context, {
    vorgangId,
    assignment,
    expectedPosition,
  });
  return assigned.ok ? "done" : assigned.refusal.kind;
}

async function takeStep(
  context: Context,
  {
    batch,
    note,
    place,
    ports,
    item,
    action,
  }: Run & { readonly item: StoredItem; readonly action: BatchStep },
): Promise<BatchResult> {
  const { vorgangId, expectedPosition } = item;
  const result = await changeState(
    context,
    {
      vorgangId,
      step: { kind: action },
      note,
      expectedPosition,
      statusLinkPrefix: `${place?.baseUrl ?? ""}/status/`,
      tellApplicant: place && ports.tellApplicantOf?.(place),
    },
    ports.findNotificationAddress,
  );
  if (result.ok) return "done";
  const kind = resultOf(result.refusal);
  if (kind !== "changed-meanwhile") return kind;
  const wasMine = await wasDone(context, { batch, item, action });
  return wasMine ? "done" : kind;
}

/** No batch decides, so none needs a Bescheid; its note was checked before. */
function resultOf({ kind }: ChangeStateRefusal): BatchResult {
  switch (kind) {
    case "note-missing":
    case "note-too-long":
    case "bescheid-needed":
      return "step-not-allowed";
    default:
      return kind;
  }
}

/** True where this batch had done it before a crash: its event follows what was seen. */
async function wasDone(
  context: Context,
  {
    batch,
    item,
    action,
  }: {
    readonly batch: StoredBatch;
    readonly item: StoredItem;
    readonly action: BatchStep;
  },
): Promise<boolean> {
  const events = await context.read((db) =>
    listEvents(db, context.tenantId, item.vorgangId),
  );
  return events.some(
    ({ position, kind, actorId, at }) =>
      position === item.expectedPosition + 1 &&
      kind === action &&
      actorId === batch.staffId &&
      at.getTime() >= batch.createdAt.getTime(),
  );
}

/** What leaves with an export is in the audit log, each Vorgang by itself. */
async function exportOne(
  context: Context,
  { vorgangId }: StoredItem,
): Promise<BatchResult> {
  const { tenantId } = context;
  const { hiddenSlugs } = await findWorkScope(context);
  return context.transaction(async (db) => {
    const ids = [vorgangId];
    const found = await findVorgaenge(db, tenantId, { ids, hiddenSlugs });
    if (!found.has(vorgangId)) return "not-found";
    await recordAudit(context, db, {
      action: "vorgang.list-exported",
      subject: { kind: "vorgang", id: vorgangId },
    });
    return "done";
  });
}
