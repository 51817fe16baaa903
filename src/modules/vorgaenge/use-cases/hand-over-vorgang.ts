import type { Context } from "../../../platform/context/context.ts";
import { asTenant } from "../../../platform/database/as-tenant.ts";
import type { Db } from "../../../platform/database/database.ts";
import { ok, refuse, type Result } from "../../../platform/result/result.ts";
import { isId, newId } from "../../../platform/values/id.ts";
import { recordAudit } from "../../audit/index.ts";
import { findWorkScope, listStaffNames } from "../../staff/index.ts";
import type { Authority } from "../domain/authority.ts";
import {
  arrivalPurpose,
  faultOfHandOver,
  type ArrivalNote,
  type HandOverFault,
} from "../domain/hand-over.ts";
import { internalNotePurpose } from "../domain/internal-note.ts";
import { normaliseNote } from "../domain/note.ts";
import { isAllowed } from "../domain/states.ts";
import { notePurpose, type Vorgang } from "../domain/vorgang.ts";
import type { PreparedTransfer } from "../exchange-ports.ts";
import { handOverMessage } from "../i18n/hand-over-message.ts";
import type { TellApplicant, VorgaengePorts } from "../ports.ts";
import { listNotes } from "../store/note-store.ts";
import { findVorgang, findVorgangForUpdate } from "../store/vorgang-store.ts";
import { decryptText } from "./decrypt-text.ts";
import { amongAuthorities } from "./among-authorities.ts";
import { giveAway, trailOf } from "./give-away.ts";
import { isDoneAlready } from "./is-done-already.ts";
import { receiveArrival } from "./receive-arrival.ts";
import type { VorgangRefusal } from "./with-vorgang.ts";

export type HandOverInput = {
  readonly vorgangId: string;
  /** Tenant of the authority that is responsible. */
  readonly toTenantId: string;
  /** Why; the applicant reads it. */
  readonly reason: string;
  /** For the other office only; may be empty. */
  readonly note: string;
  /** Internal notes that travel along; all others stay. */
  readonly noteIds: readonly string[];
  /** Number of the last event the caller saw. */
  readonly expectedPosition: number;
  readonly tellApplicant: TellApplicant | undefined;
};

export type HandOverRefusal =
  | VorgangRefusal
  | { readonly kind: HandOverFault }
  /** Somebody else was faster; nothing was overwritten. */
  | { readonly kind: "changed-meanwhile" };

type Ports = Pick<VorgaengePorts, "authorities" | "handOver">;

/**
 * Hands a Vorgang over to the authority that is responsible, which becomes its controller: in one transaction it gets what was sent and a
 * Vorgang of its own, and the one here ends, read-only, with its history. Open questions, periods and expert opinions end with it, and what waits
 * for a back-office system of this authority is not sent. The applicant is told to whom and why. Recorded in the logs of both. Sending the same
 * form twice does it once.
 */
export async function handOverVorgang(
  context: Context,
  ports: Ports,
  input: HandOverInput,
): Promise<Result<void, HandOverRefusal>> {
  const fault = faultOfHandOver(input);
  const found = await findBoth(context, ports, input);
  if (!found.ok) return found;
  if (fault) return refuse({ kind: fault });
  const ready = await prepare(context, ports, { ...found.value, input });
  if (!ready) return refuse({ kind: "not-found" });
  const { tenantId } = context;
  const both = await amongAuthorities(context, input.vorgangId, [
    ready.target.tenantId,
  ]);
  return both.transaction<Result<void, HandOverRefusal>>(async (db) => {
    const vorgang = await findVorgangForUpdate(db, tenantId, ready.sought);
    if (!vorgang) return refuse({ kind: "not-found" });
    const step = { kind: "handed-over" } as const;
    if (vorgang.lastPosition !== input.expectedPosition) {
      const asked = { ...input, step, note: ready.reason };
      const wasDone = await isDoneAlready(context, db, asked);
      return wasDone ? ok(undefined) : refuse({ kind: "changed-meanwhile" });
    }
    const mayGo = isAllowed(vorgang.state, step.kind);
    if (!mayGo) return refuse({ kind: "changed-meanwhile" });
    await pass(context, db, { ports, vorgang, ready });
    await tell(context, db, { input, vorgang, ready });
    await recordAudit(context, db, {
      action: "vorgang.handed-over",
      subject: { kind: "vorgang", id: vorgang.id },
      details: { handOverId: ready.id, toTenantId: ready.target.tenantId },
    });
    return ok(undefined);
  });
}

type Both = {
  readonly own: Authority;
  readonly target: Authority;
  readonly sought: {
    readonly id: string;
    readonly hiddenSlugs: readonly string[];
  };
  readonly submissionId: string;
};

