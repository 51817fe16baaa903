import type { Context } from "../../../platform/context/context.ts";
import { newId } from "../../../platform/values/id.ts";
import type { PostfachPorts } from "../ports.ts";
import { findThreadOfSubmission } from "../store/thread-store.ts";
import { sendAnswer } from "../use-cases/answer-thread.ts";
import type { OpenThread } from "../use-cases/find-thread.ts";
import { openDocument } from "../use-cases/open-document.ts";
import { labelThread } from "../use-cases/organise-thread.ts";
import { finishOfficeTask, listOfficeTasks } from "../use-cases/paper-tasks.ts";
import { noteSeen, readThread } from "../use-cases/read-thread.ts";

/** The applicant reads the thread, and opens its documents. */
export async function readDemoThread(
  context: Context,
  { files }: Pick<PostfachPorts, "files">,
  { submissionId, label }: { readonly submissionId: string; label?: string },
): Promise<void> {
  const open = await openThread(context, submissionId);
  const view = await readThread(open);
  await noteSeen(open, view);
  for (const { id } of view.messages.flatMap(({ documents }) => documents)) {
    const opened = await openDocument(open, files, id);
    opened?.body.destroy();
  }
  if (label !== undefined)
    await labelThread(await openThread(context, submissionId), label);
}

/** The applicant answers what was asked. */
export async function answerDemoThread(
  context: Context,
  ports: PostfachPorts,
  { submissionId, text }: { readonly submissionId: string; text: string },
): Promise<void> {
  const open = await openThread(context, submissionId);
  await noteSeen(open, await readThread(open));
  const sent = await sendAnswer(
    await openThread(context, submissionId),
    {
      messageId: newId(),
      maySend: true,
      text,
      received: { files: [], context },
    },
    ports,
  );
  if (!sent.ok) throw new Error(`demo answer: ${sent.refusal.kind}`);
}

/** The office has put into an envelope what waits for it in this thread. */
export async function postDemoPaper(
  context: Context,
  submissionId: string,
): Promise<void> {
  const { thread } = await openThread(context, submissionId);
  for (const { id, reference } of await listOfficeTasks(context))
    if (reference === thread.reference) await finishOfficeTask(context, id);
}

async function openThread(
  context: Context,
  submissionId: string,
): Promise<OpenThread> {
  const thread = await context.transaction((db) =>
    findThreadOfSubmission(db, context.tenantId, submissionId),
  );
  if (!thread) throw new Error("demo Postfach: there is no such thread");
  return { thread, context };
}
