import type { Db } from "../../../platform/database/database.ts";
import type { Context } from "../../../platform/context/context.ts";
import { ok, refuse, type Result } from "../../../platform/result/result.ts";
import { isId } from "../../../platform/values/id.ts";
import { recordAudit } from "../../audit/index.ts";
import { findWorkScope } from "../../staff/index.ts";
import type { Step } from "../domain/events.ts";
import { faultOfNote, normaliseNote, type NoteFault } from "../domain/note.ts";
import { isAllowed } from "../domain/states.ts";
import { notePurpose, type Vorgang } from "../domain/vorgang.ts";
import type {
  FindNotificationAddress,
  MayDecidePlainly,
  NotificationAddress,
  TellApplicant,
} from "../ports.ts";
import {
  findVorgang,
  findVorgangForUpdate,
  type SoughtVorgang,
} from "../store/vorgang-store.ts";
import { appendEvent } from "./append-event.ts";
import { isDoneAlready } from "./is-done-already.ts";
import { notifyApplicant } from "./notify-applicant.ts";

export type ChangeStateInput = {
  readonly vorgangId: string;
  readonly step: Step;
  /** Text to the applicant; empty for none. */
  readonly note: string;
  /** Number of the last event the caller saw. */
  readonly expectedPosition: number;
  /** Address of the status page without the key, for the notice. */
  readonly statusLinkPrefix: string;
  /** Takes the text to the Postfach; without it only the history has it. */
  readonly tellApplicant?: TellApplicant | undefined;
  /** Without it every Leistung may be decided by a step. */
  readonly mayDecidePlainly?: MayDecidePlainly | undefined;
  /** What else belongs to the event, in its transaction; gets the number of the event. */
  readonly writeAlong?: (db: Db, position: number) => Promise<void>;
};

export type ChangeStateRefusal =
  | { readonly kind: "not-permitted" }
  | { readonly kind: "not-found" }
  /** Somebody else was faster; nothing was overwritten. */
  | { readonly kind: "changed-meanwhile" }
  | { readonly kind: "step-not-allowed" }
  /** This Leistung is decided by a Bescheid only. */
  | { readonly kind: "bescheid-needed" }
  | { readonly kind: NoteFault };

/**
 * Adds one event to a Vorgang of the caller's own authority: state, audit entry and notice to the applicant are written
 * together. The notice says only that there is something new. Sending the same form twice changes once, and both times
 * it is done.
 */
export async function changeState(
  context: Context,
  input: ChangeStateInput,
  findNotificationAddress: FindNotificationAddress,
): Promise<Result<void, ChangeStateRefusal>> {
  const { actor, tenantId } = context;
  if (!actor.may("vorgang.edit")) return refuse({ kind: "not-permitted" });
  if (!isId(input.vorgangId)) return refuse({ kind: "not-found" });
  const note = normaliseNote(input.note);
  const noteFault = faultOfNote(input.step.kind, note);
  if (noteFault) return refuse({ kind: noteFault });

  // Before the change begins: a transaction that waits for a second connection can block all of them.
  const { hiddenSlugs } = await findWorkScope(context);
  const sought = { id: input.vorgangId, hiddenSlugs };
  const address = await findAddress(
    context,
    sought,
    isToldByPostfach(input, note) ? nobody : findNotificationAddress,
  );
  const encryptedNote = await encryptNote(context, input, note);
  return context.transaction(async (db) => {
    const vorgang = await findVorgangForUpdate(db, tenantId, sought);
    if (!vorgang) return refuse({ kind: "not-found" });
    if (vorgang.lastPosition !== input.expectedPosition) {
      const wasDone = await isDoneAlready(context, db, { ...input, note });
      return wasDone ? ok(undefined) : refuse({ kind: "changed-meanwhile" });
    }
    const refusal = await refusalOfStep(context, db, { vorgang, input });
    if (refusal) return refuse(refusal);
    await appendEvent(context, db, {
      vorgang,
      happening: { step: input.step, encryptedNote },
    });
    await input.writeAlong?.(db, vorgang.lastPosition + 1);
    await tellApplicant(context, db, { vorgang, input, note });
    const { statusLinkPrefix } = input;
    if (address)
      await notifyApplicant(context, db, {
        vorgang,
        address,
        statusLinkPrefix,
      });
    await recordStep(context, db, input);
    return ok(undefined);
  });
}

async function refusalOfStep(
  context: Context,
  db: Db,
  { vorgang, input }: { vorgang: Vorgang; input: ChangeStateInput },
): Promise<ChangeStateRefusal | undefined> {
  const { step, mayDecidePlainly } = input;
  if (!isAllowed(vorgang.state, step.kind)) return { kind: "step-not-allowed" };
  if (vorgang.handedTo !== undefined && step.kind !== "closed")
    return { kind: "step-not-allowed" };
  const isDecision = step.kind === "decided" && step.outcome !== "no-decision";
  if (!isDecision || !mayDecidePlainly) return undefined;
  return (await mayDecidePlainly(context, db, vorgang.leistungSlug))
    ? undefined
    : { kind: "bescheid-needed" };
}

function recordStep(
  context: Context,
  db: Db,
  { vorgangId, step }: Pick<ChangeStateInput, "vorgangId" | "step">,
): Promise<void> {
  return recordAudit(context, db, {
    action: `vorgang.${step.kind}`,
    subject: { kind: "vorgang", id: vorgangId },
    details: step.kind === "decided" ? { outcome: step.outcome } : {},
  });
}

async function tellApplicant(
  context: Context,
  db: Db,
  {
    vorgang,
    input,
    note,
  }: {
    readonly vorgang: Vorgang;
    readonly input: ChangeStateInput;
    readonly note: string | undefined;
  },
): Promise<void> {
  if (note !== undefined)
    await input.tellApplicant?.(context, db, messageOf(vorgang, input, note));
}

/** A question, a decision, or just something to know. */
function messageOf(
  { submissionId, reference, leistungTitle: title }: Vorgang,
  { step }: Pick<ChangeStateInput, "step">,
  text: string,
): Parameters<TellApplicant>[2] {
  const kinds: Partial<Record<Step["kind"], "question" | "decision">> = {
    "question-asked": "question",
    decided: "decision",
  };
  const kind = kinds[step.kind] ?? "message";
  return { submissionId, reference, title, kind, text };
}

const nobody: FindNotificationAddress = () => Promise.resolve(undefined);

/** The Postfach tells of what it gets. */
function isToldByPostfach(
  { tellApplicant: postfach }: ChangeStateInput,
  note: string | undefined,
): boolean {
  return postfach !== undefined && note !== undefined;
}

async function findAddress(
  context: Context,
  sought: SoughtVorgang,
  findNotificationAddress: FindNotificationAddress,
): Promise<NotificationAddress | undefined> {
  const vorgang = await context.transaction((db) =>
    findVorgang(db, context.tenantId, sought),
  );
  return vorgang && findNotificationAddress(context, vorgang.submissionId);
}

async function encryptNote(
  context: Context,
  { vorgangId, expectedPosition }: ChangeStateInput,
  note: string | undefined,
): Promise<Buffer | undefined> {
  if (note === undefined) return undefined;
  const purpose = notePurpose(vorgangId, expectedPosition + 1);
  return context.cipher.encrypt(Buffer.from(note, "utf8"), purpose);
}
