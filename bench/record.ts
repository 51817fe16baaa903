import { draftCookie } from "./draft-key.ts";
import type { LightMyRequestResponse } from "fastify";
import type { SentStatement, Statement, Transaction } from "./bare-answers.ts";
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
    headers: { ...formHeaders(site), cookie: draftCookie(key) },
    ...(method === "POST" ? { payload } : {}),
  });
  return { answer, transactions: splitTransactions([...site.statements]) };
}

export const countStatements = ({ transactions }: Recording): number =>
  transactions.flat().length;

const mostAttempts = 10;

/**
 * Requests that are alike and may be repeated, each without what is read now and then besides: whoever sends more statements than another had
 * something kept read anew meanwhile, and is recorded again.
 */
export async function recordAlike(
  site: Site,
  requests: readonly RecordedRequest[],
): Promise<readonly Recording[]> {
  const recordings: Recording[] = [];
  for (const request of requests) recordings.push(await record(site, request));
  const fewest = Math.min(...recordings.map(countStatements));
  const alike: Recording[] = [];
  for (const [index, request] of requests.entries()) {
    let recording = recordings[index];
    for (
      let attempt = 0;
      recording === undefined || countStatements(recording) > fewest;
      attempt += 1
    ) {
      if (attempt === mostAttempts)
        throw new Error("bench: requests that are alike send other statements");
      recording = await record(site, request);
    }
    alike.push(recording);
  }
  return alike;
}

/** In the order in which they began; some run at the same time. */
function splitTransactions(sent: readonly SentStatement[]): Transaction[] {
  const transactions: Statement[][] = [];
  const open = new Map<object, Statement[]>();
  for (const { sql, parameters, connection } of sent) {
    if (sql.startsWith("begin")) {
      const begun: Statement[] = [];
      transactions.push(begun);
      open.set(connection, begun);
    }
    open.get(connection)?.push({ sql, parameters });
  }
  return transactions;
}
