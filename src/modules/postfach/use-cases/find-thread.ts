import type { Context } from "../../../platform/context/context.ts";
import { ownedBy } from "../../../platform/context/owned-by.ts";
import { isId } from "../../../platform/values/id.ts";
import type { Thread } from "../domain/thread.ts";
import type { PostfachPorts } from "../ports.ts";
import {
  findThreadOfOwner,
  findThreadOfSubmission,
} from "../store/thread-store.ts";

/** A thread that the caller may open, and the context of the portal it lies in. */
export type OpenThread = {
  readonly thread: Thread;
  readonly context: Context;
};

/** A thread of the signed-in party, in whatever portal it lies; undefined for anybody else's. */
export async function findOwnThread(
  context: Context,
  { contextIn }: Pick<PostfachPorts, "contextIn">,
  threadId: string,
): Promise<OpenThread | undefined> {
  const owned = ownedBy(context.actor);
  if (!owned || !isId(threadId)) return undefined;
  const thread = await context.read((db) =>
    findThreadOfOwner(db, owned, threadId),
  );
  return (
    thread && {
      thread,
      context:
        thread.tenantId === context.tenantId
          ? context
          : contextIn(context, thread.tenantId),
    }
  );
}

/**
 * The thread of a guest's submission. What belongs to an account opens in its sessions only, whoever has the link.
 * @see OZG § 9 Abs. 1 Satz 3
 */
export async function findGuestThread(
  context: Context,
  submissionId: string,
): Promise<OpenThread | undefined> {
  const thread = await context.read((db) =>
    findThreadOfSubmission(db, context.tenantId, submissionId),
  );
  return thread && thread.ownerId === undefined
    ? { thread, context }
    : undefined;
}
