import type { Context } from "../../../platform/context/context.ts";
import { asTenant } from "../../../platform/database/as-tenant.ts";
import type { Db } from "../../../platform/database/database.ts";
import { ok, refuse, type Result } from "../../../platform/result/result.ts";
import { isId, newId } from "../../../platform/values/id.ts";
import { recordAudit } from "../../audit/index.ts";
import { findWorkScope } from "../../staff/index.ts";
import type { Authority } from "../domain/authority.ts";
import type { Vorgang } from "../domain/vorgang.ts";
import { handOverMessage } from "../i18n/hand-over-message.ts";
import type { TellApplicant, VorgaengePorts } from "../ports.ts";
import { listArrivals, wasOpened } from "../store/hand-over-store.ts";
import {
  findVorgang,
  lockVorgangOfSubmission,
} from "../store/vorgang-store.ts";
import { amongAuthorities } from "./among-authorities.ts";
import { giveAway, trailOf } from "./give-away.ts";
import { asMachine, receiveArrival } from "./receive-arrival.ts";
import type { VorgangRefusal } from "./with-vorgang.ts";

type Ports = Pick<VorgaengePorts, "authorities" | "handOver">;

export type CallBackRefusal =
  | VorgangRefusal
  /** Somebody there has opened it, something has happened, or a back-office system has it: ask them to hand it back. */
  | { readonly kind: "touched-there" };

/** True as long as nobody at the authority that has it now has opened it, and nothing has happened there. The tenant is the transaction's. */
async function isUntouched(
  db: Db,
  tenantId: string,
  vorgang: Vorgang,
): Promise<boolean> {
  const arrivals = await listArrivals(db, tenantId, vorgang.id);
  const isAsItCame = arrivals.at(-1)?.position === vorgang.lastPosition;
  return isAsItCame && !(await wasOpened(db, tenantId, vorgang.id));
}

/** Whether a Vorgang that was handed over could be called back at this moment. */
export async function mayCallBack(
  context: Context,
  { handOver }: Pick<VorgaengePorts, "handOver">,
  { submissionId, handedTo: other }: Vorgang,
): Promise<boolean> {
  if (other === undefined || !context.actor.may("vorgang.edit")) return false;
  const { tenantId: own } = context;
  return context.transaction((db) =>
    asTenant(db, { own, other }, async () => {
      const there = await lockVorgangOfSubmission(db, other, submissionId);
      return (
        there !== undefined &&
        (await isUntouched(db, other, there)) &&
        handOver.mayStopDeliveries(db, submissionId)
      );
    }),
  );
}

/**
 * Takes a hand-over back as long as nobody at the other authority has opened it: there it ends, here it goes on. The applicant is told.
 * Recorded in the logs of both. Idempotent: what lies here again is done.
 */
export async function callBackVorgang(
  context: Context,
  ports: Ports,
  {
    vorgangId,
    tellApplicant,
  }: {
    readonly vorgangId: string;
    readonly tellApplicant: TellApplicant | undefined;
  },
): Promise<Result<void, CallBackRefusal>> {
  const { actor, tenantId } = context;
  if (!actor.may("vorgang.edit")) return refuse({ kind: "not-permitted" });
  if (!isId(vorgangId)) return refuse({ kind: "not-found" });
  const { hiddenSlugs } = await findWorkScope(context);
  const own = await ports.authorities.find(tenantId);
  // The message is encrypted within the transaction: by then the key is loaded.
  await context.cipher.encrypt(Buffer.from(""), "vorgaenge.call-back");
  const sought = { id: vorgangId, hiddenSlugs };
  const known = await context.transaction((db) =>
    findVorgang(db, tenantId, sought),
  );
  const both = await amongAuthorities(
    context,
    undefined,
    known?.handedTo === undefined ? [] : [known.handedTo],
  );
  return both.transaction<Result<void, CallBackRefusal>>(async (db) => {
    const vorgang = await findVorgang(db, tenantId, sought);
    if (!vorgang || !own) return refuse({ kind: "not-found" });
    if (vorgang.handedTo === undefined) return ok(undefined);
    const id = newId(context.now.getTime());
    const given = { ports, vorgang, id, to: own };
    const taken = await takeFrom(context, db, given);
    if (!taken) {
      const again = await findVorgang(db, tenantId, sought);
      const isHere = again?.handedTo === undefined;
      return isHere ? ok(undefined) : refuse({ kind: "touched-there" });
    }
    await takeIn(context, db, { vorgang, own, id, taken, tellApplicant });
    return ok(undefined);
  });
}

type Taken = {
  readonly fromName: string;
  readonly trail: readonly string[];
};

async function takeIn(
  context: Context,
  db: Db,
  {
    vorgang,
    own,
    id,
    taken,
    tellApplicant,
  }: {
    readonly vorgang: Vorgang;
    readonly own: Authority;
    readonly id: string;
    readonly taken: Taken;
    readonly tellApplicant: TellApplicant | undefined;
  },
): Promise<void> {
  await receiveArrival(context, db, {
    submissionId: vorgang.submissionId,
    transfer: undefined,
    arrival: {
      id,
      source: "handed-over",
      fromTenantId: vorgang.handedTo,
      ...taken,
      isCallBack: true,
      encryptedNote: undefined,
    },
  });
  const { submissionId, reference, leistungTitle: title } = vorgang;
  await tellApplicant?.(context, db, {
    submissionId,
    reference,
    title,
    kind: "message",
    text: handOverMessage("called-back", { name: own.name, reason: "" }),
  });
  await recordAudit(context, db, {
    action: "vorgang.called-back",
    subject: { kind: "vorgang", id: vorgang.id },
    details: { handOverId: id, fromTenantId: vorgang.handedTo ?? "" },
  });
}

type Given = {
  readonly ports: Ports;
  readonly vorgang: Vorgang;
  readonly id: string;
  readonly to: { readonly tenantId: string; readonly name: string };
};

/** The giver is locked first and the receiver after it, as in every hand-over: two at once wait for each other in one order. */
async function takeFrom(
  context: Context,
  db: Db,
  { ports, vorgang, id, to }: Given,
): Promise<Taken | undefined> {
  const { handedTo: other = "", submissionId } = vorgang;
  const { authorities, handOver } = ports;
  const there = authorities.contextIn(context, other);
  const name = (await authorities.find(other))?.name ?? "";
  return asTenant(db, { own: context.tenantId, other }, async () => {
    const theirs = await lockVorgangOfSubmission(db, other, submissionId);
    if (!theirs || !(await isUntouched(db, other, theirs))) return undefined;
    if (!(await handOver.stopDeliveries(db, submissionId))) return undefined;
    const { id: theirId } = theirs;
    const where = { tenantId: other, vorgangId: theirId, name };
    const trail = await trailOf(db, where);
    const given = { vorgang: theirs, id, to, authorities };
    const machine = asMachine(there);
    await giveAway(machine, db, { ...given, encryptedNote: undefined });
    await recordAudit(there, db, {
      action: "vorgang.taken-back-by-sender",
      subject: { kind: "vorgang", id: theirId },
      details: { handOverId: id, byTenantId: context.tenantId },
    });
    return { fromName: name, trail };
  });
}
