import { html, type SafeHtml } from "../../../../platform/html/html.ts";
import type { Locale } from "../../../../platform/i18n/texts.ts";
import { checkbox, checkboxes } from "../../../../ui/checkbox.ts";
import { heading } from "../../../../ui/heading.ts";
import { radios } from "../../../../ui/radios.ts";
import { section } from "../../../../ui/section.ts";
import { select } from "../../../../ui/select.ts";
import { textInput } from "../../../../ui/text-input.ts";
import { fieldTypeOf } from "../../field-types/field-types.ts";
import { editorTexts } from "../../i18n/editor-texts.ts";
import { evaluateForm } from "../../rules/evaluate-form.ts";
import { precheckForm } from "../../rules/precheck.ts";
import {
  describeOutcome,
  outcomeKinds,
} from "../../use-cases/describe-rules.ts";
import type { OpenedForm } from "../../use-cases/open-form.ts";
import { renderPageFields } from "../render-page-fields.ts";
import {
  exampleFields,
  placeField,
  placeOf,
  type TriedExample,
} from "./example-values.ts";
import { furtherErrors } from "./further-errors.ts";

export type ExamplePageProps = {
  readonly locale: Locale;
  readonly form: OpenedForm;
  /** Place among the authority's own examples, from 1. */
  readonly number: number;
  readonly tried: TriedExample;
  /** By name of the input. */
  readonly errors?: ReadonlyMap<string, string>;
  readonly done?: string | undefined;
};

/** The questions before the form, and what they shall end in. */
export function precheckSection({
  form,
  tried: { example, evaluated, outcome },
  locale,
}: ExamplePageProps): SafeHtml | false {
  const questions = precheckForm(form.definition);
  if (!questions) return false;
  const t = editorTexts(locale);
  const asked = evaluateForm(questions.definition, example.precheck ?? {}, {
    today: evaluated.today,
  });
  return section({
    title: t("section.vorab-check"),
    body: html`<p class="kern-body">${t("example.precheck.lead")}</p>
      ${renderPageFields(questions.page, { form: asked, errors: [], locale, isStored: false, isStatic: true })}
      ${select({
        name: exampleFields.outcome,
        label: t("example.outcome"),
        hint: t("example.now", { now: describeOutcome(outcome, locale) }),
        options: outcomeKinds.map((value) => ({
          value,
          label: describeOutcome(value, locale),
        })),
        value: example.expect.outcome,
        emptyLabel: t("example.any"),
        locale,
      })}`,
  });
}

/** What is expected, each beside what there is now. */
export function expectationSection(props: ExamplePageProps): SafeHtml {
  const { tried, locale } = props;
  const t = editorTexts(locale);
  const { valid } = tried.example.expect;
  return section({
    title: t("example.expected"),
    body: html`${radios({
      name: exampleFields.valid,
      label: t("example.valid"),
      hint: t("example.now", {
        now: t(tried.isValid ? "example.valid.yes" : "example.valid.no"),
      }),
      options: [
        { value: "ja", label: t("example.valid.yes") },
        { value: "nein", label: t("example.valid.no") },
        { value: "egal", label: t("example.any") },
      ],
      value: valid === undefined ? "egal" : valid ? "ja" : "nein",
      locale,
    })}
    ${errorInputs(props)} ${sightInputs(props)} ${valueInputs(props)}`,
  });
}

function errorInputs({ tried, locale }: ExamplePageProps): SafeHtml {
  const t = editorTexts(locale);
  const { errors: expected } = tried.example.expect;
  return html`${heading(3, t("example.errors"))}
  ${
    tried.errors.length > 0 &&
    checkboxes({
      name: exampleFields.errors,
      label: t("example.errors.which"),
      options: tried.errors.map(({ name, text, isThere }) => ({
        value: name,
        label: text,
        ...(isThere ? {} : { hint: t("example.errors.lacking") }),
      })),
      values: expected ?? [],
      locale,
    })
  }
  ${checkbox({
    name: exampleFields.areErrorsCompared,
    label: t("example.errors.compared"),
    isChecked: expected !== undefined,
    locale,
  })}
  ${select({
    name: exampleFields.furtherError,
    label: t("example.errors.further"),
    hint: t("example.errors.further.hint"),
    options: furtherErrors(tried, locale),
    isLong: true,
    isOptional: true,
    locale,
  })}`;
}

function sightInputs({ tried, locale }: ExamplePageProps): SafeHtml | false {
  const t = editorTexts(locale);
  const options = (["visible", "hidden"] as const).map((value) => ({
    value,
    label: t(`example.sight.${value}`),
  }));
  return (
    tried.sights.length > 0 &&
    part(
      t("example.sights"),
      html`${tried.sights.map(({ path, label, isVisible }, index) =>
        select({
          name: placeField("sight", path),
          id: `sicht-${String(index)}`,
          label,
          hint: t("example.now", {
            now: t(`example.sight.${isVisible ? "visible" : "hidden"}`),
          }),
          options,
          value: expectedSight(tried, path),
          emptyLabel: t("example.any"),
          locale,
        }),
      )}`,
    )
  );
}

function expectedSight(
  { example: { expect } }: TriedExample,
  path: string,
): string {
  const says = (paths: readonly string[] = []) =>
    paths.some((each) => placeOf(each) === path);
  if (says(expect.hidden)) return "hidden";
  return says(expect.visible) ? "visible" : "";
}

function valueInputs({ tried, locale }: ExamplePageProps): SafeHtml | false {
  const t = editorTexts(locale);
  return (
    tried.values.length > 0 &&
    part(
      t("example.values"),
      html`${tried.values.map(({ path, label, field, found }, index) => {
        const shown =
          field && field.dataType !== "file" && found !== ""
            ? fieldTypeOf(field).show(field, found, locale)
            : found;
        return textInput({
          name: placeField("value", path),
          id: `wert-${String(index)}`,
          label,
          hint: t("example.value.hint", { now: shown === "" ? "–" : shown }),
          value: tried.example.expect.computed?.[path] ?? "",
          isOptional: true,
          width: 20,
          locale,
        });
      })}`,
    )
  );
}

function part(title: string, body: SafeHtml): SafeHtml {
  return html`<div class="portal-part" role="group" aria-label="${title}">
    ${heading(3, title)} ${body}
  </div>`;
}
