import { describeOptions } from "../../modules/delivery/index.ts";
import type {
  AcceptedDelivery,
  CheckReport,
  CheckStep,
  Connector,
  Delivery,
  DeliveryOutcome,
  ReadBack,
} from "../../modules/delivery/index.ts";
import type {
  HttpClient,
  HttpOutcome,
} from "../../platform/http-client/http-client.ts";
import { untilAborted } from "../../platform/values/until-aborted.ts";
import { de } from "./i18n/de.ts";
import { en } from "./i18n/en.ts";
import { bodyOf } from "./mapping.ts";
import {
  identityExpiry,
  identityOf,
  isEncrypted,
  isReadableOnTheWay,
  maxUploadBytes,
  webhookOptions,
  type WebhookOptions,
} from "./options.ts";
import { outcomeOf } from "./outcome.ts";
import { readBackOf, statusAddress } from "./status.ts";
import { sign } from "./signature.ts";

export type WebhookSettings = {
  readonly http: HttpClient;
  readonly clock: () => Date;
  /** `http:` is possible to this machine only, and in production not at all. */
  readonly plainHttp: "to-this-machine" | "never";
  /** When the operator names hosts, only these can be called. */
  readonly allowedHosts?: readonly string[];
};

const timeoutMs = 60_000;
/** After so long without an answer the office is told. */
const answerDueMs = 14 * 24 * 3_600_000;

/** Posts submissions as signed JSON to an address of the back office. */
export function createWebhookConnector(
  settings: WebhookSettings,
): Connector<WebhookOptions> {
  return {
    key: "webhook",
    describe: describeOptions({ schema: webhookOptions, de, en }),
    parseOptions: (input) => webhookOptions.parse(input),
    expiryOf: identityExpiry,
    deliver: (delivery, options, signal) =>
      deliver(settings, { delivery, options }, signal),
    readBack: (accepted, options, signal) =>
      readBack(settings, { accepted, options }, signal),
    check: (options, signal) => check(settings, options, signal),
  };
}

async function deliver(
  settings: WebhookSettings,
  { delivery, options }: { delivery: Delivery; options: WebhookOptions },
  signal: AbortSignal,
): Promise<DeliveryOutcome> {
  if (signal.aborted) return { kind: "unavailable", cause: "timeout" };
  if (!isAllowed(settings, options))
    return { kind: "rejected", reason: "address-not-allowed" };
  if (sizeOfUploads(delivery) > maxUploadBytes(options))
    return { kind: "rejected", reason: "uploads-too-large" };

  const body = await bodyOf(delivery, options.content, signal);
  const now = settings.clock();
  // Signing reads all uploads once; the signal must reach a store that hangs, too.
  const signed = await untilAborted(
    signedHeaders(options, now, body.open()),
    signal,
  );
  const answer = await settings.http.request({
    method: "POST",
    url: options.url,
    headers: {
      ...signed,
      ...body.headers,
      "idempotency-key": delivery.deliveryId,
    },
    body,
    timeoutMs,
    signal,
    ...hostsOf(settings),
    ...identityOf(options),
  });
  const outcome = outcomeOf(answer, delivery.deliveryId, settings.clock());
  // Where a state can be asked for, having arrived is not the end yet.
  if (outcome.kind !== "delivered" || options.statusUrl === undefined)
    return outcome;
  const answerDueAt = new Date(now.getTime() + answerDueMs);
  return { kind: "accepted", correlationId: outcome.receipt, answerDueAt };
}

/** A signed GET. What has no address any more was answered by having arrived. */
async function readBack(
  settings: WebhookSettings,
  {
    accepted,
    options,
  }: { accepted: AcceptedDelivery; options: WebhookOptions },
  signal: AbortSignal,
): Promise<ReadBack> {
  const { statusUrl } = options;
  if (statusUrl === undefined)
    return {
      answer: { kind: "delivered", receipt: accepted.correlationId },
      evidence: [],
    };
  if (!isAllowed(settings, options))
    return {
      answer: { kind: "unavailable", cause: "address-not-allowed" },
      evidence: [],
    };
  const answer = await settings.http.request({
    method: "GET",
    url: statusAddress(statusUrl, accepted.deliveryId),
    headers: await signedHeaders(options, settings.clock(), nothing()),
    timeoutMs: 20_000,
    signal,
    ...hostsOf(settings),
    ...identityOf(options),
  });
  return readBackOf(answer, options, accepted);
}

/** A signed HEAD call: creates nothing at any receiver that keeps to HTTP. @see RFC 9110 section 9.2.1 */
async function check(
  settings: WebhookSettings,
  options: WebhookOptions,
  signal: AbortSignal,
): Promise<CheckReport> {
  if (!isAllowed(settings, options))
    return [failed("settings", "address-not-allowed")];
  const headers = await signedHeaders(options, settings.clock(), nothing());
  const answer = await settings.http.request({
    method: "HEAD",
    url: options.url,
    headers,
    timeoutMs: 10_000,
    signal,
    ...hostsOf(settings),
    ...identityOf(options),
  });
  return [passed("settings", "address-allowed"), ...stepsOf(answer)];
}

function stepsOf(answer: HttpOutcome): CheckStep[] {
  if (answer.kind !== "answered") return [failed("reachability", answer.kind)];
  const finding = `http-${answer.status}`;
  const { status } = answer;
  if (status === 401 || status === 403)
    return [passed("reachability", finding), failed("credentials", finding)];
  // 405 and 501: the address is there and takes POST only, as it may.
  const isThere = status < 300 || status === 405 || status === 501;
  return [
    isThere ? passed("reachability", finding) : failed("reachability", finding),
  ];
}

const passed = (check: CheckStep["check"], finding: string): CheckStep => ({
  check,
  passed: true,
  finding,
});
const failed = (check: CheckStep["check"], finding: string): CheckStep => ({
  check,
  passed: false,
  finding,
});

async function signedHeaders(
  options: WebhookOptions,
  now: Date,
  body: AsyncIterable<Uint8Array>,
): Promise<Record<string, string>> {
  const timestamp = String(Math.floor(now.getTime() / 1000));
  return {
    "user-agent": "OpenRathaus",
    "webhook-timestamp": timestamp,
    "webhook-signature": await sign(
      { secret: options.secret, timestamp },
      body,
    ),
  };
}

async function* nothing(): AsyncGenerator<Uint8Array> {
  yield await Promise.resolve(new Uint8Array());
}

function isAllowed(
  settings: WebhookSettings,
  options: WebhookOptions,
): boolean {
  if (isEncrypted(options)) return true;
  return (
    settings.plainHttp === "to-this-machine" && !isReadableOnTheWay(options)
  );
}

const hostsOf = ({ allowedHosts }: WebhookSettings) =>
  allowedHosts ? { allowedHosts } : {};

const sizeOfUploads = (delivery: Delivery) =>
  delivery.uploads.reduce((sum, upload) => sum + upload.sizeBytes, 0);
