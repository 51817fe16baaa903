import type { IncomingMessage, Server, ServerResponse } from "node:http";
import type { Locale } from "../../platform/i18n/texts.ts";
import { newId } from "../../platform/values/id.ts";
import { localeOf, parseCookies } from "./cookies.ts";
import type { PageCache } from "./page-cache.ts";
import type { RequestWatch } from "./request-log.ts";
import {
  chooseEncoding,
  type Encoding,
  type RenderedPage,
} from "./rendered-page.ts";

/** Headers of a page that is the same for everybody. */
export function sharedPageHeaders(
  page: RenderedPage,
): Readonly<Record<string, string>> {
  return {
    "content-type": "text/html; charset=utf-8",
    "cache-control": "public, max-age=0, must-revalidate",
    vary: "accept-encoding, cookie",
    etag: page.etag,
  };
}

/** What a public page is kept under. The host as it was sent: a portal has few, and the cache has a limit. */
export function pageKey(
  host: string | undefined,
  locale: Locale,
  url: string,
): string {
  return `${host ?? ""} ${locale} ${url}`;
}

export type KeptPages = {
  readonly scheme: "http" | "https";
  readonly pageCache: PageCache;
  /** Headers of every answer. */
  readonly headers: Readonly<Record<string, string>>;
  readonly onAnswer?: RequestWatch["onAnswer"];
};

/**
 * Answers requests for kept public pages before the framework sees them; everything else goes on to it. Most visitors look at such
 * pages only, and routing, hooks and header checks would cost more than the page itself.
 */
export function answerKeptPages(
  server: Server,
  { scheme, pageCache, headers, onAnswer }: KeptPages,
): void {
  const next = server.listeners("request");
  const ready = new WeakMap<RenderedPage, ReadyAnswers>();
  server.removeAllListeners("request");
  server.on("request", (request, response) => {
    // While it shuts down, the framework tells browsers to close their connections.
    const page = server.listening
      ? findKept({ scheme, pageCache }, request)
      : undefined;
    if (!page) {
      for (const listener of next)
        Reflect.apply(listener, server, [request, response]);
      return;
    }
    let answers = ready.get(page);
    if (!answers) ready.set(page, (answers = readyAnswers(page, headers)));
    send({ request, response }, page, answers);
    onAnswer?.({ method: "GET", route: "kept", status: response.statusCode });
  });
}

function findKept(
  { scheme, pageCache }: Pick<KeptPages, "scheme" | "pageCache">,
  request: IncomingMessage,
): RenderedPage | undefined {
  if (request.method !== "GET") return undefined;
  const { cookie, host } = request.headers;
  const locale =
    cookie === undefined ? "de" : localeOf(parseCookies(cookie, scheme));
  return pageCache.find(pageKey(host, locale, request.url ?? "/"), Date.now());
}

/** Header lines as `writeHead` takes them fastest: names and values in turns. */
type HeaderLines = readonly string[];
type ReadyAnswers = {
  readonly notModified: HeaderLines;
  readonly inEncoding: (encoding: Encoding) => HeaderLines;
};

function readyAnswers(
  page: RenderedPage,
  headers: KeptPages["headers"],
): ReadyAnswers {
  const always = Object.entries({
    ...headers,
    ...sharedPageHeaders(page),
  }).flat();
  const known: Partial<Record<Encoding, HeaderLines>> = {};
  return {
    notModified: always,
    inEncoding: (encoding) =>
      (known[encoding] ??= [
        ...always,
        "content-length",
        String(page.bytes(encoding).length),
        ...(encoding === "identity" ? [] : ["content-encoding", encoding]),
      ]),
  };
}

function send(
  {
    request,
    response,
  }: { readonly request: IncomingMessage; readonly response: ServerResponse },
  page: RenderedPage,
  answers: ReadyAnswers,
): void {
  const id = ["x-request-id", newId()];
  if (request.headers["if-none-match"] === page.etag) {
    response.writeHead(304, [...answers.notModified, ...id]).end();
    return;
  }
  const encoding = chooseEncoding(
    request.headers["accept-encoding"],
    page.size,
  );
  response
    .writeHead(200, [...answers.inEncoding(encoding), ...id])
    .end(page.bytes(encoding));
}
