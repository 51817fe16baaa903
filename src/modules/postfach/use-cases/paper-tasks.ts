import type { Context } from "../../../platform/context/context.ts";
import { isId } from "../../../platform/values/id.ts";
import { recordAudit } from "../../audit/index.ts";
import type { OpenThread } from "./find-thread.ts";
import {
  finishPaperTask,
  listPaperTasks,
  type PaperTask,
} from "../store/provision-store.ts";
import { changeThread } from "../store/thread-store.ts";

export type { PaperTask };

/** What the caller's office has to send by post; nothing without the permission. */
export async function listOfficeTasks(
  context: Context,
): Promise<readonly PaperTask[]> {
  if (!context.actor.may("vorgang.edit")) return [];
  return context.read((db) => listPaperTasks(db, context.tenantId));
}

/** Notes that a Bescheid was posted today: from that its days are counted. Not permitted, done before and unknown are one answer: false. */
export async function finishOfficeTask(
  context: Context,
  taskId: string,
): Promise<boolean> {
  const { actor, tenantId, now } = context;
  if (!actor.may("vorgang.edit") || !isId(taskId)) return false;
  return context.transaction(async (db) => {
    const done = { id: taskId, by: actor.id, at: now };
    const messageId = await finishPaperTask(db, tenantId, done);
    if (messageId === undefined) return false;
    await recordAudit(context, db, {
      action: "postfach.posted",
      subject: { kind: "postfach-message", id: messageId },
    });
    return true;
  });
}

/**
 * Excludes that Bescheide about this submission are made known by the Postfach, or takes that back. What was provided before stays so.
 * @see OZG § 9 Abs. 1 Satz 2
 */
export async function wishPaper(
  { context, thread }: OpenThread,
  wish: "paper" | "postfach",
): Promise<void> {
  await context.transaction(async (db) => {
    await changeThread(db, thread, {
      paper_wished_at: wish === "paper" ? context.now : null,
    });
    await recordAudit(context, db, {
      action: `postfach.wished-${wish}`,
      subject: { kind: "postfach-thread", id: thread.id },
    });
  });
}
