import type { Waiting } from "../../../modules/arrivals/index.ts";
import { createClient, type FitConnectClient, type Ground } from "../client.ts";
import { readLog } from "../event-log.ts";
import type { InboxOptions } from "./inbox-options.ts";

/** What receiving needs besides options. */
export type Subscriber = Ground & {
  readonly plainHttp: "to-this-machine" | "never";
};

/** One conversation about what waits at the own Zustellpunkt. */
export type Conversation = {
  readonly client: FitConnectClient;
  readonly options: InboxOptions;
  readonly now: Date;
};

export const converse = (
  subscriber: Subscriber,
  options: InboxOptions,
  signal: AbortSignal,
): Conversation => ({
  client: createClient(subscriber, options, signal),
  options,
  now: subscriber.clock(),
});

/**
 * What was said of a case so far. The own Zustellpunkt's certificate is the service's business and our own keys are known, so its chain is not
 * looked at again; what the service says is checked by its own key.
 */
export const logOf = (
  { client, options, now }: Conversation,
  { externalId: submissionId, caseId }: Waiting,
) =>
  readLog(client, {
    options: {
      submissionApiUrl: options.submissionApiUrl,
      destinationId: options.destinationId,
      certificates: "unchecked",
      trustedCertificates: "",
    },
    now,
    note: { submissionId, caseId },
  });
