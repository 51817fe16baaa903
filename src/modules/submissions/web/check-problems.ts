import { html, type SafeHtml } from "../../../platform/html/html.ts";
import type { PortalRequest } from "../../../shell/web/route.ts";
import { alert } from "../../../ui/alert.ts";
import {
  errorSummary,
  type SummarisedError,
} from "../../../ui/error-summary.ts";
import {
  describeFieldError,
  pageTitle,
  shownPages,
  type FormPage,
} from "../../forms/index.ts";
import type { Draft } from "../domain/draft.ts";
import { submissionsTexts } from "../i18n/texts.ts";
import type { EntryFault } from "../use-cases/submit-draft.ts";
import { listSteps } from "../use-cases/form-steps.ts";
import { antragPath } from "./antrag-request.ts";
import {
  confirmationField,
  emailField,
  type CheckPageProps,
} from "./check-fields.ts";

/** What keeps it from being sent. */
export function problems(
  {
    draft,
    answerErrors,
    refusal,
    faults = [],
  }: Pick<CheckPageProps, "draft" | "answerErrors" | "refusal" | "faults">,
  locale: PortalRequest["locale"],
): SafeHtml | false {
  const t = submissionsTexts(locale);
  if (refusal === "changed-meanwhile") {
    return alert({
      kind: "warning",
      title: t("check.changed.title"),
      body: t("check.changed.body"),
      isAnnounced: true,
    });
  }
  if (refusal === "own-data-changed") {
    return alert({
      kind: "warning",
      title: t("own-data.changed.title"),
      body: t("own-data.changed.body"),
      isAnnounced: true,
    });
  }
  if (faults.length > 0)
    return errorSummary({
      errors: faults.map((fault) => entryError(fault, locale)),
      locale,
    });
  if (answerErrors.length === 0) return false;
  return alert({
    kind: "warning",
    title: t("check.incomplete.title"),
    body: html`<ul class="kern-list kern-list--bullet">
      ${shownPages(draft.definition).map((formPage) => missingOn(formPage, { draft, answerErrors, locale }))}
    </ul>`,
  });
}

/** One line per step, so that an application that has only begun does not open with a wall of errors. */
function missingOn(
  formPage: FormPage,
  {
    draft,
    answerErrors,
    locale,
  }: Pick<CheckPageProps, "draft" | "answerErrors"> & {
    readonly locale: PortalRequest["locale"];
  },
): SafeHtml | false {
  const t = submissionsTexts(locale);
  const missing = answerErrors.filter(
    ({ pageKey }) => pageKey === formPage.key,
  );
  const [first] = missing;
  if (!first) return false;
  const number =
    listSteps(draft).find((step) => step.formPage.key === formPage.key)
      ?.number ?? 1;
  const text =
    missing.length === 1
      ? describeFieldError(first, locale)
      : t("check.incomplete.many", { count: missing.length });
  return html`<li>
    <a
      class="kern-link"
      href="${stepHref(draft, stepOf(draft, formPage.key))}#${first.path}"
      >${t("check.incomplete.step", { step: number, title: pageTitle(formPage, locale) })}</a
    ><br />${text}
  </li>`;
}

function entryError(
  fault: EntryFault,
  locale: PortalRequest["locale"],
): SummarisedError {
  const t = submissionsTexts(locale);
  return fault === "not-confirmed"
    ? { fieldId: confirmationField, text: t("check.error.not-confirmed") }
    : { fieldId: emailField, text: t("check.error.email") };
}

/** Place of a page among the steps. */
export function stepOf(draft: Draft, pageKey: string): number {
  return (
    shownPages(draft.definition).findIndex(({ key }) => key === pageKey) + 1
  );
}

/** Address of a step. */
export function stepHref(draft: Draft, step: number): string {
  return antragPath(draft.leistungSlug, `/schritt/${String(step)}`);
}
