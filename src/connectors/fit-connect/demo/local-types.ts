import type { IncomingMessage } from "node:http";
import type { LocalKeys } from "./local-keys.ts";

export type EventKind =
  | "create-submission"
  | "submit-submission"
  | "accept-submission"
  | "reject-submission"
  | "delete-submission";

export type LocalCase = {
  readonly submissionId: string;
  readonly caseId: string;
  readonly destinationId: string;
  readonly publicService: unknown;
  readonly announced: readonly string[];
  readonly attachments: Map<string, string>;
  readonly createdAt: Date;
  submission:
    | { readonly encryptedMetadata: string; readonly encryptedData: string }
    | undefined;
  readonly log: string[];
  isOver: boolean;
};

/**
 * What happens to the next call whose `METHOD path` fits: an answer of its own, silence, the answer lost or doubled after the work was done, or
 * something that is done at that very moment: `reached` instead of the work and without an answer, `done` between work and answer.
 */
export type Fault = {
  readonly on: RegExp;
  readonly then:
    | { readonly status: number; readonly retryAfter?: string }
    | "hang"
    | "keep-answer"
    | "lose-answer"
    | "answer-twice"
    | { readonly when: "reached" | "done"; readonly run: () => unknown };
  /** 1 when left out. */
  times?: number;
};

export type Answer = {
  readonly status: number;
  readonly json?: unknown;
  readonly text?: string;
};

export type Call = {
  readonly method: string;
  readonly query: URLSearchParams;
  readonly path: string;
  readonly headers: IncomingMessage["headers"];
  readonly body: string;
};

/** Where who uses the service wants to be told, and how that is authenticated. */
export type Callback = { readonly url: string; readonly secret: string };

export type LocalService = {
  readonly url: string;
  readonly keys: LocalKeys;
  readonly destinationId: string;
  /** Of the sender. */
  readonly client: { readonly id: string; readonly secret: string };
  /** Of who fetches from the Zustellpunkt. */
  readonly subscriber: { readonly id: string; readonly secret: string };
  readonly schemaUri: string;
  readonly cases: Map<string, LocalCase>;
  readonly calls: string[];
  readonly faults: Fault[];
  /** Of the sender (something is new in the log that it did not write itself), and of the Zustellpunkt (something is there to be fetched). */
  readonly callbacks: { sender?: Callback; subscriber?: Callback };
  /** What the routing service knows: for which places, and what is wrong with it. */
  readonly routing: {
    areas: readonly string[];
    /** Instead of what the self-service portal says by itself. */
    claims: Readonly<Record<string, unknown>>;
    signer: "portal" | "destination";
    destinationId: string | undefined;
  };
  /** What the Zustellpunkt says of itself. */
  destination: Record<string, unknown>;
  encryptionKey: Record<string, unknown>;
  /** Goes on by itself as well. Simulated: rejects and deletes what is due. */
  advance(ms: number): Promise<void>;
  now(): Date;
  /** Of what the receiver says; `issuer` of the service when told. */
  say(
    kind: EventKind,
    given: { caseId: string; content?: unknown; issuer?: string; kid?: string },
  ): Promise<void>;
  start(): Promise<void>;
  stop(): Promise<void>;
};
