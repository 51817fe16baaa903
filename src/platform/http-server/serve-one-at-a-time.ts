import { AsyncResource } from "node:async_hooks";
import type { IncomingMessage, Server, ServerResponse } from "node:http";
import type { Socket } from "node:net";

type Exchange = {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
};

/** The requests of one connection: one is served, those behind it are not begun. */
type Line = {
  /** The last that was begun. */
  served: ServerResponse;
  readonly waiting: (() => void)[];
};

/**
 * Begins a request only when the answer before it on the same connection has gone out, and ends a connection on which more than `mostWaiting`
 * requests stand behind one that is served. Node begins all that a client sends in one go, up to a thousand in 64 KB, and keeps the answers until
 * they are taken; its own bound counts bytes of answers only after all of those have begun. Call it after everybody else who listens to requests.
 * @see RFC 9112 section 9.3.2: in turn unless all are safe, and a client repeats what was not answered when the connection ends
 */
export function serveOneAtATime(server: Server, mostWaiting: number): void {
  const lines = new WeakMap<Socket, Line>();
  const listeners = server.listeners("request");
  server.removeAllListeners("request");
  const serve = ({ request, response }: Exchange) => {
    for (const listener of listeners)
      Reflect.apply(listener, server, [request, response]);
  };
  server.on("request", (request, response) => {
    const { socket } = request;
    const line = lines.get(socket);
    if (!line) lines.set(socket, { served: response, waiting: [] });
    else if (line.waiting.length === 0 && hasGoneOut(line.served))
      line.served = response;
    else if (line.waiting.length < mostWaiting) {
      standInLine(line, { request, response }, serve);
      return;
    } else {
      socket.resetAndDestroy();
      stopReading(socket);
      return;
    }
    serve({ request, response });
  });
}

/** Node's own, and not in its documentation. */
type Parsing = Socket & { parser?: { onIncoming: unknown } | null };

/**
 * Node begins what else came in the same chunk even when its connection has ended, and makes two errors for each of these requests: that takes
 * longer than to answer them. Its parser reads nothing behind a request that asks to go on in another protocol, which is what 2 says.
 */
function stopReading(socket: Parsing): void {
  if (socket.parser) socket.parser.onIncoming = () => 2;
}

/** Handed to the system, and the connection left to the next answer. */
const hasGoneOut = (response: ServerResponse): boolean =>
  response.writableFinished && response.socket === null;

function standInLine(
  line: Line,
  exchange: Exchange,
  serve: (exchange: Exchange) => void,
): void {
  const { request, response } = exchange;
  const goOn = () => {
    if (request.socket.writable) line.waiting.shift()?.();
    else line.waiting.length = 0;
  };
  if (line.waiting.length === 0) line.served.once("close", goOn);
  // Not part of what the request before it left behind.
  const turn = AsyncResource.bind(() => {
    line.served = response;
    if (line.waiting.length > 0) response.once("close", goOn);
    serve(exchange);
  });
  line.waiting.push(turn);
}
