import type { Context } from "../../../platform/context/context.ts";
import type { Db } from "../../../platform/database/database.ts";
import type { MailSubject } from "../../../platform/mail/mail.ts";
import type { MailFault } from "../../../platform/mail/note-undeliverable.ts";
import { newId } from "../../../platform/values/id.ts";
import { recordAudit } from "../../audit/index.ts";
import { insertContactTask } from "../store/contact-store.ts";
import { insertPaperTask, isMadeKnownHere } from "../store/provision-store.ts";
import {
  findThreadOfMessage,
  findThreadOfSubmission,
} from "../store/thread-store.ts";
import type { Thread } from "../domain/thread.ts";

/** What notices of the Postfach are about. */
export const messageSubject = "postfach-message";

/** What mails about a submission are about. */
const submissionSubject = "submission";

/**
 * A mail about a message or a submission did not arrive: the office gets a task to reach the person otherwise, and a Bescheid that was to be
 * made known by its provision goes by post. Gives whom it was for; undefined for mails about something else. Idempotent.
 * @see OZG § 9 Abs. 1 Satz 6
 */
export async function noteUnreachable(
  context: Context,
  db: Db,
  { about, fault }: { readonly about: MailSubject; readonly fault: MailFault },
): Promise<Pick<Thread, "submissionId" | "actingAccountId"> | undefined> {
  const thread = await findThreadOf(db, context.tenantId, about);
  if (!thread) return undefined;
  if (about.kind === messageSubject)
    await noteUntold(context, db, {
      messageId: about.id,
      reason: "undeliverable",
      fault: fault.code,
    });
  else
    await addContactTask(context, db, {
      threadId: thread.id,
      fault: fault.code,
    });
  return thread;
}

/** Nobody can be told of a message: by post where that is a Bescheid, else somebody has to reach the person. */
export async function noteUntold(
  context: Context,
  db: Db,
  {
    messageId,
    reason,
    fault,
  }: {
    readonly messageId: string;
    readonly reason: "no-address" | "undeliverable";
    readonly fault?: string;
  },
): Promise<void> {
  const { tenantId, now } = context;
  if (await isMadeKnownHere(db, tenantId, messageId))
    await insertPaperTask(db, tenantId, {
      id: newId(),
      messageId,
      reason,
      at: now,
    });
  if (reason === "no-address") return;
  const thread = await findThreadOfMessage(db, tenantId, messageId);
  if (thread)
    await addContactTask(context, db, {
      threadId: thread.id,
      fault: fault ?? "known",
    });
}

async function addContactTask(
  context: Context,
  db: Db,
  { threadId, fault }: { readonly threadId: string; readonly fault: string },
): Promise<void> {
  const { tenantId, now } = context;
  const task = { id: newId(), threadId, fault, at: now };
  if (!(await insertContactTask(db, tenantId, task))) return;
  await recordAudit(context, db, {
    action: "postfach.unreachable",
    subject: { kind: "postfach-thread", id: threadId },
    details: { fault },
  });
}

function findThreadOf(
  db: Db,
  tenantId: string,
  { kind, id }: MailSubject,
): Promise<Thread | undefined> {
  if (kind === messageSubject) return findThreadOfMessage(db, tenantId, id);
  return kind === submissionSubject
    ? findThreadOfSubmission(db, tenantId, id)
    : Promise.resolve(undefined);
}
