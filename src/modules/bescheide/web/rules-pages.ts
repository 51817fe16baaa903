import { html, type SafeHtml } from "../../../platform/html/html.ts";
import type { Locale } from "../../../platform/i18n/texts.ts";
import { page, type Page } from "../../../shell/web/route.ts";
import { backLink } from "../../../ui/breadcrumb.ts";
import { button } from "../../../ui/button.ts";
import { checkbox } from "../../../ui/checkbox.ts";
import { pageHeading } from "../../../ui/heading.ts";
import { link } from "../../../ui/link.ts";
import { radios } from "../../../ui/radios.ts";
import { select } from "../../../ui/select.ts";
import { table } from "../../../ui/table.ts";
import { bescheidOutcomes } from "../domain/bescheid.ts";
import { chosenText, type Text, type TextKind } from "../domain/text.ts";
import { bescheideTexts } from "../i18n/texts.ts";
import type { RuledLeistung } from "../use-cases/leistung-rules.ts";
import { textPaths } from "./bescheide-paths.ts";

export const rulesFields = {
  second: "vier-augen",
  needed: "nur-bescheid",
  law: "gesetz",
  letter: (outcome: string) => `vorlage-${outcome}`,
  remedy: "belehrung",
} as const;

/** How every Leistung is decided. */
export function rulesPage(
  leistungen: readonly RuledLeistung[],
  locale: Locale,
): Page {
  const t = bescheideTexts(locale);
  return page({
    title: t("rules.title"),
    section: textPaths.list,
    layout: "wide",
    main: html`${backLink({ label: t("texts.title"), href: textPaths.list })}
    ${pageHeading({ title: t("rules.title"), lead: t("rules.lead") })}
    ${table({
      caption: t("rules.title"),
      isCaptionHidden: true,
      columns: [
        { label: t("rules.column.leistung") },
        { label: t("rules.column.eyes") },
        { label: t("rules.column.bescheid") },
      ],
      rows: leistungen.map(({ slug, title, rules }) => ({
        cells: [
          link(textPaths.rule(slug), title),
          t(rules.needsSecondPerson ? "rules.eyes.two" : "rules.eyes.one"),
          t(
            rules.needsBescheid
              ? "rules.bescheid.always"
              : "rules.bescheid.free",
          ),
        ],
      })),
    })}`,
  });
}

export type RulePageProps = {
  readonly leistung: RuledLeistung;
  readonly texts: readonly Text[];
  readonly locale: Locale;
};

/** One Leistung. */
export function rulePage(props: RulePageProps): Page {
  const { leistung, locale } = props;
  const t = bescheideTexts(locale);
  const { slug, title, rules } = leistung;
  return page({
    title,
    section: textPaths.list,
    main: html`${backLink({ label: t("rules.title"), href: textPaths.rules })}
      ${pageHeading({ title })}
      <form method="post" action="${textPaths.rule(slug)}" novalidate>
        ${checkbox({
          name: rulesFields.second,
          label: t("rules.second"),
          hint: t("rules.second.hint"),
          isChecked: rules.needsSecondPerson,
          locale,
        })}
        ${checkbox({
          name: rulesFields.needed,
          label: t("rules.needed"),
          hint: t("rules.needed.hint"),
          isChecked: rules.needsBescheid,
          locale,
        })}
        ${radios({
          name: rulesFields.law,
          label: t("rules.law"),
          value: rules.law,
          options: (["general", "taxes"] as const).map((law) => ({
            value: law,
            label: t(`rules.law.${law}`),
          })),
          locale,
        })}
        ${textChoices(props)} ${button({ label: t("rules.save") })}
      </form>`,
  });
}

/** Which letters and which legal remedy text are offered first. */
function textChoices(props: RulePageProps): SafeHtml {
  const t = bescheideTexts(props.locale);
  const { letters, remedyId } = props.leistung.rules;
  const choices = bescheidOutcomes.map((outcome) =>
    textChoice(props, {
      name: rulesFields.letter(outcome),
      label: t(`rules.letter.${outcome}`),
      kind: "letter",
      id: letters[outcome],
    }),
  );
  return html`${choices}
  ${textChoice(props, {
    name: rulesFields.remedy,
    label: t("rules.remedy"),
    kind: "remedy",
    id: remedyId,
  })}`;
}

function textChoice(
  { leistung, texts, locale }: RulePageProps,
  given: {
    readonly name: string;
    readonly label: string;
    readonly kind: TextKind;
    readonly id: string | undefined;
  },
): SafeHtml {
  const { name, label, kind, id } = given;
  const offered = texts.filter(
    (it) =>
      it.kind === kind && [undefined, leistung.slug].includes(it.leistungSlug),
  );
  return select({
    name,
    label,
    value: chosenText(texts, kind, id)?.id,
    emptyLabel: bescheideTexts(locale)("rules.any"),
    options: offered.map((it) => ({ value: it.id, label: it.name })),
    locale,
  });
}
