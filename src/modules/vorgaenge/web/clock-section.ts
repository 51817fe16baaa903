import { startOfDay } from "../../../platform/calendar/calendar-day.ts";
import { html, type SafeHtml } from "../../../platform/html/html.ts";
import { formatDay, formatShortDate } from "../../../platform/i18n/dates.ts";
import type { Locale } from "../../../platform/i18n/texts.ts";
import { badge, type BadgeKind } from "../../../ui/badge.ts";
import { button } from "../../../ui/button.ts";
import { dateInput, type DateParts } from "../../../ui/date-input.ts";
import { definitionRows } from "../../../ui/definition-rows.ts";
import { accordion } from "../../../ui/accordion.ts";
import { radios } from "../../../ui/radios.ts";
import { textarea } from "../../../ui/textarea.ts";
import type { Urgency } from "../domain/clock.ts";
import { allowedPeriodSteps } from "../domain/period-step.ts";
import type { Vorgang } from "../domain/vorgang.ts";
import { vorgaengeTexts } from "../i18n/texts.ts";
import type { VorgangContribution, VorgangSection } from "../ports.ts";
import type { VorgangClock } from "../use-cases/read-clock.ts";
import { vorgaengePaths } from "./vorgaenge-paths.ts";
import { errorAt, type VorgangInput } from "./vorgang-input.ts";

/** Names of the form's fields. */
export const periodFields = {
  step: "frist-schritt",
  note: "frist-text",
  until: "frist-bis",
  position: "gesehen",
} as const;

const kindOfUrgency = {
  "in-time": "success",
  soon: "warning",
  late: "danger",
} as const satisfies Record<Urgency, BadgeKind>;

/** The traffic light: a day with a word, an icon and a colour. */
function dueBadge(
  due: NonNullable<VorgangClock["due"]>,
  locale: Locale,
): SafeHtml {
  const t = vorgaengeTexts(locale);
  const day = shortDay(due.on, locale);
  return badge(kindOfUrgency[due.urgency], t(`due.${due.urgency}`, { day }));
}

const shortDay = (day: string, locale: Locale) =>
  formatShortDate(startOfDay(day), locale);

/** What the bar of a Vorgang says of its periods. */
export function clockFacts(
  clock: VorgangClock | undefined,
  locale: Locale,
): NonNullable<VorgangContribution["facts"]> {
  if (!clock) return [];
  const t = vorgaengeTexts(locale);
  const { due, clock: reading } = clock;
  const term = t("due.term");
  if (due) return [{ term, value: dueBadge(due, locale) }];
  if (reading.stoppedOn === undefined) return [];
  const day = shortDay(reading.stoppedOn, locale);
  return [{ term, value: badge("neutral", t("due.stopped", { day })) }];
}

export type ClockSectionProps = {
  readonly locale: Locale;
  readonly vorgang: Vorgang;
  readonly clock: VorgangClock | undefined;
  readonly mayEdit: boolean;
  readonly input: VorgangInput;
};

/** The periods of a Vorgang, and what may be done to them; nothing where none are set. */
export function clockSections(
  props: ClockSectionProps,
): readonly VorgangSection[] {
  const { locale, clock, mayEdit } = props;
  if (!clock) return [];
  const t = vorgaengeTexts(locale);
  const isOver = allowedPeriodSteps(clock.clock).length === 0;
  return [
    {
      id: "fristen",
      title: t("clock.title"),
      body: html`${clockRows(clock, locale)}
      ${mayEdit && !isOver && periodForm(props, clock)}`,
    },
  ];
}

function clockRows({ rule, clock }: VorgangClock, locale: Locale): SafeHtml {
  const t = vorgaengeTexts(locale);
  const day = (on: string) => formatDay(on, locale);
  const rows = [
    clock.endedOn !== undefined && {
      term: t("clock.ended"),
      value: day(clock.endedOn),
    },
    clock.stoppedOn !== undefined && {
      term: t("clock.stopped"),
      value: day(clock.stoppedOn),
    },
    clock.targetOn !== undefined && {
      term: t("clock.target"),
      value: day(clock.targetOn),
    },
    clock.lastDay !== undefined && {
      term: t("clock.last-day"),
      value: t(
        rule.period?.approvesBySilence === true && !clock.isReopened
          ? "clock.last-day.silence"
          : "clock.last-day.plain",
        { day: day(clock.lastDay), law: rule.period?.legalBasis ?? "" },
      ),
    },
    { term: t("clock.started"), value: day(clock.startedOn) },
  ];
  return definitionRows(rows.filter((row) => row !== false));
}

function periodForm(
  { locale, vorgang, input }: ClockSectionProps,
  { clock }: VorgangClock,
): SafeHtml {
  const t = vorgaengeTexts(locale);
  const { step, note, until, position } = periodFields;
  const typed = input.form?.typed ?? {};
  const steps = allowedPeriodSteps(clock);
  const isFaulty = input.form?.errors.some(({ fieldId }) =>
    [step, note, until].some((own) => own === fieldId),
  );
  return accordion({
    title: t("clock.change"),
    isOpen: isFaulty === true,
    body: html`<form
      method="post"
      action="${vorgaengePaths.period(vorgang.id)}"
      novalidate
    >
      <input type="hidden" name="${position}" value="${vorgang.lastPosition}" />
      ${radios({
        name: step,
        label: t("clock.change.label"),
        options: steps.map((value) => ({ value, label: t(`clock.${value}`) })),
        value: typed[step] ?? "",
        error: errorAt(input, step),
        locale,
      })}
      ${
        steps.includes("period-extended") &&
        dateInput({
          name: until,
          label: t("clock.until"),
          value: typedDay(typed),
          error: errorAt(input, until),
          locale,
        })
      }
      ${textarea({
        name: note,
        label: t("step.note.label"),
        hint: t("clock.note.hint"),
        value: typed[note] ?? "",
        error: errorAt(input, note),
        locale,
      })}
      ${button({ label: t("step.submit"), variant: "secondary" })}
    </form>`,
  });
}

function typedDay(typed: Readonly<Record<string, string>>): DateParts {
  const part = (of: keyof DateParts) =>
    typed[`${periodFields.until}-${of}`] ?? "";
  return { day: part("day"), month: part("month"), year: part("year") };
}
