import { randomUUID } from "node:crypto";
import { importJWK, SignJWT } from "jose";
import type {
  Answered,
  Verdict,
  Waiting,
} from "../../../modules/arrivals/index.ts";
import type { AuthenticationTags } from "../note.ts";
import type { SecurityEvent } from "../security-event.ts";
import { notFetched, unavailable } from "./fetch-submission.ts";
import { logOf, type Conversation } from "./subscriber.ts";

/**
 * Writes a signed event into the log of a case. What stands there already is not written again: after a crash nobody knows whether the
 * last call arrived, but the log does. @see RFC 8417
 */
export async function answerCase(
  conversation: Conversation,
  {
    waiting,
    verdict,
  }: { readonly waiting: Waiting; readonly verdict: Verdict },
): Promise<Answered> {
  const log = await logOf(conversation, waiting);
  if (!log.ok) return notFetched(log.refusal);
  const said = saidBefore(log.value.events, verdict);
  if (said) return said;
  const tags = log.value.events.findLast(
    ({ kind }) => kind === "submit-submission",
  )?.tags;
  const evidence = await sign(conversation, { waiting, verdict, tags });
  const posted = await conversation.client.call({
    method: "POST",
    path: `/v2/cases/${waiting.caseId}/events`,
    contentType: "application/jose",
    body: evidence,
  });
  if (posted.ok) return { kind: "answered", evidence };
  // Somebody may have been faster: another worker, or the service on day 14.
  const again = await logOf(conversation, waiting);
  const settled = again.ok && saidBefore(again.value.events, verdict);
  return settled || unavailable(posted.refusal);
}

function saidBefore(
  events: readonly SecurityEvent[],
  verdict: Verdict,
): Answered | undefined {
  const last = events.findLast(
    ({ kind }) =>
      kind === "accept-submission" ||
      kind === "reject-submission" ||
      kind === "delete-submission",
  );
  if (!last) return undefined;
  const ours = `${verdict.kind === "accepted" ? "accept" : "reject"}-submission`;
  return last.kind === ours && last.issuer === "destination"
    ? { kind: "answered", evidence: undefined }
    : { kind: "contradicted" };
}

const events = "https://schema.fitko.de/fit-connect/events/";

async function sign(
  { options, now }: Conversation,
  {
    waiting,
    verdict,
    tags,
  }: {
    readonly waiting: Waiting;
    readonly verdict: Verdict;
    readonly tags: AuthenticationTags | undefined;
  },
): Promise<string> {
  const [key] = options.signingKey;
  if (key?.kid === undefined)
    throw new Error("fit-connect: no key to sign with");
  const { key_ops: _ops, use: _use, ...plain } = key;
  const [version, event, content] =
    verdict.kind === "accepted"
      ? ["1.2.2", "accept-submission", { authenticationTags: tags }]
      : ["1.0.0", "reject-submission", { problems: verdict.problems }];
  return new SignJWT({
    $schema: `https://schema.fitko.de/fit-connect/set-payload/${version}/set-payload.schema.json`,
    iss: options.destinationId,
    sub: `submission:${waiting.externalId}`,
    txn: `case:${waiting.caseId}`,
    iat: Math.floor(now.getTime() / 1000),
    jti: randomUUID(),
    events: { [`${events}${event}`]: content },
  })
    .setProtectedHeader({ typ: "secevent+jwt", alg: "PS512", kid: key.kid })
    .sign(await importJWK({ ...plain, alg: "PS512" }, "PS512"));
}
