import { html, type SafeHtml } from "../../../platform/html/html.ts";
import { alert } from "../../../ui/alert.ts";
import { backLink } from "../../../ui/breadcrumb.ts";
import { button, buttonRow, linkButton } from "../../../ui/button.ts";
import { checkbox } from "../../../ui/checkbox.ts";
import {
  errorSummary,
  type SummarisedError,
} from "../../../ui/error-summary.ts";
import { heading, pageHeading } from "../../../ui/heading.ts";
import { summarySection } from "../../../ui/summary-list.ts";
import { textInput } from "../../../ui/text-input.ts";
import {
  page,
  type Page,
  type PortalRequest,
} from "../../../shell/web/route.ts";
import {
  actionField,
  describeFieldError,
  pageTitle,
  shownPages,
  summarise,
  type FieldError,
  type FormPage,
} from "../../forms/index.ts";
import { ownDataField, type ShownOwnData } from "./shown-own-data.ts";
import { provenanceSection, replacedNotice } from "./own-data-notices.ts";
import { submissionsTexts } from "../i18n/texts.ts";
import type { AssuranceLevel } from "../../accounts/index.ts";
import { refusalOfSender } from "../use-cases/submit-draft.ts";
import { senderOf } from "./owner-pages.ts";
import { senderSection } from "./sender-section.ts";
import { evaluateDraft } from "../use-cases/evaluate-draft.ts";
import { listSteps } from "../use-cases/form-steps.ts";
import type { Draft } from "../use-cases/open-draft.ts";
import { antragPath } from "./antrag-request.ts";
import { inFormLanguage, textsSwitch } from "./form-language.ts";
import { resumePath } from "./resume-path.ts";
import { sessionEnd, sessionScript } from "./session-end.ts";
import { keptNotice, versionNotice } from "./version-page.ts";
import { stepActions } from "./step-actions.ts";
import { stepList } from "./step-list.ts";

export const confirmationField = "bestaetigung";
export const emailField = "email";
/** Which state of the draft the summary shows. */
export const revisionField = "stand";

export type CheckPageProps = {
  readonly draft: Draft;
  readonly ownData: ShownOwnData;
  readonly authorityName: string;
  /** Of the answers; each leads to its step. */
  readonly answerErrors: readonly FieldError[];
  /** Names of files that have not arrived completely and are not sent. */
  readonly unfinishedFiles?: readonly string[];
  readonly refusal?:
    | "not-confirmed"
    | "email-invalid"
    | "changed-meanwhile"
    | "own-data-changed";
  /** The authority has published another version of the form. */
  readonly hasNewerForm?: boolean;
  /** How sure the authority must be who applies; `none` where that was checked before. */
  readonly neededLevel?: AssuranceLevel;
  readonly email: string;
};

/** All answers with change links, the warning before sending, and the button that sends. @see OZG § 9a */
export function checkPage(request: PortalRequest, props: CheckPageProps): Page {
  const { locale } = request;
  const t = submissionsTexts(locale);
  const { draft, refusal } = props;
  return page({
    status: statusOf(props),
    title: refusal
      ? t("step.error-prefix", { title: t("check.title") })
      : t("check.title"),
    section: "/leistungen",
    scripts: [...(refusal ? ["focus-error-summary"] : []), sessionScript],
    main: html`${backLink({ label: t("step.back"), href: stepHref(draft, listSteps(draft).at(-1)?.place ?? 1) })}
    ${problems(props, locale)} ${replacedNotice(props.ownData.replaced, locale)}
    ${unfinishedNotice(props, locale)}
    ${props.hasNewerForm === true && versionNotice(draft.leistungSlug, locale)}
    ${keptNotice(draft, locale)} ${stepList({ draft, locale })}
    ${pageHeading({ title: t("check.title"), preline: draft.definition.title, lead: t("check.lead") })}
    ${textsSwitch(request, draft)}
    ${inFormLanguage(request, draft.definition, sections(draft, locale))}
    ${printLink(draft, locale)}
    ${provenanceSection(props.ownData.provenance, locale)}
    ${senderSection(request, { draft, neededLevel: props.neededLevel ?? "none" })}
    ${sendForm(request, props)} ${sessionEnd(request, draft, { isStep: false })}`,
  });
}

function statusOf({ refusal }: CheckPageProps): number {
  if (!refusal) return 200;
  return refusal === "changed-meanwhile" || refusal === "own-data-changed"
    ? 409
    : 422;
}

