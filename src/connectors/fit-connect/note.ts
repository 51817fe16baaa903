import { z } from "zod";

const tags = z.object({
  metadata: z.string(),
  data: z.string(),
  attachments: z.record(z.string(), z.string()).default({}),
});

/** Authentication tags of one sending: which content a signed event means. */
export type AuthenticationTags = z.infer<typeof tags>;
export const authenticationTags = tags;

const note = z.object({
  submissionId: z.uuid(),
  caseId: z.uuid(),
  attachmentIds: z.array(z.uuid()),
  /** Of each sending that was begun: after a crash nobody knows which of them the service has. */
  sendings: z.array(tags),
  /** The case is over without success: the next attempt makes a new one. */
  isOver: z.boolean(),
});

/** What is remembered of a delivery across a crash: which submission it is at the service. */
export type Note = z.infer<typeof note>;

/** The port of memory: durable when `write` returns. */
export type Notes = {
  read(tenantId: string, deliveryId: string): Promise<unknown>;
  write(tenantId: string, deliveryId: string, note: unknown): Promise<void>;
};

/** Undefined: nothing was begun. Throws on what is no note of ours: to begin anew would double. */
export function parseNote(kept: unknown): Note | undefined {
  return kept === undefined ? undefined : note.parse(kept);
}
