import { z } from "zod";
import type {
  HttpClient,
  HttpOutcome,
} from "../../platform/http-client/http-client.ts";
import type { ServiceAccess } from "./options.ts";

/** Calls without it are answered 403. */
export const userAgent = "OpenRathaus/1";

const scopes = "https://schema.fitko.de/fit-connect/oauth/scopes/";

/** What a client may: sending and receiving are clients of their own. */
export type Scope = "send-submissions" | "subscribe-submissions";

const tokenAnswer = z.object({
  access_token: z.string().min(1),
  expires_in: z.number().positive().default(1800),
});

/** A token that runs out on the way is of no use. */
const marginMs = 60_000;

export type AccessTokens = {
  /** A token that still holds for a while, or what came of asking for one. */
  get(
    options: ServiceAccess,
    signal: AbortSignal,
  ): Promise<string | HttpOutcome>;
  /** The other side does not take it any more. */
  forget(options: ServiceAccess): void;
};

type Kept = { readonly token: string; readonly untilMs: number };

/** Keeps tokens in memory until shortly before they run out. @see RFC 6749 sections 2.3.1 (in the body) and 4.4 */
export function createAccessTokens(ground: {
  readonly http: HttpClient;
  readonly clock: () => Date;
  readonly scope: Scope;
}): AccessTokens {
  const kept = new Map<string, Kept>();
  const keyOf = ({ tokenUrl, clientId, clientSecret }: ServiceAccess) =>
    JSON.stringify([tokenUrl, clientId, clientSecret]);
  return {
    get: async (options, signal) => {
      const key = keyOf(options);
      const nowMs = ground.clock().getTime();
      const known = kept.get(key);
      if (known && known.untilMs > nowMs) return known.token;
      const answer = await ask(ground, options, signal);
      if (answer.kind !== "answered" || answer.status !== 200) return answer;
      const { access_token: token, expires_in: seconds } = tokenAnswer.parse(
        JSON.parse(answer.body.toString()),
      );
      kept.set(key, { token, untilMs: nowMs + seconds * 1000 - marginMs });
      return token;
    },
    forget: (options) => {
      kept.delete(keyOf(options));
    },
  };
}

/** By client_secret_post: the service refuses HTTP Basic. */
function ask(
  { http, scope }: { readonly http: HttpClient; readonly scope: Scope },
  { tokenUrl, clientId, clientSecret }: ServiceAccess,
  signal: AbortSignal,
): Promise<HttpOutcome> {
  const body = new URLSearchParams({
    grant_type: "client_credentials",
    client_id: clientId,
    client_secret: clientSecret,
    scope: `${scopes}${scope}`,
  });
  return http.request({
    method: "POST",
    url: tokenUrl,
    headers: {
      "user-agent": userAgent,
      accept: "application/json",
      "content-type": "application/x-www-form-urlencoded",
    },
    body: body.toString(),
    timeoutMs: 15_000,
    signal,
  });
}
