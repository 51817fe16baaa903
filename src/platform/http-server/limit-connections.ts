import type { IncomingMessage, Server, ServerResponse } from "node:http";
import type { Socket } from "node:net";
import { serveOneAtATime } from "./serve-one-at-a-time.ts";

export type ConnectionLimits = {
  /** How long nothing may move where the client has to send or to take something. */
  readonly silenceMs: number;
  /** How many bytes of a body must come in a second, on average, after the first `silenceMs`. */
  readonly bodyBytesPerSecond: number;
  /** How often bodies are looked at. */
  readonly lookEveryMs: number;
  /** How many requests of one connection may stand behind the one that is served. */
  readonly waitingRequests: number;
};

/**
 * As much as nginx waits (`client_body_timeout`, `send_timeout`), and Apache's least rate (`MinRate`). A phone in the country has 2,000 bytes a
 * second and more; what it had sent already stays where an upload is resumable. Neither browsers nor proxies send a request before the last
 * is answered; of programs that do, curl once sent five and apt sends ten.
 * @see https://httpd.apache.org/docs/2.4/mod/mod_reqtimeout.html
 */
export const connectionLimits: ConnectionLimits = {
  silenceMs: 60_000,
  bodyBytesPerSecond: 500,
  lookEveryMs: 5_000,
  waitingRequests: 16,
};

/** The last request of a connection. */
type Exchange = {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  readonly since: number;
  readonly bytesBefore: number;
  /** Time in which it was us who took nothing, because enough waits to be worked on. */
  notReadingMs: number;
  wasReading: boolean;
  /** It was for us to do something when its timer rang last: the client gets the whole time again. */
  waitedForUs: boolean;
};

/**
 * Ends connections whose client keeps us waiting: one that sends a body slower than the least rate (408 where nothing was answered yet), and one
 * that neither sends what it announced nor takes what it asked for. Whoever waits for us is not ended, however long it takes: an answer
 * that is being made, an upload that is being scanned, a stream of events. Headers have limits of Node's own. Of one connection one request is
 * served at a time.
 */
export function limitConnections(
  server: Server,
  limits: ConnectionLimits,
): void {
  serveOneAtATime(server, limits.waitingRequests);
  const exchanges = new Map<Socket, Exchange>();
  server.prependListener("request", (request, response) => {
    const { socket } = request;
    exchanges.set(socket, {
      request,
      response,
      since: performance.now(),
      bytesBefore: socket.bytesRead,
      notReadingMs: 0,
      wasReading: true,
      waitedForUs: false,
    });
  });
  // Node's own timer, which knows whether a large answer moves; with a listener, ending the connection is left to us.
  server.setTimeout(limits.silenceMs, (socket: Socket) => {
    const exchange = exchanges.get(socket);
    const waitedForUs = exchange?.waitedForUs ?? false;
    if (exchange) exchange.waitedForUs = waitsForUs(exchange, socket);
    if (waitedForUs || exchange?.waitedForUs)
      socket.setTimeout(limits.silenceMs);
    else endConnection(socket, exchange);
  });
  let lookedAt = performance.now();
  const looking = setInterval(() => {
    const now = performance.now();
    const sinceMs = now - lookedAt;
    lookedAt = now;
    for (const [socket, exchange] of exchanges) {
      if (socket.destroyed || isOver(exchange)) exchanges.delete(socket);
      else if (isTooSlow(exchange, { socket, limits, now, sinceMs }))
        endConnection(socket, exchange);
    }
  }, limits.lookEveryMs);
  looking.unref();
  server.once("close", () => {
    clearInterval(looking);
  });
}

const isOver = ({ request, response }: Exchange): boolean =>
  request.complete && response.writableFinished;

/** All that was announced has come, or more of it than we have worked on; and all that was answered so far has gone out. */
function waitsForUs(exchange: Exchange, socket: Socket): boolean {
  const { request, response } = exchange;
  return (
    !response.writableFinished &&
    (request.complete || socket.isPaused()) &&
    socket.writableLength === 0
  );
}

type Look = {
  readonly socket: Socket;
  readonly limits: ConnectionLimits;
  readonly now: number;
  /** How long ago it was looked at before. */
  readonly sinceMs: number;
};

function isTooSlow(
  exchange: Exchange,
  { socket, limits, now, sinceMs }: Look,
): boolean {
  if (exchange.request.complete) return false;
  const isReading = !socket.isPaused();
  if (!isReading || !exchange.wasReading) exchange.notReadingMs += sinceMs;
  exchange.wasReading = isReading;
  const waitedMs = now - exchange.since - exchange.notReadingMs;
  const received = socket.bytesRead - exchange.bytesBefore;
  return (
    waitedMs > limits.silenceMs + (received / limits.bodyBytesPerSecond) * 1000
  );
}

/** As Node answers where headers come too slowly. What nobody takes is thrown away, by the system too. */
function endConnection(socket: Socket, exchange: Exchange | undefined): void {
  if (socket.writableLength > 0) {
    socket.resetAndDestroy();
    return;
  }
  if (exchange && isUnanswered(exchange) && socket.writable)
    socket.write(
      "HTTP/1.1 408 Request Timeout\r\nConnection: close\r\nContent-Length: 0\r\n\r\n",
    );
  socket.destroy();
}

/** And its answer would be the next on this connection. */
const isUnanswered = ({ request, response }: Exchange): boolean =>
  !request.complete && !response.headersSent && response.socket !== null;
