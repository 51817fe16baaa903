/** Where the crowd applies. */
export type CrowdRequest = {
  readonly kind: "begin";
  readonly port: number;
  readonly host: string;
  readonly searches: readonly string[];
};

/** So many new applicants come each second from now on. */
export type CrowdRate = { readonly kind: "rate"; readonly perSecond: number };

/** What happened in one second. */
export type CrowdSecond = {
  /** Applications that were confirmed. */
  readonly confirmed: number;
  /** Answers 503 or 429 with `Retry-After`: to whom nothing was begun yet, and to others. */
  readonly refusedNew: number;
  readonly refusedBegun: number;
  /** Of these, a save or a send. */
  readonly refusedSending: number;
  /** Who came, was refused twice, and left. */
  readonly left: number;
  /** Any other answer that was not the expected one, or none. */
  readonly errors: Readonly<Record<string, number>>;
  /** How long saves and sends took, in ms. */
  readonly savesMs: readonly number[];
  /** Applicants who are at it. */
  readonly present: number;
  /** How late the crowd's own process was at most, in ms. */
  readonly lateMs: number;
};
