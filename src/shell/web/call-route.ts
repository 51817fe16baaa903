import type { Readable } from "node:stream";
import type { Context } from "../../platform/context/context.ts";
import { isId } from "../../platform/values/id.ts";
import type { PortalRequest, Raw, Route } from "./route.ts";

/** Ids of some things; nobody who merely calls has more to say. */
const longest = 256 * 1024;

/** What authenticates calls, for all connectors and inboxes that hear them. */
const headerNames = ["callback-timestamp", "callback-authentication"];

/** What a service outside said: the headers that authenticate it, and the body as it came, for both are signed. */
type Call = {
  readonly headers: Readonly<Record<string, string | undefined>>;
  readonly body: Buffer;
};

/** `heard`, `repeated`: this very call was heard before, `refused`: not genuine, and the answer for what is not there. */
type CallAnswer = "heard" | "repeated" | "refused";

const statuses = { heard: 200, repeated: 409, refused: 401 } as const;

/**
 * Where a service outside says that something is new about one thing, whose id is `:id` of the path. Whoever cannot prove to be that service
 * gets 401, whatever there is; so does a call that is too long.
 */
export function callRoute({
  path,
  hear,
}: {
  readonly path: string;
  readonly hear: (
    context: Context,
    id: string,
    call: Call,
  ) => Promise<CallAnswer>;
}): Route {
  return {
    method: "POST",
    path,
    audience: "guest",
    isRaw: true,
    // Programs say no origin; what counts is the signature.
    acceptsCrossSite: true,
    guessable: true,
    handle: async (request) => {
      const call = await readCall(request);
      const id = request.params["id"] ?? "";
      if (!call || !isId(id)) return answer(statuses.refused);
      return answer(statuses[await hear(request.context, id, call)]);
    },
  };
}

const answer = (status: number): Raw => ({
  kind: "raw",
  status,
  headers: { "content-type": "text/plain; charset=utf-8" },
  body: "",
});

/** Undefined when it is too long, or no such call. */
async function readCall({ raw }: PortalRequest): Promise<Call | undefined> {
  const body = raw && (await readShort(raw.body));
  if (!raw || !body) return undefined;
  const header = (name: string) => {
    const value = raw.headers[name];
    return typeof value === "string" ? value : undefined;
  };
  const headers = Object.fromEntries(
    headerNames.map((name) => [name, header(name)]),
  );
  return { headers, body };
}

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
