import { html, type SafeHtml } from "../../../platform/html/html.ts";
import type { Locale } from "../../../platform/i18n/texts.ts";
import { page, type Page } from "../../../shell/web/route.ts";
import { alert } from "../../../ui/alert.ts";
import { backLink } from "../../../ui/breadcrumb.ts";
import { button } from "../../../ui/button.ts";
import { checkbox } from "../../../ui/checkbox.ts";
import { emptyState } from "../../../ui/empty-state.ts";
import { errorSummary } from "../../../ui/error-summary.ts";
import { heading, pageHeading } from "../../../ui/heading.ts";
import { link } from "../../../ui/link.ts";
import { radios } from "../../../ui/radios.ts";
import { table } from "../../../ui/table.ts";
import { textInput } from "../../../ui/text-input.ts";
import { periodUnits, questionEffects } from "../domain/clock-rule.ts";
import { usualSimilarDays } from "../domain/similar-period.ts";
import { vorgangStates } from "../domain/states.ts";
import { vorgaengeTexts } from "../i18n/texts.ts";
import type { Clocks } from "../use-cases/clock-rules.ts";
import {
  clockFields,
  noPeriod,
  type ClockFault,
  type ClockInput,
} from "./clock-input.ts";
import { vorgaengePaths } from "./vorgaenge-paths.ts";

type Leistung = { readonly slug: string; readonly title: string };

/** All Leistungen of an office with what is set for them and how long they took. */
export function clocksPage(
  leistungen: readonly Leistung[],
  clocks: Clocks,
  locale: Locale,
): Page {
  const t = vorgaengeTexts(locale);
  const rows = leistungen.map((leistung) => ({
    cells: clockCells(leistung, clocks, locale),
  }));
  return page({
    title: t("clocks.title"),
    section: vorgaengePaths.clocks,
    layout: "wide",
    main: html`${pageHeading({ title: t("clocks.title"), lead: t("clocks.lead") })}
    ${
      rows.length === 0
        ? emptyState({
            title: t("clocks.none.title"),
            body: t("clocks.none.body"),
          })
        : table({
            caption: t("clocks.title"),
            isCaptionHidden: true,
            columns: [
              { label: t("clocks.leistung") },
              { label: t("clocks.target") },
              { label: t("clocks.period") },
              { label: t("clocks.usual") },
            ],
            rows,
          })
    }`,
  });
}

function clockCells(
  { slug, title }: Leistung,
  { rules, durations }: Clocks,
  locale: Locale,
): (SafeHtml | string)[] {
  const t = vorgaengeTexts(locale);
  const rule = rules.get(slug);
  const usual = durations.get(slug);
  const period = rule?.period;
  return [
    link(vorgaengePaths.clock(slug), title),
    rule?.targetDays === undefined
      ? "–"
      : t("clocks.target.days", { count: rule.targetDays }),
    period
      ? `${t(`clocks.count.${period.unit}`, { count: period.count })} (${period.legalBasis})`
      : "–",
    usual
      ? t("clocks.usual.days", {
          fast: usual.fastDays,
          slow: usual.slowDays,
          cases: usual.cases,
        })
      : t("clocks.usual.none"),
  ];
}

export type ClockPageProps = {
  readonly locale: Locale;
  readonly leistung: Leistung;
  readonly input: ClockInput;
  readonly faults: readonly ClockFault[];
  readonly isSaved: boolean;
};

