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
  factKeys,
  factParts,
  type FactKind,
} from "../domain/content/fact-parts.ts";
import {
  inLanguage,
  type Deadline,
  type Fee,
  type InLanguages,
  type LeistungContent,
  type PeriodUnit,
  type ProcessingTime,
} from "../domain/content/leistung-content.ts";
import type { Leistung } from "../domain/leistung.ts";
import { plainTextOf } from "../domain/content/rich-text.ts";
import { catalogueTexts } from "../i18n/texts.ts";
import { formatted } from "./german.ts";

/** A Leistung as far as its facts need it. */
type Facts = Pick<Leistung, "content" | "formKey" | "takenOver">;

/** Fee, time, deadlines, proof of identity and validity, one below the other. */
export function leistungFacts(leistung: Facts, locale: Locale): SafeHtml {
  const t = catalogueTexts(locale);
  const { content, formKey } = leistung;
  const { assuranceLevel } = content;
  // That nobody has to sign in is worth saying only where somebody could.
  const level =
    assuranceLevel === "none" && formKey === null
      ? undefined
      : t(`level.${assuranceLevel}`);
  const rows: DefinitionRow[] = [
    ...row(t("leistung.fee"), feeOf(leistung, locale)),
    ...row(t("leistung.duration"), durationOf(leistung, locale)),
    ...row(t("leistung.deadline"), deadlinesOf(leistung, locale)),
    ...row(t("leistung.level"), level),
    ...row(t("leistung.valid"), validityOf(content, locale)),
  ];
  return html`${rows.length > 0 && section({ title: t("leistung.facts"), body: definitionRows(rows) })}`;
}

const row = (term: string, value: HtmlValue): DefinitionRow[] =>
  value === undefined ? [] : [{ term, value }];

/** Figures first, then the words that explain them. */
function factOf(
  leistung: Facts,
  { kind, shown }: { readonly kind: FactKind; readonly shown: HtmlValue },
  locale: Locale,
): HtmlValue {
  const texts = leistung.content[factKeys[kind].words];
  const found = texts && inLanguage(texts, locale);
  const { hasFigures, isGeneral } = factParts(
    leistung,
    kind,
    found?.language === locale ? plainTextOf(found.text) : undefined,
  );
  if (!texts) return hasFigures ? shown : undefined;
  if (!hasFigures) return formatted(texts, locale);
  return html`<p>${shown}</p>
    ${isGeneral && html`<p>${catalogueTexts(locale)("leistung.in-general")}</p>`}
    ${formatted(texts, locale)}`;
}

function feeOf(leistung: Facts, locale: Locale): HtmlValue {
  const { fees = [] } = leistung.content;
  const shown = lines(fees.map((fee) => feeInWords(fee, locale)));
  return factOf(leistung, { kind: "fee", shown }, locale);
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

function durationOf(leistung: Facts, locale: Locale): HtmlValue {
  const { processingTime } = leistung.content;
  const shown = processingTime && durationInWords(processingTime, locale);
  return factOf(leistung, { kind: "duration", shown }, locale);
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

function deadlinesOf(leistung: Facts, locale: Locale): HtmlValue {
  const { deadlines = [] } = leistung.content;
  const shown = lines(deadlines.map((it) => deadlineInWords(it, locale)));
  return factOf(leistung, { kind: "deadline", shown }, locale);
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
