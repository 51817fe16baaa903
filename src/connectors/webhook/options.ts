import { z } from "zod";
import { certificateFacts } from "../../platform/crypto/certificate-text.ts";
import { webAddress } from "../../platform/http-client/web-address.ts";
import { readStates } from "./states.ts";

const megabyte = 1024 * 1024;

export const webhookOptions = z
  .object({
    /** Where submissions are posted to, e.g. `https://fachverfahren.example/antraege`. */
    url: webAddress,
    /** Shared with the receiver; both sides compute the signature with it. */
    secret: z.string().min(32).max(200).meta({ kind: "secret" }),
    /** What is posted: the JSON document, or a message of xdomea as ZIP. */
    content: z
      .enum([
        "json-1",
        "xdomea-3.0.0",
        "xdomea-0604-3.0.0",
        "xdomea-0605-3.0.0",
      ])
      .default("json-1"),
    /** Above this sum of uploads the submission is rejected for a person to look at, not cut. */
    maxUploadMegabytes: z.coerce.number().int().min(1).max(500).default(100),
    /** Where the state of a delivery can be asked for; then a delivery is done only when it says so. */
    statusUrl: webAddress.optional(),
    /** What states of theirs mean: lines such as `in Bearbeitung = pending`. */
    states: z
      .string()
      .max(4000)
      .refine((text) => readStates(text) !== undefined)
      .default("")
      .meta({ kind: "lines" }),
    /** Mutual TLS: PEM, with the certificates in between. */
    clientCertificate: z
      .string()
      .includes("BEGIN CERTIFICATE")
      .max(20_000)
      .optional()
      .meta({ kind: "certificate" }),
    clientKey: z
      .string()
      .includes("PRIVATE KEY")
      .max(20_000)
      .optional()
      .meta({ kind: "secret-lines" }),
  })
  .refine(
    ({ clientCertificate, clientKey }) =>
      (clientCertificate === undefined) === (clientKey === undefined),
    { path: ["clientKey"] },
  );

export type WebhookOptions = z.infer<typeof webhookOptions>;

export const maxUploadBytes = (options: WebhookOptions): number =>
  options.maxUploadMegabytes * megabyte;

/** True for `http:` to anything but this machine: content would be readable on the way. */
export function isReadableOnTheWay({
  url,
  statusUrl = url,
}: WebhookOptions): boolean {
  return [url, statusUrl].some((one) => {
    const { protocol, hostname } = new URL(one);
    return protocol === "http:" && !loopback.has(hostname);
  });
}

/** True when nothing is sent in the clear at all. */
export const isEncrypted = ({
  url,
  statusUrl = url,
}: WebhookOptions): boolean =>
  [url, statusUrl].every((one) => new URL(one).protocol === "https:");

/** What the portal shows of itself in TLS, when the receiver asks for it. */
export const identityOf = ({ clientCertificate, clientKey }: WebhookOptions) =>
  clientCertificate !== undefined && clientKey !== undefined
    ? { clientIdentity: { certificate: clientCertificate, key: clientKey } }
    : {};

/** When the own certificate ends; undefined also for what cannot be read, which TLS will say. */
export function identityExpiry({ clientCertificate = "" }: WebhookOptions) {
  const at = certificateFacts(clientCertificate)?.validUntil;
  return at && { option: "clientCertificate", at };
}

const loopback: ReadonlySet<string> = new Set([
  "localhost",
  "127.0.0.1",
  "[::1]",
]);
