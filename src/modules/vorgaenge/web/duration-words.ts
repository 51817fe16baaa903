import { html, type SafeHtml } from "../../../platform/html/html.ts";
import { formatDay } from "../../../platform/i18n/dates.ts";
import type { Locale } from "../../../platform/i18n/texts.ts";
import { isOpen } from "../domain/states.ts";
import { vorgaengeTexts } from "../i18n/texts.ts";
import type { StatusLinkTarget } from "../ports.ts";
import type { PublicStatus } from "../use-cases/read-public-status.ts";

/** How long it takes, so that nobody calls after two days what takes five: what the law and the office say, then what happened to others. */
export function durationWords(
  status: PublicStatus,
  { usualDuration }: Pick<StatusLinkTarget, "usualDuration">,
  locale: Locale,
): SafeHtml | false {
  if (!isOpen(status.state)) return false;
  const t = vorgaengeTexts(locale);
  const isWaiting = status.state !== "question";
  return html`${clockLines(status, locale).map((line) => html`<p class="kern-body">${line}</p>`)}
  ${
    isWaiting &&
    usualDuration !== undefined &&
    html`<p class="kern-body">
      ${t("status.duration")} <span lang="de">${usualDuration}</span>
    </p>`
  }
  ${isWaiting && usualLine(status, locale)}`;
}

function clockLines({ clock }: PublicStatus, locale: Locale): string[] {
  if (!clock) return [];
  const t = vorgaengeTexts(locale);
  const { targetOn, lastDay, stoppedOn, isReopened } = clock.clock;
  const period = clock.rule.period;
  const isSilent = period?.approvesBySilence === true && !isReopened;
  const day = (on: string) => ({ day: formatDay(on, locale) });
  return [
    ...(stoppedOn === undefined
      ? []
      : [t("status.clock.stopped", day(stoppedOn))]),
    ...(targetOn === undefined
      ? []
      : [t("status.clock.target", day(targetOn))]),
    ...(lastDay === undefined
      ? []
      : [
          t(
            isSilent
              ? "status.clock.last-day.silence"
              : "status.clock.last-day",
            {
              ...day(lastDay),
              law: period?.legalBasis ?? "",
            },
          ),
        ]),
  ];
}

function usualLine({ usual }: PublicStatus, locale: Locale): SafeHtml | false {
  if (!usual) return false;
  const t = vorgaengeTexts(locale);
  const { fastDays: fast, slowDays: slow } = usual;
  const key = fast === slow ? "status.usual.one" : "status.usual";
  return html`<p class="kern-body">${t(key, { fast, slow })}</p>`;
}
