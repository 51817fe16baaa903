import type { SafeHtml } from "../../../platform/html/html.ts";
import type { Locale } from "../../../platform/i18n/texts.ts";
import { badge, type BadgeKind } from "../../../ui/badge.ts";
import type { VorgangEvent } from "../domain/events.ts";
import type { VorgangState } from "../domain/states.ts";
import { vorgaengeTexts } from "../i18n/texts.ts";

const kindOfState = {
  received: "info",
  "in-progress": "neutral",
  question: "warning",
  decided: "success",
  closed: "neutral",
} as const satisfies Record<VorgangState, BadgeKind>;

/** State as a word with a mark. */
export function stateBadge(state: VorgangState, locale: Locale): SafeHtml {
  return badge(kindOfState[state], vorgaengeTexts(locale)(`state.${state}`));
}

/** What happened, as the office says it. */
export function eventTitle(
  event: Pick<VorgangEvent, "kind" | "outcome">,
  locale: Locale,
): string {
  const t = vorgaengeTexts(locale);
  if (event.outcome === undefined) return t(`event.${event.kind}`);
  return t(`event.${event.kind}`, { outcome: t(`outcome.${event.outcome}`) });
}
