import type { FastifyReply, FastifyRequest } from "fastify";
import type { ErrorStatus } from "./route.ts";
import type { WebEnvironment } from "./web-environment.ts";

/** What the frame refuses by itself, in the codes that the interface describes. */
const codes: Readonly<Record<ErrorStatus, string>> = {
  400: "malformed",
  403: "not-allowed",
  404: "not-found",
  409: "conflict",
  410: "gone",
  413: "body-too-large",
  415: "body-not-json",
  429: "too-many-calls",
  500: "fault",
  503: "unavailable",
};

/** Behind it are programs, which read no pages. */
export const isForPrograms = (path: string): boolean =>
  /^\/api\/v\d/u.test(path);

/**
 * The proxy says that it was asked without TLS. It leads people to https; a program has sent its secret in the open, and must not go on doing so
 * unnoticed. @see OWASP ASVS 5.0, 4.1.2
 */
export const isProgramInTheOpen = (
  { publicScheme }: Pick<WebEnvironment, "publicScheme">,
  { url, headers }: Pick<FastifyRequest, "url" | "headers">,
): boolean =>
  publicScheme === "https" &&
  headers["x-forwarded-proto"] === "http" &&
  isForPrograms(url);

/** The error page of programs. @see RFC 9457 */
export function sendProblem(
  reply: FastifyReply,
  { title, status }: { readonly title: string; readonly status: ErrorStatus },
): FastifyReply {
  return reply
    .code(status)
    .headers({
      "content-type": "application/problem+json",
      "cache-control": "no-store",
    })
    .send(
      JSON.stringify({
        type: "about:blank",
        title,
        status,
        code: codes[status],
      }),
    );
}
