import type { Locale } from "../../../platform/i18n/texts.ts";
import { exchangeTexts, isExchangeKey } from "../i18n/texts.ts";

/** Why a delivery was refused, part for part: faults by their names, lines as lines, names of files as they are. */
export function detailWords(detail: string, locale: Locale): string {
  const t = exchangeTexts(locale);
  return detail
    .split(", ")
    .map((part) => {
      const key = `detail.${part}`;
      const [, line] = /^line (\d+)$/.exec(part) ?? [];
      if (line !== undefined) return t("problems.line", { line });
      return isExchangeKey(key) ? t(key) : part;
    })
    .join(", ");
}
