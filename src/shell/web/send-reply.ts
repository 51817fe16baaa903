import type { FastifyReply, FastifyRequest } from "fastify";
import { bareFrame } from "./bare-page.ts";
import { renderErrorMain } from "./error-page.ts";
import { renderPage } from "./render-page.ts";
import type { Portal } from "../../modules/tenants/index.ts";
import type { SafeHtml } from "../../platform/html/html.ts";
import type { Locale } from "../../platform/i18n/texts.ts";
import { serializeCookie } from "./cookies.ts";
import { isForPrograms, sendProblem } from "./send-problem.ts";
import { contentSecurityPolicy } from "./security-headers.ts";
import type { Keeping } from "./page-cache.ts";
import { sharedPageHeaders } from "./kept-pages.ts";
import {
  chooseEncoding,
  personalPage,
  renderedPage,
  type SentPage,
} from "./rendered-page.ts";
import type {
  Cookie,
  Download,
  ErrorPage,
  ErrorStatus,
  Events,
  Leave,
  Page,
  PortalRequest,
  Redirect,
  Reply,
} from "./route.ts";
import type { PageFrame, WebEnvironment } from "./web-environment.ts";

type Answering = {
  readonly request: FastifyRequest;
  readonly reply: FastifyReply;
  readonly frame: PageFrame;
  /** Set where the page is the same for everybody. */
  readonly keptAs?: Omit<Keeping, "now"> & { readonly key: string };
};

/** Quality of brotli for a page that many will get. */
const sharedQuality = 6;

/** The part of a request that the page's frame shows. */
export function frameOf({
  portal,
  locale,
  path,
  query,
  baseUrl,
  staff,
  account,
  context,
}: PortalRequest): Omit<PageFrame, "notice"> {
  return {
    portal,
    locale,
    path,
    query,
    baseUrl,
    staff,
    account,
    correlationId: context.correlationId,
  };
}

/** Turns a handler's answer into HTTP. */
export function sendReply(
  environment: WebEnvironment,
  answering: Answering,
  answer: Reply,
): FastifyReply {
  const { reply, frame } = answering;
  switch (answer.kind) {
    case "page":
      return sendPage(environment, answering, answer);
    case "redirect":
    case "leave":
      setCookies(environment, reply, answer.cookies);
      // Also for good: an editor may give the old address to something new, and browsers would keep a 301 for ever.
      return reply
        .header("cache-control", "no-store")
        .redirect(inAscii(answer.to), statusOf(answer));
    case "error":
      setRetryAfter(reply, answer);
      return sendErrorPage(
        environment,
        { reply, frame, request: answering.request },
        answer.status,
      );
    case "download":
      return sendDownload(reply, answer);
    case "json":
      setCookies(environment, reply, answer.cookies ?? []);
      return reply
        .code(answer.status)
        .header("cache-control", "no-store")
        .send(answer.body);
    case "events":
      return sendEvents(environment, reply, answer);
    case "raw":
      return reply
        .code(answer.status)
        .headers({ "cache-control": "no-store", ...answer.headers })
        .send(answer.body);
  }
}

const statusOf = (answer: Redirect | Leave) =>
  (answer.kind === "redirect" && answer.status) || 303;

/** 204 makes the browser stop asking: there are too many, and the page works without. */
function sendEvents(
  environment: WebEnvironment,
  reply: FastifyReply,
  { open }: Events,
): FastifyReply {
  const stream = environment.eventStreams.open(open);
  if (!stream) return reply.code(204).send();
  return reply
    .headers({
      "content-type": "text/event-stream",
      "cache-control": "no-store",
      // Proxies must not gather what is to be seen at once.
      "x-accel-buffering": "no",
    })
    .send(stream);
}

/** Error page where the request got no further than its portal. */
export function sendError(
  environment: WebEnvironment,
  visit: {
    readonly request: FastifyRequest;
    readonly reply: FastifyReply;
    readonly portal: Portal;
    readonly locale?: Locale;
    readonly notice?: SafeHtml | undefined;
  },
  status: ErrorStatus,
): FastifyReply {
  const { request, reply, portal, locale = "de", notice } = visit;
  const path = request.url.split("?", 1)[0] ?? "/";
  const correlationId = request.id;
  const shown = { portal, locale, path, correlationId };
  const frame = { ...bareFrame(environment, shown), notice };
  return sendErrorPage(environment, { request, reply, frame }, status);
}

