import type { BarePage } from "./bare-answers.ts";
import {
  endChild,
  firstMessage,
  serverCore,
  startChild,
} from "./child-process.ts";
import { compare, type Comparison, type Rounds } from "./compare.ts";
import type { LoadRequest } from "./load-request.ts";
import { measureLoad } from "./run-load.ts";
import type { Site } from "./site.ts";

const path = "/leistungen/bewohnerparkausweis";

/** A public service page against `node:http` that sends the same bytes. */
export async function comparePublicPage(
  site: Site,
  { rounds, seconds, warmUpSeconds }: Rounds,
): Promise<Comparison> {
  const headers = { host: site.host, "accept-encoding": "gzip, deflate, br" };
  const answer = await site.recorder.inject({ url: path, headers });
  if (answer.statusCode !== 200) throw new Error("bench: no service page");
  const bare = startChild("bare-page.ts", { core: serverCore });
  const page: BarePage = {
    headers: {
      "content-type": "text/html; charset=utf-8",
      "content-encoding": "br",
      "content-length": String(answer.rawPayload.length),
    },
    body: answer.rawPayload,
  };
  bare.send(page);
  const barePort = portOf(await firstMessage(bare));
  const load = (port: number, duration: number): LoadRequest => ({
    port,
    method: "GET",
    path,
    headers,
    connections: 32,
    seconds: duration,
  });
  const of = (process: typeof bare, port: number) => (duration: number) =>
    measureLoad(process, load(port, duration), 200);
  const portal = of(site.server, site.port);
  const limit = of(bare, barePort);
  await limit(warmUpSeconds);
  await portal(warmUpSeconds);
  const comparison = await compare(rounds, {
    portal: () => portal(seconds),
    limit: () => limit(seconds),
  });
  await endChild(bare);
  return comparison;
}

/** Port in the answer of a bare server: what `server.address()` gave. */
export function portOf(message: unknown): number {
  if (typeof message === "object" && message !== null && "port" in message)
    return Number(message.port);
  throw new Error("bench: a server told no port");
}
