import { z } from "zod";

const megabyte = 1024 * 1024;

export const webhookOptions = z.object({
  /** Where submissions are posted to, e.g. `https://fachverfahren.example/antraege`. */
  url: z.url({ protocol: /^https?$/ }).refine(hasNoCredentials),
  /** Shared with the receiver; both sides compute the signature with it. */
  secret: z.string().min(32).max(200).meta({ kind: "secret" }),
  /** Above this sum of uploads the submission is rejected for a person to look at, not cut. */
  maxUploadMegabytes: z.coerce.number().int().min(1).max(500).default(100),
});

export type WebhookOptions = z.infer<typeof webhookOptions>;

export const maxUploadBytes = (options: WebhookOptions): number =>
  options.maxUploadMegabytes * megabyte;

/** True for `http:` to anything but this machine: content would be readable on the way. */
export function isReadableOnTheWay(options: WebhookOptions): boolean {
  const { protocol, hostname } = new URL(options.url);
  return protocol === "http:" && !loopback.has(hostname);
}

const loopback: ReadonlySet<string> = new Set([
  "localhost",
  "127.0.0.1",
  "[::1]",
]);

function hasNoCredentials(url: string): boolean {
  const { username, password } = new URL(url);
  return username === "" && password === "";
}
