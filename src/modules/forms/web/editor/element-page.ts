import { html, type SafeHtml } from "../../../../platform/html/html.ts";
import type { Locale } from "../../../../platform/i18n/texts.ts";
import type { Page } from "../../../../shell/web/route.ts";
import { backLink } from "../../../../ui/breadcrumb.ts";
import { button } from "../../../../ui/button.ts";
import { checkbox } from "../../../../ui/checkbox.ts";
import { definitionRows } from "../../../../ui/definition-rows.ts";
import { section } from "../../../../ui/section.ts";
import { textInput } from "../../../../ui/text-input.ts";
import { textarea } from "../../../../ui/textarea.ts";
import type { FormElement } from "../../domain/form-definition.ts";
import { editorTexts } from "../../i18n/editor-texts.ts";
import type { OpenedForm } from "../../use-cases/open-form.ts";
import { editorPaths } from "./editor-paths.ts";
import { entryInputs, typeInputs } from "./field-inputs.ts";
import { formFrame } from "./form-frame.ts";
import { orderSection } from "./order-section.ts";
import { seenVersionField } from "./overlay-form.ts";
import { typeName } from "./structure-page.ts";
import { translationInputs } from "./translation-inputs.ts";
import type { ElementValues } from "./typed-values.ts";

export type ElementPageProps = {
  readonly locale: Locale;
  readonly form: OpenedForm;
  readonly path: string;
  /** The element without what the tenant says. */
  readonly inherited: FormElement;
  readonly values: ElementValues;
  /** By name of the input; the empty name is the page as a whole. */
  readonly errors: ReadonlyMap<string, string>;
  readonly done?: string | undefined;
};

/** One element: what the form says, and what this authority says instead. */
export function elementPage(props: ElementPageProps): Page {
  const { locale, form, path, inherited, values, errors } = props;
  const t = editorTexts(locale);
  const label = values["label"] ?? inherited.label;
  return formFrame({
    locale,
    form,
    section: "struktur",
    heading: label === "" ? inherited.key : label,
    lead: t("element.lead"),
    done: props.done,
    errors: [...errors].map(([name, text]) => ({
      fieldId: name === "" ? "label" : name,
      text,
    })),
    body: html`${backLink({ label: t("element.back"), href: editorPaths.section(form.definition.key, "struktur") })}
      ${origin(props)}
      <form
        method="post"
        action="${editorPaths.element(form.definition.key, path)}"
        novalidate
      >
        ${seenVersionField(form)} ${textInputs(props)} ${placeInputs(props)}
        ${inherited.kind === "field" && html`${entryInputs(props)} ${typeInputs(props)}`}
        ${translationInputs(props)} ${button({ label: t("save") })}
      </form>
      ${inherited.kind === "group" && orderSection(props, inherited)}`,
  });
}

function origin({ inherited, locale, path, form }: ElementPageProps): SafeHtml {
  const t = editorTexts(locale);
  const { source } = inherited;
  const rules = form.base.definition.untranslatedRules.filter(
    ({ elementPath }) => elementPath === path,
  );
  return definitionRows([
    {
      term: t("element.source"),
      value: [source?.id ?? inherited.key, source?.version]
        .filter((part) => part !== undefined)
        .join(", "),
    },
    { term: t("element.type"), value: typeName(inherited, locale) },
    ...(source?.legalBasis === undefined
      ? []
      : [{ term: t("overview.legal-basis"), value: source.legalBasis }]),
    ...rules.map(({ id, text }) => ({
      term: t("finding.rule", { id }),
      value: text,
    })),
  ]);
}

function textInputs({
  values,
  errors,
  inherited,
  locale,
}: ElementPageProps): SafeHtml {
  const t = editorTexts(locale);
  return section({
    title: t("element.texts"),
    body: html`${textInput({
      name: "label",
      label: t("element.label"),
      hint: t("element.inherited", { text: inherited.label }),
      value: values["label"] ?? "",
      error: errors.get("label"),
      locale,
    })}
    ${textarea({
      name: "help",
      label: t("element.help"),
      hint:
        inherited.help === undefined
          ? t("element.help.hint")
          : t("element.inherited", { text: inherited.help }),
      value: values["help"] ?? "",
      rows: 3,
      error: errors.get("help"),
      isOptional: true,
      locale,
    })}`,
  });
}

function placeInputs({ values, errors, locale }: ElementPageProps): SafeHtml {
  const t = editorTexts(locale);
  return section({
    title: t("element.place"),
    body: html`${checkbox({
      name: "drop",
      label: t("element.drop"),
      hint: t("element.drop.hint"),
      isChecked: values["drop"] === "true",
      error: errors.get("drop"),
      locale,
    })}
    ${textInput({
      name: "min",
      label: t("element.min"),
      hint: t("element.min.hint"),
      inputMode: "numeric",
      width: 4,
      value: values["min"] ?? "",
      error: errors.get("min"),
      locale,
    })}
    ${textInput({
      name: "max",
      label: t("element.max"),
      hint: t("element.max.hint"),
      inputMode: "numeric",
      width: 4,
      value: values["max"] ?? "",
      error: errors.get("max"),
      isOptional: true,
      locale,
    })}
    ${textarea({
      name: "visibleWhen",
      label: t("element.visibleWhen"),
      hint: t("element.rule.hint"),
      rows: 2,
      value: values["visibleWhen"] ?? "",
      error: errors.get("visibleWhen"),
      isOptional: true,
      locale,
    })}`,
  });
}
