import { compactVerify, decodeProtectedHeader, importJWK } from "jose";
import { z } from "zod";
import { callBack } from "./call-back.ts";
import type { Answer, Call, LocalCase, LocalService } from "./local-types.ts";
import { tagsOf } from "./sign-event.ts";

/** What only the subscriber of the Zustellpunkt may. */
export async function routeOfSubscriber(
  local: LocalService,
  call: Call,
  { id, partId }: { id: string; partId: string | undefined },
): Promise<Answer> {
  if (call.method === "POST") return answerCase(local, id, call);
  return id === ""
    ? listWaiting(local, call)
    : readSubmission(local, { id, attachmentId: partId });
}

/** What waits: submitted, and not answered yet. */
function listWaiting(local: LocalService, { query }: Call): Answer {
  if (query.get("destinationId") !== local.destinationId)
    return { status: 200, json: { submissions: [] } };
  const waiting = [...local.cases.values()].filter(
    ({ submission, isOver }) => submission && !isOver,
  );
  const offset = Number(query.get("offset") ?? 0);
  const shown = waiting.slice(
    offset,
    offset + Number(query.get("limit") ?? 100),
  );
  const submissions = shown.map(({ destinationId, submissionId, caseId }) => ({
    destinationId,
    submissionId,
    caseId,
  }));
  const { length: totalCount } = waiting;
  const count = submissions.length;
  return { status: 200, json: { offset, count, totalCount, submissions } };
}

function readSubmission(
  { cases }: LocalService,
  { id, attachmentId }: { id: string; attachmentId: string | undefined },
): Answer {
  const found = cases.get(id);
  if (!found?.submission) return { status: 404 };
  if (attachmentId !== undefined) {
    const text = found.attachments.get(attachmentId);
    return text === undefined ? { status: 404 } : { status: 200, text };
  }
  const { destinationId, submissionId, caseId, publicService } = found;
  const attachments = [...found.attachments.keys()];
  const ids = { destinationId, submissionId, caseId };
  return {
    status: 200,
    json: { ...ids, attachments, publicService, ...found.submission },
  };
}

const event = z.object({
  iss: z.string(),
  sub: z.string(),
  txn: z.string(),
  events: z.record(
    z.string(),
    z.object({
      authenticationTags: z.unknown().optional(),
      problems: z
        .array(
          z.object({ type: z.url(), title: z.string(), instance: z.string() }),
        )
        .optional(),
    }),
  ),
});

/** The service takes only what the Zustellpunkt has signed, about this case, and once. */
async function answerCase(
  local: LocalService,
  caseId: string,
  call: Call,
): Promise<Answer> {
  const found = [...local.cases.values()].find((it) => it.caseId === caseId);
  if (!found) return { status: 404 };
  if (call.headers["content-type"] !== "application/jose")
    return { status: 415 };
  const isTaken = await isGood(local, found, call.body);
  // Looked at last: of two who answer at once, one is first.
  if (found.isOver || !isTaken) return { status: 400 };
  found.log.push(call.body);
  found.isOver = true;
  callBack(local, "sender", found);
  return { status: 204 };
}

async function isGood(
  { keys, destinationId }: LocalService,
  found: LocalCase,
  token: string,
): Promise<boolean> {
  const { alg, typ, kid } = decodeProtectedHeader(token);
  if (alg !== "PS512" || typ !== "secevent+jwt" || kid !== keys.signing.kid)
    return false;
  const { payload } = await compactVerify(
    token,
    await importJWK(keys.signing.jwk, "PS512"),
  );
  const read = event.parse(JSON.parse(Buffer.from(payload).toString()));
  const isAbout =
    read.iss === destinationId &&
    read.sub === `submission:${found.submissionId}` &&
    read.txn === `case:${found.caseId}`;
  return isAbout && Object.entries(read.events).every((it) => says(it, found));
}

/** Accepts what was sent, or names a problem. */
function says(
  [uri, content]: [string, z.infer<typeof event>["events"][string]],
  found: LocalCase,
): boolean {
  if (uri.endsWith("/reject-submission"))
    return (content.problems ?? []).length > 0;
  const tags = JSON.stringify(content.authenticationTags);
  return (
    uri.endsWith("/accept-submission") && tags === JSON.stringify(tagsOf(found))
  );
}
