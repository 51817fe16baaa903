import { html, type SafeHtml } from "../../../platform/html/html.ts";
import { alert } from "../../../ui/alert.ts";
import { backLink } from "../../../ui/breadcrumb.ts";
import { checkbox } from "../../../ui/checkbox.ts";
import { heading, pageHeading } from "../../../ui/heading.ts";
import { summarySection } from "../../../ui/summary-list.ts";
import { textInput } from "../../../ui/text-input.ts";
import {
  page,
  type Page,
  type PortalRequest,
} from "../../../shell/web/route.ts";
import { summarise } from "../../forms/index.ts";
import { ownDataField } from "./shown-own-data.ts";
import { provenanceSection, replacedNotice } from "./own-data-notices.ts";
import { submissionsTexts } from "../i18n/texts.ts";
import { sendForm } from "./send-form.ts";
import { moveForm, moveHint } from "./move-form.ts";
import { receiverSection } from "./receiver-section.ts";
import { senderSection } from "./sender-section.ts";
import { evaluateDraft } from "../use-cases/evaluate-draft.ts";
import { listSteps } from "../use-cases/form-steps.ts";
import type { EntryFault } from "../use-cases/submit-draft.ts";
import type { Draft } from "../domain/draft.ts";
import {
  confirmationField,
  emailField,
  type CheckPageProps,
} from "./check-fields.ts";
import { problems, stepHref, stepOf } from "./check-problems.ts";
import { antragPath } from "./antrag-request.ts";
import { earlierNotice } from "./earlier-notice.ts";
import { inFormLanguage, textsSwitch } from "./form-language.ts";
import { sessionEnd, sessionScript } from "./session-end.ts";
import { keptNotice, versionNotice } from "./version-page.ts";
import { stepList } from "./step-list.ts";

/** All answers with change links, the warning before sending, and the button that sends. @see OZG § 9a */
export function checkPage(request: PortalRequest, props: CheckPageProps): Page {
  const { locale } = request;
  const t = submissionsTexts(locale);
  const { draft, neededLevel = "none" } = props;
  const status = statusOf(props);
  const isRefused = status !== 200;
  return page({
    status,
    title: isRefused
      ? t("step.error-prefix", { title: t("check.title") })
      : t("check.title"),
    section: "/leistungen",
    scripts: [...(isRefused ? ["focus-error-summary"] : []), sessionScript],
    main: html`${backLink({ label: t("step.back"), href: stepHref(draft, listSteps(draft).at(-1)?.place ?? 1) })}
    ${problems(props, locale)} ${replacedNotice(props.ownData.replaced, locale)}
    ${unfinishedNotice(props, locale)}
    ${props.hasNewerForm === true && versionNotice(draft.leistungSlug, locale)}
    ${keptNotice(draft, locale)} ${stepList({ draft, locale })}
    ${pageHeading({ title: t("check.title"), preline: draft.definition.title, lead: t("check.lead") })}
    ${moveHint(props.other, locale)} ${textsSwitch(request, draft)}
    ${inFormLanguage(request, draft.definition, sections(draft, locale))}
    ${printLink(draft, locale)} ${earlierNotice(props.earlier ?? [], locale)}
    ${provenanceSection(props.ownData.provenance, locale)}
    ${senderSection(request, { draft, neededLevel })}
    ${!props.other && receiverSection(request, props.office)}
    ${
      props.other
        ? moveForm(request, draft, props.other)
        : sendForm(
            request,
            { ...props, neededLevel },
            {
              label: t("check.send"),
              hidden: ownDataSeen(props),
              declaration: sendFields(props, locale),
            },
          )
    }
    ${sessionEnd(request, draft, { isStep: false })}`,
  });
}

function statusOf({ refusal, faults = [] }: CheckPageProps): number {
  if (refusal) return 409;
  return faults.length > 0 ? 422 : 200;
}

/** All of it on one page, for paper. */
export function printLink(
  { leistungSlug }: Draft,
  locale: PortalRequest["locale"],
): SafeHtml {
  return html`<p class="kern-body portal-no-print">
    <a class="kern-link" href="${antragPath(leistungSlug, "/druck")}"
      >${submissionsTexts(locale)("print.link")}</a
    >
  </p>`;
}

/** Files that are not sent. */
export function unfinishedNotice(
  { unfinishedFiles = [] }: Pick<CheckPageProps, "unfinishedFiles">,
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

/** Answers with links to change them. */
export function sections(
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
        ...(entry.isGiven
          ? {}
          : {
              changeHref: `${stepHref(draft, stepOf(draft, entry.pageKey))}#${entry.path}`,
            }),
      })),
    }),
  );
}

function ownDataSeen({ ownData }: CheckPageProps): SafeHtml {
  return html`<input
    type="hidden"
    name="${ownDataField}"
    value="${ownData.fingerprint}"
  />`;
}

/** Only once there is something to send. */
function sendFields(
  { authorityName, faults = [], email }: CheckPageProps,
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
    error: faults.includes("email-invalid")
      ? t("check.error.email")
      : undefined,
    locale,
  })}
  ${alert({ kind: "warning", title: t("check.warning.title"), body: t("check.warning.body", { authority: authorityName }) })}
  ${checkbox({ name: confirmationField, label: t("check.confirm"), isChecked: isConfirmed(faults), error: faults.includes("not-confirmed") ? t("check.error.not-confirmed") : undefined, locale })}`;
}

/** Who ticked it and mistyped something else need not tick it again. */
export const isConfirmed = (faults: readonly EntryFault[]): boolean =>
  faults.length > 0 && !faults.includes("not-confirmed");
