import { html, type SafeHtml } from "../../../../platform/html/html.ts";
import type { Locale } from "../../../../platform/i18n/texts.ts";
import type { Page } from "../../../../shell/web/route.ts";
import { backLink } from "../../../../ui/breadcrumb.ts";
import { button, buttonRow } from "../../../../ui/button.ts";
import { select } from "../../../../ui/select.ts";
import { textInput } from "../../../../ui/text-input.ts";
import { textarea } from "../../../../ui/textarea.ts";
import type { Check } from "../../domain/form-definition.ts";
import { ownProperty } from "../../domain/overlay/layers.ts";
import { editorTexts } from "../../i18n/editor-texts.ts";
import type { OpenedForm } from "../../use-cases/open-form.ts";
import { editorPaths } from "./editor-paths.ts";
import { elementOptions } from "./element-options.ts";
import { formFrame } from "./form-frame.ts";
import { seenVersionField } from "./overlay-form.ts";
import type { TypedPage } from "./rule-page.ts";

/** Names of the inputs, which are their ids, too. */
export const checkFields = {
  id: "pruefung",
  rule: "bedingung",
  message: "meldung",
  elementPath: "feld",
  action: "tun",
} as const;

export type CheckPageProps = {
  readonly locale: Locale;
  readonly form: OpenedForm;
  /** Undefined for a new one. */
  readonly check: Check | undefined;
  readonly typed?: TypedPage;
};

/** One check between fields, or a new one. */
export function checkPage(props: CheckPageProps): Page {
  const { locale, form, check, typed } = props;
  const t = editorTexts(locale);
  const { key } = form.definition;
  const isOwn =
    check !== undefined &&
    ownProperty(form.overlay.checks, check.id) !== undefined;
  return formFrame({
    locale,
    form,
    section: "regeln",
    heading: check
      ? t("finding.check", { id: check.id })
      : t("rules.checks.new"),
    lead: t("rules.checks.lead"),
    scripts: ["select-filter"],
    errors: [...(typed?.errors ?? [])].map(([fieldId, text]) => ({
      fieldId,
      text,
    })),
    body: html`${backLink({ label: t("rules.back"), href: editorPaths.section(key, "regeln") })}
      <form
        method="post"
        action="${check ? editorPaths.check(key, check.id) : editorPaths.checks(key)}"
        novalidate
      >
        ${seenVersionField(form)} ${inputs(props)}
        ${buttonRow(
          button({ label: t("save") }),
          isOwn &&
            button({
              label: t("check.remove"),
              variant: "tertiary",
              name: checkFields.action,
              value: "entfernen",
            }),
        )}
      </form>`,
  });
}

function inputs({ locale, form, check, typed }: CheckPageProps): SafeHtml {
  const t = editorTexts(locale);
  const input = (name: string, value = "") => ({
    name,
    value: typed ? (typed.fields.get(name) ?? "") : value,
    error: typed?.errors.get(name),
    locale,
  });
  return html`${
    !check &&
    textInput({
      ...input(checkFields.id),
      label: t("check.id"),
      hint: t("check.id.hint"),
      spellCheck: false,
    })
  }
  ${textarea({ ...input(checkFields.rule, check?.rule), label: t("check.rule"), hint: t("check.rule.hint"), rows: 2 })}
  ${textInput({ ...input(checkFields.message, check?.message), label: t("check.message"), hint: t("check.message.hint") })}
  ${select({
    ...input(checkFields.elementPath, check?.elementPath),
    label: t("check.element"),
    hint: t("check.element.hint"),
    options: elementOptions(form.definition),
    isLong: true,
  })}`;
}