async function findBoth(
  context: Context,
  { authorities }: Ports,
  { vorgangId, toTenantId }: HandOverInput,
): Promise<Result<Both, HandOverRefusal>> {
  if (!context.actor.may("vorgang.edit"))
    return refuse({ kind: "not-permitted" });
  if (!isId(vorgangId)) return refuse({ kind: "not-found" });
  const { hiddenSlugs } = await findWorkScope(context);
  const sought = { id: vorgangId, hiddenSlugs };
  const vorgang = await context.transaction((db) =>
    findVorgang(db, context.tenantId, sought),
  );
  if (!vorgang) return refuse({ kind: "not-found" });
  const own = await authorities.find(context.tenantId);
  const isOther = isId(toTenantId) && toTenantId !== context.tenantId;
  const target = isOther ? await authorities.find(toTenantId) : undefined;
  if (!own || !target) return refuse({ kind: "hand-over-nobody" });
  return ok({ own, target, sought, submissionId: vorgang.submissionId });
}

type Ready = Both & {
  readonly id: string;
  readonly there: Context;
  readonly transfer: PreparedTransfer;
  readonly reason: string;
  readonly encryptedReason: Buffer;
  readonly encryptedNote: Buffer;
};

/** All that takes long, and all keys, before the transaction begins. */
async function prepare(
  context: Context,
  { authorities, handOver }: Ports,
  { input, ...both }: Both & { readonly input: HandOverInput },
): Promise<Ready | undefined> {
  const there = authorities.contextIn(context, both.target.tenantId);
  const { submissionId } = both;
  const transfer = await handOver.prepareTransfer(context, there, submissionId);
  if (!transfer) return undefined;
  const id = newId(context.now.getTime());
  const reason = normaliseNote(input.reason) ?? "";
  const note: ArrivalNote = {
    reason,
    text: normaliseNote(input.note) ?? "",
    notes: await readNotes(context, input),
  };
  const place = notePurpose(input.vorgangId, input.expectedPosition + 1);
  return {
    ...both,
    id,
    there,
    transfer,
    reason,
    encryptedReason: await context.cipher.encrypt(Buffer.from(reason), place),
    encryptedNote: await there.cipher.encrypt(
      Buffer.from(JSON.stringify(note)),
      arrivalPurpose(id),
    ),
  };
}

/** Notes that were chosen, with who wrote them as they are called here. */
async function readNotes(
  context: Context,
  { vorgangId, noteIds }: HandOverInput,
): Promise<ArrivalNote["notes"]> {
  if (noteIds.length === 0) return [];
  const all = await context.transaction((db) =>
    listNotes(db, context.tenantId, vorgangId),
  );
  const chosen = all.filter(({ id }) => noteIds.includes(id));
  const names = await listStaffNames(
    context,
    chosen.map(({ authorId }) => authorId),
  );
  return Promise.all(
    chosen.map(async ({ id, authorId, at, encryptedText }) => ({
      by: names.get(authorId) ?? "",
      at: at.toISOString(),
      text: await decryptText(context, encryptedText, {
        purpose: internalNotePurpose(id),
      }),
    })),
  );
}

async function pass(
  context: Context,
  db: Db,
  {
    ports,
    vorgang,
    ready,
  }: {
    readonly ports: Ports;
    readonly vorgang: Vorgang;
    readonly ready: Ready;
  },
): Promise<void> {
  const { tenantId: own } = context;
  const { id, there, target, transfer } = ready;
  const { authorities, handOver } = ports;
  const trail = await trailOf(db, {
    tenantId: own,
    vorgangId: vorgang.id,
    name: ready.own.name,
  });
  await giveAway(context, db, {
    vorgang,
    id,
    to: target,
    encryptedNote: ready.encryptedReason,
    authorities,
  });
  await handOver.stopDeliveries(db, vorgang.submissionId);
  await asTenant(db, { own, other: target.tenantId }, () =>
    receiveArrival(there, db, {
      submissionId: vorgang.submissionId,
      transfer,
      arrival: {
        id,
        source: "handed-over",
        fromTenantId: own,
        fromName: ready.own.name,
        trail,
        isCallBack: false,
        encryptedNote: ready.encryptedNote,
      },
    }),
  );
}

async function tell(
  context: Context,
  db: Db,
  {
    input,
    vorgang,
    ready,
  }: {
    readonly input: HandOverInput;
    readonly vorgang: Vorgang;
    readonly ready: Ready;
  },
): Promise<void> {
  const { submissionId, reference, leistungTitle: title } = vorgang;
  const { target, reason } = ready;
  await input.tellApplicant?.(context, db, {
    submissionId,
    reference,
    title,
    kind: "message",
    text: handOverMessage("handed-over", { name: target.name, reason }),
  });
}
