import type {
  CheckReport,
  ConnectorDescription,
} from "../../delivery/index.ts";

/**
 * A place outside where applications of other portals wait for this authority. One implementation for each way they can come; declared in
 * main, its key is stored and never reused.
 */
export interface Inbox<Options = unknown> {
  readonly key: string;
  /** The form of its options, made by `describeOptions`. */
  readonly describe: (locale: "de" | "en") => ConnectorDescription;
  /** Called when options are saved and on each use, with `tenantId` set by us. Throws a ZodError when they do not fit. */
  readonly parseOptions: (input: unknown) => Options;
  /** What waits there now. Changes nothing. Called by a job every few minutes, and when somebody rings. */
  list(options: Options, signal: AbortSignal): Promise<Listed>;
  /**
   * Fetches, decrypts and checks one. Changes nothing. `faulty`: it can never be taken, and the sender is to be told why; `unavailable`:
   * ask again.
   */
  open(
    waiting: Waiting,
    options: Options,
    signal: AbortSignal,
  ): Promise<Opened>;
  /**
   * Tells the sender that it was taken, or why not, in a way that proves who says so. Idempotent: what was said already is not said again.
   * `contradicted`: something else was said before.
   */
  answer(
    given: { readonly waiting: Waiting; readonly verdict: Verdict },
    options: Options,
    signal: AbortSignal,
  ): Promise<Answered>;
  /** Whether a call that says "something is new" is genuine. Undefined where nobody has agreed on a secret. */
  isGenuineCall(call: InboxCall, options: Options, now: Date): boolean;
  /** For the admin page: settings, reachability, credentials. Changes nothing. */
  check(options: Options, signal: AbortSignal): Promise<CheckReport>;
}

/** One that waits: as the other side names it. */
export type Waiting = {
  readonly externalId: string;
  readonly caseId: string;
};

export type Unavailable = {
  readonly kind: "unavailable";
  /** Code in kebab-case. */
  readonly cause: string;
  readonly retryAfterMs?: number;
};

export type Listed =
  | { readonly kind: "listed"; readonly waiting: readonly Waiting[] }
  | Unavailable;

export type Opened =
  | { readonly kind: "opened"; readonly application: OutsideApplication }
  | { readonly kind: "faulty"; readonly problems: readonly Problem[] }
  /** It is not there any more, or was answered by somebody else. */
  | { readonly kind: "gone" }
  | Unavailable;

export type Verdict =
  | { readonly kind: "accepted" }
  | { readonly kind: "rejected"; readonly problems: readonly Problem[] };

export type Answered =
  /** What proves it, as it was sent; undefined when it had been said before. */
  | { readonly kind: "answered"; readonly evidence: string | undefined }
  | { readonly kind: "contradicted" }
  | { readonly kind: "gone" }
  | Unavailable;

/** Why something cannot be taken. @see RFC 9457 (RFC 7807) */
export type Problem = {
  /** Address of the kind of problem. */
  readonly type: string;
  readonly title: string;
  /** For the sender; nothing of what the applicant wrote. */
  readonly detail: string;
  /** Which part: `metadata`, `data`, `attachment:<id>`. */
  readonly instance: string;
};

export type InboxCall = {
  readonly headers: Readonly<Record<string, string | undefined>>;
  readonly body: Buffer;
};

/** An application of another portal in plain, checked: it is what was sent, all of it, and in the form that it claims. */
export type OutsideApplication = {
  readonly service: { readonly identifier: string; readonly name: string };
  /** Who runs the portal it came from, as it calls itself. */
  readonly senderName: string | undefined;
  /** Number under which the applicant knows it. */
  readonly senderReference: string | undefined;
  /** Day on which it was sent there, such as `2027-03-01`. */
  readonly applicationDate: string | undefined;
  readonly data: OutsideData;
  readonly attachments: readonly OutsideFile[];
  readonly payment: OutsidePayment | undefined;
  readonly reply: OutsideReply | undefined;
};

export type OutsideData = {
  readonly schemaUri: string;
  readonly mimeType: "application/json" | "application/xml";
  readonly content: Buffer;
};

export type OutsideFile = {
  readonly id: string;
  readonly filename: string | undefined;
  readonly mimeType: string;
  /** `form`: the application as people read it. */
  readonly purpose: "form" | "attachment" | "report" | "data";
  readonly content: Buffer;
};

/** What was paid in the other portal. */
export type OutsidePayment = {
  readonly status: "initial" | "booked" | "failed" | "canceled";
  readonly method: string;
  readonly transactionId: string;
  readonly transactionReference: string;
  readonly at?: string | undefined;
  /** In euros. */
  readonly amount?: number | undefined;
};

/** How the applicant wants to be answered. */
export type OutsideReply = {
  readonly kind: string;
  /** Address, where it is one that a person can write to. */
  readonly address: string | undefined;
};
