import type { FastifyRequest } from "fastify";
import { receiveMultipart } from "../../platform/multipart/receive-multipart.ts";

/** What a visitor sent that could not be taken, to be sent once more. */
export type SentForm = {
  readonly action: string;
  readonly fields: URLSearchParams;
  /** They have to be chosen once more: browsers let no page fill them in. */
  readonly files: readonly string[];
};

/** More than this is not put into a page; it is as much as a form may send without files. */
const largestBytes = 1_000_000;
/** By their names; a changed password comes as `current` and `next`. */
const notShown =
  /passw|secret|kennwort|(?<!post)code|token|^(?:current|next)$/i;

/**
 * What was sent, unless it holds a password or is too much. Files are read past and kept nowhere. Only for requests from the portal's own
 * pages: for others a page that sends on would be a way around that check.
 */
export async function sentForm(
  request: FastifyRequest,
): Promise<SentForm | undefined> {
  if (request.method !== "POST") return undefined;
  const sent = await readSent(request);
  if (!sent) return undefined;
  const { fields } = sent;
  const isSecret = [...fields.keys()].some((name) => notShown.test(name));
  const size = [...fields].reduce(
    (sum, [name, value]) => sum + name.length + value.length,
    0,
  );
  if (isSecret || size > largestBytes) return undefined;
  return { action: request.url, ...sent };
}

async function readSent(
  request: FastifyRequest,
): Promise<Omit<SentForm, "action"> | undefined> {
  const { body, raw, headers } = request;
  if (body instanceof URLSearchParams) return { fields: body, files: [] };
  // What a route has begun to read is gone.
  if (raw.readableDidRead) return undefined;
  const received = await receiveMultipart(
    { body: raw, headers },
    { store: passOver, remove: () => Promise.resolve() },
  );
  if (!received.ok) return undefined;
  const { fields, files } = received.value;
  return { fields, files: files.map(({ filename }) => filename) };
}

async function passOver(content: AsyncIterable<Uint8Array>) {
  let sizeBytes = 0;
  for await (const { length } of content) sizeBytes += length;
  return { fileId: "", sizeBytes, sha256: "" };
}
