import type { HttpAnswer, HttpRequest } from "../http-client/http-client.ts";
import { OpenIdFault } from "./refusal.ts";
import type { OpenIdGround } from "./settings.ts";

/** What the library hands to its `fetch`; also what jose hands to its own. */
type Asked = {
  readonly method: string;
  readonly headers: Readonly<Record<string, string>> | Headers;
  readonly body?: unknown;
};

export type GuardedFetch = (url: string, asked: Asked) => Promise<Response>;

/** Answers that the protocol knows; a page of HTML with the right words in it is none. */
const contentType = /^application\/(?:jwt|json|[\w.-]+\+(?:json|jwt))(?:;|$)/i;

const maxAnswerBytes = 512 * 1024;

/**
 * A `fetch` for the libraries that goes the platform's own way out: limits of size and time, no redirects, no plain http to other machines.
 * Throws `OpenIdFault` where there is no usable answer.
 */
export function guardedFetch(
  { http, plainHttp }: OpenIdGround,
  signal: AbortSignal,
): GuardedFetch {
  return async (url, asked) => {
    if (!isAllowedAddress(url, plainHttp))
      throw new OpenIdFault({
        kind: "misconfigured",
        reason: "address-not-allowed",
      });
    if (signal.aborted)
      throw new OpenIdFault({ kind: "unavailable", reason: "timeout" });
    const outcome = await http.request({
      url,
      method: methodOf(asked.method),
      headers: Object.fromEntries(new Headers(asked.headers)),
      ...bodyOf(asked.body),
      signal,
      maxAnswerBytes,
    });
    if (outcome.kind === "not-allowed")
      throw new OpenIdFault({
        kind: "misconfigured",
        reason: "address-not-allowed",
      });
    if (outcome.kind !== "answered")
      throw new OpenIdFault({
        kind: "unavailable",
        reason: outcome.kind === "aborted" ? "timeout" : outcome.kind,
      });
    return responseOf(outcome);
  };
}

/** `https:` everywhere; `http:` only to this machine, where the ground allows it. */
export function isAllowedAddress(
  address: string,
  plainHttp: OpenIdGround["plainHttp"],
): boolean {
  const url = URL.parse(address);
  if (url?.protocol === "https:") return true;
  if (url?.protocol !== "http:" || plainHttp === "never") return false;
  return /^(?:(?:[\w-]+\.)*localhost|127(?:\.\d+){3}|\[::1\])$/.test(
    url.hostname,
  );
}

function methodOf(method: string): HttpRequest["method"] {
  if (method === "GET" || method === "POST") return method;
  throw new TypeError(`guarded fetch: method ${method} is not used here`);
}

function bodyOf(body: unknown): Pick<HttpRequest, "body"> {
  if (body === undefined || body === null) return {};
  if (body instanceof URLSearchParams) return { body: body.toString() };
  if (typeof body === "string" || body instanceof Uint8Array) return { body };
  throw new TypeError("guarded fetch: body of an unknown kind");
}

function responseOf({ status, headers, body }: HttpAnswer): Response {
  if (status >= 500 || status === 429)
    throw new OpenIdFault({
      kind: "unavailable",
      reason: `http-${String(status)}`,
    });
  if (status === 200 && !contentType.test(headers["content-type"] ?? ""))
    throw new OpenIdFault({
      kind: "answer-not-valid",
      reason: "content-type",
    });
  const isEmpty = status === 204 || status === 304;
  return new Response(isEmpty ? null : new Uint8Array(body), {
    status,
    headers: { ...headers },
  });
}
