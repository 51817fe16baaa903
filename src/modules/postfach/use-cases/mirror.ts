import type { Context } from "../../../platform/context/context.ts";
import type { Db } from "../../../platform/database/database.ts";
import { enqueueForTenant } from "../../../platform/jobs/enqueue.ts";
import type {
  OutsideAnswer,
  SendOutcome,
} from "../../../platform/outside-postfach/outside-postfach.ts";
import { isId } from "../../../platform/values/id.ts";
import { recordAudit } from "../../audit/index.ts";
import { mirrorJob } from "../domain/postfach-jobs.ts";
import type { Mirroring, PostfachPorts } from "../ports.ts";
import {
  changeMirror,
  insertMirror,
  listOpenMirrors,
  takeMirror,
  type Mirror,
} from "../store/mirror-store.ts";
import { copyForOutside } from "./copy-for-outside.ts";
import { decryptText } from "./decrypt.ts";

export type MirrorPorts = Pick<
  PostfachPorts,
  "portalOf" | "mirroring" | "files"
>;

/** Two days of trying each hour. */
const mostAttempts = 48;
const hourMs = 3_600_000;
const mostHoursUnanswered = 72;

export const handlePurpose = (messageId: string) =>
  `postfach/mirror/${messageId}`;

/** Notes that a message is to be copied to where somebody has another Postfach; in the transaction of its notice. */
export async function noteMirror(
  context: Context,
  db: Db,
  {
    messageId,
    elsewhere,
  }: {
    readonly messageId: string;
    readonly elsewhere: { readonly provider: string; readonly handle: string };
  },
): Promise<void> {
  const { tenantId, now, cipher } = context;
  const handle = await cipher.encrypt(
    Buffer.from(elsewhere.handle),
    handlePurpose(messageId),
  );
  const { provider } = elsewhere;
  await insertMirror(db, tenantId, { messageId, provider, handle, at: now });
  await enqueueForTenant(db, mirrorJob);
}

/** Sends copies that wait, and asks what became of those that were taken. May run any number of times, also at once. */
export async function mirrorMessages(
  context: Context,
  ports: MirrorPorts,
  signal: AbortSignal,
): Promise<void> {
  const { mirroring } = ports;
  if (!mirroring) return;
  const open = await context.read((db) =>
    listOpenMirrors(db, context.tenantId),
  );
  for (const messageId of open) {
    if (signal.aborted) return;
    await context.transaction(async (db) => {
      const mirror = await takeMirror(db, context.tenantId, messageId);
      if (!mirror) return;
      const work = { mirror, mirroring, ports, signal };
      if (mirror.state === "waiting") await sendCopy(context, db, work);
      if (mirror.state === "sent") await askFor(context, db, work);
    });
  }
}

type Work = {
  readonly mirror: Mirror;
  readonly mirroring: Mirroring;
  readonly ports: MirrorPorts;
  readonly signal: AbortSignal;
};

async function sendCopy(context: Context, db: Db, work: Work): Promise<void> {
  const { mirror, mirroring, ports, signal } = work;
  const { now, tenantId } = context;
  const { message_id: messageId } = mirror;
  const postfach = mirroring.postfachAt(mirror.provider);
  const purpose = handlePurpose(messageId);
  const handle = await decryptText(context, mirror.handle, purpose);
  const copied = { messageId, handle, ports };
  const copy = postfach && (await copyForOutside(context, db, copied));
  if (!postfach || !copy) return;
  const outcome = await postfach.send(messageId, copy, { now, signal });
  const attempts = mirror.attempts + 1;
  const next = afterSending(outcome, attempts);
  await changeMirror(db, tenantId, { messageId, ...next, attempts, at: now });
  if (next.state === "sent")
    await recordAudit(context, db, {
      action: "postfach.mirrored",
      subject: { kind: "postfach-message", id: messageId },
      details: { provider: mirror.provider },
    });
}

function afterSending(outcome: SendOutcome, attempts: number) {
  if (outcome.kind === "accepted") return { state: "sent" } as const;
  const isOver = outcome.kind === "refused" || attempts >= mostAttempts;
  return {
    state: isOver ? "failed" : "waiting",
    reason: outcome.reason,
  } as const;
}

async function askFor(
  { tenantId, now }: Context,
  db: Db,
  { mirror, mirroring, signal }: Work,
): Promise<void> {
  const answer = await mirroring
    .postfachAt(mirror.provider)
    ?.answerTo(mirror.message_id, signal);
  const hours = (now.getTime() - mirror.changed_at.getTime()) / hourMs;
  const next = answer && afterAnswer(answer, hours);
  if (!next) return;
  const { message_id: messageId, attempts } = mirror;
  await changeMirror(db, tenantId, { messageId, attempts, at: now, ...next });
}

function afterAnswer(answer: OutsideAnswer, hours: number) {
  if (answer.kind === "acknowledged") return { state: "acknowledged" } as const;
  if (answer.kind === "refused")
    return { state: "failed", reason: answer.reason } as const;
  return hours < mostHoursUnanswered
    ? undefined
    : ({ state: "failed", reason: "no-answer" } as const);
}

/** Tries a copy that failed once more. Not permitted, not failed and unknown are one answer: false. */
export async function mirrorAgain(
  context: Context,
  messageId: string,
): Promise<boolean> {
  const { actor, tenantId, now } = context;
  if (!actor.may("vorgang.edit") || !isId(messageId)) return false;
  return context.transaction(async (db) => {
    const mirror = await takeMirror(db, tenantId, messageId);
    if (mirror?.state !== "failed") return false;
    const again = {
      messageId,
      state: "waiting",
      attempts: 0,
      at: now,
    } as const;
    await changeMirror(db, tenantId, again);
    await enqueueForTenant(db, mirrorJob);
    await recordAudit(context, db, {
      action: "postfach.mirrored-again",
      subject: { kind: "postfach-message", id: messageId },
    });
    return true;
  });
}
