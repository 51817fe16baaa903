import { html, type SafeHtml } from "../../../platform/html/html.ts";
import { startOfDay } from "../../../platform/calendar/calendar-day.ts";
import { formatDate } from "../../../platform/i18n/dates.ts";
import type { Locale } from "../../../platform/i18n/texts.ts";
import { definitionRows } from "../../../ui/definition-rows.ts";
import { legalDays, type ProvidedBescheid } from "../domain/provision.ts";
import { postfachTexts } from "../i18n/texts.ts";

/** When a Bescheid counts as made known and until when one can object, the same words for both sides. */
export function legalDaysOf(
  bescheid: ProvidedBescheid | undefined,
  locale: Locale,
): SafeHtml | false {
  if (!bescheid) return false;
  const t = postfachTexts(locale);
  const days = legalDays(bescheid);
  const isCopy = bescheid.consent !== "deemed";
  const posted = bescheid.paper?.postedAt;
  if (!days) return html`<p class="kern-body">${t("bescheid.copy")}</p>`;
  const day = (of: string) => formatDate(startOfDay(of), locale);
  return definitionRows([
    ...(isCopy
      ? []
      : [
          {
            term: t("bescheid.provided"),
            value: formatDate(bescheid.providedAt, locale),
          },
        ]),
    ...(posted
      ? [{ term: t("bescheid.posted"), value: formatDate(posted, locale) }]
      : []),
    { term: t("bescheid.known"), value: day(days.knownOn) },
    { term: t("bescheid.objection"), value: day(days.widerspruchUntil) },
  ]);
}
