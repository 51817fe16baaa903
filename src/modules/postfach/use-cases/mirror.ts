import type { Context } from "../../../platform/context/context.ts";
import type { Db } from "../../../platform/database/database.ts";
import { enqueue } from "../../../platform/jobs/enqueue.ts";
import { isId } from "../../../platform/values/id.ts";
import {
  handleField,
  sealEnvelope,
  type ZbpMessage,
} from "../../../platform/zbp/zbp-message.ts";
import type {
  ZbpAnswer,
  ZbpOutcome,
} from "../../../platform/zbp/zbp-bridge.ts";
import { recordAudit } from "../../audit/index.ts";
import { mirrorJob } from "../domain/postfach-jobs.ts";
import { postfachTexts } from "../i18n/texts.ts";
import type { Mirroring, PostfachPorts } from "../ports.ts";
import { findMessage } from "../store/message-store.ts";
import {
  changeMirror,
  insertMirror,
  listOpenMirrors,
  takeMirror,
  type Mirror,
} from "../store/mirror-store.ts";
import { findThreadOfMessage } from "../store/thread-store.ts";
import { decryptText } from "./decrypt.ts";
import { textOf } from "./read-thread.ts";

export type MirrorPorts = Pick<PostfachPorts, "portalOf" | "mirroring">;

/** Two days of trying each hour. */
const mostAttempts = 48;
const hourMs = 3_600_000;
const mostHoursUnanswered = 72;

const handlePurpose = (messageId: string) => `postfach/mirror/${messageId}`;

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
  await enqueue(db, { name: mirrorJob, payload: {}, uniqueKey: "now" });
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
  const { mirror, mirroring, signal } = work;
  const message = await copyOf(context, db, work);
  if (!message) return;
  const { bridge, author } = mirroring;
  const envelope = await sealEnvelope(message, author, context.now);
  const outcome = await bridge.send(mirror.message_id, envelope, signal);
  await changeMirror(db, context.tenantId, {
    messageId: mirror.message_id,
    ...afterSending(outcome, mirror.attempts + 1),
    attempts: mirror.attempts + 1,
    at: context.now,
  });
}

function afterSending(outcome: ZbpOutcome, attempts: number) {
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
  const answer = await mirroring.bridge.answerTo(mirror.message_id, signal);
  const hours = (now.getTime() - mirror.changed_at.getTime()) / hourMs;
  const next = afterAnswer(answer, hours);
  if (!next) return;
  const { message_id: messageId, attempts } = mirror;
  await changeMirror(db, tenantId, { messageId, attempts, at: now, ...next });
}

function afterAnswer(answer: ZbpAnswer, hours: number) {
  if (answer.kind === "acknowledged") return { state: "acknowledged" } as const;
  if (answer.kind === "refused")
    return { state: "failed", reason: answer.reason } as const;
  return hours < mostHoursUnanswered
    ? undefined
    : ({ state: "failed", reason: "zbp-no-answer" } as const);
}

/** The message as the other Postfach shows it; files and answering are here, where the link leads. */
async function copyOf(
  context: Context,
  db: Db,
  { mirror, ports }: Work,
): Promise<ZbpMessage | undefined> {
  const { tenantId } = context;
  const [thread, message, portal] = [
    await findThreadOfMessage(db, tenantId, mirror.message_id),
    await findMessage(db, tenantId, mirror.message_id),
    await ports.portalOf(tenantId),
  ];
  if (!thread || !message || !portal) return undefined;
  const t = postfachTexts("de");
  const url = `${portal.baseUrl}/postfach/${thread.id}`;
  const words = await textOf(context, message);
  return {
    stork_qaa_level: 1,
    [handleField]: await decryptText(
      context,
      mirror.handle,
      handlePurpose(mirror.message_id),
    ),
    sender: portal.name.slice(0, 255),
    title: `${t(`kind.${message.kind}`)}: ${thread.title}`.slice(0, 1024),
    content: [words, t("mirror.more", { url })]
      .filter((part) => part !== "")
      .join("\n\n"),
    service: thread.title.slice(0, 255),
    reference: thread.reference,
    senderUrl: portal.baseUrl,
  };
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
    await enqueue(db, { name: mirrorJob, payload: {}, uniqueKey: "now" });
    await recordAudit(context, db, {
      action: "postfach.mirrored-again",
      subject: { kind: "postfach-message", id: messageId },
    });
    return true;
  });
}
