import type { Context } from "../../../platform/context/context.ts";
import { isId } from "../../../platform/values/id.ts";
import { recordAudit } from "../../audit/index.ts";
import {
  finishContactTask,
  listContactTasks,
  type ContactTask,
} from "../store/contact-store.ts";

export type { ContactTask };

export type Unreachable = { readonly fault: string; readonly since: Date };

/** Whom notices do not reach, for the caller's office; nothing without the permission. */
export async function listUnreachable(
  context: Context,
): Promise<readonly ContactTask[]> {
  if (!context.actor.may("vorgang.edit")) return [];
  return context.read((db) => listContactTasks(db, context.tenantId));
}

/** Whether notices about a submission do not arrive; whoever calls has checked that it may be shown. */
export async function findUnreachable(
  context: Context,
  submissionId: string,
): Promise<Unreachable | undefined> {
  const [task] = await context.read((db) =>
    listContactTasks(db, context.tenantId, submissionId),
  );
  return task && { fault: task.fault, since: task.created_at };
}

/** Notes that a person was reached otherwise. Not permitted, done before and unknown are one answer: false. */
export async function noteReached(
  context: Context,
  taskId: string,
): Promise<boolean> {
  const { actor, tenantId, now } = context;
  if (!actor.may("vorgang.edit") || !isId(taskId)) return false;
  return context.transaction(async (db) => {
    const done = { id: taskId, by: actor.id, at: now };
    const threadId = await finishContactTask(db, tenantId, done);
    if (threadId === undefined) return false;
    await recordAudit(context, db, {
      action: "postfach.reached",
      subject: { kind: "postfach-thread", id: threadId },
    });
    return true;
  });
}
