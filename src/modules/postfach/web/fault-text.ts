import type { Locale } from "../../../platform/i18n/texts.ts";
import { isAddressFault } from "../../../platform/mail/read-report.ts";
import { postfachTexts } from "../i18n/texts.ts";

/** Why a mail did not arrive, in words of the office. @see RFC 3463 */
export function faultText(code: string, locale: Locale): string {
  const t = postfachTexts(locale);
  const status = code.replace(/^dsn-/, "");
  if (isAddressFault(status) || code === "smtp-550" || code === "known")
    return t("contact.fault.address");
  return t(status === "5.2.2" ? "contact.fault.full" : "contact.fault.other");
}
