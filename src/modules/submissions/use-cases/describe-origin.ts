import { formatDate } from "../../../platform/i18n/dates.ts";
import type { Locale } from "../../../platform/i18n/texts.ts";
import {
  isConfirmed,
  type Origin,
  type Provenance,
} from "../domain/own-data.ts";
import { submissionsTexts } from "../i18n/texts.ts";

/** Who says a value, how surely, and since when: "Bestätigt durch BundID, Niveau „hoch“, am 3. März 2027". */
export function describeOrigin(value: Origin, locale: Locale): string {
  const t = submissionsTexts(locale);
  const date = formatDate(value.obtainedAt, locale);
  if (value.origin === "self") return t("origin.self", { date });
  return t(isConfirmed(value) ? "origin.confirmed" : "origin.said", {
    source: sourceName(value, locale),
    level: t(`level.${value.assuranceLevel}`),
    date,
  });
}

function sourceName(
  { origin, originName }: Pick<Origin, "origin" | "originName">,
  locale: Locale,
): string {
  return origin === "counter"
    ? submissionsTexts(locale)("origin.counter")
    : (originName?.[locale] ?? origin);
}

/** Where the values of a submission came from, as a section for the office and the receipt; none where all of it was typed. */
export function provenanceSummary(
  { provenance }: { readonly provenance: readonly Provenance[] },
  locale: Locale,
) {
  if (provenance.length === 0) return [];
  return [
    {
      heading: submissionsTexts(locale)("origin.title"),
      entries: provenance.map((value) => ({
        label: value.label,
        values: [describeOrigin(value, locale)],
      })),
    },
  ];
}
