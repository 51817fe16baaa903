import {
  html,
  type HtmlValue,
  type SafeHtml,
} from "../../../platform/html/html.ts";
import { formatShortDate } from "../../../platform/i18n/dates.ts";
import { formatDaysAgo } from "../../../platform/i18n/days-ago.ts";
import type { Locale } from "../../../platform/i18n/texts.ts";
import { vorgaengeTexts } from "../i18n/texts.ts";
import type { VorgangContribution, VorgangSection } from "../ports.ts";
import type { OpenedVorgang } from "../use-cases/read-vorgang.ts";
import { stateBadge } from "./state-words.ts";

type Fact = NonNullable<VorgangContribution["facts"]>[number];

/** What stays in sight while one reads: which Vorgang it is, how far, whose; and the way to each part of the page. */
export function vorgangBar(props: {
  readonly facts: readonly Fact[];
  readonly sections: readonly Pick<VorgangSection, "id" | "title">[];
  readonly locale: Locale;
}): SafeHtml {
  const t = vorgaengeTexts(props.locale);
  return html`<div class="portal-workbench__bar">
    <dl class="portal-facts">
      ${props.facts.map(
        ({ term, value }) =>
          html`<div>
            <dt>${term}</dt>
            <dd>${value}</dd>
          </div>`,
      )}
    </dl>
    <nav aria-label="${t("vorgang.sections")}">
      <ul class="portal-list portal-anchors">
        ${props.sections.map(({ id, title }) => html`<li><a class="kern-link" href="#${id}">${title}</a></li>`)}
      </ul>
    </nav>
  </div>`;
}

/** State, number, applicant, since when it waits. */
export function ownFacts(
  { vorgang, stateNames, submission }: OpenedVorgang,
  { locale, now }: { readonly locale: Locale; readonly now: Date },
): readonly Fact[] {
  const t = vorgaengeTexts(locale);
  const dayOf = (date: Date): HtmlValue =>
    html`<time datetime="${date.toISOString()}"
      >${formatShortDate(date, locale)}
      <span class="portal-facts__more"
        >${formatDaysAgo(date, now, locale)}</span
      ></time
    >`;
  return [
    {
      term: t("vorgang.state"),
      value: html`${stateBadge(vorgang.state, locale, stateNames)}${
        vorgang.stateSince.getTime() !== vorgang.receivedAt.getTime() &&
        html`<time
          class="portal-facts__more"
          datetime="${vorgang.stateSince.toISOString()}"
          title="${formatShortDate(vorgang.stateSince, locale)}"
          >${formatDaysAgo(vorgang.stateSince, now, locale)}</time
        >`
      }`,
    },
    ...(submission.applicant === undefined
      ? []
      : [{ term: t("vorgang.applicant"), value: submission.applicant }]),
    { term: t("vorgang.received"), value: dayOf(vorgang.receivedAt) },
    ...intakeFact(submission, locale),
  ];
}

/** Who is responsible, or that nobody is yet. */
export function assigneeFact(assignee: string, locale: Locale): Fact {
  const term = vorgaengeTexts(locale)("queue.column.assignee");
  return { term, value: assignee };
}

/** That a caseworker took it in, and how; who stands with the answers. */
function intakeFact(
  { intake }: OpenedVorgang["submission"],
  locale: Locale,
): readonly Fact[] {
  if (!intake) return [];
  const t = vorgaengeTexts(locale);
  return [
    {
      term: t("vorgang.intake"),
      value: t(`vorgang.intake.${intake.channel}`),
    },
  ];
}
