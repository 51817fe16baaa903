import { z } from "zod";
import type { HttpClient } from "../http-client/http-client.ts";

export type Sms = {
  /** The same each time it is sent: a gateway that knows it sends once. */
  readonly id: string;
  /** As in `+4915123456789`. */
  readonly to: string;
  readonly text: string;
};

export type SmsOutcome =
  | { readonly kind: "sent" }
  | { readonly kind: "unavailable"; readonly reason: string }
  /** Trying again will not help. */
  | { readonly kind: "refused"; readonly reason: string };

/** Port to whoever sends short messages. */
export type SmsGateway = {
  send(sms: Sms, signal: AbortSignal): Promise<SmsOutcome>;
};

/**
 * How a gateway with an HTTP interface is reached. In the body `{to}`, `{text}` and `{id}` stand for what is sent.
 *
 * @example
 *   { "url": "https://sms.example/v1/messages", "headers": { "authorization": "Bearer …" },
 *     "body": { "recipient": "{to}", "message": "{text}", "reference": "{id}" }, "dailyLimit": 500 }
 */
export const smsServiceSchema = z.strictObject({
  url: z.url({ protocol: /^https?$/ }),
  headers: z.record(z.string(), z.string()).default({}),
  body: z.record(z.string(), z.json()),
  /** Short messages in 24 hours: more are not written. */
  dailyLimit: z.int().min(1).default(500),
});

export type SmsService = z.infer<typeof smsServiceSchema>;

/** Any gateway that takes JSON. 4xx is a no; everything else that is no success may be better later. Only codes are reported. */
export function httpSmsGateway(
  { url, headers, body }: SmsService,
  http: HttpClient,
): SmsGateway {
  return {
    send: async (sms, signal) => {
      const outcome = await http.request({
        method: "POST",
        url,
        headers: {
          "content-type": "application/json",
          "idempotency-key": sms.id,
          ...headers,
        },
        body: JSON.stringify(filledIn(body, sms)),
        timeoutMs: 15_000,
        signal,
      });
      if (outcome.kind !== "answered")
        return { kind: "unavailable", reason: `sms-${outcome.kind}` };
      const { status } = outcome;
      if (status >= 200 && status < 300) return { kind: "sent" };
      const isNo =
        status >= 400 && status < 500 && status !== 408 && status !== 429;
      return {
        kind: isNo ? "refused" : "unavailable",
        reason: `sms-${String(status)}`,
      };
    },
  };
}

function filledIn(value: z.core.util.JSONType, sms: Sms): unknown {
  if (typeof value === "string")
    return value.replaceAll(
      /\{(to|text|id)\}/g,
      (_whole, name: keyof Sms) => sms[name],
    );
  if (Array.isArray(value)) return value.map((each) => filledIn(each, sms));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, each]) => [name, filledIn(each, sms)]),
  );
}
