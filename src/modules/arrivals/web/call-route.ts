import type { Readable } from "node:stream";
import { isId } from "../../../platform/values/id.ts";
import type { PortalRequest, Raw, Route } from "../../../shell/web/route.ts";
import type { Inbox } from "../domain/inbox.ts";
import { ring } from "../use-cases/ring.ts";
import { callPath } from "./arrivals-paths.ts";

/** Where a service outside says that something is new. Whoever cannot prove that it is that service gets 401, whatever there is. */
export function callRoute({
  inboxes,
}: {
  readonly inboxes: ReadonlyMap<string, Inbox>;
}): Route {
  return {
    method: "POST",
    path: callPath(":id"),
    audience: "guest",
    isRaw: true,
    // Programs say no origin; what counts is the signature.
    acceptsCrossSite: true,
    guessable: true,
    handle: async (request) => {
      const call = await readCall(request);
      const sourceId = request.params["id"] ?? "";
      const isTaken =
        call !== undefined &&
        isId(sourceId) &&
        (await ring(request.context, { sourceId, call }, inboxes));
      return answer(isTaken ? 200 : 401);
    },
  };
}

const answer = (status: number): Raw => ({
  kind: "raw",
  status,
  headers: { "content-type": "text/plain; charset=utf-8" },
  body: "",
});

async function readCall({ raw }: PortalRequest) {
  const body = raw && (await readShort(raw.body));
  if (!raw || !body) return undefined;
  const header = (name: string) => {
    const value = raw.headers[name];
    return typeof value === "string" ? value : undefined;
  };
  const names = ["callback-timestamp", "callback-authentication"] as const;
  const headers = Object.fromEntries(names.map((name) => [name, header(name)]));
  return { headers, body };
}

/** Ids of some submissions; nobody has more to say. */
const longest = 256 * 1024;

async function readShort(stream: Readable): Promise<Buffer | undefined> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of stream) {
    if (!(chunk instanceof Buffer)) return undefined;
    length += chunk.length;
    if (length > longest) return undefined;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}