function printLink(
  { leistungSlug }: Draft,
  locale: PortalRequest["locale"],
): SafeHtml {
  return html`<p class="kern-body portal-no-print">
    <a class="kern-link" href="${antragPath(leistungSlug, "/druck")}"
      >${submissionsTexts(locale)("print.link")}</a
    >
  </p>`;
}

function unfinishedNotice(
  { unfinishedFiles = [] }: CheckPageProps,
  locale: PortalRequest["locale"],
): SafeHtml | false {
  const t = submissionsTexts(locale);
  return (
    unfinishedFiles.length > 0 &&
    alert({
      kind: "warning",
      title: t("check.unfinished.title"),
      body: t("check.unfinished.body", { files: unfinishedFiles.join(", ") }),
    })
  );
}

function problems(
  { draft, answerErrors, refusal }: CheckPageProps,
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
  if (refusal)
    return errorSummary({ errors: [refusalError(refusal, locale)], locale });
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

function refusalError(
  refusal: "not-confirmed" | "email-invalid",
  locale: PortalRequest["locale"],
): SummarisedError {
  const t = submissionsTexts(locale);
  return refusal === "not-confirmed"
    ? { fieldId: confirmationField, text: t("check.error.not-confirmed") }
    : { fieldId: emailField, text: t("check.error.email") };
}

function sections(
  draft: Draft,
  locale: PortalRequest["locale"],
): readonly SafeHtml[] {
  // A step made of groups only has nothing of its own to show; a group left out has a path and says so.
  const shown = summarise(evaluateDraft(draft), locale).filter(
    (section) => section.entries.length > 0 || section.path !== "",
  );
  return shown.map((section) =>
    summarySection({
      heading: section.heading,
      locale,
      changeHref: `${stepHref(draft, stepOf(draft, section.pageKey))}#${section.path}`,
      entries: section.entries.map((entry) => ({
        label: entry.label,
        values: entry.values,
        changeHref: `${stepHref(draft, stepOf(draft, entry.pageKey))}#${entry.path}`,
      })),
    }),
  );
}

function sendForm(request: PortalRequest, props: CheckPageProps): SafeHtml {
  const { locale } = request;
  const t = submissionsTexts(locale);
  const { draft, answerErrors } = props;
  const neededLevel = props.neededLevel ?? "none";
  const isRefused = refusalOfSender({ sender: senderOf(request), neededLevel });
  const isComplete = answerErrors.length === 0;
  const isSendable = isComplete && !isRefused;
  return html`<form
    method="post"
    action="${antragPath(draft.leistungSlug, "/senden")}"
    novalidate
  >
    <input type="hidden" name="${revisionField}" value="${draft.revision}" />
    <input
      type="hidden"
      name="${ownDataField}"
      value="${props.ownData.fingerprint}"
    />
    ${isSendable && sendFields(props, locale)}
    ${buttonRow(
      isSendable && button({ label: t("check.send") }),
      !isComplete &&
        linkButton({
          label: t("start.resume.button"),
          href: resumePath(draft),
          icon: "arrow-forward",
        }),
      button({
        label: t("step.save"),
        variant: "secondary",
        name: actionField,
        value: stepActions.save,
      }),
    )}
  </form>`;
}

/** Only once there is something to send. */
function sendFields(
  { authorityName, refusal, email }: CheckPageProps,
  locale: PortalRequest["locale"],
): SafeHtml {
  const t = submissionsTexts(locale);
  return html`${heading(2, t("check.send.title"))}
  ${textInput({
    name: emailField,
    label: t("check.email.label"),
    hint: t("check.email.hint"),
    type: "email",
    autocomplete: "email",
    isOptional: true,
    value: email,
    error: refusal === "email-invalid" ? t("check.error.email") : undefined,
    locale,
  })}
  ${alert({ kind: "warning", title: t("check.warning.title"), body: t("check.warning.body", { authority: authorityName }) })}
  ${checkbox({ name: confirmationField, label: t("check.confirm"), error: refusal === "not-confirmed" ? t("check.error.not-confirmed") : undefined, locale })}`;
}

function stepOf(draft: Draft, pageKey: string): number {
  return (
    shownPages(draft.definition).findIndex(({ key }) => key === pageKey) + 1
  );
}

function stepHref(draft: Draft, step: number): string {
  return antragPath(draft.leistungSlug, `/schritt/${String(step)}`);
}
