import { html, type SafeHtml } from "../../../platform/html/html.ts";
import { formatDay } from "../../../platform/i18n/dates.ts";
import type { Locale } from "../../../platform/i18n/texts.ts";
import { badge, type BadgeKind } from "../../../ui/badge.ts";
import type { VorgangEvent } from "../domain/events.ts";
import {
  ownName,
  type SpokenState,
  type StateNames,
} from "../domain/state-names.ts";
import type { VorgangState } from "../domain/states.ts";
import { vorgaengeTexts } from "../i18n/texts.ts";

const kindOfState = {
  received: "info",
  "in-progress": "neutral",
  question: "warning",
  decided: "success",
  withdrawn: "neutral",
  "handed-over": "neutral",
  closed: "neutral",
} as const satisfies Record<VorgangState, BadgeKind>;

/** State as a word with a mark; by the office's own name where it has one. */
export function stateBadge(
  state: VorgangState,
  locale: Locale,
  names?: StateNames,
): SafeHtml {
  const own = ownName(names, state, locale);
  const word = own ? spoken(own) : vorgaengeTexts(locale)(`state.${state}`);
  return badge(kindOfState[state], word);
}

/** Words in another language than the page say so. @see WCAG 2.2, 3.1.2 */
export function spoken({ text, lang }: SpokenState): SafeHtml | string {
  return lang === undefined ? text : html`<span lang="${lang}">${text}</span>`;
}

/** Names that an event mentions, by id. */
export type EventNames = {
  readonly staff: ReadonlyMap<string, string>;
  readonly teams: ReadonlyMap<string, string>;
};

/** What happened, as the office says it. What is known no more is named so. */
export function eventTitle(
  event: Pick<VorgangEvent, "kind" | "outcome"> &
    Partial<Pick<VorgangEvent, "assigneeId" | "teamId" | "untilDay">>,
  locale: Locale,
  names?: EventNames,
): string {
  const t = vorgaengeTexts(locale);
  return t(`event.${event.kind}`, {
    outcome: event.outcome === undefined ? "" : t(`outcome.${event.outcome}`),
    until:
      event.untilDay === undefined ? "" : formatDay(event.untilDay, locale),
    assignee:
      names?.staff.get(event.assigneeId ?? "") ?? t("vorgang.unknown-staff"),
    team: names?.teams.get(event.teamId ?? "") ?? t("vorgang.unknown-team"),
  });
}
