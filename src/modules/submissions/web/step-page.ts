import { html, type SafeHtml } from "../../../platform/html/html.ts";
import { backLink } from "../../../ui/breadcrumb.ts";
import { button, buttonRow } from "../../../ui/button.ts";
import { errorSummary } from "../../../ui/error-summary.ts";
import { pageHeading } from "../../../ui/heading.ts";
import { progress } from "../../../ui/progress.ts";
import {
  page,
  type Page,
  type PortalRequest,
} from "../../../shell/web/route.ts";
import {
  actionField,
  describeFieldError,
  listFields,
  pageTitle,
  renderPageFields,
  type Answers,
  type FieldError,
  type FormPage,
} from "../../forms/index.ts";
import { submissionsTexts } from "../i18n/texts.ts";
import type { Draft } from "../use-cases/open-draft.ts";
import { antragPath } from "./antrag-request.ts";

export type StepPageProps = {
  readonly draft: Draft;
  /** From 1. */
  readonly step: number;
  readonly formPage: FormPage;
  readonly answers: Answers;
  readonly errors: readonly FieldError[];
};

/** Values of the buttons that leave a step. */
export const stepActions = { next: "next", save: "save" } as const;

/** One step of the form. Works without JavaScript; the first button is the one the Enter key presses. */
export function stepPage(
  { locale }: PortalRequest,
  props: StepPageProps,
): Page {
  const t = submissionsTexts(locale);
  const { draft, step, formPage, errors } = props;
  const total = draft.definition.pages.length + 1;
  const title = pageTitle(formPage, locale);
  return page({
    status: errors.length > 0 ? 422 : 200,
    title: errors.length > 0 ? t("step.error-prefix", { title }) : title,
    section: "/leistungen",
    scripts: errors.length > 0 ? ["focus-error-summary"] : [],
    main: html`${backLink({ label: t("step.back"), href: backHref(draft, step) })}
    ${errors.length > 0 && errorSummary({ errors: errors.map((error) => ({ fieldId: error.path, text: describeFieldError(error, locale) })), locale })}
    ${progress({ current: step, total, locale })}
    ${pageHeading({ title, preline: draft.definition.title })}
    ${stepForm(props, locale)}`,
  });
}

function stepForm(
  { draft, step, formPage, answers, errors }: StepPageProps,
  locale: PortalRequest["locale"],
): SafeHtml {
  const t = submissionsTexts(locale);
  return html`<form
    method="post"
    action="${antragPath(draft.leistungSlug, `/schritt/${String(step)}`)}"
    enctype="${hasFiles(formPage) ? "multipart/form-data" : "application/x-www-form-urlencoded"}"
    novalidate
  >
    <button
      class="kern-sr-only"
      type="submit"
      name="${actionField}"
      value="${stepActions.next}"
      tabindex="-1"
      aria-hidden="true"
    >
      ${t("step.next")}
    </button>
    <p class="kern-hint">${t("step.optional")}</p>
    ${renderPageFields(formPage, { answers, errors, locale })}
    ${buttonRow(
      button({
        label: t("step.next"),
        name: actionField,
        value: stepActions.next,
        icon: "arrow-forward",
      }),
      button({
        label: t("step.save"),
        name: actionField,
        value: stepActions.save,
        variant: "secondary",
      }),
    )}
  </form>`;
}

function backHref(draft: Draft, step: number): string {
  return step > 1
    ? antragPath(draft.leistungSlug, `/schritt/${String(step - 1)}`)
    : antragPath(draft.leistungSlug);
}

function hasFiles(formPage: FormPage): boolean {
  return listFields(formPage.elements).some(
    (field) => field.dataType === "file",
  );
}
