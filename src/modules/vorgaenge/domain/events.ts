/** How a Vorgang was decided; `no-decision`: settled without one, for example withdrawn or not competent. */
export type Outcome = "granted" | "partly" | "refused" | "no-decision";

export const outcomes: readonly Outcome[] = [
  "granted",
  "partly",
  "refused",
  "no-decision",
];

/** What can happen to a Vorgang; written once and never changed. */
export type VorgangEventKind =
  | "received"
  | "taken-into-work"
  | "question-asked"
  | "answered"
  | "decided"
  | "closed"
  | "note-to-applicant";

export type VorgangEvent = {
  /** 1, 2, 3 … within the Vorgang. */
  readonly position: number;
  readonly kind: VorgangEventKind;
  /** Present on `decided` only. */
  readonly outcome: Outcome | undefined;
  readonly at: Date;
  readonly actorKind: "guest" | "citizen" | "staff" | "system";
  readonly actorId: string;
  /** Text to the applicant. */
  readonly note: string | undefined;
};

/** What a caseworker does to a Vorgang. */
export type Step =
  | {
      readonly kind: Exclude<VorgangEventKind, "received" | "decided">;
    }
  | { readonly kind: "decided"; readonly outcome: Outcome };
