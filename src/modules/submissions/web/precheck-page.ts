import { html, type SafeHtml } from "../../../platform/html/html.ts";
import type { Locale } from "../../../platform/i18n/texts.ts";
import { accordion } from "../../../ui/accordion.ts";
import { alert, type AlertKind } from "../../../ui/alert.ts";
import { backLink } from "../../../ui/breadcrumb.ts";
import { button, linkButton } from "../../../ui/button.ts";
import { errorSummary } from "../../../ui/error-summary.ts";
import { pageHeading } from "../../../ui/heading.ts";
import {
  page,
  type Page,
  type PortalRequest,
} from "../../../shell/web/route.ts";
import {
  describeFieldError,
  renderPageFields,
  scriptsForPage,
  type EvaluatedForm,
  type FieldError,
  type FormDefinition,
  type PrecheckOutcome,
  type ShownPage,
} from "../../forms/index.ts";
import { submissionsTexts } from "../i18n/texts.ts";
import { antragPath } from "./antrag-request.ts";
import { inFormLanguage, textsSwitch } from "./form-language.ts";

/** Names the questions that the page has shown: `wohnsitz gemeldet`. */
export const seenField = "_gesehen";

/** Address of the questions before a form. */
export function precheckPath(leistungSlug: string): string {
  return `/leistungen/${encodeURIComponent(leistungSlug)}/vorab-check`;
}

export type PrecheckPageProps = {
  readonly leistungSlug: string;
  readonly definition: FormDefinition;
  readonly questions: ShownPage;
  readonly evaluated: EvaluatedForm;
  readonly errors: readonly FieldError[];
  /** The answers have brought up another question. */
  readonly hasNewQuestions?: boolean;
};

/** The questions before a form. Nothing of it is stored. */
export function precheckPage(
  request: PortalRequest,
  props: PrecheckPageProps,
): Page {
  const { locale } = request;
  const t = submissionsTexts(locale);
  const { definition, errors, leistungSlug } = props;
  const hasErrors = errors.length > 0;
  const title = t("precheck.title");
  return page({
    status: hasErrors ? 422 : 200,
    title: hasErrors ? t("step.error-prefix", { title }) : title,
    section: "/leistungen",
    scripts: [
      ...(hasErrors ? ["focus-error-summary"] : []),
      ...scriptsForPage(props.questions),
    ],
    main: html`${backLink({ label: t("step.back"), href: antragPath(leistungSlug) })}
    ${hasErrors && errorSummary({ errors: errors.map((error) => ({ fieldId: error.path, text: describeFieldError(error, locale) })), locale })}
    ${props.hasNewQuestions === true && alert({ kind: "info", title: t("precheck.more"), isAnnounced: true })}
    ${textsSwitch(request, { definition })}
    ${pageHeading({ title, preline: definition.title, lead: t("precheck.lead") })}
    ${questionForm(request, props)}`,
  });
}

function questionForm(
  request: PortalRequest,
  { leistungSlug, definition, questions, evaluated, errors }: PrecheckPageProps,
): SafeHtml {
  const { locale } = request;
  const seen = questions.elements
    .map(({ key }) => key)
    .filter((key) => !evaluated.hidden.has(key));
  return html`<form
    method="post"
    action="${precheckPath(leistungSlug)}"
    novalidate
  >
    <input type="hidden" name="${seenField}" value="${seen.join(" ")}" />
    ${inFormLanguage(request, definition, renderPageFields(questions, { form: evaluated, errors, locale, isStored: false }))}
    ${button({ label: submissionsTexts(locale)("precheck.button") })}
  </form>`;
}

/** What the answers come to, and where to go from there. An advice only: whoever wants to apply may. */
export function precheckOutcomePage(
  request: PortalRequest,
  {
    outcome,
    ...props
  }: PrecheckPageProps & { readonly outcome: PrecheckOutcome | undefined },
): Page {
  const { locale } = request;
  const t = submissionsTexts(locale);
  const { definition, leistungSlug } = props;
  const kind = outcome?.kind ?? "unknown";
  const title = t(`precheck.${kind}`);
  return page({
    title,
    section: "/leistungen",
    main: html`${backLink({ label: t("precheck.back"), href: precheckPath(leistungSlug) })}
    ${pageHeading({ title, preline: definition.title })}
    ${alert({
      kind: alertKinds[kind],
      title: t(`precheck.${kind}.advice`),
      body: outcome && inFormLanguage(request, definition, outcome.text),
      isAnnounced: true,
    })}
    ${outcome?.link && linkButton({ label: outcome.link.label, href: outcome.link.href, icon: "arrow-forward" })}
    ${kind !== "can-apply" && kind !== "unknown" && html`<p class="kern-body">${t("precheck.anyway")}</p>`}
    ${applyLink(kind, leistungSlug, locale)}
    ${accordion({ title: t("precheck.change"), body: questionForm(request, props) })}`,
  });
}

const alertKinds = {
  "can-apply": "success",
  "need-first": "warning",
  "other-authority": "info",
  unknown: "info",
} as const satisfies Record<string, AlertKind>;

function applyLink(
  kind: keyof typeof alertKinds,
  leistungSlug: string,
  locale: Locale,
): SafeHtml {
  const isAdvised = kind === "can-apply" || kind === "unknown";
  return linkButton({
    label: submissionsTexts(locale)("precheck.apply"),
    href: antragPath(leistungSlug),
    variant: isAdvised ? "primary" : "secondary",
  });
}
