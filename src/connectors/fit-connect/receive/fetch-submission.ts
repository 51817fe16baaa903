import { z } from "zod";
import type { Unavailable, Waiting } from "../../../modules/arrivals/index.ts";
import { ok, refuse, type Result } from "../../../platform/result/result.ts";
import type { Failure } from "../client.ts";
import type { Conversation } from "./subscriber.ts";

const submission = z.object({
  destinationId: z.uuid(),
  submissionId: z.uuid(),
  caseId: z.uuid(),
  attachments: z.array(z.uuid()).default([]),
  publicService: z.object({
    identifier: z.string(),
    name: z.string().default(""),
  }),
  encryptedMetadata: z.string(),
  encryptedData: z.string(),
});

/** As it lies at the service: nothing is opened. */
export type Fetched = z.infer<typeof submission> & {
  /** JWE by id of the attachment. */
  readonly sealed: ReadonlyMap<string, string>;
};

export type NotFetched = { readonly kind: "gone" } | Unavailable;

/** Bytes of a file grow by a third on the way, and a little more. */
const onTheWay = 1.4;

export async function fetchSubmission(
  { client, options }: Conversation,
  { externalId }: Waiting,
): Promise<Result<Fetched, NotFetched>> {
  const path = `/v2/submissions/${externalId}`;
  let left = options.maxMegabytes * 1024 * 1024 * onTheWay;
  const found = await client.json(submission, {
    method: "GET",
    path,
    maxAnswerBytes: left,
  });
  if (!found.ok) return refuse(notFetched(found.refusal));
  if (found.value.destinationId !== options.destinationId)
    return refuse({ kind: "gone" });
  const sealed = new Map<string, string>();
  for (const id of found.value.attachments) {
    const attachment = await client.call({
      method: "GET",
      path: `${path}/attachments/${id}`,
      maxAnswerBytes: Math.max(1, left),
    });
    if (!attachment.ok) return refuse(notFetched(attachment.refusal));
    left -= attachment.value.body.length;
    sealed.set(id, attachment.value.body.toString());
  }
  return ok({ ...found.value, sealed });
}

/** Whatever else the service says, nothing is known of what waits: it is asked again, and a person sees why. */
export function notFetched(failure: Failure): NotFetched {
  if (failure.status === 404 || failure.status === 410) return { kind: "gone" };
  return unavailable(failure);
}

export function unavailable(failure: Failure): Unavailable {
  if (failure.kind === "rejected")
    return { kind: "unavailable", cause: failure.reason };
  const { cause, retryAfterMs } = failure;
  return {
    kind: "unavailable",
    cause,
    ...(retryAfterMs !== undefined && { retryAfterMs }),
  };
}
