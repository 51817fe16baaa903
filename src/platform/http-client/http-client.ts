import {
  Agent as HttpAgent,
  request as plainRequest,
  type ClientRequest,
  type IncomingMessage,
} from "node:http";
import { Agent as TlsAgent, request as tlsRequest } from "node:https";
import { isIP } from "node:net";
import { rootCertificates } from "node:tls";
import { Readable } from "node:stream";
import { faultOf, type NetworkFault } from "./network-fault.ts";
import { traced } from "../tracing/span.ts";
import { lookupWithin, type Reach } from "./reach.ts";

/** A body whose size is known before it is sent, so that it can be streamed with a Content-Length. */
export type StreamedBody = {
  readonly sizeBytes: number;
  open(): AsyncIterable<Uint8Array>;
};

export type HttpRequest = {
  readonly method: "GET" | "HEAD" | "POST" | "PUT" | "PATCH" | "DELETE";
  /** `http:` or `https:`; a user name or password in it is refused. */
  readonly url: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | Uint8Array | StreamedBody;
  /** From the call until the last byte of the answer; 30,000 when left out. */
  readonly timeoutMs?: number;
  readonly signal?: AbortSignal;
  /** Host names (without port) this call may go to; others are answered with the fault `not-allowed` and nothing is sent. */
  readonly allowedHosts?: readonly string[];
  /** Mutual TLS (PEM): shown when the other side asks who calls. */
  readonly clientIdentity?: {
    readonly certificate: string;
    readonly key: string;
  };
  /** A longer answer is cut and reported as the fault `too-large`; 1 MiB when left out. */
  readonly maxAnswerBytes?: number;
};

/**
 * What came of a call. Whatever the other side answers is `answered`, also 3xx (never followed), 4xx and 5xx;
 * the other kinds mean that there is no complete answer. Whether the receiver acted is then unknown.
 */
export type HttpOutcome = HttpAnswer | { readonly kind: NetworkFault };

export type HttpAnswer = {
  readonly kind: "answered";
  readonly status: number;
  /** Names in lower case; repeated ones joined by a comma. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer;
};

export type HttpClient = {
  /** Calls another system. Never throws for anything the network or the other side does, never follows a redirect, never logs. */
  request(request: HttpRequest): Promise<HttpOutcome>;
  /** Closes connections kept for reuse. */
  close(): void;
};

export type HttpClientOptions = {
  /** Connections to one host at the same time; 8 when left out. */
  readonly maxConnectionsPerHost?: number;
  /** Certificate authorities (PEM) trusted besides those of the system, for back offices inside an authority's network. */
  readonly extraCertificateAuthorities?: readonly string[];
  /**
   * Where it may go; anywhere when left out, which is right only for addresses that the operator sets. Everything that an
   * authority, imported data or an answer names goes by a client with a reach: an address out of it is the fault `not-allowed`.
   */
  readonly reach?: Reach;
};

const defaultTimeoutMs = 30_000;
const defaultMaxAnswerBytes = 1024 * 1024;

/**
 * The one way out of the program over HTTP. Built on `node:http` and not on `fetch`, because `fetch` hides in which
 * phase a call failed, sends streamed bodies without their length and cannot present client certificates.
 */
export function createHttpClient(options: HttpClientOptions = {}): HttpClient {
  const maxSockets = options.maxConnectionsPerHost ?? 8;
  const agents = {
    "http:": new HttpAgent({ keepAlive: true, maxSockets }),
    "https:": new TlsAgent({
      keepAlive: true,
      maxSockets,
      minVersion: "TLSv1.2",
      ...trusting(options.extraCertificateAuthorities),
    }),
  };
  return {
    request: (request) => call(request, { agents, reach: options.reach }),
    close: () => {
      agents["http:"].destroy();
      agents["https:"].destroy();
    },
  };
}

type Agents = { readonly "http:": HttpAgent; readonly "https:": TlsAgent };
type Ways = { readonly agents: Agents; readonly reach: Reach | undefined };

function trusting(authorities: readonly string[] | undefined): {
  ca?: string[];
} {
  if (!authorities?.length) return {};
  return { ca: [...rootCertificates, ...authorities] };
}

/** Of a traced call the host and what came of it: its path may name a person. */
function call(request: HttpRequest, ways: Ways): Promise<HttpOutcome> {
  const url = allowedUrl(request);
  if (!url) return Promise.resolve({ kind: "not-allowed" });
  const start = {
    name: `${request.method} ${url.hostname}`,
    kind: "client",
    attributes: {
      "http.request.method": request.method,
      "server.address": url.hostname,
    },
  } as const;
  return traced(start, async (span) => {
    const headers = { ...request.headers, ...span?.headersFor(url.hostname) };
    const outcome = await tryCall({
      request: { ...request, headers },
      url,
      ways,
    });
    if (outcome.kind === "answered")
      span?.set({ "http.response.status_code": outcome.status });
    else span?.end(outcome.kind);
    return outcome;
  });
}

