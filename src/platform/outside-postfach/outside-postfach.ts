/** What a copy holds, whatever Postfach it goes to. */
export type OutsideMessage = {
  /** Name of the Postfach there. */
  readonly handle: string;
  readonly sender: string;
  readonly senderUrl: string;
  readonly title: string;
  readonly text: string;
  readonly service: string;
  readonly applicationId: string;
  readonly reference: string;
  readonly stage: ApplicationStage;
  readonly attachments: readonly OutsideAttachment[];
};

/** How far the application is, as somebody sees it there. */
export type ApplicationStage = "received" | "processing" | "asked" | "decided";

export type OutsideAttachment = {
  readonly filename: string;
  readonly mediaType: string;
  readonly sizeBytes: number;
  /** Hex digits. */
  readonly sha512: string;
  open(): AsyncIterable<Uint8Array>;
};

export type SendOutcome =
  | { readonly kind: "accepted" }
  | { readonly kind: "unavailable"; readonly reason: string }
  /** Trying again will not help. */
  | { readonly kind: "refused"; readonly reason: string };

export type OutsideAnswer =
  | { readonly kind: "acknowledged" }
  | { readonly kind: "not-yet" }
  | { readonly kind: "refused"; readonly reason: string };

/** Port to Postfächer of another account. */
export type OutsidePostfach = {
  /** Hands a message over with its files; with the same id again it is there once. */
  send(
    id: string,
    message: OutsideMessage,
    moment: { readonly now: Date; readonly signal: AbortSignal },
  ): Promise<SendOutcome>;
  /** What became of a message that was accepted. */
  answerTo(id: string, signal: AbortSignal): Promise<OutsideAnswer>;
};
