import { html, type SafeHtml } from "../../../platform/html/html.ts";
import type { Locale } from "../../../platform/i18n/texts.ts";
import { page, type Page } from "../../../shell/web/route.ts";
import { alert } from "../../../ui/alert.ts";
import { backLink } from "../../../ui/breadcrumb.ts";
import { errorSummary } from "../../../ui/error-summary.ts";
import { pageHeading } from "../../../ui/heading.ts";
import { section } from "../../../ui/section.ts";
import { isAllowed } from "../domain/states.ts";
import { vorgaengeTexts } from "../i18n/texts.ts";
import type { VorgangSection } from "../ports.ts";
import { answersSection } from "./answers-section.ts";
import { assignmentSection, responsibleName } from "./assignment-form.ts";
import { clockFacts, clockSections } from "./clock-section.ts";
import {
  askCorrectionLink,
  correctionsSections,
} from "./correction-section.ts";
import { filesSection, fileViewer, shownFile } from "./files-section.ts";
import { handOverLink, handOverSections } from "./hand-over-section.ts";
import { historySection } from "./history-section.ts";
import {
  assignmentError,
  stepErrors,
  stepForm,
  type ApplicantReads,
} from "./step-form.ts";
import { labelsSection } from "./labels-section.ts";
import { linksSection } from "./links-section.ts";
import { notesSection } from "./notes-section.ts";
import { opinionFormSection } from "./opinion-form.ts";
import { opinionsSection } from "./opinions-section.ts";
import { assigneeFact, ownFacts, vorgangBar } from "./vorgang-bar.ts";
import type { VorgangInput } from "./vorgang-input.ts";
import type { VorgangPageProps } from "./vorgang-page-props.ts";
import { vorgaengePaths } from "./vorgaenge-paths.ts";

/** One Vorgang: what is known on the left, what to do on the right, what it is in a bar that stays in sight. */
export function vorgangPage(props: VorgangPageProps): Page {
  const { locale, opened, input, contributions, fileId } = props;
  const { vorgang, submission } = opened;
  const t = vorgaengeTexts(locale);
  const errors = [
    ...stepErrors(input.step, locale),
    ...(input.form?.errors ?? []),
  ];
  const title = `${vorgang.leistungTitle}, ${vorgang.reference}`;
  const file = shownFile(submission.uploads, fileId);
  const status = statusOf(input);
  return page({
    status,
    title: status === 200 ? title : t("step.error-title", { title }),
    layout: "wide",
    section: vorgaengePaths.queue,
    showsFiles: file !== undefined,
    scripts: [
      ...(errors.length > 0 ? ["focus-error-summary"] : []),
      ...new Set(contributions.flatMap(({ scripts = [] }) => scripts)),
    ],
    main: html`${backLink({ label: t("vorgang.back"), href: vorgaengePaths.queue })}
    ${errorSummary({ errors, locale })} ${changedAlert(input, locale)}
    ${pageHeading({
      title: vorgang.leistungTitle,
      preline: t("vorgang.reference", { reference: vorgang.reference }),
    })}
    ${workbench(props, file && fileViewer(vorgang.id, file, locale))}`,
  });
}

function workbench(
  props: VorgangPageProps,
  viewer: SafeHtml | undefined,
): SafeHtml {
  const { locale } = props;
  const t = vorgaengeTexts(locale);
  const actions = actionSections(props);
  const content = contentSections(props);
  const anchors = [...content, { id: actionsId, title: t("vorgang.work") }];
  const viewing = viewer === undefined ? "" : " portal-workbench--viewing";
  return html`<div class="portal-workbench${viewing}">
    ${vorgangBar({ facts: factsOf(props), sections: anchors, locale })}
    ${viewer}
    <div class="portal-workbench__content">${content.map(shown)}</div>
    <aside
      class="portal-workbench__actions"
      id="${actionsId}"
      aria-label="${t("vorgang.work")}"
    >
      ${actions.map(shown)}
    </aside>
  </div>`;
}

const actionsId = "bearbeiten";

function shown(part: Part): SafeHtml {
  return "whole" in part ? part.whole : section(part);
}

/** A section, or one that brings its own heading with this anchor. */
type Part =
  | VorgangSection
  | (Pick<VorgangSection, "id" | "title"> & { readonly whole: SafeHtml });

