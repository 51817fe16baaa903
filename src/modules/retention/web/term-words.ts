import { formatDay } from "../../../platform/i18n/dates.ts";
import type { SafeHtml } from "../../../platform/html/html.ts";
import type { Locale } from "../../../platform/i18n/texts.ts";
import { badge, type BadgeKind } from "../../../ui/badge.ts";
import type { Standing } from "../domain/standing.ts";
import type { Term } from "../domain/term.ts";
import { retentionTexts } from "../i18n/texts.ts";

/** `10 Jahre`, `6 Monate ab Ende des Jahres`. */
export function termWords(
  { count, unit, fromYearEnd }: Pick<Term, "count" | "unit" | "fromYearEnd">,
  locale: Locale,
): string {
  const t = retentionTexts(locale);
  const term =
    count === 1 ? t(`term.${unit}.one`) : t(`term.${unit}`, { count });
  return fromYearEnd ? t("term.year-end", { term }) : term;
}

const badgeOf = {
  held: "warning",
  underway: "warning",
  "to-offer": "warning",
  offered: "info",
  runs: "neutral",
} as const satisfies Record<Standing["kind"], BadgeKind>;

export function standingWords(standing: Standing, locale: Locale): string {
  const t = retentionTexts(locale);
  if (standing.kind === "runs")
    return t("standing.runs", { date: formatDay(standing.on, locale) });
  if (standing.kind === "held" && standing.untilDay !== undefined)
    return t("standing.held.until", {
      date: formatDay(standing.untilDay, locale),
    });
  return t(`standing.${standing.kind}`);
}

export function standingBadge(standing: Standing, locale: Locale): SafeHtml {
  return badge(badgeOf[standing.kind], standingWords(standing, locale));
}
