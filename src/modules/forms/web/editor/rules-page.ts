import { html, type SafeHtml } from "../../../../platform/html/html.ts";
import type { Locale } from "../../../../platform/i18n/texts.ts";
import type { Page } from "../../../../shell/web/route.ts";
import { button, buttonRow, linkButton } from "../../../../ui/button.ts";
import { definitionRows } from "../../../../ui/definition-rows.ts";
import { heading } from "../../../../ui/heading.ts";
import { section } from "../../../../ui/section.ts";
import type { Check, FreeTextRule } from "../../domain/form-definition.ts";
import type { RuleTranslation } from "../../domain/overlay/overlay.ts";
import { editorTexts } from "../../i18n/editor-texts.ts";
import type { OpenedForm } from "../../use-cases/open-form.ts";
import { labelPath } from "./describe-report.ts";
import { editorPaths } from "./editor-paths.ts";
import { formFrame } from "./form-frame.ts";
import { seenVersionField } from "./overlay-form.ts";
import { ruleFields } from "./rule-page.ts";

export type RulesPageProps = {
  readonly locale: Locale;
  readonly form: OpenedForm;
  readonly errors?: readonly string[];
  readonly done?: string | undefined;
};

/** Rules in words with what applies them, and checks between fields; each is changed on a page of its own. */
export function rulesPage(props: RulesPageProps): Page {
  const { locale, form, errors = [], done } = props;
  const t = editorTexts(locale);
  const {
    untranslatedRules: open,
    translatedRules: applied = [],
    checks = [],
  } = form.definition;
  return formFrame({
    locale,
    form,
    section: "regeln",
    done,
    errors: errors.map((text) => ({ fieldId: "main", text })),
    body: html`${section({
      title: t("rules.open", { count: open.length }),
      body:
        open.length === 0
          ? html`<p class="kern-body">${t("rules.open.none")}</p>`
          : open.map((rule) => openRule(rule, props)),
    })}
    ${section({
      title: t("rules.checks"),
      body: html`<p class="kern-body">${t("rules.checks.lead")}</p>
        ${checks.map((check) => checkPart(check, props))}
        ${linkButton({ label: t("rules.checks.new"), variant: "secondary", href: editorPaths.checks(form.definition.key) })}`,
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
  { locale, form }: RulesPageProps,
): SafeHtml {
  const t = editorTexts(locale);
  return part(
    ruleTitle(rule, form, locale),
    html`<p class="kern-body">${rule.text}</p>
      ${buttonRow(
        linkButton({
          label: t("rules.translate"),
          context: rule.id,
          variant: "tertiary",
          href: editorPaths.rule(form.definition.key, rule.id),
        }),
      )}`,
  );
}

/** What a rule is called, with where it hangs. */
export function ruleTitle(
  { id, elementPath }: FreeTextRule,
  form: OpenedForm,
  locale: Locale,
): string {
  return editorTexts(locale)("rules.rule", {
    id,
    place: placeOf(elementPath, form, locale),
  });
}

function placeOf(
  path: string,
  { definition, base }: OpenedForm,
  locale: Locale,
): string {
  return path === ""
    ? editorTexts(locale)("finding.whole-form")
    : labelPath(path, [definition, base.definition]);
}

function checkPart(
  { id, rule, message, elementPath }: Check,
  { locale, form }: RulesPageProps,
): SafeHtml {
  const t = editorTexts(locale);
  return part(
    t("finding.check", { id }),
    html`${definitionRows([
      { term: t("check.rule"), value: html`<code>${rule}</code>` },
      { term: t("check.message"), value: message },
      { term: t("check.element"), value: placeOf(elementPath, form, locale) },
    ])}
    ${buttonRow(
      linkButton({
        label: t("check.edit"),
        context: id,
        variant: "tertiary",
        href: editorPaths.check(form.definition.key, id),
      }),
    )}`,
  );
}

function appliedRule(
  rule: FreeTextRule,
  { locale, form }: RulesPageProps,
): SafeHtml {
  const t = editorTexts(locale);
  const translation = form.overlay.translatedRules?.[rule.id];
  return part(
    ruleTitle(rule, form, locale),
    html`<p class="kern-body">${rule.text}</p>
      ${
        translation &&
        html`<p class="kern-body">${appliedBy(translation, form, locale)}</p>
          <form
            method="post"
            action="${editorPaths.rule(form.definition.key, rule.id)}"
          >
            ${seenVersionField(form)}
            ${button({
              label: t("rules.untranslate"),
              context: rule.id,
              variant: "tertiary",
              name: ruleFields.action,
              value: "zuruecknehmen",
            })}
          </form>`
      }`,
  );
}

function appliedBy(
  translation: RuleTranslation,
  form: OpenedForm,
  locale: Locale,
): string {
  const t = editorTexts(locale);
  const { by } = translation;
  const place =
    by === "not-needed"
      ? translation.reason
      : by === "check"
        ? translation.target
        : placeOf(translation.target, form, locale);
  return t("rules.applied-by", { by: t(`rules.by.${by}`), place });
}

function part(title: string, body: SafeHtml): SafeHtml {
  return html`<div class="portal-part">${heading(3, title)} ${body}</div>`;
}
