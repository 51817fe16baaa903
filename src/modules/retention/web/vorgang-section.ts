import { html, type SafeHtml } from "../../../platform/html/html.ts";
import type { Context } from "../../../platform/context/context.ts";
import { formatDate, formatDay } from "../../../platform/i18n/dates.ts";
import type { Locale } from "../../../platform/i18n/texts.ts";
import { badge } from "../../../ui/badge.ts";
import { button } from "../../../ui/button.ts";
import { definitionRows } from "../../../ui/definition-rows.ts";
import { link } from "../../../ui/link.ts";
import { textBlock } from "../../../ui/text-block.ts";
import { listStaffNames } from "../../staff/index.ts";
import { monthOf } from "../domain/calendar.ts";
import { retentionTexts } from "../i18n/texts.ts";
import type { KnownVorgang, RetentionPorts } from "../ports.ts";
import {
  readHolds,
  readRetentionOf,
  type ReadableHold,
  type Retention,
} from "../use-cases/read-retention.ts";
import { calendarHref } from "./calendar-query.ts";
import { retentionAnchor } from "./hold-routes.ts";
import { retentionPaths } from "./retention-paths.ts";
import { standingBadge, standingWords, termWords } from "./term-words.ts";

/** The Vorgang whose page it is. */
type Place = KnownVorgang & {
  readonly locale: Locale;
  readonly mayEdit: boolean;
};

/** Term, deletion day and holds on the page of a Vorgang; a hold also in the bar that stays in sight. */
export async function retentionSection(
  context: Context,
  place: Place,
  ports: Pick<RetentionPorts, "listUnderway">,
) {
  const { id, locale } = place;
  const t = retentionTexts(locale);
  const retention = await readRetentionOf(context, ports, place);
  const holds = await readHolds(context, id);
  const names = await listStaffNames(
    context,
    holds.map(({ placedBy }) => placedBy),
  );
  const isHeld = holds.some(({ isHolding }) => isHolding);
  return {
    facts: isHeld
      ? [
          {
            term: t("hold.title"),
            value: badge("warning", t("standing.held")),
          },
        ]
      : [],
    content: [
      {
        id: retentionAnchor,
        title: t("section.title"),
        body: html`${facts(retention, locale)}
        ${holdList(holds, { place, names })}
        ${
          place.mayEdit &&
          html`<p class="kern-body portal-no-print">
            ${link(retentionPaths.hold(id), t("hold.place"))}
          </p>`
        }`,
      },
    ],
  };
}

function facts({ term, course }: Retention, locale: Locale): SafeHtml {
  const t = retentionTexts(locale);
  if (!term) return html`<p class="portal-muted">${t("section.no-term")}</p>`;
  const words = termWords(term, locale);
  const { basis } = term;
  if (!course)
    return html`<p class="kern-body">
      ${t("section.not-begun", { term: words, basis })}
    </p>`;
  const { closedOn, dueOn, announcedAt, standing } = course;
  const month = link(
    calendarHref({ stretch: monthOf(dueOn) }),
    t("section.calendar"),
  );
  return html`${definitionRows([
      { term: t("section.closed"), value: formatDay(closedOn, locale) },
      { term: t("section.term"), value: words },
      { term: t("section.basis"), value: basis },
      { term: t("section.due"), value: formatDay(dueOn, locale) },
      ...(announcedAt
        ? [
            {
              term: t("section.announced"),
              value: formatDate(announcedAt, locale),
            },
          ]
        : []),
      {
        term: t("section.standing"),
        value:
          standing.kind === "runs"
            ? standingWords(standing, locale)
            : standingBadge(standing, locale),
      },
    ])}
    <p class="kern-body">${month}</p>`;
}

function holdList(
  holds: readonly ReadableHold[],
  {
    place,
    names,
  }: { readonly place: Place; readonly names: ReadonlyMap<string, string> },
): SafeHtml | false {
  if (holds.length === 0) return false;
  const { locale } = place;
  const t = retentionTexts(locale);
  return html`<h3 class="kern-heading-small">${t("hold.list")}</h3>
    <ol class="portal-list portal-messages" role="list">
      ${holds.map(
        (hold) =>
          html`<li>
            <p class="portal-muted">
              ${t("hold.placed", {
                date: formatDate(hold.placedAt, locale),
                name: names.get(hold.placedBy) ?? "–",
              })}
              ${badge(hold.isHolding ? "warning" : "neutral", stateOf(hold, locale))}
            </p>
            ${textBlock(hold.reason)}
            ${place.mayEdit && hold.isHolding && lifting(place, hold)}
          </li>`,
      )}
    </ol>`;
}

function stateOf(
  { isHolding, untilDay, liftedAt }: ReadableHold,
  locale: Locale,
): string {
  const t = retentionTexts(locale);
  if (liftedAt) return t("hold.lifted", { date: formatDate(liftedAt, locale) });
  if (untilDay === undefined) return t("hold.holding.open");
  const date = formatDay(untilDay, locale);
  return isHolding ? t("hold.holding", { date }) : t("hold.over", { date });
}

function lifting({ id, locale }: Place, hold: ReadableHold): SafeHtml {
  return html`<form
    method="post"
    action="${retentionPaths.holdLifting(id, hold.id)}"
  >
    ${button({
      label: retentionTexts(locale)("hold.lift"),
      variant: "tertiary",
    })}
  </form>`;
}
