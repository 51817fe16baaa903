import type { ReadBack } from "../../modules/delivery/index.ts";
import type { AuthenticationTags, Note } from "./note.ts";
import type { SecurityEvent } from "./security-event.ts";

const dayMs = 24 * 3_600_000;
/** The service rejects what nobody fetched on day 14 and deletes it on day 21; the office hears of it while there is time to call. */
export const answerDueMs = 10 * dayMs;
const deletedAfterMs = 22 * dayMs;

export type CaseAnswer = Exclude<ReadBack["answer"], { kind: "unavailable" }>;

/**
 * What the log of a case says. Only the Zustellpunkt can accept, and only the content that was sent. Of several the last decides: a rejected
 * case can be accepted later.
 */
export function answerOfCase(
  events: readonly SecurityEvent[],
  {
    note,
    acceptedAt,
    now,
  }: { readonly note: Note; readonly acceptedAt: Date; readonly now: Date },
): CaseAnswer {
  // Deleting is the usual end of what was answered, and says something only of what was not.
  const last =
    events.findLast(({ kind }) => decisive.has(kind)) ??
    events.find(({ kind }) => kind === "delete-submission");
  if (!last) {
    const waitedMs = now.getTime() - acceptedAt.getTime();
    return waitedMs > deletedAfterMs
      ? { kind: "rejected", reason: "deleted-unanswered" }
      : { kind: "pending" };
  }
  if (last.kind === "delete-submission")
    return { kind: "rejected", reason: "deleted-unanswered" };
  if (last.kind === "accept-submission")
    return last.issuer === "destination" && isOurs(last.tags, note)
      ? { kind: "delivered", receipt: last.jti }
      : { kind: "rejected", reason: "evidence-invalid" };
  return last.issuer === "service"
    ? { kind: "rejected", reason: "not-fetched" }
    : { kind: "rejected", reason: "refused-by-receiver" };
}

const decisive: ReadonlySet<string> = new Set([
  "accept-submission",
  "reject-submission",
]);

/** True when an event names the very content of one of our sendings. */
function isOurs(
  tags: AuthenticationTags | undefined,
  { sendings }: Note,
): boolean {
  return (
    tags !== undefined && sendings.some((sending) => isSame(sending, tags))
  );
}

function isSame(ours: AuthenticationTags, theirs: AuthenticationTags): boolean {
  const ids = Object.keys(ours.attachments);
  return (
    ours.metadata === theirs.metadata &&
    ours.data === theirs.data &&
    ids.length === Object.keys(theirs.attachments).length &&
    ids.every((id) => ours.attachments[id] === theirs.attachments[id])
  );
}