function factsOf(props: VorgangPageProps) {
  const assignee = responsibleName({ ...props, ...props.office });
  return [
    ...ownFacts(props.opened, props),
    ...clockFacts(props.clock, props.locale),
    // The longest one last: nothing stands alone on a line behind it.
    assigneeFact(assignee, props.locale),
    ...props.contributions.flatMap(({ facts = [] }) => facts),
  ];
}

function contentSections(props: VorgangPageProps): readonly Part[] {
  const { locale, opened, staffNames, office, postfach } = props;
  const { vorgang, submission, events } = opened;
  const teams = new Map(office.teams.map(({ id, name }) => [id, name]));
  const messages = vorgaengeTexts(locale)("vorgang.messages");
  return [
    ...handOverSections(props),
    ...correctionsSections(submission, locale),
    answersSection(vorgang.id, submission, locale),
    filesSection(vorgang.id, submission, locale),
    ...(postfach === undefined
      ? []
      : [{ id: "nachrichten", title: messages, whole: postfach }]),
    ...props.contributions.flatMap(({ content = [] }) => content),
    notesSection(props),
    opinionsSection(props),
    historySection(events, { staff: staffNames, teams }, locale),
  ];
}

function actionSections(props: VorgangPageProps): readonly Part[] {
  return [
    workSection(props),
    ...clockSections({ ...props, vorgang: props.opened.vorgang }),
    assignment(props),
    labels(props),
    linksSection(props),
    ...(props.mayEdit ? [opinionFormSection(props)] : []),
    ...props.contributions.flatMap(({ actions = [] }) => actions),
  ];
}

function workSection(props: VorgangPageProps): VorgangSection {
  const { locale, opened, mayEdit, input } = props;
  const t = vorgaengeTexts(locale);
  return {
    id: "schritte",
    title: t("vorgang.work"),
    body: mayEdit
      ? html`${stepForm(opened.vorgang, input.step, { locale, applicantReads: applicantReads(props) })}
        ${askCorrectionLink(opened.vorgang, locale)}
        ${isAllowed(opened.vorgang.state, "handed-over") && handOverLink(opened.vorgang.id, locale)}`
      : readOnly(props),
  };
}

/** What lies with another authority can be put away, no more. */
function readOnly(props: VorgangPageProps): SafeHtml {
  const { opened, input, locale } = props;
  const { vorgang } = opened;
  const name = opened.collaboration.handOvers.at(-1)?.toName ?? "";
  if (vorgang.handedTo === undefined)
    return html`<p class="kern-body">
      ${vorgaengeTexts(locale)("vorgang.read-only")}
    </p>`;
  return html`<p class="kern-body">
      ${vorgaengeTexts(locale)("handed-over.title", { name })}
    </p>
    ${
      isAllowed(vorgang.state, "closed") &&
      stepForm(vorgang, input.step, {
        locale,
        applicantReads: applicantReads(props),
      })
    }`;
}

function applicantReads({ contributions }: VorgangPageProps): ApplicantReads {
  return (
    contributions.find((part) => part.applicantReads)?.applicantReads ?? "here"
  );
}

function assignment(props: VorgangPageProps): VorgangSection {
  const { input, locale, office } = props;
  const error = assignmentError(input.step, locale);
  return assignmentSection({ ...props, ...office, error });
}

function labels(props: VorgangPageProps): VorgangSection {
  const { opened, mayEdit, mayManageLabels, locale } = props;
  const may = { edit: mayEdit, manageLabels: mayManageLabels };
  return labelsSection(opened, may, locale);
}

function statusOf({ step, form }: VorgangInput): number {
  if (form?.isChangedMeanwhile === true) return 409;
  if (step.problem === "changed-meanwhile") return 409;
  return step.problem !== undefined || form !== undefined ? 422 : 200;
}

function changedAlert(
  { step, form }: VorgangInput,
  locale: Locale,
): SafeHtml | false {
  const isChanged =
    step.problem === "changed-meanwhile" || form?.isChangedMeanwhile === true;
  if (!isChanged) return false;
  const t = vorgaengeTexts(locale);
  return alert({
    kind: "warning",
    title: t("step.changed.title"),
    body: t("step.changed.body"),
    isRefusal: true,
  });
}
