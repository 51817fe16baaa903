import { html, type SafeHtml } from "../../../platform/html/html.ts";
import { icon } from "../../../ui/icon.ts";
import { alert } from "../../../ui/alert.ts";
import { button, buttonRow } from "../../../ui/button.ts";
import { errorSummary } from "../../../ui/error-summary.ts";
import { pageHeading } from "../../../ui/heading.ts";
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
  type FieldError,
  type FormPage,
  type OverlapDescription,
  scriptsForPage,
} from "../../forms/index.ts";
import { submissionsTexts } from "../i18n/texts.ts";
import { evaluateDraft } from "../use-cases/evaluate-draft.ts";
import { listSteps, type FormStep } from "../use-cases/form-steps.ts";
import type { OwnData } from "../domain/own-data.ts";
import type { Draft } from "../domain/draft.ts";
import { correctionNotice } from "./correction-form.ts";
import { antragPath, pageField } from "./antrag-request.ts";
import { inFormLanguage, textsSwitch } from "./form-language.ts";
import { intakeMark, intakeNotice } from "./intake-notice.ts";
import { overlapNotice } from "./overlap-notice.ts";
import { sessionEnd, sessionScript } from "./session-end.ts";
import { goToAction, stepActions, stepFormId } from "./step-actions.ts";
import { ownDataOnPage } from "./step-own-data.ts";
import { wrongValueHint } from "./own-data-notices.ts";
import { stepList } from "./step-list.ts";
import {
  uploadPanel,
  uploadScripts,
  type UploadPanelProps,
} from "./upload-panel.ts";

export type StepPageProps = {
  /** With the answers that are shown. */
  readonly draft: Draft;
  readonly step: FormStep;
  readonly errors: readonly FieldError[];
  /** The answers have brought up questions that were not seen yet. */
  readonly hasNewQuestions?: boolean;
  /** What was changed in another window, too. */
  readonly overlaps?: readonly OverlapDescription[];
  /** Present on pages with file fields. */
  readonly uploads?: StepUploads | undefined;
  /** What the account knows of the applicant. */
  readonly own?: OwnData | undefined;
};

export type StepUploads = Pick<
  UploadPanelProps,
  "uploads" | "malware" | "isScanning"
>;

type Locale = PortalRequest["locale"];

/** One step of the form. Works without JavaScript; the first button is the one the Enter key presses. */
export function stepPage(request: PortalRequest, props: StepPageProps): Page {
  const { locale } = request;
  const t = submissionsTexts(locale);
  const { draft, step, errors, overlaps = [] } = props;
  const title = pageTitle(step.formPage, locale);
  const hasErrors = errors.length > 0;
  return page({
    status: hasErrors ? 422 : 200,
    title: titleOf(title, props, locale),
    section: "/leistungen",
    scripts: [
      ...(hasErrors ? ["focus-error-summary"] : []),
      ...(props.uploads ? uploadScripts : []),
      sessionScript,
      ...scriptsForPage(step.formPage),
    ],
    main: html`${enterButton(t("step.next"))} ${intakeNotice(draft, locale)}
    ${backButton(props, t("step.back"))}
    ${hasErrors && errorSummary({ errors: errors.map((error) => ({ fieldId: error.path, text: describeFieldError(error, locale) })), locale })}
    ${overlapNotice(overlaps, locale)} ${correctionNotice(draft, locale)}
    ${props.hasNewQuestions === true && alert({ kind: "info", title: t("step.new-questions"), body: t("step.new-questions.body"), isAnnounced: true })}
    ${stepList({ draft, current: step, locale })}
    ${textsSwitch(request, { definition: draft.definition, form: { id: stepFormId, actionField } })}
    ${inFormLanguage(request, draft.definition, pageHeading({ title, preline: draft.definition.title }))}
    ${stepForm(request, props)} ${sessionEnd(request, draft, { isStep: true })}`,
  });
}

function titleOf(
  title: string,
  { errors, overlaps = [] }: StepPageProps,
  locale: Locale,
): string {
  const t = submissionsTexts(locale);
  if (errors.length > 0) return t("step.error-prefix", { title });
  return overlaps.length > 0 ? t("step.notice-prefix", { title }) : title;
}

/** First of all buttons of the form, wherever they stand: the one the Enter key presses. */
function enterButton(label: string): SafeHtml {
  return html`<button
    class="kern-sr-only"
    type="submit"
    form="${stepFormId}"
    name="${actionField}"
    value="${stepActions.next}"
    tabindex="-1"
    aria-hidden="true"
  >
    ${label}
  </button>`;
}

/** To the step before; a button, so that what was typed is saved. */
function backButton({ draft, step }: StepPageProps, label: string): SafeHtml {
  const before = listSteps(draft).findLast(
    ({ number }) => number < step.number,
  );
  return html`<p class="portal-back">
    <button
      class="portal-link-button"
      type="submit"
      form="${stepFormId}"
      name="${actionField}"
      value="${goToAction(before ? String(before.place) : "start")}"
    >
      ${icon("arrow-back")}${label}
    </button>
  </p>`;
}

function stepForm(
  request: PortalRequest,
  { draft, step, errors, uploads, own: known }: StepPageProps,
): SafeHtml {
  const { locale } = request;
  const t = submissionsTexts(locale);
  const { formPage } = step;
  const own = known && ownDataOnPage(known, { draft, step }, locale);
  return html`<form
    id="${stepFormId}"
    method="post"
    action="${antragPath(draft.leistungSlug, `/schritt/${String(step.place)}`)}"
    enctype="${hasFiles(formPage) ? "multipart/form-data" : "application/x-www-form-urlencoded"}"
    novalidate
  >
    <input type="hidden" name="${pageField}" value="${formPage.key}" />
    ${intakeMark(draft)}
    <p class="kern-hint">${t("step.optional")}</p>
    ${inFormLanguage(request, draft.definition, renderPageFields(formPage, { form: evaluateDraft(draft), errors, own, locale }))}
    ${own && wrongValueHint(formPage, own, { draft, locale })}
    ${uploads && uploadPanel({ ...uploads, draft, locale })}
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

/** True when the page has file fields. */
export function hasFiles(formPage: FormPage): boolean {
  return listFields(formPage.elements).some(
    (field) => field.dataType === "file",
  );
}
