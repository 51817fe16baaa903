type Headers = Readonly<Record<string, string>>;

/** What a load process sends. */
export type LoadRequest = {
  readonly port: number;
  readonly method: "GET" | "POST";
  readonly path: string;
  readonly headers: Headers;
  readonly body?: string;
  readonly connections: number;
  /** How long, or instead how many. */
  readonly seconds?: number;
  readonly amount?: number;
  /** Headers of the first connection, the second, … */
  readonly perConnection?: readonly Headers[];
  /** Each request opens the next draft of this series, see seed-drafts.ts. */
  readonly cookieSeries?: string;
};

export type LoadResult = {
  readonly requests: number;
  readonly seconds: number;
  readonly statuses: Readonly<Record<string, number>>;
  readonly failures: number;
};
