import { html, type SafeHtml } from "../../../../platform/html/html.ts";
import type { Locale } from "../../../../platform/i18n/texts.ts";
import type { Page } from "../../../../shell/web/route.ts";
import { backLink } from "../../../../ui/breadcrumb.ts";
import { button } from "../../../../ui/button.ts";
import { select } from "../../../../ui/select.ts";
import { textInput } from "../../../../ui/text-input.ts";
import type { FreeTextRule } from "../../domain/form-definition.ts";
import type { RuleTranslation } from "../../domain/overlay/overlay.ts";
import { editorTexts } from "../../i18n/editor-texts.ts";
import type { OpenedForm } from "../../use-cases/open-form.ts";
import { editorPaths } from "./editor-paths.ts";
import { elementOptions } from "./element-options.ts";
import { formFrame } from "./form-frame.ts";
import { seenVersionField } from "./overlay-form.ts";

/** Names of the inputs, which are their ids, too. */
export const ruleFields = {
  by: "durch",
  element: "stelle",
  check: "pruefung",
  reason: "grund",
  action: "tun",
} as const;

export const translationKinds = [
  "check",
  "visibleWhen",
  "requiredWhen",
  "computed",
  "type",
  "cardinality",
  "not-needed",
] as const satisfies readonly RuleTranslation["by"][];

/** What was typed into a page, and what is wrong with it by name of the input. */
export type TypedPage = {
  readonly fields: URLSearchParams;
  readonly errors: ReadonlyMap<string, string>;
};

export type RulePageProps = {
  readonly locale: Locale;
  readonly form: OpenedForm;
  readonly rule: FreeTextRule;
  /** `ruleTitle` of it. */
  readonly title: string;
  readonly typed?: TypedPage;
};

/** One rule in words, and what applies it: chosen from the form's own fields and checks. */
export function rulePage(props: RulePageProps): Page {
  const { locale, form, rule, title, typed } = props;
  const t = editorTexts(locale);
  const { key } = form.definition;
  return formFrame({
    locale,
    form,
    section: "regeln",
    heading: title,
    lead: t("rules.translate.lead"),
    scripts: ["select-filter"],
    errors: [...(typed?.errors ?? [])].map(([fieldId, text]) => ({
      fieldId,
      text,
    })),
    body: html`${backLink({ label: t("rules.back"), href: editorPaths.section(key, "regeln") })}
      <p class="kern-body">${rule.text}</p>
      <form method="post" action="${editorPaths.rule(key, rule.id)}" novalidate>
        ${seenVersionField(form)} ${inputs(props)}
        ${button({ label: t("rules.note") })}
      </form>`,
  });
}

function inputs({ locale, form, rule, typed }: RulePageProps): SafeHtml {
  const t = editorTexts(locale);
  const { checks = [] } = form.definition;
  const input = (name: string, value = "") => ({
    name,
    value: typed ? (typed.fields.get(name) ?? "") : value,
    error: typed?.errors.get(name),
    locale,
  });
  return html`${select({
    ...input(ruleFields.by),
    label: t("rules.by"),
    options: translationKinds.map((value) => ({
      value,
      label: t(`rules.by.${value}`),
    })),
  })}
  ${select({
    ...input(ruleFields.element, rule.elementPath),
    label: t("rules.target"),
    hint: t("rules.target.hint"),
    options: elementOptions(form.definition),
    isLong: true,
    isOptional: true,
  })}
  ${
    checks.length > 0 &&
    select({
      ...input(ruleFields.check),
      label: t("rules.check"),
      hint: t("rules.check.hint"),
      options: checks.map(({ id, message }) => ({
        value: id,
        label: `${id}: ${message}`,
      })),
      isOptional: true,
    })
  }
  ${textInput({ ...input(ruleFields.reason), label: t("rules.reason"), hint: t("rules.reason.hint"), isOptional: true })}`;
}
