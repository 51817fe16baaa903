import type { de } from "../i18n/de.ts";
import type { DeliveryText } from "../i18n/texts.ts";

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
  ["disk-full", "cause.disk-full"],
  ["disk-fault", "cause.disk-fault"],
  ["address-not-allowed", "cause.address-not-allowed"],
  ["uploads-too-large", "cause.uploads-too-large"],
  ["uploads-not-scanned", "cause.uploads-not-scanned"],
  ["options-invalid", "cause.options-invalid"],
  ["connector-missing", "cause.connector-missing"],
  ["earlier-first", "cause.earlier-first"],
  ["redirected-by-hand", "cause.redirected-by-hand"],
  ["by-hand", "cause.by-hand"],
  ["submission-missing", "cause.submission-missing"],
] satisfies [string, CauseKey][]);

/** The cause of a delivery's trouble in plain words. A code without a sentence is shown as it is, never hidden. */
export function causeText(t: DeliveryText, code: string | undefined): string {
  if (code === undefined) return t("cause.none");
  return t(sentences.get(code) ?? byStatus(code), { code });
}

function byStatus(code: string): CauseKey {
  const status = Number(/^http-(\d{3})$/.exec(code)?.[1]);
  if (Number.isNaN(status)) return "cause.unknown";
  if (status === 401 || status === 403) return "cause.credentials";
  if (status === 408 || status === 429 || status === 503) return "cause.busy";
  if (status >= 500) return "cause.broken";
  return status < 400 ? "cause.redirected" : "cause.refused";
}
