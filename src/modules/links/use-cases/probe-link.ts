import type {
  HttpAnswer,
  HttpClient,
  HttpOutcome,
} from "../../../platform/http-client/http-client.ts";
import { parseRetryAfter } from "../../../platform/http-client/retry-after.ts";
import type { Probe } from "../domain/next-state.ts";

export type ProbePorts = {
  /** Guarded: public addresses only. */
  readonly http: HttpClient;
  /** Says who calls and where to complain. */
  readonly userAgent: string;
  readonly signal: AbortSignal;
};

const timeoutMs = 15_000;
const mostBytes = 2 * 1024 * 1024;
const mostHops = 5;
const patienceMs = 24 * 3_600_000;

type Asked = { readonly url: string; readonly isPermanent: boolean };

/**
 * Looks at an address as a browser would follow it: by HEAD first, by GET where that says anything but yes, because many servers answer HEAD
 * wrongly. Pages that want a sign-in or no programs (401, 403) are there. Throws when it is stopped from outside.
 */
export async function probeLink(
  url: string,
  ports: ProbePorts,
  now: Date,
): Promise<Probe> {
  let asked: Asked = { url, isPermanent: true };
  for (let hop = 0; hop <= mostHops; hop += 1) {
    const outcome = await ask(asked.url, ports);
    const next = nextOf(asked, outcome);
    if (!next) return probeOf(outcome, { ...asked, isMoved: hop > 0 }, now);
    asked = next;
  }
  return { kind: "failed", detail: "redirects" };
}

async function ask(url: string, ports: ProbePorts): Promise<HttpOutcome> {
  const head = await request("HEAD", url, ports);
  if (head.kind === "not-allowed") return head;
  if (head.kind === "answered" && (head.status < 400 || isBusy(head.status)))
    return head;
  const got = await request("GET", url, ports);
  // A page so large is there, unless HEAD has said that it is only a long way of saying no.
  return got.kind === "too-large" && head.kind === "answered" ? head : got;
}

const isBusy = (status: number) => status === 429;

async function request(
  method: "HEAD" | "GET",
  url: string,
  { http, userAgent, signal }: ProbePorts,
): Promise<HttpOutcome> {
  const outcome = await http.request({
    method,
    url,
    headers: { "user-agent": userAgent, accept: "*/*" },
    timeoutMs,
    maxAnswerBytes: mostBytes,
    signal,
  });
  if (outcome.kind === "aborted") throw new Error("stopped");
  return outcome;
}

/** Where an answer leads; undefined where it leads nowhere else. */
function nextOf(
  { url, isPermanent }: Asked,
  outcome: HttpOutcome,
): Asked | undefined {
  if (outcome.kind !== "answered") return undefined;
  const { status, headers } = outcome;
  if (![301, 302, 303, 307, 308].includes(status)) return undefined;
  const to = URL.parse(headers["location"] ?? "", url);
  if (!headers["location"] || !to) return undefined;
  const isForGood = status === 301 || status === 308;
  return { url: to.href, isPermanent: isPermanent && isForGood };
}

function probeOf(
  outcome: HttpOutcome,
  asked: Asked & { readonly isMoved: boolean },
  now: Date,
): Probe {
  if (outcome.kind === "not-allowed") return { kind: "not-checked" };
  if (outcome.kind === "too-large") return there(asked);
  if (outcome.kind !== "answered")
    return { kind: "failed", detail: outcome.kind };
  return probeOfAnswer(outcome, asked, now);
}

function probeOfAnswer(
  { status, headers }: HttpAnswer,
  asked: Asked & { readonly isMoved: boolean },
  now: Date,
): Probe {
  if (status === 404 || status === 410)
    return { kind: "gone", detail: String(status) };
  const retryMs = parseRetryAfter(headers["retry-after"], now);
  if (status === 429) return { kind: "later", afterMs: retryMs ?? patienceMs };
  if (status === 503 && retryMs !== undefined)
    return { kind: "later", afterMs: retryMs };
  const isThere = (status >= 200 && status < 300) || isClosed(status);
  return isThere ? there(asked) : { kind: "failed", detail: String(status) };
}

const isClosed = (status: number) => status === 401 || status === 403;

const there = ({
  url,
  isMoved,
  isPermanent,
}: Asked & { readonly isMoved: boolean }): Probe =>
  isMoved && isPermanent ? { kind: "moved", to: url } : { kind: "fine" };
