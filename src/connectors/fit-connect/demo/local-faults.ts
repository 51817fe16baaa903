import type { ServerResponse } from "node:http";
import type { Answer, Fault, LocalService } from "./local-types.ts";

type Then = Fault["then"] | undefined;

/** What happens to this call; each fault happens as often as it was asked for. */
export function takeFault(local: LocalService, name: string): Then {
  const index = local.faults.findIndex(({ on }) => on.test(name));
  const fault = local.faults[index];
  if (!fault) return undefined;
  fault.times = (fault.times ?? 1) - 1;
  if (fault.times === 0) local.faults.splice(index, 1);
  return fault.then;
}

/** True when the fault takes the place of the work. */
export async function isEndedBy(
  fault: Then,
  reply: ServerResponse,
): Promise<boolean> {
  if (fault === "hang") return true;
  if (typeof fault !== "object") return false;
  if ("status" in fault) {
    const { status, retryAfter } = fault;
    reply.writeHead(status, retryAfter ? { "retry-after": retryAfter } : {});
    reply.end();
    return true;
  }
  if (fault.when === "done") return false;
  await fault.run();
  return true;
}

/** After the work was done. */
export async function answerUnder(
  fault: Then,
  reply: ServerResponse,
  given: Answer,
): Promise<void> {
  if (typeof fault === "object" && "when" in fault) await fault.run();
  if (fault === "lose-answer") reply.socket?.resetAndDestroy();
  else if (fault === "answer-twice") sendTwice(reply, given);
  else if (fault !== "keep-answer") send(reply, given);
}

function send(reply: ServerResponse, { status, json, text }: Answer): void {
  const contentType = text === undefined ? "json" : "jose";
  reply.writeHead(status, { "content-type": `application/${contentType}` });
  reply.end(text ?? JSON.stringify(json));
}

/** A broken proxy: the same answer once more on the same connection, to a question that nobody has asked. */
function sendTwice(reply: ServerResponse, { status, json, text }: Answer) {
  const body = text ?? JSON.stringify(json ?? {});
  const once = [
    `HTTP/1.1 ${status} Whatever`,
    "content-type: application/json",
    `content-length: ${Buffer.byteLength(body)}`,
    "",
    body,
  ].join("\r\n");
  reply.socket?.write(`${once}${once}`);
}
