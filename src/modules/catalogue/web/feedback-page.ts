import {
  html,
  type HtmlValue,
  type SafeHtml,
} from "../../../platform/html/html.ts";
import { formatDay, formatMonth } from "../../../platform/i18n/dates.ts";
import type { Locale } from "../../../platform/i18n/texts.ts";
import { accordion } from "../../../ui/accordion.ts";
import { barChart } from "../../../ui/bar-chart.ts";
import { emptyState } from "../../../ui/empty-state.ts";
import { pageHeading } from "../../../ui/heading.ts";
import { link } from "../../../ui/link.ts";
import { section } from "../../../ui/section.ts";
import { catalogueTexts } from "../i18n/texts.ts";
import {
  lastMonths,
  type FeedbackOfLeistung,
} from "../use-cases/read-feedback.ts";

type FeedbackPageInput = { readonly locale: Locale; readonly now: Date };

/** What readers said in twelve months: all together as a plot, then each Leistung with its own, those that helped least first. */
export function feedbackPage(
  all: readonly FeedbackOfLeistung[],
  input: FeedbackPageInput,
): SafeHtml {
  const { locale } = input;
  const t = catalogueTexts(locale);
  const head = pageHeading({
    title: t("feedback.list.title"),
    lead: t("feedback.list.lead"),
  });
  if (all.length === 0)
    return html`${head}
    ${emptyState({
      title: t("feedback.list.empty"),
      body: t("feedback.list.empty.body"),
      icon: "info",
    })}`;
  return html`${head} ${chart(all, input)}
  ${section({
    title: t("feedback.list.each"),
    body: html`<div class="kern-accordion-group">
      ${all.map((one) => ofLeistung(one, input))}
    </div>`,
  })}`;
}

function ofLeistung(
  one: FeedbackOfLeistung,
  input: FeedbackPageInput,
): SafeHtml {
  const t = catalogueTexts(input.locale);
  const { helped, didNotHelp } = totalOf([one]);
  return accordion({
    title: t("feedback.list.line", { title: one.title, helped, didNotHelp }),
    body: html`${chart([one], input)} ${remarksOf(one, input.locale)}
      <p>${link(`/leistungen/${one.slug}`, t("feedback.list.page"))}</p>`,
  });
}

function chart(
  of: readonly FeedbackOfLeistung[],
  { locale, now }: FeedbackPageInput,
): SafeHtml {
  const t = catalogueTexts(locale);
  return barChart({
    summary: t("feedback.list.summary", totalOf(of)),
    series: [
      { kind: "done", label: t("feedback.list.helped") },
      { kind: "failed", label: t("feedback.list.did-not-help") },
    ],
    bars: lastMonths(now).map((month) => {
      const { helped, didNotHelp } = totalOf(of, month);
      return {
        label: formatMonth(month, locale),
        values: [helped, didNotHelp],
      };
    }),
    table: {
      title: t("feedback.list.table"),
      firstColumn: t("feedback.list.month"),
    },
  });
}

function totalOf(of: readonly FeedbackOfLeistung[], only?: string) {
  const months = of
    .flatMap(({ months: counted }) => counted)
    .filter(({ month }) => only === undefined || month === only);
  return {
    helped: months.reduce((sum, month) => sum + month.helped, 0),
    didNotHelp: months.reduce((sum, month) => sum + month.didNotHelp, 0),
  };
}

function remarksOf({ remarks }: FeedbackOfLeistung, locale: Locale): HtmlValue {
  if (remarks.length === 0) return undefined;
  const t = catalogueTexts(locale);
  return html`<ul class="kern-list kern-list--bullet">
    ${remarks.map(
      ({ remark, hasHelped, saidOn }) =>
        html`<li>
          ${remark}
          <span class="portal-muted"
            >(${formatDay(saidOn, locale)},
            ${t(hasHelped ? "feedback.list.helped" : "feedback.list.did-not-help")})</span
          >
        </li>`,
    )}
  </ul>`;
}
