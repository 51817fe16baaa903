import type { KeyObject } from "node:crypto";

/** What a response has to be the answer to, and whom it may come from. */
export type ResponseExpectation = {
  readonly identityProvider: {
    readonly entityId: string;
    /** From its metadata, never from the message. Several while it changes its key. */
    readonly signingKeys: readonly KeyObject[];
  };
  readonly serviceProvider: {
    readonly entityId: string;
    readonly assertionConsumerUrl: string;
    /** The newest first; older ones until the provider has read new metadata. */
    readonly decryptionKeys: readonly KeyObject[];
  };
  readonly request: {
    readonly id: string;
    readonly issuedAt: Date;
    /** With ForceAuthn: a sign-in from before the request is refused. */
    readonly demandsFreshSignIn: boolean;
    /** Undefined accepts every level; the caller then looks at `authnContext` itself. */
    readonly authnContexts?: readonly string[];
  };
  readonly demands: ResponseDemands;
  readonly now: Date;
};

export type ResponseDemands = {
  /** Which signature has to be there. One that is there is checked in any case, and the assertion always lies under one. */
  readonly signed: "response-or-assertion" | "response" | "assertion" | "both";
  readonly encrypted: boolean;
  readonly clockSkewSeconds: number;
};

/** As the federal rules ask: signed and encrypted. @see BSI TR-03172-3 A3.10.01, A3.10.02 */
export const strictDemands: ResponseDemands = {
  signed: "response-or-assertion",
  encrypted: true,
  clockSkewSeconds: 60,
};
