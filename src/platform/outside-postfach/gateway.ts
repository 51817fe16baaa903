import { z } from "zod";
import type {
  HttpClient,
  HttpOutcome,
  HttpRequest,
} from "../http-client/http-client.ts";
import type {
  OutsideAnswer,
  OutsideAttachment,
  SendOutcome,
} from "./outside-postfach.ts";

/** Where a gateway is, and whose people have a Postfach behind it. */
export const gatewaySchema = z.strictObject({
  url: z.url({ protocol: /^https?$/ }),
  headers: z.record(z.string(), z.string()).default({}),
  /** Key of the identity provider. */
  provider: z.string().min(1),
});

export type GatewaySettings = Pick<
  z.infer<typeof gatewaySchema>,
  "url" | "headers"
> & {
  readonly http: HttpClient;
  /** Begins the codes that are reported. */
  readonly code: string;
};

/** Speaks to a gateway. Each PUT is repeated without harm. Only codes are reported, never what the other side writes. */
export type Gateway = {
  putAttachments(
    id: string,
    attachments: readonly OutsideAttachment[],
    signal: AbortSignal,
  ): Promise<SendOutcome>;
  putJson(
    path: string,
    value: unknown,
    signal: AbortSignal,
  ): Promise<SendOutcome>;
  answerTo(id: string, signal: AbortSignal): Promise<OutsideAnswer>;
};

const timeoutMs = 20_000;

export function httpGateway({
  url,
  headers,
  http,
  code,
}: GatewaySettings): Gateway {
  const call = (path: string, request: Omit<HttpRequest, "url">) =>
    http.request({
      timeoutMs,
      ...request,
      url: `${url.replace(/\/$/, "")}/${path}`,
      headers: { ...request.headers, ...headers },
    });
  return {
    putAttachments: async (id, attachments, signal) => {
      for (const [place, file] of attachments.entries()) {
        const outcome = sentOutcome(
          await call(`messages/${id}/attachments/${String(place + 1)}`, {
            method: "PUT",
            headers: { "content-type": file.mediaType },
            body: file,
            signal,
          }),
          code,
        );
        if (outcome.kind !== "accepted") return outcome;
      }
      return { kind: "accepted" };
    },
    putJson: async (path, value, signal) =>
      sentOutcome(
        await call(path, {
          method: "PUT",
          headers: { "content-type": "application/json" },
          body: JSON.stringify(value),
          signal,
        }),
        code,
      ),
    answerTo: async (id, signal) =>
      answerOf(await call(`messages/${id}`, { method: "GET", signal }), code),
  };
}

/** Several steps of one hand-over: the first that fails is the outcome. */
export async function inTurn(
  steps: readonly (() => Promise<SendOutcome>)[],
): Promise<SendOutcome> {
  for (const step of steps) {
    const outcome = await step();
    if (outcome.kind !== "accepted") return outcome;
  }
  return { kind: "accepted" };
}

function sentOutcome(outcome: HttpOutcome, code: string): SendOutcome {
  if (outcome.kind !== "answered")
    return { kind: "unavailable", reason: `${code}-${outcome.kind}` };
  const { status } = outcome;
  if (status >= 200 && status < 300) return { kind: "accepted" };
  const isNo =
    status >= 400 && status < 500 && status !== 408 && status !== 429;
  return {
    kind: isNo ? "refused" : "unavailable",
    reason: `${code}-${String(status)}`,
  };
}

const answerSchema = z.discriminatedUnion("state", [
  z.object({ state: z.literal("waiting") }),
  z.object({ state: z.literal("delivered") }),
  z.object({ state: z.literal("rejected"), reason: z.string() }),
]);

function answerOf(outcome: HttpOutcome, code: string): OutsideAnswer {
  if (outcome.kind !== "answered" || outcome.status !== 200)
    return { kind: "not-yet" };
  const answer = answerSchema.safeParse(jsonOf(outcome.body));
  if (!answer.success || answer.data.state === "waiting")
    return { kind: "not-yet" };
  if (answer.data.state === "delivered") return { kind: "acknowledged" };
  // A code, whatever the other side writes.
  const reason = answer.data.reason.replaceAll(/[^\w-]/g, "").slice(0, 40);
  return { kind: "refused", reason: `${code}-${reason}` };
}

function jsonOf(body: Buffer): unknown {
  try {
    return JSON.parse(body.toString("utf8"));
  } catch {
    return undefined;
  }
}
