import type { Delivery } from "./delivery.ts";
import type { DestinationFinder } from "./finder.ts";
import type { AcceptedDelivery, ReadBack } from "./read-back.ts";
import type { ConnectorDescription } from "./option-field.ts";

/** Hands one submission to one back-office system. Every connector passes connector.contract.ts. */
export interface Connector<Options = unknown> {
  /** Stored in the database; never reused for something else. */
  readonly key: string;
  /** What the admin pages say about it, and the form of its options; made by `describeOptions`. */
  readonly describe: (locale: "de" | "en") => ConnectorDescription;
  /** It hands nothing over but the news: there is no back office that could fetch or answer. */
  readonly isNoticeOnly?: true;
  /**
   * Called when options are saved and on each use. `input` is what was entered plus `tenantId`, which the delivery
   * module sets itself: what a connector confines to a tenant, it confines by that. Throws a ZodError when it does not fit.
   */
  readonly parseOptions: (input: unknown) => Options;
  /**
   * The first end of something in the options, such as a certificate; left out where nothing ends. Administrators are told in time, and
   * what has ended is not saved any more.
   */
  expiryOf?(options: Options): OptionExpiry | undefined;
  /**
   * Called by the job, outside of any transaction, up to a hundred times within 48 hours, and again after a crash:
   * the same `deliveryId` must not create a second record. Never twice at once for the same delivery.
   * When `signal` fires (after two minutes, or at shutdown) it settles within a second, by any outcome or by throwing.
   * Whatever it throws counts as `unavailable` with the cause `fault`.
   */
  deliver(
    delivery: Delivery,
    options: Options,
    signal: AbortSignal,
  ): Promise<DeliveryOutcome>;
  /**
   * Asks what became of a delivery that was `accepted`; connectors whose other side answers at once leave it out. Called by a job, outside of
   * any transaction, at once, after a minute and then ever more seldom until the answer is `delivered` or `rejected`; sooner when somebody rings.
   * Changes nothing. What it throws is asked again.
   */
  readBack?(
    accepted: AcceptedDelivery,
    options: Options,
    signal: AbortSignal,
  ): Promise<ReadBack>;
  /**
   * Reads a call from outside that says that something is new. Undefined when it is not genuine or too old; connectors that nobody calls
   * leave it out. A genuine call wakes `readBack` of the deliveries it names, and nothing else.
   */
  readCall?(
    call: OutsideCall,
    options: Options,
    now: Date,
  ): HeardCall | undefined;
  /** Where a service outside knows who takes what. */
  readonly finder?: DestinationFinder;
  /** For the admin page: settings, reachability, credentials. Changes nothing and creates no record. */
  check(options: Options, signal: AbortSignal): Promise<CheckReport>;
}

/** When an option ends. */
export type OptionExpiry = { readonly option: string; readonly at: Date };

/** A call as it came in, with the headers that the connectors ask for. */
export type OutsideCall = {
  readonly headers: Readonly<Record<string, string | undefined>>;
  readonly body: Buffer;
};

export type HeardCall = {
  /** SHA-256 of what makes the call this one: heard once. */
  readonly digest: Buffer;
  /** As `deliver` gave them. Those that are unknown are passed over. */
  readonly correlationIds: readonly string[];
};

export type DeliveryOutcome =
  | { readonly kind: "delivered"; readonly receipt: string }
  /** The receipt comes later, by `readBack`. After `answerDueAt` without one, the office is told. */
  | {
      readonly kind: "accepted";
      readonly correlationId: string;
      readonly answerDueAt?: Date;
    }
  /** A person must look at it. `reason` is a code in kebab-case, at most 60 characters, never text of the other side. */
  | { readonly kind: "rejected"; readonly reason: string }
  /** The job tries again. `cause` is a code in kebab-case; pages show a sentence for those in i18n. */
  | {
      readonly kind: "unavailable";
      readonly cause: string;
      readonly retryAfterMs?: number;
    };

/** In the order in which things were tried; what could not be tried any more is left out. */
export type CheckReport = readonly CheckStep[];

export type CheckStep = {
  readonly check: "settings" | "reachability" | "credentials";
  readonly passed: boolean;
  /** Code of what was found, in kebab-case. */
  readonly finding: string;
};

/** Connectors by key. Throws when two have the same key: the program must not start with that. */
export function indexConnectors(
  connectors: readonly Connector[],
): ReadonlyMap<string, Connector> {
  const byKey = new Map<string, Connector>();
  for (const connector of connectors) {
    if (byKey.has(connector.key))
      throw new TypeError(`delivery: two connectors "${connector.key}"`);
    byKey.set(connector.key, connector);
  }
  return byKey;
}
