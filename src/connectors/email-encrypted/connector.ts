import { describeOptions } from "../../modules/delivery/index.ts";
import type {
  CheckReport,
  CheckStep,
  Connector,
  Delivery,
  DeliveryOutcome,
} from "../../modules/delivery/index.ts";
import type { MailOutcome } from "../../platform/mail/mail-transport.ts";
import {
  composeSealed,
  type SealedTransport,
} from "../../platform/mail/sealed-mail.ts";
import { untilAborted } from "../../platform/values/until-aborted.ts";
import { readCertificate } from "./certificate.ts";
import { sealFor } from "./envelope.ts";
import { de } from "./i18n/de.ts";
import { en } from "./i18n/en.ts";
import { filesOf, subjectOf, textOf } from "./message.ts";
import {
  emailEncryptedOptions,
  type EmailEncryptedOptions,
} from "./options.ts";

export type EmailEncryptedSettings = {
  /** Undefined: the operator has set no mail server. */
  readonly transport: SealedTransport | undefined;
  readonly clock: () => Date;
  senderOf(
    tenantId: string,
  ): Promise<{ readonly name: string; readonly address: string }>;
};

/** Sends each submission to the office's mailbox, encrypted for its certificate. There is no way out of here in the clear. */
export function createEmailEncryptedConnector(
  settings: EmailEncryptedSettings,
): Connector<EmailEncryptedOptions> {
  return {
    key: "email-encrypted",
    describe: describeOptions({ schema: emailEncryptedOptions, de, en }),
    parseOptions: (input) => emailEncryptedOptions.parse(input),
    expiryOf: ({ certificate }) => {
      const at = readCertificate(certificate)?.validToDate;
      return at && { option: "certificate", at };
    },
    deliver: (delivery, options, signal) =>
      deliver(settings, { delivery, options }, signal),
    check: (options, signal) => check(settings, options, signal),
  };
}

async function deliver(
  settings: EmailEncryptedSettings,
  { delivery, options }: { delivery: Delivery; options: EmailEncryptedOptions },
  signal: AbortSignal,
): Promise<DeliveryOutcome> {
  signal.throwIfAborted();
  const { transport } = settings;
  if (!transport) return { kind: "unavailable", cause: "mail-server-not-set" };
  const fault = timeFault(settings, options);
  const certificate = readCertificate(options.certificate);
  if (fault !== undefined || !certificate)
    return { kind: "rejected", reason: fault ?? "certificate-unreadable" };
  const files = await untilAborted(filesOf(delivery, options, signal), signal);
  if (!files) return { kind: "rejected", reason: "uploads-too-large" };

  const from = await settings.senderOf(delivery.tenantId);
  const head = {
    messageId: delivery.deliveryId,
    from,
    to: options.to,
    subject: subjectOf(delivery),
    date: delivery.answeredAt,
  };
  const inside = await composeSealed(head, {
    text: textOf(delivery, files),
    files,
  });
  const envelope = sealFor(certificate, inside, options.padding);
  const sending = transport.send({ ...head, envelope });
  return outcomeOf(await untilAborted(sending, signal), delivery.deliveryId);
}

/** Whether the certificate is good this moment. */
function timeFault(
  { clock }: EmailEncryptedSettings,
  options: EmailEncryptedOptions,
): string | undefined {
  const certificate = readCertificate(options.certificate);
  const now = clock();
  if (!certificate) return "certificate-unreadable";
  if (now < certificate.validFromDate) return "certificate-not-yet-valid";
  return now > certificate.validToDate ? "certificate-expired" : undefined;
}

/** SMTP has no receipts: what can be looked for at the other side is the Message-ID. */
function outcomeOf(outcome: MailOutcome, deliveryId: string): DeliveryOutcome {
  switch (outcome.kind) {
    case "sent":
      return { kind: "delivered", receipt: deliveryId };
    case "unavailable":
      return { kind: "unavailable", cause: outcome.reason };
    case "no-such-address":
      return { kind: "rejected", reason: "no-such-mailbox" };
    case "refused":
      return { kind: "rejected", reason: outcome.reason };
  }
}

/** Speaks to the mail server and sends nothing. Whether the mailbox exists is known to its own server alone. */
async function check(
  settings: EmailEncryptedSettings,
  options: EmailEncryptedOptions,
  signal: AbortSignal,
): Promise<CheckReport> {
  const fault = timeFault(settings, options);
  const own: CheckStep = {
    check: "settings",
    passed: fault === undefined,
    finding: fault ?? "certificate-valid",
  };
  const { transport } = settings;
  const found = transport
    ? await untilAborted(transport.verify(), signal)
    : "mail-server-not-set";
  const reached: CheckStep = {
    check: "reachability",
    passed: found === undefined,
    finding: found ?? "mail-server-answers",
  };
  return [own, reached];
}
