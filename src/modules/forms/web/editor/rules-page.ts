import { html, type SafeHtml } from "../../../../platform/html/html.ts";
import type { Locale } from "../../../../platform/i18n/texts.ts";
import type { Page } from "../../../../shell/web/route.ts";
import { accordion } from "../../../../ui/accordion.ts";
import { button, buttonRow } from "../../../../ui/button.ts";
import { section } from "../../../../ui/section.ts";
import { select } from "../../../../ui/select.ts";
import { textInput } from "../../../../ui/text-input.ts";
import { textarea } from "../../../../ui/textarea.ts";
import type { FreeTextRule } from "../../domain/form-definition.ts";
import type { RuleTranslation } from "../../domain/overlay/overlay.ts";
import { editorTexts } from "../../i18n/editor-texts.ts";
import type { OpenedForm } from "../../use-cases/open-form.ts";
import { labelPath } from "./describe-report.ts";
import { editorPaths } from "./editor-paths.ts";
import { formFrame } from "./form-frame.ts";
import { seenVersionField } from "./overlay-form.ts";

/** Names of the inputs of a check. */
export const checkFields = {
  id: "pruefung",
  rule: "bedingung",
  message: "meldung",
  elementPath: "feld",
  action: "tun",
} as const;

/** Names of the inputs of a rule's translation. */
export const ruleFields = {
  rule: "regel",
  by: "durch",
  target: "stelle",
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

/** What was typed into one of the page's forms, and what is wrong with it by input id. */
export type RulesInput = {
  readonly values: Readonly<Record<string, string>>;
  readonly errors: ReadonlyMap<string, string>;
};

export type RulesPageProps = {
  readonly locale: Locale;
  readonly form: OpenedForm;
  readonly input?: RulesInput;
  readonly done?: string | undefined;
};

/** Rules in words with what applies them, and checks between fields. */
export function rulesPage(props: RulesPageProps): Page {
  const { locale, form, input, done } = props;
  const t = editorTexts(locale);
  const { untranslatedRules: open, translatedRules: applied = [] } =
    form.definition;
  return formFrame({
    locale,
    form,
    section: "regeln",
    done,
    errors: [...(input?.errors ?? [])].map(([fieldId, text]) => ({
      fieldId,
      text,
    })),
    body: html`${section({
      title: t("rules.open", { count: open.length }),
      body:
        open.length === 0
          ? html`<p class="kern-body">${t("rules.open.none")}</p>`
          : open.map((rule, index) =>
              openRule(rule, `r${String(index)}`, props),
            ),
    })}
    ${section({
      title: t("rules.checks"),
      body: html`<p class="kern-body">${t("rules.checks.lead")}</p>
        ${checksOf(props)}`,
    })}
    ${
      applied.length > 0 &&
      section({
        title: t("rules.applied", { count: applied.length }),
        body: applied.map((rule) => appliedRule(rule, props)),
      })
    }`,
  });
}

function openRule(
  rule: FreeTextRule,
  prefix: string,
  { locale, form, input }: RulesPageProps,
): SafeHtml {
  const t = editorTexts(locale);
  const isTyped = input?.values[ruleFields.rule] === rule.id;
  const values = isTyped ? input.values : {};
  const byId = `${prefix}-durch`;
  const targetId = `${prefix}-stelle`;
  return accordion({
    title: t("rules.rule", { id: rule.id, place: placeOf(rule, form, locale) }),
    isOpen: isTyped || form.definition.untranslatedRules.length <= 5,
    body: html`<p class="kern-body">${rule.text}</p>
      <form
        method="post"
        action="${editorPaths.section(form.definition.key, "regeln")}"
        novalidate
      >
        ${seenVersionField(form)}
        <input type="hidden" name="${ruleFields.rule}" value="${rule.id}" />
        ${select({
          name: ruleFields.by,
          id: byId,
          label: t("rules.by"),
          options: translationKinds.map((value) => ({
            value,
            label: t(`rules.by.${value}`),
          })),
          value: values[ruleFields.by],
          error: isTyped ? input.errors.get(byId) : undefined,
          locale,
        })}
        ${textInput({
          name: ruleFields.target,
          id: targetId,
          label: t("rules.target"),
          hint: t("rules.target.hint"),
          value: values[ruleFields.target] ?? rule.elementPath,
          error: isTyped ? input.errors.get(targetId) : undefined,
          locale,
        })}
        <input type="hidden" name="vorsatz" value="${prefix}" />
        ${button({ label: t("rules.translate"), context: rule.id, variant: "secondary" })}
      </form>`,
  });
}

function appliedRule(
  rule: FreeTextRule,
  { locale, form }: RulesPageProps,
): SafeHtml {
  const t = editorTexts(locale);
  const translation = form.overlay.translatedRules?.[rule.id];
  return html`<p class="kern-body">
      <strong
        >${t("rules.rule", { id: rule.id, place: placeOf(rule, form, locale) })}</strong
      ><br />${rule.text}
      ${translation && html`<br />${t("rules.by")}: ${t(`rules.by.${translation.by}`)} ${"target" in translation ? translation.target : translation.reason}`}
    </p>
    ${
      translation &&
      html`<form
        method="post"
        action="${editorPaths.section(form.definition.key, "regeln")}"
      >
        ${seenVersionField(form)}
        <input type="hidden" name="${ruleFields.rule}" value="${rule.id}" />
        ${button({
          label: t("rules.untranslate"),
          context: rule.id,
          variant: "tertiary",
          name: ruleFields.action,
          value: "zuruecknehmen",
        })}
      </form>`
    }`;
}

function placeOf(
  { elementPath }: FreeTextRule,
  { definition, base }: OpenedForm,
  locale: Locale,
): string {
  return elementPath === ""
    ? editorTexts(locale)("finding.whole-form")
    : labelPath(elementPath, [definition, base.definition]);
}

function checksOf(props: RulesPageProps): SafeHtml[] {
  const t = editorTexts(props.locale);
  const { checks = [] } = props.form.definition;
  const known = checks.map((check, index) =>
    checkForm(
      {
        id: check.id,
        title: t("finding.check", { id: check.id }),
        prefix: `p${String(index)}`,
        values: {
          [checkFields.rule]: check.rule,
          [checkFields.message]: check.message,
          [checkFields.elementPath]: check.elementPath,
        },
      },
      props,
    ),
  );
  const fresh = checkForm(
    { id: "", title: t("rules.checks.new"), prefix: "neu", values: {} },
    props,
  );
  return [...known, fresh];
}

type ShownCheck = {
  /** Empty for a new one. */
  readonly id: string;
  readonly title: string;
  readonly prefix: string;
  readonly values: Readonly<Record<string, string>>;
};

function checkForm(shown: ShownCheck, props: RulesPageProps): SafeHtml {
  const { id, title, prefix } = shown;
  const { locale, form, input } = props;
  const t = editorTexts(locale);
  const remove = button({
    label: t("check.remove"),
    context: title,
    variant: "tertiary",
    name: checkFields.action,
    value: "entfernen",
  });
  return accordion({
    title,
    isOpen: input?.values["vorsatz"] === prefix,
    body: html`<form
      method="post"
      action="${editorPaths.checks(form.definition.key)}"
      novalidate
    >
      ${seenVersionField(form)}
      <input type="hidden" name="vorsatz" value="${prefix}" />
      ${checkInputs(shown, props)}
      ${buttonRow(
        button({ label: t("save"), variant: "secondary", context: title }),
        ...(id === "" ? [] : [remove]),
      )}
    </form>`,
  });
}

function checkInputs(
  { id, prefix, values }: ShownCheck,
  { locale, input }: RulesPageProps,
): SafeHtml {
  const t = editorTexts(locale);
  const typed = input?.values["vorsatz"] === prefix ? input : undefined;
  const common = (name: string) => ({
    name,
    id: `${prefix}-${name}`,
    value: (typed?.values ?? values)[name] ?? "",
    error: typed?.errors.get(`${prefix}-${name}`),
    locale,
  });
  return html`${
    id === ""
      ? textInput({
          ...common(checkFields.id),
          label: t("check.id"),
          hint: t("check.id.hint"),
        })
      : html`<input type="hidden" name="${checkFields.id}" value="${id}" />`
  }
  ${textarea({ ...common(checkFields.rule), label: t("check.rule"), hint: t("check.rule.hint"), rows: 2 })}
  ${textInput({ ...common(checkFields.message), label: t("check.message"), hint: t("check.message.hint") })}
  ${textInput({ ...common(checkFields.elementPath), label: t("check.element"), hint: t("check.element.hint") })}`;
}
