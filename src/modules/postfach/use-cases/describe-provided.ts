import type { Context } from "../../../platform/context/context.ts";
import type { MessageKind } from "../domain/message.ts";
import type { ProvidedBescheid } from "../domain/provision.ts";
import type { Thread } from "../domain/thread.ts";
import { findThreadOfSubmission } from "../store/thread-store.ts";
import {
  readMessages,
  type MessageMirror,
  type ThreadDocument,
} from "./read-thread.ts";

/** A message as the authority sees it: what was provided, and whether it was retrieved. */
export type Correspondence = {
  readonly messageId: string;
  readonly kind: MessageKind;
  readonly at: Date;
  readonly text: string;
  readonly documents: readonly ThreadDocument[];
  /** Undefined: not yet, or an answer. */
  readonly firstRetrievedAt: Date | undefined;
  /** Of a Bescheid. */
  readonly bescheid?: ProvidedBescheid | undefined;
  readonly mirror?: MessageMirror | undefined;
};

/** The thread about a submission; undefined before anything was provided. Whoever calls decides what of it is shown. */
export function findThreadAbout(
  context: Context,
  submissionId: string,
): Promise<Thread | undefined> {
  return context.read((db) =>
    findThreadOfSubmission(db, context.tenantId, submissionId),
  );
}

/** What went back and forth about a submission, for the authority; the caller has checked the permission. */
export async function listCorrespondence(
  context: Context,
  submissionId: string,
): Promise<readonly Correspondence[]> {
  const thread = await findThreadAbout(context, submissionId);
  if (!thread) return [];
  const messages = await readMessages({ thread, context });
  return messages.map(({ id, position: _position, ...message }) => ({
    messageId: id,
    ...message,
  }));
}