async function tryCall({
  request,
  url,
  ways,
}: Omit<Exchange, "signal">): Promise<HttpOutcome> {
  const deadline = AbortSignal.timeout(request.timeoutMs ?? defaultTimeoutMs);
  const signal = request.signal
    ? AbortSignal.any([deadline, request.signal])
    : deadline;
  try {
    // An address in place of a name is connected to without any look-up that could refuse it.
    if (isIP(url.hostname.replace(/^\[(.*)\]$/, "$1")) !== 0)
      await ways.reach?.addressesOf(url.hostname);
    return await exchange({ request, url, ways, signal });
  } catch (error) {
    if (request.signal?.aborted) return { kind: "aborted" };
    if (deadline.aborted) return { kind: "timeout" };
    return { kind: faultOf(error) };
  }
}

function allowedUrl(request: HttpRequest): URL | undefined {
  const url = URL.parse(request.url);
  if (!url || (url.protocol !== "http:" && url.protocol !== "https:"))
    return undefined;
  if (url.username !== "" || url.password !== "") return undefined;
  if (request.allowedHosts && !request.allowedHosts.includes(url.hostname))
    return undefined;
  return url;
}

type Exchange = {
  readonly request: HttpRequest;
  readonly url: URL;
  readonly ways: Ways;
  readonly signal: AbortSignal;
};

async function exchange(sent: Exchange): Promise<HttpOutcome> {
  const { request, signal } = sent;
  const answer = await send(sent);
  const body = await readLimited(
    answer,
    request.maxAnswerBytes ?? defaultMaxAnswerBytes,
  );
  signal.throwIfAborted();
  if (!body) return { kind: "too-large" };
  return {
    kind: "answered",
    status: answer.statusCode ?? 0,
    headers: joinHeaders(answer),
    body,
  };
}

function send(exchange: Exchange): Promise<IncomingMessage> {
  const { request, url, signal } = exchange;
  const { agents, reach } = exchange.ways;
  const { promise, resolve, reject } = Promise.withResolvers<IncomingMessage>();
  const settings = {
    method: request.method,
    headers: { ...request.headers, ...lengthOf(request.body) },
    signal,
    strictContentLength: true,
    ...(reach && { lookup: lookupWithin(reach) }),
  };
  const outgoing =
    url.protocol === "https:"
      ? tlsRequest(url, {
          ...settings,
          ...identityOf(request),
          agent: agents["https:"],
        })
      : plainRequest(url, { ...settings, agent: agents["http:"] });
  outgoing.on("response", resolve);
  outgoing.on("error", reject);

  const { body } = request;
  if (body === undefined) outgoing.end();
  else if (typeof body === "string" || body instanceof Uint8Array)
    outgoing.end(body);
  else stream(body, outgoing);
  return promise;
}

/** The agent keeps connections of different identities apart. */
const identityOf = ({ clientIdentity }: HttpRequest) =>
  clientIdentity && {
    cert: clientIdentity.certificate,
    key: clientIdentity.key,
  };

function stream(body: StreamedBody, outgoing: ClientRequest): void {
  const source = Readable.from(body.open());
  source.on("error", (error) => outgoing.destroy(error));
  // An answer before the end of the body (413, 401) closes the request; the source must not stay open.
  outgoing.on("close", () => source.destroy());
  source.pipe(outgoing);
}

function lengthOf(body: HttpRequest["body"]): Record<string, string> {
  if (body === undefined) return {};
  if (typeof body === "string")
    return { "content-length": String(Buffer.byteLength(body)) };
  const length = body instanceof Uint8Array ? body.length : body.sizeBytes;
  return { "content-length": String(length) };
}

async function readLimited(
  answer: IncomingMessage,
  maxBytes: number,
): Promise<Buffer | undefined> {
  const chunks: Buffer[] = [];
  let sizeBytes = 0;
  for await (const chunk of answer as AsyncIterable<Buffer>) {
    sizeBytes += chunk.length;
    if (sizeBytes > maxBytes) {
      answer.destroy();
      return undefined;
    }
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

function joinHeaders(answer: IncomingMessage): Record<string, string> {
  return Object.fromEntries(
    Object.entries(answer.headersDistinct).map(([name, values]) => [
      name,
      values?.join(", ") ?? "",
    ]),
  );
}
