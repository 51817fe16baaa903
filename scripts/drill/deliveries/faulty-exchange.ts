import type { IncomingMessage, ServerResponse } from "node:http";
import { setTimeout as sleep } from "node:timers/promises";
import { faults, type FaultName } from "./faults.ts";

export type Reply = {
  readonly status: number;
  readonly contentType: string;
  readonly body: string;
  readonly headers?: Readonly<Record<string, string>>;
};

type Exchange = {
  readonly request: IncomingMessage;
  readonly reply: ServerResponse;
};

const slowMs = 3_000;

/**
 * Answers a call as the fault says. `work` reads nothing more: it gets the whole body, and has stored what it accepted when it resolves. Undefined
 * body: the sender was gone before it had sent all.
 */
export async function exchange(
  { request, reply }: Exchange,
  fault: FaultName | undefined,
  work: (body: Buffer) => Promise<Reply>,
): Promise<void> {
  if (fault === "reset-before") {
    request.socket.resetAndDestroy();
    return;
  }
  const body = await readAll(request).catch(() => undefined);
  if (!body || fault === "hang") return;
  if (fault !== undefined && faults[fault].when === "before")
    refuse(reply, fault);
  else ((fault && answers[fault]) ?? send)(reply, await work(body));
}

function refuse(reply: ServerResponse, fault: FaultName): void {
  const status = Number(fault.slice("status-".length));
  const isAskingForPatience = status === 503 || status === 429;
  reply.writeHead(status, isAskingForPatience ? { "retry-after": "2" } : {});
  reply.end();
}

const answers: Partial<
  Readonly<Record<FaultName, (reply: ServerResponse, given: Reply) => void>>
> = {
  "hang-after": () => undefined,
  "reset-after": ({ socket }) => socket?.resetAndDestroy(),
  slow: (reply, given) =>
    void sleep(slowMs).then(() => {
      send(reply, given);
    }),
  half: ({ socket }, given) => {
    const text = onTheLine(given);
    socket?.write(text.slice(0, Math.floor(text.length / 2)), () => {
      socket.destroy();
    });
  },
  twice: ({ socket }, given) => socket?.write(onTheLine(given).repeat(2)),
  garbage: ({ socket }) => socket?.end("220 mail.example ESMTP\r\n"),
};

function send(
  reply: ServerResponse,
  { status, contentType, body, headers }: Reply,
): void {
  reply.writeHead(status, { "content-type": contentType, ...headers });
  reply.end(body);
}

/** As it goes over the line. */
function onTheLine({ status, contentType, body, headers }: Reply): string {
  return [
    `HTTP/1.1 ${status} Whatever`,
    `content-type: ${contentType}`,
    `content-length: ${Buffer.byteLength(body)}`,
    ...Object.entries(headers ?? {}).map((pair) => pair.join(": ")),
    "",
    body,
  ].join("\r\n");
}

async function readAll(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of request as AsyncIterable<Buffer>)
    chunks.push(chunk);
  return Buffer.concat(chunks);
}
