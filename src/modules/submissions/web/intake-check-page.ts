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
import { textInput } from "../../../ui/text-input.ts";
import type { AssuranceLevel } from "../../accounts/index.ts";
import type { Intake, IntakeProof } from "../domain/intake.ts";
import { submissionsTexts } from "../i18n/texts.ts";
import { listSteps } from "../use-cases/form-steps.ts";
import type { EntryFault } from "../use-cases/submit-draft.ts";
import {
  confirmationField,
  emailField,
  type CheckPageProps,
} from "./check-fields.ts";
import {
  isConfirmed,
  printLink,
  sections,
  unfinishedNotice,
} from "./check-page.ts";
import { problems, stepHref } from "./check-problems.ts";
import { inFormLanguage } from "./form-language.ts";
import { intakeNotice } from "./intake-notice.ts";
import { sendForm } from "./send-form.ts";
import { stepList } from "./step-list.ts";
import { keptNotice, versionNotice } from "./version-page.ts";

export const identityField = "ausweis";
export const signedField = "unterschrift";

export type IntakeCheckProps = Pick<
  CheckPageProps,
  | "draft"
  | "answerErrors"
  | "unfinishedFiles"
  | "authorityName"
  | "hasNewerForm"
> & {
  readonly intake: Intake;
  /** How sure the authority must be who applies online. */
  readonly neededLevel: AssuranceLevel;
  /** The caseworker may say that they have compared the person with their ID card. */
  readonly maySeeIdentity: boolean;
  readonly typed?: IntakeProof & { readonly email: string };
  readonly refusal?: "changed-meanwhile" | "level-too-low" | undefined;
  readonly faults?: readonly EntryFault[];
};

/** All that was entered, to be read out or printed; what the caseworker has seen; and the button that sends. */
export function intakeCheckPage(
  request: PortalRequest,
  props: IntakeCheckProps,
): Page {
  const { locale } = request;
  const t = submissionsTexts(locale);
  const { draft, intake } = props;
  const status = statusOf(props);
  const isRefused = status !== 200;
  const title = t("check.title");
  const lead =
    intake.channel === "letter"
      ? t("intake.check.lead.letter")
      : t("intake.check.lead");
  return page({
    status,
    title: isRefused ? t("step.error-prefix", { title }) : title,
    section: "/leistungen",
    scripts: isRefused ? ["focus-error-summary"] : [],
    main: html`${intakeNotice(draft, locale)}
    ${backLink({ label: t("step.back"), href: stepHref(draft, listSteps(draft).at(-1)?.place ?? 1) })}
    ${problemsOf(props, locale)} ${unfinishedNotice(props, locale)}
    ${props.hasNewerForm === true && versionNotice(draft.leistungSlug, locale)}
    ${keptNotice(draft, locale)} ${stepList({ draft, locale })}
    ${pageHeading({ title, preline: draft.definition.title, lead })}
    ${inFormLanguage(request, draft.definition, sections(draft, locale))}
    ${printLink(draft, locale)}
    ${sendForm(
      // Nobody has to sign in for what a caseworker sends.
      request,
      { ...props, neededLevel: "none" },
      {
        label: t("intake.check.button"),
        declaration: declaration(props, locale),
      },
    )}`,
  });
}

function statusOf({ refusal, faults = [] }: IntakeCheckProps): number {
  if (refusal === "changed-meanwhile") return 409;
  return refusal || faults.length > 0 ? 422 : 200;
}

function problemsOf(
  { draft, answerErrors, refusal, faults = [] }: IntakeCheckProps,
  locale: Locale,
): SafeHtml | false {
  const t = submissionsTexts(locale);
  const errors = [
    ...(refusal === "level-too-low"
      ? [{ fieldId: signedField, text: t("intake.check.error.level") }]
      : []),
    ...faults.map((fault) =>
      fault === "not-confirmed"
        ? { fieldId: confirmationField, text: t("intake.check.error.confirm") }
        : { fieldId: emailField, text: t("check.error.email") },
    ),
  ];
  if (refusal === "level-too-low" || errors.length > 0)
    return errorSummary({ errors, locale });
  return problems({ draft, answerErrors, refusal }, locale);
}

function declaration(props: IntakeCheckProps, locale: Locale): SafeHtml {
  const t = submissionsTexts(locale);
  const { intake, refusal, faults = [], typed, neededLevel } = props;
  return html`${heading(2, t("intake.check.send.title"))}
  ${
    neededLevel !== "none" &&
    alert({
      kind: "info",
      title: t("intake.check.level.title", {
        level: t(`level.${neededLevel}`),
      }),
      body: t("intake.check.level.body"),
    })
  }
  ${identityBox(props, locale)}
  ${checkbox({
    name: signedField,
    label: t("intake.check.signed"),
    hint: t("intake.check.signed.hint"),
    isChecked: typed?.isSigned ?? false,
    error:
      refusal === "level-too-low" ? t("intake.check.error.level") : undefined,
    locale,
  })}
  ${textInput({
    name: emailField,
    label: t("intake.begin.email"),
    hint: t("intake.begin.email.hint"),
    type: "email",
    autocomplete: "off",
    isOptional: true,
    value: typed?.email ?? intake.email,
    error: faults.includes("email-invalid")
      ? t("check.error.email")
      : undefined,
    locale,
  })}
  ${checkbox({
    name: confirmationField,
    label: t(`intake.check.confirm.${intake.channel}`),
    isChecked: isConfirmed(faults),
    error: faults.includes("not-confirmed")
      ? t("intake.check.error.confirm")
      : undefined,
    locale,
  })}`;
}

function identityBox(
  { intake, maySeeIdentity, typed }: IntakeCheckProps,
  locale: Locale,
): SafeHtml | false {
  const t = submissionsTexts(locale);
  if (intake.channel !== "counter") return false;
  if (!maySeeIdentity)
    return html`<p class="kern-body">
      ${t("intake.check.identity.not-permitted")}
    </p>`;
  return checkbox({
    name: identityField,
    label: t("intake.check.identity"),
    hint: t("intake.check.identity.hint"),
    isChecked: typed?.isIdentitySeen ?? false,
    locale,
  });
}
