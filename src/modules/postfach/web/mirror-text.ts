import { formatDateTime } from "../../../platform/i18n/dates.ts";
import type { Locale } from "../../../platform/i18n/texts.ts";
import { postfachTexts } from "../i18n/texts.ts";
import type { MessageMirror } from "../use-cases/read-thread.ts";

/** Where a copy of a message is, in words for both sides. */
export function mirrorText(
  { state, reason, at }: MessageMirror,
  locale: Locale,
): string {
  return postfachTexts(locale)(`mirror.${state}`, {
    at: formatDateTime(at, locale),
    reason: reason ?? "",
  });
}