/** What is set for one Leistung. */
export function clockPage(props: ClockPageProps): Page {
  const { locale, leistung, faults, isSaved } = props;
  const t = vorgaengeTexts(locale);
  const errors = faults.map(({ fieldId, text, max }) => ({
    fieldId,
    text: t(`clocks.${text}`, { max }),
  }));
  const title = leistung.title;
  return page({
    status: errors.length > 0 ? 422 : 200,
    title: errors.length > 0 ? t("clocks.edit.error-title", { title }) : title,
    section: vorgaengePaths.clocks,
    scripts: errors.length > 0 ? ["focus-error-summary"] : [],
    main: html`${backLink({ label: t("clocks.back"), href: vorgaengePaths.clocks })}
      ${errorSummary({ errors, locale })}
      ${
        isSaved &&
        alert({
          kind: "success",
          title: t("clocks.saved.title"),
          body: t("clocks.saved.body"),
          isAnnounced: true,
        })
      }
      ${pageHeading({ title, preline: t("clocks.title") })}
      <form
        method="post"
        action="${vorgaengePaths.clock(leistung.slug)}"
        novalidate
      >
        ${aims(props, errors)} ${effects(props, errors)} ${names(props, errors)}
        ${button({ label: t("clocks.save") })}
      </form>`,
  });
}

type Errors = readonly { readonly fieldId: string; readonly text: string }[];

function errorOf(errors: Errors, name: string): string | undefined {
  return errors.find(({ fieldId }) => fieldId === name)?.text;
}

function aims({ locale, input }: ClockPageProps, errors: Errors): SafeHtml {
  const t = vorgaengeTexts(locale);
  const { target, unit, count, law, silence } = clockFields;
  const field = (name: string) => ({
    name,
    value: input[name] ?? "",
    error: errorOf(errors, name),
    locale,
  });
  return html`${textInput({
    ...field(target),
    label: t("clocks.target.label"),
    hint: t("clocks.target.hint"),
    inputMode: "numeric",
    width: 6,
  })}
  ${radios({
    ...field(unit),
    label: t("clocks.period.label"),
    options: [
      { value: noPeriod, label: t("clocks.period.none") },
      ...periodUnits.map((value) => ({
        value,
        label: t(`clocks.period.${value}`),
      })),
    ],
  })}
  ${textInput({
    ...field(count),
    label: t("clocks.count.label"),
    inputMode: "numeric",
    width: 6,
  })}
  ${textInput({
    ...field(law),
    label: t("clocks.law.label"),
    hint: t("clocks.law.hint"),
  })}
  ${checkbox({
    name: silence,
    label: t("clocks.silence.label"),
    hint: t("clocks.silence.hint"),
    isChecked: (input[silence] ?? "") !== "",
    error: errorOf(errors, silence),
    locale,
  })}`;
}

function effects({ locale, input }: ClockPageProps, errors: Errors): SafeHtml {
  const t = vorgaengeTexts(locale);
  const { question, warning, similar } = clockFields;
  return html`${radios({
    name: question,
    label: t("clocks.question.label"),
    options: questionEffects.map((value) => ({
      value,
      label: t(`clocks.question.${value}`),
    })),
    value: input[question] ?? "",
    locale,
  })}
  ${textInput({
    name: warning,
    label: t("clocks.warning.label"),
    value: input[warning] ?? "",
    error: errorOf(errors, warning),
    inputMode: "numeric",
    width: 6,
    locale,
  })}
  ${textInput({
    name: similar,
    label: t("clocks.similar.label"),
    hint: t("clocks.similar.hint", { days: usualSimilarDays }),
    value: input[similar] ?? "",
    error: errorOf(errors, similar),
    inputMode: "numeric",
    width: 6,
    locale,
  })}`;
}

function names({ locale, input }: ClockPageProps, errors: Errors): SafeHtml {
  const t = vorgaengeTexts(locale);
  return html`${heading(2, t("clocks.names.title"))}
    <p class="kern-body">${t("clocks.names.lead")}</p>
    ${vorgangStates.map((state) => {
      const field = (name: string, label: string) =>
        textInput({
          name,
          label,
          value: input[name] ?? "",
          error: errorOf(errors, name),
          locale,
        });
      const usual = t(`state.${state}`);
      return html`${field(clockFields.name(state), usual)}
      ${field(
        clockFields.nameInEnglish(state),
        t("clocks.name.english", { name: usual }),
      )}`;
    })}`;
}
