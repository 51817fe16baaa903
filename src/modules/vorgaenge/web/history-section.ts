import { formatDateTime } from "../../../platform/i18n/dates.ts";
import type { Locale } from "../../../platform/i18n/texts.ts";
import { textBlock } from "../../../ui/text-block.ts";
import { timeline } from "../../../ui/timeline.ts";
import type { VorgangEvent } from "../domain/events.ts";
import { vorgaengeTexts } from "../i18n/texts.ts";
import type { VorgangSection } from "../ports.ts";
import { eventTitle, type EventNames } from "./state-words.ts";

/** What the portal itself does: by law's silence, or because a back office has answered. */
const ofMachine: readonly VorgangEvent["kind"][] = [
  "taken-into-work",
  "note-to-applicant",
  "decided",
];

/** Everything that happened, with who did it. */
export function historySection(
  events: readonly VorgangEvent[],
  names: EventNames,
  locale: Locale,
): VorgangSection {
  const t = vorgaengeTexts(locale);
  const last = events.at(-1)?.position;
  const actorOf = ({ actorKind, actorId, kind }: VorgangEvent) => {
    if (actorKind === "staff")
      return names.staff.get(actorId) ?? t("vorgang.unknown-staff");
    if (actorKind === "system" && ofMachine.includes(kind))
      return t("vorgang.portal");
    const isOthers = kind === "returned" || kind === "handed-over";
    return isOthers && actorKind === "system"
      ? t("vorgang.other-authority")
      : t("vorgang.applicant");
  };
  return {
    id: "verlauf",
    title: t("vorgang.history"),
    body: timeline({
      locale,
      steps: events.map((event) => ({
        title: eventTitle(event, locale, names),
        state: event.position === last ? "current" : "done",
        time: {
          iso: event.at.toISOString(),
          text: `${formatDateTime(event.at, locale)}, ${actorOf(event)}`,
        },
        body: event.note === undefined ? undefined : textBlock(event.note),
      })),
    }),
  };
}
