import { connect, constants, type ClientHttp2Session } from "node:http2";
import { connect as connectTls } from "node:tls";
import type {
  Answer,
  Exchange,
  VisitOptions,
} from "../../../src/main/testing/visitor.ts";

export type Browser = {
  readonly port: number;
  /** What the portal's certificate must come from. */
  readonly authority: Buffer;
};

const idleMs = 10_000;
const { NGHTTP2_REFUSED_STREAM } = constants;

/**
 * Visitors who come as browsers do: HTTP/2 over TLS with a connection of their own, the certificate checked. The published proxies throw away what
 * visitors claim of their address, so each comes from another one of this machine (127.0.0.0/8), made from the `x-forwarded-for` of the drill.
 */
export function browserOf(browser: Browser): (origin: string) => Exchange {
  return (origin) => {
    const state: { session?: ClientHttp2Session } = {};
    const exchange = async (
      path: string,
      options: VisitOptions,
      isAgain = false,
    ): Promise<Answer> => {
      const { "x-forwarded-for": from, ...headers } = options.headers ?? {};
      if (!state.session || state.session.closed || state.session.destroyed)
        state.session = openSession(browser, origin, from);
      try {
        return await ask(state.session, path, { ...options, headers });
      } catch (error) {
        // Nobody has looked at it: browsers ask again on another connection. @see RFC 9113, 8.7
        if (isAgain || !isUntouched(error)) throw error;
        delete state.session;
        return exchange(path, options, true);
      }
    };
    return (path, options) => exchange(path, options);
  };
}

function openSession(
  { port, authority }: Browser,
  origin: string,
  from: string | undefined,
): ClientHttp2Session {
  const session = connect(origin, {
    createConnection: () =>
      connectTls({
        host: "127.0.0.1",
        port,
        servername: new URL(origin).hostname,
        ca: authority,
        ALPNProtocols: ["h2"],
        ...(from !== undefined && {
          localAddress: from.replace(/^\d+/, "127"),
        }),
      }),
  });
  // Each question tells of it.
  session.on("error", () => undefined);
  session.setTimeout(idleMs, () => {
    session.close();
  });
  return session;
}

/** A question that the server said it has not taken, or that was never sent. */
class Untouched extends Error {}

const isUntouched = (error: unknown) =>
  error instanceof Untouched ||
  (error instanceof Error &&
    "code" in error &&
    (error.code === "ERR_HTTP2_GOAWAY_SESSION" ||
      error.code === "ERR_HTTP2_INVALID_SESSION"));

function ask(
  session: ClientHttp2Session,
  path: string,
  { method = "GET", headers = {}, body }: VisitOptions,
): Promise<Answer> {
  const { promise, resolve, reject } = Promise.withResolvers<Answer>();
  const stream = session.request({
    ":method": method,
    ":path": path,
    ...headers,
    ...(body !== undefined && { "content-length": Buffer.byteLength(body) }),
  });
  const chunks: Buffer[] = [];
  const answer: { head?: { status: number; headers: Answer["headers"] } } = {};
  stream.on("response", ({ ":status": status = 0, ...rest }) => {
    answer.head = { status, headers: rest };
  });
  stream.on("data", (chunk: Buffer) => chunks.push(chunk));
  stream.on("error", (error) => {
    reject(stream.rstCode === NGHTTP2_REFUSED_STREAM ? new Untouched() : error);
  });
  stream.on("close", () => {
    const { head } = answer;
    const whole = Buffer.concat(chunks);
    if (head && stream.rstCode === 0)
      resolve({ ...head, body: whole, text: whole.toString("utf8") });
    else
      reject(
        stream.rstCode === NGHTTP2_REFUSED_STREAM
          ? new Untouched()
          : new Error("the connection ended in the middle of an answer"),
      );
  });
  stream.end(body);
  return promise;
}
