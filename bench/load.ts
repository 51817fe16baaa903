/** Process that makes load: takes a `LoadRequest` as its argument, sends a `LoadResult` to its parent. */
import autocannon, {
  type Client,
  type Options,
  type Request,
} from "autocannon";
import { draftCookie, draftKey } from "./draft-key.ts";
import type { LoadRequest, LoadResult } from "./load-request.ts";

// eslint-disable-next-line @typescript-eslint/no-unsafe-type-assertion -- written by our parent, see run-load.ts
const request = JSON.parse(process.argv[2] ?? "") as LoadRequest;
const report = await autocannon(optionsOf(request));
const result: LoadResult = {
  requests: report.requests.total,
  seconds: report.duration,
  statuses: Object.fromEntries(
    Object.entries(report.statusCodeStats ?? {}).map(
      ([status, { count = 0 }]) => [status, count],
    ),
  ),
  failures: report.errors + report.timeouts,
};
process.send?.(result);
process.disconnect();

function optionsOf(load: LoadRequest): Options {
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
              setupRequest: (outgoing: Request) => ({
                ...outgoing,
                headers: {
                  ...outgoing.headers,
                  cookie: draftCookie(
                    draftKey(load.cookieSeries ?? "", sent()),
                  ),
                },
              }),
            },
          ],
        }),
  };
}

function counter(): () => number {
  let next = 0;
  return () => next++;
}
