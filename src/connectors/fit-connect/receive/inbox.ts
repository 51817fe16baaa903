import { z } from "zod";
import type {
  Inbox,
  Listed,
  Waiting,
} from "../../../modules/arrivals/index.ts";
import {
  describeOptions,
  type CheckReport,
  type CheckStep,
} from "../../../modules/delivery/index.ts";
import { createAccessTokens } from "../access-tokens.ts";
import { isAllowed } from "../sender.ts";
import { answerCase } from "./answer-case.ts";
import { isGenuineCallback } from "../callback.ts";
import { unavailable } from "./fetch-submission.ts";
import { de } from "./i18n/de.ts";
import { en } from "./i18n/en.ts";
import { inboxOptions, type InboxOptions } from "./inbox-options.ts";
import { findOffer } from "./offer.ts";
import { openSubmission } from "./open-submission.ts";
import { converse, type Conversation, type Subscriber } from "./subscriber.ts";

/** Fetches applications of other portals from the own Zustellpunkt, and says there what became of them. */
export function createFitConnectInbox(
  settings: Omit<Subscriber, "tokens">,
): Inbox<InboxOptions> {
  const scope = "subscribe-submissions";
  const tokens = createAccessTokens({ ...settings, scope });
  const subscriber = { ...settings, tokens };
  const allowed = (options: InboxOptions) => isAllowed(settings, options);
  return {
    key: "fit-connect",
    describe: describeOptions({ schema: inboxOptions, de, en }),
    parseOptions: (input) => inboxOptions.parse(input),
    list: async (options, signal) =>
      allowed(options)
        ? listWaiting(converse(subscriber, options, signal))
        : notAllowed,
    open: async (waiting, options, signal) =>
      allowed(options)
        ? openSubmission(converse(subscriber, options, signal), waiting)
        : notAllowed,
    answer: async (given, options, signal) =>
      allowed(options)
        ? answerCase(converse(subscriber, options, signal), given)
        : notAllowed,
    isGenuineCall: (call, { callbackSecret }, now) =>
      isGenuineCallback(call, callbackSecret, now),
    check: async (options, signal) =>
      allowed(options)
        ? check(converse(subscriber, options, signal))
        : [step("settings", false, "address-not-allowed")],
  };
}

const notAllowed = {
  kind: "unavailable",
  cause: "address-not-allowed",
} as const;

const page = z.object({
  submissions: z.array(z.object({ submissionId: z.uuid(), caseId: z.uuid() })),
});

const pageSize = 100;
/** More than that wait for the next time. */
const mostPages = 5;

async function listWaiting({ client, options }: Conversation): Promise<Listed> {
  const waiting: Waiting[] = [];
  for (let index = 0; index < mostPages; index += 1) {
    const offset = index * pageSize;
    const query = `destinationId=${options.destinationId}&offset=${String(offset)}&limit=${String(pageSize)}`;
    const answer = await client.json(page, {
      method: "GET",
      path: `/v2/submissions?${query}`,
    });
    if (!answer.ok) return unavailable(answer.refusal);
    const { submissions } = answer.value;
    for (const { submissionId, caseId } of submissions)
      waiting.push({ externalId: submissionId, caseId });
    if (submissions.length < pageSize) break;
  }
  return { kind: "listed", waiting };
}

/** Asks for a token, the Zustellpunkt, and what waits: nothing is fetched. */
async function check(conversation: Conversation): Promise<CheckReport> {
  const offer = await findOffer(conversation);
  const failed = offer.ok ? undefined : offer.refusal;
  if (failed?.kind === "unavailable")
    return [step("reachability", false, failed.cause)];
  const isLogin = [400, 401, 403].includes(failed?.status ?? 0);
  if (failed)
    return [
      step("reachability", true, "answered"),
      step(isLogin ? "credentials" : "settings", false, failed.reason),
    ];
  const listed = await listWaiting(conversation);
  return [
    step("reachability", true, "answered"),
    listed.kind === "listed"
      ? step("credentials", true, "token-given")
      : step("credentials", false, listed.cause),
    step("settings", true, "destination-active"),
  ];
}

const step = (
  check: CheckStep["check"],
  passed: boolean,
  finding: string,
): CheckStep => ({ check, passed, finding });
