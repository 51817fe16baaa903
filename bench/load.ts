/** Process that makes load: takes a `LoadRequest` as its argument, sends a `LoadResult` to its parent. */
import { createHash } from "node:crypto";
import { createRequire } from "node:module";
import type { LoadRequest, LoadResult } from "./load-request.ts";

type Client = { setHeaders(headers: Record<string, string>): void };
type Sent = { headers: Record<string, string> };
type Report = {
  readonly requests: { readonly total: number };
  readonly duration: number;
  readonly latency: { readonly p97_5: number };
  readonly statusCodeStats: Readonly<
    Record<string, { readonly count: number }>
  >;
  readonly errors: number;
  readonly timeouts: number;
};

// The package has no types.
// eslint-disable-next-line @typescript-eslint/no-unsafe-type-assertion
const autocannon = createRequire(import.meta.url)("autocannon") as (
  options: Record<string, unknown>,
) => Promise<Report>;

// Written by our parent, see run-load.ts.
// eslint-disable-next-line @typescript-eslint/no-unsafe-type-assertion
const request = JSON.parse(process.argv[2] ?? "") as LoadRequest;
const report = await autocannon(optionsOf(request));
const result: LoadResult = {
  requests: report.requests.total,
  seconds: report.duration,
  statuses: Object.fromEntries(
    Object.entries(report.statusCodeStats).map(([status, { count }]) => [
      status,
      count,
    ]),
  ),
  failures: report.errors + report.timeouts,
};
process.send?.(result);
process.disconnect();

function optionsOf(load: LoadRequest): Record<string, unknown> {
  const connections = counter();
  const sent = counter();
  return {
    url: `http://127.0.0.1:${String(load.port)}${load.path}`,
    connections: load.connections,
    ...(load.amount
      ? { amount: load.amount }
      : { duration: load.seconds ?? 1 }),
    method: load.method,
    headers: load.headers,
    ...(load.body === undefined ? {} : { body: load.body }),
    setupClient: (client: Client) => {
      const number = connections();
      if (load.perConnection)
        client.setHeaders({
          ...load.headers,
          ...load.perConnection[number % load.perConnection.length],
        });
    },
    ...(load.cookieSeries === undefined
      ? {}
      : {
          requests: [
            {
              setupRequest: (outgoing: Sent) => ({
                ...outgoing,
                headers: {
                  ...outgoing.headers,
                  cookie: `antrag=${draftKey(load.cookieSeries ?? "", sent())}`,
                },
              }),
            },
          ],
        }),
  };
}

function draftKey(series: string, index: number): string {
  return createHash("sha256")
    .update(`${series}/${String(index)}`)
    .digest("base64url");
}

function counter(): () => number {
  let next = 0;
  return () => next++;
}
