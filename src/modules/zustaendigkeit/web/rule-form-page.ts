import { html, type SafeHtml } from "../../../platform/html/html.ts";
import type { Locale } from "../../../platform/i18n/texts.ts";
import { page, type Page } from "../../../shell/web/route.ts";
import { backLink } from "../../../ui/breadcrumb.ts";
import { button, linkButton } from "../../../ui/button.ts";
import { errorSummary } from "../../../ui/error-summary.ts";
import { pageHeading } from "../../../ui/heading.ts";
import { section } from "../../../ui/section.ts";
import { select } from "../../../ui/select.ts";
import { textInput } from "../../../ui/text-input.ts";
import { textarea } from "../../../ui/textarea.ts";
import type { RuleFaults, RuleField, TypedRule } from "../domain/read-rule.ts";
import { everyLeistung } from "../domain/rule.ts";
import { zustaendigkeitTexts } from "../i18n/texts.ts";
import type { Choice, RuleChoices } from "../use-cases/edit-rules.ts";
import { fieldNames, rulePath, rulesPath } from "./paths.ts";

export type RuleFormProps = {
  readonly locale: Locale;
  /** Undefined for a new one. */
  readonly ruleId: string | undefined;
  readonly typed: TypedRule;
  readonly choices: RuleChoices;
  readonly faults: RuleFaults;
};

type TextKey = Parameters<ReturnType<typeof zustaendigkeitTexts>>[0];

/** What is said about a field that does not fit. */
const faultTexts: Partial<Record<RuleField, TextKey>> = {
  name: "field.name.error",
  leistungSlug: "field.leistung.error",
  position: "field.position.error",
  places: "field.places.error",
  from: "field.letters.error",
  answer: "field.answer.error",
  toTenantId: "field.authority.error",
  officeSlug: "field.unknown.error",
  teamId: "field.unknown.error",
  destinationId: "field.unknown.error",
  validFrom: "field.day.error",
  validUntil: "field.valid-until.error",
};

/** One rule, to add or change. */
export function ruleFormPage(props: RuleFormProps): Page {
  const { locale, ruleId, faults } = props;
  const t = zustaendigkeitTexts(locale);
  const title = t(ruleId === undefined ? "new" : "edit");
  const errors = [...faults].map((field) => ({
    fieldId: fieldNames[field],
    text: faultOf(props, field) ?? "",
  }));
  const hasErrors = errors.length > 0;
  return page({
    status: hasErrors ? 422 : 200,
    title: hasErrors ? t("error-title", { title }) : title,
    section: rulesPath,
    scripts: hasErrors ? ["focus-error-summary"] : [],
    main: html`${backLink({ label: t("back"), href: rulesPath })}
      ${errorSummary({ errors, locale })} ${pageHeading({ title })}
      <form method="post" action="${rulePath(ruleId ?? "neu")}" novalidate>
        ${about(props)}
        ${section({ title: t("conditions"), body: conditions(props) })}
        ${section({ title: t("target"), body: target(props) })}
        ${button({ label: t("save") })}
      </form>
      ${ruleId !== undefined && removeLink(ruleId, locale)}`,
  });
}

function removeLink(ruleId: string, locale: Locale): SafeHtml {
  return html`<p>
    ${linkButton({
      label: zustaendigkeitTexts(locale)("remove"),
      href: `${rulePath(ruleId)}/loeschen`,
      variant: "secondary",
    })}
  </p>`;
}

function about(props: RuleFormProps): SafeHtml {
  const { choices, locale } = props;
  const label = zustaendigkeitTexts(locale)("leistung.all");
  const all = { value: everyLeistung, label };
  const day = "field.day.hint";
  return html`${text(props, "name", ["field.name", "field.name.hint"])}
  ${choose(props, "leistungSlug", {
    label: "field.leistung",
    options: [all, ...choices.leistungen],
  })}
  ${text(props, "position", ["field.position", "field.position.hint"])}
  ${text(props, "validFrom", ["field.valid-from", day])}
  ${text(props, "validUntil", ["field.valid-until", day, "optional"])}`;
}

function conditions(props: RuleFormProps): SafeHtml {
  const t = zustaendigkeitTexts(props.locale);
  return html`<p class="kern-body">${t("conditions.hint")}</p>
    ${text(props, "from", ["field.from", "field.letters.hint", "optional"])}
    ${text(props, "to", ["field.to", undefined, "optional"])}
    ${lines(props, "streets", ["field.streets", "field.streets.hint"])}
    ${lines(props, "places", ["field.places", "field.places.hint"])}
    ${lines(props, "answer", ["field.answer", "field.answer.hint"])}`;
}

function target(props: RuleFormProps): SafeHtml {
  const t = zustaendigkeitTexts(props.locale);
  const { authorities, offices, teams, destinations } = props.choices;
  const empty = "field.none";
  return html`<p class="kern-body">${t("target.hint")}</p>
    ${choose(props, "toTenantId", {
      label: "field.authority",
      options: authorities,
      empty: "field.authority.empty",
    })}
    ${choose(props, "officeSlug", {
      label: "field.office",
      options: offices,
      empty,
    })}
    ${choose(props, "teamId", { label: "field.team", options: teams, empty })}
    ${choose(props, "destinationId", {
      label: "field.destination",
      options: destinations,
      empty,
    })}`;
}

type Words = readonly [label: TextKey, hint?: TextKey | undefined, "optional"?];

function common(
  props: RuleFormProps,
  field: RuleField,
  [label, hint, optional]: Words,
) {
  const t = zustaendigkeitTexts(props.locale);
  const error = faultOf(props, field);
  return {
    name: fieldNames[field],
    label: t(label),
    ...(hint === undefined ? {} : { hint: t(hint) }),
    isOptional: optional === "optional",
    value: props.typed[field],
    ...(error === undefined ? {} : { error }),
    locale: props.locale,
  };
}

function text(props: RuleFormProps, field: RuleField, words: Words): SafeHtml {
  return textInput({ ...common(props, field, words), autocomplete: "off" });
}

function lines(
  props: RuleFormProps,
  field: RuleField,
  [label, hint]: Words,
): SafeHtml {
  return textarea({
    ...common(props, field, [label, hint, "optional"]),
    rows: 3,
  });
}

function choose(
  props: RuleFormProps,
  field: RuleField,
  {
    label,
    options,
    empty,
  }: {
    readonly label: TextKey;
    readonly options: readonly Choice[];
    readonly empty?: TextKey;
  },
): SafeHtml {
  const t = zustaendigkeitTexts(props.locale);
  return select({
    ...common(props, field, [label]),
    options,
    ...(empty === undefined ? {} : { emptyLabel: t(empty) }),
  });
}

function faultOf(
  { faults, locale }: RuleFormProps,
  field: RuleField,
): string | undefined {
  const said = faultTexts[field];
  return faults.has(field) && said
    ? zustaendigkeitTexts(locale)(said)
    : undefined;
}
