import { html, type SafeHtml } from "../../../platform/html/html.ts";
import type { Locale } from "../../../platform/i18n/texts.ts";
import {
  page,
  type Page,
  type PortalRequest,
} from "../../../shell/web/route.ts";
import { alert } from "../../../ui/alert.ts";
import { backLink } from "../../../ui/breadcrumb.ts";
import { checkbox } from "../../../ui/checkbox.ts";
import { errorSummary } from "../../../ui/error-summary.ts";
import { heading, pageHeading } from "../../../ui/heading.ts";
import type { AssuranceLevel } from "../../accounts/index.ts";
import type { Correction } from "../domain/correction.ts";
import { submissionsTexts } from "../i18n/texts.ts";
import { listSteps } from "../use-cases/form-steps.ts";
import { confirmationField, type CheckPageProps } from "./check-fields.ts";
import { printLink, sections, unfinishedNotice } from "./check-page.ts";
import { problems, stepHref } from "./check-problems.ts";
import { draftChanges } from "./correction-changes.ts";
import { correctionNotice } from "./correction-form.ts";
import { inFormLanguage } from "./form-language.ts";
import { sendForm } from "./send-form.ts";
import { senderSection } from "./sender-section.ts";
import { sessionEnd, sessionScript } from "./session-end.ts";
import { stepList } from "./step-list.ts";

export type CorrectionCheckProps = Pick<
  CheckPageProps,
  "draft" | "answerErrors" | "unfinishedFiles" | "authorityName"
> & {
  readonly correction: Correction;
  readonly neededLevel: AssuranceLevel;
  readonly refusal?:
    | "not-confirmed"
    | "changed-meanwhile"
    | "nothing-changed"
    | "not-asked"
    | undefined;
};

/** What changes, old and new side by side, and the button that sends it. */
export function correctionCheckPage(
  request: PortalRequest,
  props: CorrectionCheckProps,
): Page {
  const { locale } = request;
  const t = submissionsTexts(locale);
  const { draft, correction, refusal, neededLevel } = props;
  const title = t("check.title");
  return page({
    status: statusOf(refusal),
    title: refusal ? t("step.error-prefix", { title }) : title,
    section: "/leistungen",
    scripts: [...(refusal ? ["focus-error-summary"] : []), sessionScript],
    main: html`${backLink({ label: t("step.back"), href: stepHref(draft, listSteps(draft).at(-1)?.place ?? 1) })}
    ${refusalNotice(props, locale)} ${unfinishedNotice(props, locale)}
    ${correctionNotice(draft, locale)} ${stepList({ draft, locale })}
    ${pageHeading({ title, preline: t("correction.title"), lead: t("correction.check.lead") })}
    ${draftChanges(draft, correction, locale)}
    ${inFormLanguage(request, draft.definition, sections(draft, locale))}
    ${printLink(draft, locale)}
    ${senderSection(request, { draft, neededLevel })}
    ${sendForm(request, props, {
      label: t("correction.send"),
      declaration: sendFields(props, locale),
    })}
    ${sessionEnd(request, draft, { isStep: false })}`,
  });
}

function statusOf(refusal: CorrectionCheckProps["refusal"]): number {
  if (!refusal) return 200;
  return refusal === "changed-meanwhile" || refusal === "not-asked" ? 409 : 422;
}

function refusalNotice(
  { draft, answerErrors, refusal }: CorrectionCheckProps,
  locale: Locale,
): SafeHtml | false {
  const t = submissionsTexts(locale);
  if (refusal === "not-confirmed")
    return errorSummary({
      errors: [
        { fieldId: confirmationField, text: t("correction.not-confirmed") },
      ],
      locale,
    });
  if (refusal !== "nothing-changed" && refusal !== "not-asked")
    return problems({ draft, answerErrors, refusal }, locale);
  return alert({
    kind: "warning",
    title: t(`correction.${refusal}.title`),
    body: t(`correction.${refusal}.body`),
    isAnnounced: true,
  });
}

function sendFields(
  { authorityName, refusal }: CorrectionCheckProps,
  locale: Locale,
): SafeHtml {
  const t = submissionsTexts(locale);
  return html`${heading(2, t("correction.send.title"))}
  ${alert({ kind: "warning", title: t("correction.warning.title"), body: t("correction.warning.body", { authority: authorityName }) })}
  ${checkbox({ name: confirmationField, label: t("correction.confirm"), error: refusal === "not-confirmed" ? t("correction.not-confirmed") : undefined, locale })}`;
}
