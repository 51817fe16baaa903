import { z } from "zod";
import type { HttpClient, HttpOutcome } from "../http-client/http-client.ts";
import type { ZbpEnvelope } from "./zbp-message.ts";

export type ZbpOutcome =
  | { readonly kind: "accepted" }
  | { readonly kind: "unavailable"; readonly reason: string }
  /** Trying again will not help. */
  | { readonly kind: "refused"; readonly reason: string };

export type ZbpAnswer =
  | { readonly kind: "acknowledged" }
  | { readonly kind: "not-yet" }
  | { readonly kind: "refused"; readonly reason: string };

/** Port to the Postfach of a federal account. */
export type ZbpBridge = {
  /** Hands a message over; with the same id again it is there once. */
  send(
    id: string,
    envelope: ZbpEnvelope,
    signal: AbortSignal,
  ): Promise<ZbpOutcome>;
  /** What became of a message that was accepted. */
  answerTo(id: string, signal: AbortSignal): Promise<ZbpAnswer>;
};

/** Who the gateway is, and what a message is signed with. Files are PEM. */
export const zbpServiceSchema = z.strictObject({
  url: z.url({ protocol: /^https?$/ }),
  headers: z.record(z.string(), z.string()).default({}),
  /** Key of the identity provider whose people have a Postfach there. */
  provider: z.string().min(1),
  keyFile: z.string().min(1),
  certificateFile: z.string().min(1),
});

export type ZbpService = z.infer<typeof zbpServiceSchema>;

const answerSchema = z.discriminatedUnion("state", [
  z.object({ state: z.literal("waiting") }),
  z.object({ state: z.literal("delivered") }),
  z.object({ state: z.literal("rejected"), reason: z.string() }),
]);

/** A gateway that holds the FIT-Connect access: PUT is repeated without harm. Only codes are reported. */
export function httpZbpBridge(
  { url, headers }: Pick<ZbpService, "url" | "headers">,
  http: HttpClient,
): ZbpBridge {
  const place = (id: string) => `${url.replace(/\/$/, "")}/messages/${id}`;
  return {
    send: async (id, envelope, signal) =>
      sentOutcome(
        await http.request({
          method: "PUT",
          url: place(id),
          headers: { "content-type": "application/json", ...headers },
          body: JSON.stringify(envelope),
          timeoutMs: 20_000,
          signal,
        }),
      ),
    answerTo: async (id, signal) =>
      answerOf(
        await http.request({
          method: "GET",
          url: place(id),
          headers,
          timeoutMs: 20_000,
          signal,
        }),
      ),
  };
}

function sentOutcome(outcome: HttpOutcome): ZbpOutcome {
  if (outcome.kind !== "answered")
    return { kind: "unavailable", reason: `zbp-${outcome.kind}` };
  const { status } = outcome;
  if (status >= 200 && status < 300) return { kind: "accepted" };
  const isNo =
    status >= 400 && status < 500 && status !== 408 && status !== 429;
  return {
    kind: isNo ? "refused" : "unavailable",
    reason: `zbp-${String(status)}`,
  };
}

function answerOf(outcome: HttpOutcome): ZbpAnswer {
  if (outcome.kind !== "answered" || outcome.status !== 200)
    return { kind: "not-yet" };
  const answer = answerSchema.safeParse(jsonOf(outcome.body));
  if (!answer.success || answer.data.state === "waiting")
    return { kind: "not-yet" };
  if (answer.data.state === "delivered") return { kind: "acknowledged" };
  // A code, whatever the other side writes.
  const reason = answer.data.reason.replaceAll(/[^\w-]/g, "").slice(0, 40);
  return { kind: "refused", reason: `zbp-${reason}` };
}

function jsonOf(body: Buffer): unknown {
  try {
    return JSON.parse(body.toString("utf8"));
  } catch {
    return undefined;
  }
}
