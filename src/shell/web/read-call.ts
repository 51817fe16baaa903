import type { Readable } from "node:stream";
import type { PortalRequest } from "./route.ts";

/** Ids of some things; nobody who merely calls has more to say. */
const longest = 256 * 1024;

/** A short call of a service outside, with the headers of these names. Undefined when it is too long, or no such call. */
export async function readCall(
  { raw }: PortalRequest,
  names: readonly string[],
) {
  const body = raw && (await readShort(raw.body));
  if (!raw || !body) return undefined;
  const header = (name: string) => {
    const value = raw.headers[name];
    return typeof value === "string" ? value : undefined;
  };
  const headers = Object.fromEntries(names.map((name) => [name, header(name)]));
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
