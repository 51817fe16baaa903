import type { z } from "zod";
import type { DeliveryOutcome } from "../../modules/delivery/index.ts";
import type {
  HttpAnswer,
  HttpClient,
  HttpOutcome,
  HttpRequest,
} from "../../platform/http-client/http-client.ts";
import { parseRetryAfter } from "../../platform/http-client/retry-after.ts";
import { ok, refuse, type Result } from "../../platform/result/result.ts";
import { userAgent, type AccessTokens } from "./access-tokens.ts";
import type { ServiceAccess } from "./options.ts";

/** Why a call did not bring what was asked for. */
export type Failure = Extract<
  DeliveryOutcome,
  { kind: "rejected" | "unavailable" }
> & { readonly status?: number };

export type Called<Value> = Result<Value, Failure>;

export type Ground = {
  readonly http: HttpClient;
  readonly clock: () => Date;
  readonly tokens: AccessTokens;
};

/** One conversation with the delivery service. */
export type FitConnectClient = {
  call(request: Call): Promise<Called<HttpAnswer>>;
  json<Value>(schema: z.ZodType<Value>, call: Call): Promise<Called<Value>>;
};

export type Call = {
  readonly method: HttpRequest["method"];
  /** Below the address of the Submission API. */
  readonly path: string;
  readonly body?: string;
  readonly contentType?: string;
  /** Left out for what everybody may read. */
  readonly isPublic?: boolean;
  /** 1 MiB when left out. */
  readonly maxAnswerBytes?: number;
};

/** Speaks to the delivery service with a token that is renewed once when it is refused. */
export function createClient(
  ground: Ground,
  options: ServiceAccess,
  signal: AbortSignal,
): FitConnectClient {
  const once = async (call: Call): Promise<HttpOutcome> => {
    const token = await ground.tokens.get(options, signal);
    if (typeof token !== "string") return token;
    return ground.http.request({
      method: call.method,
      url: `${options.submissionApiUrl}${call.path}`,
      headers: headersOf(call, token),
      ...(call.body !== undefined && { body: call.body }),
      ...(call.maxAnswerBytes !== undefined && {
        maxAnswerBytes: call.maxAnswerBytes,
      }),
      timeoutMs: 60_000,
      signal,
    });
  };
  const call = async (request: Call): Promise<Called<HttpAnswer>> => {
    let answer = await once(request);
    if (answer.kind === "answered" && answer.status === 401) {
      ground.tokens.forget(options);
      answer = await once(request);
    }
    return resultOf(answer, ground.clock());
  };
  return {
    call,
    json: async (schema, request) => {
      const answer = await call(request);
      if (!answer.ok) return answer;
      const parsed = schema.safeParse(jsonOf(answer.value));
      return parsed.success
        ? ok(parsed.data)
        : refuse({ kind: "unavailable", cause: "answer-unreadable" });
    },
  };
}

function headersOf(
  { body, contentType = "application/json", isPublic = false }: Call,
  token: string,
): Record<string, string> {
  return {
    "user-agent": userAgent,
    accept: "application/json, application/jose",
    ...(!isPublic && { authorization: `Bearer ${token}` }),
    ...(body !== undefined && { "content-type": contentType }),
  };
}

const causes = {
  dns: "dns",
  connect: "connect",
  timeout: "timeout",
  aborted: "timeout",
  tls: "tls",
  reset: "reset",
  "too-large": "answer-too-large",
} as const;

function resultOf(answer: HttpOutcome, now: Date): Called<HttpAnswer> {
  if (answer.kind === "not-allowed")
    return refuse({ kind: "rejected", reason: "address-not-allowed" });
  if (answer.kind !== "answered")
    return refuse({ kind: "unavailable", cause: causes[answer.kind] });
  const { status } = answer;
  if (status >= 200 && status < 300) return ok(answer);
  const code = `http-${status}`;
  if (!isTemporary(status))
    return refuse({ kind: "rejected", reason: code, status });
  const retryAfterMs = parseRetryAfter(answer.headers["retry-after"], now);
  return refuse({
    kind: "unavailable",
    cause: code,
    status,
    ...(retryAfterMs !== undefined && { retryAfterMs }),
  });
}

/** Too slow, too many, or broken on their side. @see RFC 6585 section 4 */
const isTemporary = (status: number) =>
  status === 408 || status === 425 || status === 429 || status >= 500;

function jsonOf(answer: HttpAnswer): unknown {
  try {
    return JSON.parse(answer.body.toString("utf8"));
  } catch {
    // The schema refuses it.
    return undefined;
  }
}

/** The failure as the port knows it. */
export function outcomeOf({
  status: _,
  ...outcome
}: Failure): Extract<DeliveryOutcome, { kind: "rejected" | "unavailable" }> {
  return outcome;
}
