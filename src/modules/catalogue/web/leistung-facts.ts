import {
  html,
  type HtmlValue,
  type SafeHtml,
} from "../../../platform/html/html.ts";
import { formatDay } from "../../../platform/i18n/dates.ts";
import type { Locale } from "../../../platform/i18n/texts.ts";
import {
  definitionRows,
  lines,
  type DefinitionRow,
} from "../../../ui/definition-rows.ts";
import { section } from "../../../ui/section.ts";
import {
  inLanguage,
  type Deadline,
  type Fee,
  type InLanguages,
  type LeistungContent,
  type PeriodUnit,
  type ProcessingTime,
} from "../domain/leistung-content.ts";
import type { Leistung } from "../domain/leistung.ts";
import { catalogueTexts } from "../i18n/texts.ts";
import { formatted } from "./german.ts";

/** Fee, time, deadlines, proof of identity and validity, one below the other. The editor's own words win over the figures. */
export function leistungFacts(
  { content, formKey }: Pick<Leistung, "content" | "formKey">,
  locale: Locale,
): SafeHtml {
  const t = catalogueTexts(locale);
  const { assuranceLevel } = content;
  // That nobody has to sign in is worth saying only where somebody could.
  const level =
    assuranceLevel === "none" && formKey === null
      ? undefined
      : t(`level.${assuranceLevel}`);
  const rows: DefinitionRow[] = [
    ...row(t("leistung.fee"), feeOf(content, locale)),
    ...row(t("leistung.duration"), durationOf(content, locale)),
    ...row(t("leistung.deadline"), deadlinesOf(content, locale)),
    ...row(t("leistung.level"), level),
    ...row(t("leistung.valid"), validityOf(content, locale)),
  ];
  return html`${rows.length > 0 && section({ title: t("leistung.facts"), body: definitionRows(rows) })}`;
}

const row = (term: string, value: HtmlValue): DefinitionRow[] =>
  value === undefined ? [] : [{ term, value }];

function feeOf({ feeText, fees }: LeistungContent, locale: Locale): HtmlValue {
  if (feeText) return formatted(feeText, locale);
  return fees && lines(fees.map((fee) => feeInWords(fee, locale)));
}

function feeInWords(fee: Fee, locale: Locale): HtmlValue {
  const t = catalogueTexts(locale);
  const advance = fee.inAdvance === true && html` (${t("fee.in-advance")})`;
  return html`${purpose(fee.for, locale)}${amountOf(fee, locale)}${advance}`;
}

function amountOf(fee: Fee, locale: Locale): string {
  const t = catalogueTexts(locale);
  const euros = (cents: number) =>
    new Intl.NumberFormat(locale === "de" ? "de-DE" : "en-GB", {
      style: "currency",
      currency: "EUR",
    }).format(cents / 100);
  switch (fee.kind) {
    case "free":
      return t("fee.free");
    case "fixed":
      return euros(fee.cents);
    case "range":
      return fee.toCents === undefined
        ? t("fee.from", { from: euros(fee.fromCents) })
        : t("fee.range", {
            from: euros(fee.fromCents),
            to: euros(fee.toCents),
          });
  }
}

function durationOf(
  { processingText, processingTime }: LeistungContent,
  locale: Locale,
): HtmlValue {
  if (processingText) return formatted(processingText, locale);
  return processingTime && durationInWords(processingTime, locale);
}

function durationInWords(
  { min, max, unit }: ProcessingTime,
  locale: Locale,
): string {
  const longest = period(max, unit, locale);
  return min === undefined || min === max
    ? longest
    : catalogueTexts(locale)("period.range", { min, longest });
}

function deadlinesOf(
  { deadlineText, deadlines }: LeistungContent,
  locale: Locale,
): HtmlValue {
  if (deadlineText) return formatted(deadlineText, locale);
  return deadlines && lines(deadlines.map((it) => deadlineInWords(it, locale)));
}

function deadlineInWords(deadline: Deadline, locale: Locale): HtmlValue {
  const { length, unit } = deadline;
  return html`${purpose(deadline.for, locale)}${period(length, unit, locale)}`;
}

function period(count: number, unit: PeriodUnit, locale: Locale): string {
  const t = catalogueTexts(locale);
  return count === 1
    ? t(`period.${unit}.one`)
    : t(`period.${unit}.many`, { count });
}

function purpose(texts: InLanguages | undefined, locale: Locale): HtmlValue {
  if (!texts) return undefined;
  const { text, language } = inLanguage(texts, locale);
  return html`<span lang="${language}">${text}</span>: `;
}

function validityOf(
  { validUntil }: LeistungContent,
  locale: Locale,
): HtmlValue {
  if (validUntil === undefined) return undefined;
  const day = formatDay(validUntil, locale);
  return catalogueTexts(locale)("leistung.valid.until", { day });
}
