/** What the process of the users is told. */
export type UsersRequest = {
  readonly port: number;
  /** Of the portals they apply in, in turn. */
  readonly hosts: readonly string[];
  /** First half of their addresses, e.g. `10.0`. */
  readonly network: string;
  /** Every so many applications have a file; 0: none has. */
  readonly perFile: number;
  readonly users: number;
  /** Sessions of those who are signed in; the others are guests. */
  readonly sessions: readonly string[];
  /** Over which the users come. */
  readonly rampSeconds: number;
  /** After all have come. */
  readonly measuredSeconds: number;
  readonly thinkSeconds: { readonly from: number; readonly to: number };
  readonly searches: readonly string[];
};

export const requestKinds = [
  "page",
  "search",
  "begin",
  "show a step",
  "save",
  "save with a file",
  "summary",
  "submit",
] as const;
export type RequestKind = (typeof requestKinds)[number];

/** One request of the measured time. */
export type Timed = {
  readonly kind: RequestKind;
  /** Seconds after the first user came. */
  readonly at: number;
  readonly ms: number;
};

/** What it tells: first that all have come, then what happened since. */
export type UsersMessage =
  | { readonly kind: "all-there" }
  | {
      readonly kind: "done";
      readonly timed: readonly Timed[];
      readonly errors: Readonly<Record<string, number>>;
      /** How late the process of the users itself was, in ms: above the goals' size, times would be its own. */
      readonly lateMs: { readonly p95: number; readonly highest: number };
    };
