/** An application that somebody was told is received: the confirmation page with its reference was seen. */
export type Acknowledged = {
  /** Written into the application by its writer; nothing in the portal makes it unique. */
  readonly key: string;
  readonly reference: string;
  readonly atMs: number;
};

/** What the writers saw, kept outside of the portal. */
export type Ledger = {
  readonly acknowledged: Acknowledged[];
  /** Applications of which the first answer was lost: may be stored or not. Sent again until one comes. */
  cutOff: number;
  /** What people got instead of the next page, and how often, e.g. `503` or `ECONNRESET`. */
  readonly troubles: Map<string, number>;
  /** What must not happen, in words, e.g. another reference at the second try. */
  readonly surprises: string[];
};

export function newLedger(): Ledger {
  return { acknowledged: [], cutOff: 0, troubles: new Map(), surprises: [] };
}

export function noteTrouble({ troubles }: Ledger, error: unknown): void {
  const trouble = error instanceof Error ? nameOf(error) : String(error);
  troubles.set(trouble, (troubles.get(trouble) ?? 0) + 1);
}

function nameOf(error: Error): string {
  if (error.name === "AssertionError") return "another page than expected";
  return "code" in error && typeof error.code === "string"
    ? error.code
    : error.message;
}
