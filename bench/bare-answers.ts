import type { DatabaseAddress } from "../src/platform/database/database.ts";

/** What the bare page server sends. */
export type BarePage = {
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer;
};

export type Statement = {
  readonly sql: string;
  readonly parameters: readonly unknown[];
};

/** A statement as it was recorded. */
export type SentStatement = Statement & { readonly connection: object };

/** Statements between `begin` and `commit`, both included. */
export type Transaction = readonly Statement[];

export type Manner = "one-by-one" | "pipelined";

/** What the bare Fastify server answers, and what it asks the database before. */
export type BareStep = {
  readonly address: DatabaseAddress;
  readonly role: string | undefined;
  readonly routes: readonly BareRoute[];
  /** One statement after the other, as most programs do; or prepared and in as few round trips as the portal. */
  readonly manner: Manner;
};

export type BareRoute = {
  readonly method: "GET" | "POST";
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer;
  /** One list for each draft; the header `x-draft` chooses. */
  readonly perDraft: readonly (readonly Transaction[])[];
};
