import { html, type SafeHtml } from "../../../platform/html/html.ts";
import type { Locale } from "../../../platform/i18n/texts.ts";
import { page, type Page } from "../../../shell/web/route.ts";
import { alert } from "../../../ui/alert.ts";
import { backLink } from "../../../ui/breadcrumb.ts";
import { button } from "../../../ui/button.ts";
import { checkbox } from "../../../ui/checkbox.ts";
import { errorSummary } from "../../../ui/error-summary.ts";
import { pageHeading } from "../../../ui/heading.ts";
import { link } from "../../../ui/link.ts";
import { radios } from "../../../ui/radios.ts";
import { table } from "../../../ui/table.ts";
import { textInput } from "../../../ui/text-input.ts";
import { everyLeistung, termUnits, type Terms } from "../domain/term.ts";
import { retentionTexts } from "../i18n/texts.ts";
import { retentionPaths } from "./retention-paths.ts";
import { termFields, type TermFault, type TermInput } from "./term-input.ts";
import { termWords } from "./term-words.ts";

type Leistung = { readonly slug: string; readonly title: string };

/** What is set for all Leistungen and for each. */
export function termsPage(
  leistungen: readonly Leistung[],
  terms: Terms,
  locale: Locale,
): Page {
  const t = retentionTexts(locale);
  const all = { slug: everyLeistung, title: t("terms.all") };
  return page({
    title: t("terms.title"),
    section: retentionPaths.terms,
    layout: "wide",
    main: html`${pageHeading({ title: t("terms.title"), lead: t("terms.lead") })}
    ${table({
      caption: t("terms.title"),
      isCaptionHidden: true,
      columns: [
        { label: t("terms.leistung") },
        { label: t("terms.term") },
        { label: t("terms.basis") },
        { label: t("terms.archive") },
      ],
      rows: [all, ...leistungen].map((leistung) => ({
        cells: termCells(leistung, terms, locale),
      })),
    })}`,
  });
}

function termCells(
  { slug, title }: Leistung,
  terms: Terms,
  locale: Locale,
): (SafeHtml | string)[] {
  const t = retentionTexts(locale);
  const term = terms.get(slug);
  const name = link(retentionPaths.term(slug), title);
  if (!term) {
    const isCovered = slug !== everyLeistung && terms.has(everyLeistung);
    return [name, isCovered ? t("terms.as-all") : t("terms.none"), "–", "–"];
  }
  return [
    name,
    termWords(term, locale),
    term.basis,
    term.offersToArchive ? t("terms.archive.yes") : "–",
  ];
}

export type TermPageProps = {
  readonly locale: Locale;
  /** Undefined: all others. */
  readonly leistung: Leistung | undefined;
  readonly input: TermInput;
  readonly faults: readonly TermFault[];
  readonly isSaved: boolean;
};

/** What is set for one Leistung, or for all others. */
export function termPage(props: TermPageProps): Page {
  const { locale, leistung, faults, isSaved } = props;
  const t = retentionTexts(locale);
  const errors = errorsOf(faults, locale);
  const title = leistung?.title ?? t("terms.all");
  return page({
    status: errors.length > 0 ? 422 : 200,
    title: errors.length > 0 ? t("terms.error-title", { title }) : title,
    section: retentionPaths.terms,
    scripts: errors.length > 0 ? ["focus-error-summary"] : [],
    main: html`${backLink({ label: t("terms.back"), href: retentionPaths.terms })}
      ${errorSummary({ errors, locale })}
      ${
        isSaved &&
        alert({
          kind: "success",
          title: t("terms.saved.title"),
          body: t("terms.saved.body"),
          isAnnounced: true,
        })
      }
      ${pageHeading({ title, preline: t("terms.title") })}
      <form
        method="post"
        action="${retentionPaths.term(leistung?.slug ?? everyLeistung)}"
        novalidate
      >
        ${lengthInputs(props, errors)} ${ruleInputs(props, errors)}
        ${button({ label: t("terms.save") })}
      </form>`,
  });
}

type Errors = readonly { readonly fieldId: string; readonly text: string }[];

function errorsOf(faults: readonly TermFault[], locale: Locale): Errors {
  const t = retentionTexts(locale);
  return faults.map(({ fieldId, text, max }) => ({
    fieldId,
    text: t(`terms.${text}`, { max }),
  }));
}

function lengthInputs(
  { locale, leistung, input }: TermPageProps,
  errors: Errors,
): SafeHtml {
  const t = retentionTexts(locale);
  const { count, unit } = termFields;
  return html`${textInput({
    name: count,
    label: t("terms.count"),
    hint: leistung ? t("terms.count.hint") : t("terms.count.hint.all"),
    value: input[count] ?? "",
    error: errors.find(({ fieldId }) => fieldId === count)?.text,
    inputMode: "numeric",
    width: 6,
    locale,
  })}
  ${radios({
    name: unit,
    label: t("terms.unit"),
    options: termUnits.map((value) => ({
      value,
      label: t(`terms.unit.${value}`),
    })),
    value: input[unit] ?? "",
    locale,
  })}`;
}

function ruleInputs(
  { locale, input }: TermPageProps,
  errors: Errors,
): SafeHtml {
  const t = retentionTexts(locale);
  const { begin, basis, archive } = termFields;
  return html`${radios({
    name: begin,
    label: t("terms.begin"),
    options: [
      { value: "abschluss", label: t("terms.begin.closing") },
      { value: "jahresende", label: t("terms.begin.year-end") },
    ],
    value: input[begin] ?? "",
    locale,
  })}
  ${textInput({
    name: basis,
    label: t("terms.basis.label"),
    hint: t("terms.basis.hint"),
    value: input[basis] ?? "",
    error: errors.find(({ fieldId }) => fieldId === basis)?.text,
    locale,
  })}
  ${checkbox({
    name: archive,
    label: t("terms.archive.label"),
    hint: t("terms.archive.hint"),
    isChecked: (input[archive] ?? "") !== "",
    locale,
  })}`;
}
