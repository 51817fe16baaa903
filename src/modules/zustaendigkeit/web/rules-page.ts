import { html, type SafeHtml } from "../../../platform/html/html.ts";
import type { Locale } from "../../../platform/i18n/texts.ts";
import { page, type Page } from "../../../shell/web/route.ts";
import { alert } from "../../../ui/alert.ts";
import { linkButton } from "../../../ui/button.ts";
import { emptyState } from "../../../ui/empty-state.ts";
import { pageHeading } from "../../../ui/heading.ts";
import { link } from "../../../ui/link.ts";
import { section } from "../../../ui/section.ts";
import { table } from "../../../ui/table.ts";
import { writeDay } from "../domain/read-day.ts";
import {
  everyLeistung,
  type RuleConditions,
  type RuleTarget,
  type ZustaendigkeitRule,
} from "../domain/rule.ts";
import { zustaendigkeitTexts } from "../i18n/texts.ts";
import type { Choice, RuleChoices } from "../use-cases/edit-rules.ts";
import { rulePath, rulesPath } from "./paths.ts";

type Shown = {
  readonly locale: Locale;
  readonly rules: readonly ZustaendigkeitRule[];
  readonly choices: RuleChoices;
  readonly done: "saved" | "removed" | undefined;
  /** Trying it, below the list. */
  readonly trial: SafeHtml;
};

/** Who receives what by the rules of this authority, and a place to try it. */
export function rulesPage(shown: Shown): Page {
  const { locale, rules, done, trial } = shown;
  const t = zustaendigkeitTexts(locale);
  return page({
    title: t("title"),
    section: rulesPath,
    layout: "wide",
    main: html`${
        done && alert({ kind: "success", title: t(done), isAnnounced: true })
      }
      ${pageHeading({ title: t("title"), lead: t("lead") })}
      <p>${linkButton({ label: t("new"), href: rulePath("neu") })}</p>
      ${
        rules.length === 0
          ? emptyState({ title: t("none.title"), body: t("none.body") })
          : ruleTable(shown)
      }
      ${section({ title: t("try"), body: trial })}`,
  });
}

function ruleTable({ locale, rules, choices }: Shown): SafeHtml {
  const t = zustaendigkeitTexts(locale);
  return table({
    caption: t("title"),
    isCaptionHidden: true,
    columns: [
      { label: t("column.name") },
      { label: t("column.leistung") },
      { label: t("column.when") },
      { label: t("column.to") },
      { label: t("column.valid") },
    ],
    rows: rules.map((rule) => ({
      cells: [
        html`${rule.position}. ${link(rulePath(rule.id), rule.name)}`,
        rule.leistungSlug === everyLeistung
          ? t("leistung.all")
          : nameIn(choices.leistungen, rule.leistungSlug),
        lines(describeConditions(rule.conditions, locale)),
        lines(describeTarget(rule.target, choices, locale)),
        validity(rule, locale),
      ],
    })),
  });
}

function lines(texts: readonly string[]): SafeHtml {
  return html`${texts.map((text, index) => html`${index > 0 && html`<br />`}${text}`)}`;
}

const mostShown = 3;

function describeConditions(
  { places, streets, letters, answer }: RuleConditions,
  locale: Locale,
): readonly string[] {
  const t = zustaendigkeitTexts(locale);
  const few = (values: readonly string[]) => {
    const first = values.slice(0, mostShown).join(", ");
    const count = values.length - mostShown;
    return count > 0 ? t("when.more", { values: first, count }) : first;
  };
  const said = [
    ...(letters ? [t("when.letters", letters)] : []),
    ...(streets ? [t("when.streets", { values: few(streets) })] : []),
    ...(places ? [t("when.places", { values: few(places) })] : []),
    ...(answer === undefined ? [] : [t("when.answer", { rule: answer })]),
  ];
  return said.length > 0 ? said : [t("when.always")];
}

/** Where a rule leads, in words. */
export function describeTarget(
  { toTenantId, officeSlug, teamId, destinationId }: RuleTarget,
  choices: RuleChoices,
  locale: Locale,
): readonly string[] {
  const t = zustaendigkeitTexts(locale);
  const named = [
    ["to.authority", toTenantId, choices.authorities],
    ["to.office", officeSlug, choices.offices],
    ["to.team", teamId, choices.teams],
    ["to.destination", destinationId, choices.destinations],
  ] as const;
  return named.flatMap(([key, value, among]) => {
    if (value === undefined) return [];
    const found = among.find((choice) => choice.value === value);
    return [t(key, { name: found?.label ?? t("to.unknown") })];
  });
}

const nameIn = (among: readonly Choice[], value: string): string =>
  among.find((choice) => choice.value === value)?.label ?? value;

function validity(
  { validFrom, validUntil }: ZustaendigkeitRule,
  locale: Locale,
): string {
  const t = zustaendigkeitTexts(locale);
  const from = writeDay(validFrom);
  return validUntil === undefined
    ? t("valid.from", { from })
    : t("valid.until", { from, until: writeDay(validUntil) });
}
