import type {
  AcceptedDelivery,
  ReadBack,
} from "../../modules/delivery/index.ts";
import { answerOfCase } from "./case-answer.ts";
import { createClient, type Failure } from "./client.ts";
import { readLog } from "./event-log.ts";
import { parseNote } from "./note.ts";
import type { FitConnectOptions } from "./options.ts";
import { isAllowed, type Sender } from "./sender.ts";

/** Asks the log of the case. What it refuses is remembered, so that sending again makes a case of its own. */
export async function readBack(
  sender: Sender,
  given: {
    readonly accepted: AcceptedDelivery;
    readonly options: FitConnectOptions;
  },
  signal: AbortSignal,
): Promise<ReadBack> {
  const { options } = given;
  const { tenantId, deliveryId, acceptedAt, now } = given.accepted;
  const note = parseNote(await sender.notes.read(tenantId, deliveryId));
  if (!note || !isAllowed(sender, options))
    return unasked({ kind: "unavailable", cause: "options-invalid" });
  const client = createClient(sender, options, signal);
  const log = await readLog(client, { options, note, now });
  if (!log.ok) return unasked(log.refusal);
  const answer = answerOfCase(log.value.events, { note, acceptedAt, now });
  if (answer.kind === "rejected")
    await sender.notes.write(tenantId, deliveryId, { ...note, isOver: true });
  const evidence = log.value.events.map((event) => ({
    id: event.jti,
    kind: event.kind,
    occurredAt: event.occurredAt,
    content: event.token,
    remarks: event.problems.map(({ title, detail }) =>
      [title, detail].filter((it) => it !== "").join(": "),
    ),
  }));
  return { answer, evidence };
}

/** Nothing is known of the case, so nothing about it is settled. */
function unasked(failure: Failure): ReadBack {
  const cause = failure.kind === "rejected" ? failure.reason : failure.cause;
  const asked =
    failure.kind === "unavailable" ? failure.retryAfterMs : undefined;
  return {
    answer: {
      kind: "unavailable",
      cause,
      ...(asked !== undefined && { retryAfterMs: asked }),
    },
    evidence: [],
  };
}
