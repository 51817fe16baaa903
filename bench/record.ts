import type { LightMyRequestResponse } from "fastify";
import type { Statement, Transaction } from "./bare-answers.ts";
import { formHeaders } from "./drafts.ts";
import type { Site } from "./site.ts";

export type Recording = {
  readonly answer: LightMyRequestResponse;
  readonly transactions: readonly Transaction[];
};

export type RecordedRequest = {
  readonly method: "GET" | "POST";
  readonly url: string;
  readonly key: string;
  readonly payload?: string;
};

/** What the portal answers to a request, and which statements it sends for it. */
export async function record(
  site: Site,
  { method, url, key, payload = "" }: RecordedRequest,
): Promise<Recording> {
  // The directory of portals asks the database every two seconds; not within what is recorded.
  await site.recorder.inject({ url: "/", headers: { host: site.host } });
  site.statements.length = 0;
  const answer = await site.recorder.inject({
    method,
    url,
    headers: { ...formHeaders(site), cookie: `antrag=${key}` },
    ...(method === "POST" ? { payload } : {}),
  });
  return { answer, transactions: splitTransactions([...site.statements]) };
}

function splitTransactions(statements: readonly Statement[]): Transaction[] {
  const transactions: Statement[][] = [];
  for (const statement of statements) {
    if (statement.sql.startsWith("begin")) transactions.push([]);
    transactions.at(-1)?.push(statement);
  }
  return transactions;
}