/** For hosts that are no portal: there is no look to show an error in. */
export function sendPlainError(
  reply: FastifyReply,
  status: number,
): FastifyReply {
  return reply
    .code(status)
    .header("content-type", "text/plain; charset=utf-8")
    .header("cache-control", "no-store")
    .send(String(status));
}

function sendPage(
  environment: WebEnvironment,
  answering: Answering,
  answer: Page,
): FastifyReply {
  const { reply, frame, keptAs } = answering;
  const isShared =
    keptAs !== undefined &&
    answer.status === 200 &&
    answer.cookies.length === 0;
  const html = renderPage(environment, frame, answer);
  if (isShared) {
    const page = renderedPage(html, sharedQuality);
    environment.pageCache.keep(keptAs.key, page, {
      ...keptAs,
      now: Date.now(),
    });
    void reply.headers(sharedPageHeaders(page));
    return answering.request.headers["if-none-match"] === page.etag
      ? reply.code(304).send()
      : sendBytes(answering, page);
  }
  setCookies(environment, reply, answer.cookies);
  setRetryAfter(reply, answer);
  if (answer.formTargets ?? answer.showsFiles)
    void reply.header("content-security-policy", contentSecurityPolicy(answer));
  void reply.code(answer.status).headers({
    "content-type": "text/html; charset=utf-8",
    "cache-control": "no-store",
    // A private link that gets about must not end up in a search engine.
    "x-robots-tag": "noindex",
    vary: "accept-encoding, cookie",
  });
  return sendBytes(answering, personalPage(html));
}

function setRetryAfter(
  reply: FastifyReply,
  { retryAfterSeconds }: Page | ErrorPage,
): void {
  if (retryAfterSeconds !== undefined)
    void reply.header("retry-after", String(retryAfterSeconds));
}

function sendErrorPage(
  environment: WebEnvironment,
  answering: Answering,
  status: ErrorStatus,
): FastifyReply {
  const { portal, locale, correlationId, path } = answering.frame;
  const { title, main } = renderErrorMain({
    portal,
    locale,
    correlationId,
    status,
  });
  if (isForPrograms(path))
    return sendProblem(answering.reply, { title, status });
  const html = renderPage(environment, answering.frame, {
    title,
    main,
    scripts: [],
    section: undefined,
    layout: "reading",
  });
  void answering.reply.code(status).headers({
    "content-type": "text/html; charset=utf-8",
    "cache-control": "no-store",
  });
  return sendBytes(answering, personalPage(html));
}

export function sendBytes(
  {
    request,
    reply,
  }: { readonly request: FastifyRequest; readonly reply: FastifyReply },
  page: SentPage,
): FastifyReply {
  const encoding = chooseEncoding(
    request.headers["accept-encoding"],
    page.size,
  );
  if (encoding !== "identity") void reply.header("content-encoding", encoding);
  return reply.send(page.bytes(encoding));
}

function sendDownload(
  reply: FastifyReply,
  { contentType, filename, disposition, body, publicForSeconds }: Download,
): FastifyReply {
  const ascii = filename.normalize("NFD").replaceAll(/[^\w. -]/g, "_");
  return reply
    .headers({
      "content-type": contentType,
      "content-disposition": `${disposition}; filename="${ascii}"; filename*=UTF-8''${encodeURIComponent(filename)}`,
      "cache-control":
        publicForSeconds === undefined
          ? "private, no-store"
          : `public, max-age=${String(publicForSeconds)}`,
      "x-robots-tag": "noindex",
      // Whatever a file holds, it runs nothing in the portal's name.
      "content-security-policy":
        "default-src 'none'; object-src 'self'; style-src 'unsafe-inline'; frame-ancestors 'self'",
      // What a browser shows stands beside the answers it belongs to, on a page of this portal.
      ...(disposition === "inline" ? { "x-frame-options": "SAMEORIGIN" } : {}),
    })
    .send(body);
}

function setCookies(
  environment: WebEnvironment,
  reply: FastifyReply,
  cookies: readonly Cookie[],
): void {
  for (const cookie of cookies)
    void reply.header(
      "set-cookie",
      serializeCookie(cookie, environment.publicScheme),
    );
}

/** What a header cannot carry is escaped: an address of this portal may have been made of one that was made up. */
function inAscii(address: string): string {
  return address
    .toWellFormed()
    .replaceAll(/[^\u0021-\u007e]/gu, (char) => encodeURIComponent(char));
}
