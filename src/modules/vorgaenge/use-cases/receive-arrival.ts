import type { Context } from "../../../platform/context/context.ts";
import type { Db } from "../../../platform/database/database.ts";
import { recordAudit } from "../../audit/index.ts";
import type { Vorgang } from "../domain/vorgang.ts";
import type { PreparedTransfer } from "../exchange-ports.ts";
import {
  findArrived,
  insertArrival,
  type StoredArrival,
} from "../store/hand-over-store.ts";
import { lockVorgangOfSubmission } from "../store/vorgang-store.ts";
import { appendEvent } from "./append-event.ts";
import { openVorgang } from "./open-vorgang.ts";
import { reindexVorgang } from "./search-index.ts";

/** Something that comes to an authority otherwise than by its own portal: from another authority, or from outside. */
export type ArrivalInput = Omit<StoredArrival, "position" | "at">;

/**
 * The one way by which an application enters the queue of an authority that was not sent in its own portal: handed over by another authority,
 * or brought by FIT-Connect from another portal. In the caller's transaction of the receiving tenant. What the authority had before and gave
 * away is alive again, with its history; all else is a new Vorgang, received when it arrived, with the day of the deposit kept. Gives the id of the
 * Vorgang. Idempotent by the id of the arrival, and by the submission as long as it lies here.
 */
export async function receiveArrival(
  context: Context,
  db: Db,
  {
    submissionId,
    arrival,
    transfer,
  }: {
    readonly submissionId: string;
    readonly arrival: ArrivalInput;
    /** Undefined: comes back as it went. */
    readonly transfer: PreparedTransfer | undefined;
  },
): Promise<string> {
  const { tenantId, now } = context;
  const done = await findArrived(db, tenantId, arrival.id);
  if (done !== undefined) return done;
  const known = await lockVorgangOfSubmission(db, tenantId, submissionId);
  if (known && !isGone(known)) return known.id;
  await transfer?.write(context, db);
  if (known) {
    const acting = arrival.isCallBack ? context : asMachine(context);
    await revive(acting, db, known);
    if (transfer) await reindexVorgang(context, db, transfer.event);
  } else if (transfer)
    await openVorgang(context, db, { ...transfer.event, arrivedAt: now });
  const arrived = await lockVorgangOfSubmission(db, tenantId, submissionId);
  if (!arrived) throw new Error("vorgaenge: nothing to open for an arrival");
  const { id: vorgangId, lastPosition: position } = arrived;
  const entry = { ...arrival, vorgangId, position, at: now };
  await insertArrival(db, tenantId, entry);
  await recordAudit(context, db, {
    action: "vorgang.arrived",
    subject: { kind: "vorgang", id: vorgangId },
    details: { source: arrival.source, from: arrival.fromName },
  });
  return vorgangId;
}

function isGone({ handedTo }: Vorgang): boolean {
  return handedTo !== undefined;
}

/** It was given away and is back: new for everybody here but who called it back. */
async function revive(
  context: Context,
  db: Db,
  vorgang: Vorgang,
): Promise<void> {
  await appendEvent(context, db, {
    vorgang,
    happening: { step: { kind: "returned" }, encryptedNote: undefined },
  });
}

/** Whoever acts is staff of another authority: in the history of this one they are nobody's colleague, and have read nothing. */
export function asMachine(context: Context): Context {
  const actor = { kind: "system", id: "system", may: () => false } as const;
  return { ...context, actor };
}
