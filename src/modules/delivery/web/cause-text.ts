import type { de } from "../i18n/de.ts";
import type { Locale } from "../../../platform/i18n/texts.ts";
import { deliveryTexts, type DeliveryText } from "../i18n/texts.ts";

type CauseKey = Extract<keyof typeof de, `cause.${string}`>;

/** Codes of our connectors that have a sentence of their own. */
const sentences: ReadonlyMap<string, CauseKey> = new Map([
  ["dns", "cause.dns"],
  ["connect", "cause.connect"],
  ["timeout", "cause.timeout"],
  ["tls", "cause.tls"],
  ["reset", "cause.reset"],
  ["answer-too-large", "cause.answer-too-large"],
  ["fault", "cause.fault"],
  ["destination-disabled", "cause.destination-disabled"],
  ["directory-missing", "cause.directory-missing"],
  ["directory-not-writable", "cause.directory-not-writable"],
  ["directory-not-allowed", "cause.directory-not-allowed"],
  ["host-key-changed", "cause.host-key-changed"],
  ["credentials-refused", "cause.credentials-refused"],
  ["sftp-not-offered", "cause.sftp-not-offered"],
  ["mail-server-not-set", "cause.mail-server-not-set"],
  ["no-such-mailbox", "cause.no-such-mailbox"],
  ["certificate-expired", "cause.certificate-expired"],
  ["certificate-not-yet-valid", "cause.certificate-not-yet-valid"],
  ["certificate-unreadable", "cause.certificate-unreadable"],
  ["certificate-key-unfit", "cause.certificate-key-unfit"],
  ["certificate-not-for-encryption", "cause.certificate-not-for-encryption"],
  ["certificate-for-other-address", "cause.certificate-for-other-address"],
  ["repository-unknown", "cause.repository-unknown"],
  ["answer-not-understood", "cause.answer-not-understood"],
  ["smtp-552", "cause.mail-too-large"],
  ["disk-full", "cause.disk-full"],
  ["disk-fault", "cause.disk-fault"],
  ["address-not-allowed", "cause.address-not-allowed"],
  ["uploads-too-large", "cause.uploads-too-large"],
  ["uploads-not-scanned", "cause.uploads-not-scanned"],
  ["options-invalid", "cause.options-invalid"],
  ["connector-missing", "cause.connector-missing"],
  ["destination-inactive", "cause.destination-inactive"],
  ["key-invalid", "cause.key-invalid"],
  ["service-not-offered", "cause.service-not-offered"],
  ["refused-by-receiver", "cause.refused-by-receiver"],
  ["not-fetched", "cause.not-fetched"],
  ["deleted-unanswered", "cause.not-fetched"],
  ["evidence-invalid", "cause.evidence-invalid"],
  ["earlier-first", "cause.earlier-first"],
  ["redirected-by-hand", "cause.redirected-by-hand"],
  ["by-hand", "cause.by-hand"],
  ["submission-missing", "cause.submission-missing"],
  ["payment-not-expressible", "cause.payment-not-expressible"],
  ["route-unsigned", "cause.route-unsigned"],
  ["route-other-signer", "cause.route-other-signer"],
  ["route-expired", "cause.route-expired"],
  ["route-other-destination", "cause.route-other-destination"],
  ["route-other-host", "cause.route-other-host"],
  ["route-other-service", "cause.route-other-service"],
  ["answer-unreadable", "cause.answer-unreadable"],
] satisfies [string, CauseKey][]);

/** The cause of a delivery's trouble in plain words. A code without a sentence is shown as it is, never hidden. */
export function causeText(t: DeliveryText, code: string | undefined): string {
  if (code === undefined) return t("cause.none");
  const sentence =
    sentences.get(code) ??
    (code.startsWith("smtp-") ? bySmtp(code) : byStatus(code));
  return t(sentence, { code });
}

/** The same for who shows no delivery: why a place outside could not be asked. */
export const describeCause = (locale: Locale, code: string): string =>
  causeText(deliveryTexts(locale), code);

const statuses: ReadonlyMap<number, CauseKey> = new Map([
  [401, "cause.credentials"],
  [403, "cause.credentials"],
  [404, "cause.address-unknown"],
  [408, "cause.busy"],
  [410, "cause.address-unknown"],
  [413, "cause.too-large"],
  [429, "cause.busy"],
  [503, "cause.busy"],
] satisfies [number, CauseKey][]);

function byStatus(code: string): CauseKey {
  const status = Number(/^http-(\d{3})$/.exec(code)?.[1]);
  if (Number.isNaN(status)) return "cause.unknown";
  const known = statuses.get(status);
  if (known) return known;
  if (status >= 500) return "cause.broken";
  return status < 400 ? "cause.redirected" : "cause.refused";
}

/** @see RFC 5321 section 4.2.1 */
function bySmtp(code: string): CauseKey {
  if (/^smtp-5\d\d$/.test(code)) return "cause.mail-refused";
  return /^smtp-4\d\d$/.test(code)
    ? "cause.mail-server-busy"
    : "cause.mail-server-away";
}

/** What the other side calls what it took; a word of our own connectors as people say it. */
export const receiptText = (
  t: DeliveryText,
  receipt: string | undefined,
): string | undefined =>
  receipt === "in-mail-outbox" ? t("receipt.in-mail-outbox") : receipt;

type EvidenceKey = Extract<keyof typeof de, `evidence.kind.${string}`>;

const kinds = new Map<string, EvidenceKey>([
  ["state-pending", "evidence.kind.state-pending"],
  ["state-delivered", "evidence.kind.state-delivered"],
  ["state-rejected", "evidence.kind.state-rejected"],
  ["state-unknown", "evidence.kind.state-unknown"],
  ["refused-by-back-office", "evidence.kind.refused"],
  ["create-submission", "evidence.kind.create"],
  ["submit-submission", "evidence.kind.submit"],
  ["notify-submission", "evidence.kind.notify"],
  ["forward-submission", "evidence.kind.forward"],
  ["accept-submission", "evidence.kind.accept"],
  ["reject-submission", "evidence.kind.reject"],
  ["delete-submission", "evidence.kind.delete"],
]);

/** What an event of the other side means. One without a sentence is shown by its code. */
export function evidenceText(t: DeliveryText, kind: string): string {
  const key = kinds.get(kind);
  return key ? t(key) : kind;
}
