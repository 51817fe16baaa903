import { html, type SafeHtml } from "../../../platform/html/html.ts";
import { formatDate, formatDateTime } from "../../../platform/i18n/dates.ts";
import { formatDaysAgo } from "../../../platform/i18n/days-ago.ts";
import type { Locale } from "../../../platform/i18n/texts.ts";
import { page, type Page } from "../../../shell/web/route.ts";
import { alert } from "../../../ui/alert.ts";
import { backLink } from "../../../ui/breadcrumb.ts";
import { linkButton } from "../../../ui/button.ts";
import { definitionRows } from "../../../ui/definition-rows.ts";
import { errorSummary } from "../../../ui/error-summary.ts";
import { heading, pageHeading } from "../../../ui/heading.ts";
import { link } from "../../../ui/link.ts";
import { columns } from "../../../ui/section.ts";
import { summaryList } from "../../../ui/summary-list.ts";
import { textBlock } from "../../../ui/text-block.ts";
import { timeline } from "../../../ui/timeline.ts";
import type { Colleague, Team } from "../../staff/index.ts";
import type { VorgangEvent } from "../domain/events.ts";
import { vorgaengeTexts } from "../i18n/texts.ts";
import type { AnswersFormat } from "../ports.ts";
import type { OpenedVorgang } from "../use-cases/read-vorgang.ts";
import { eventTitle, stateBadge } from "./state-words.ts";
import { assignmentSection } from "./assignment-form.ts";
import {
  assignmentError,
  stepErrors,
  stepForm,
  type StepInput,
} from "./step-form.ts";
import { uploadList } from "./upload-list.ts";
import { vorgaengePaths } from "./vorgaenge-paths.ts";

export type VorgangPageProps = {
  readonly locale: Locale;
  readonly now: Date;
  readonly opened: OpenedVorgang;
  /** Names of colleagues by id. */
  readonly staffNames: ReadonlyMap<string, string>;
  readonly mayEdit: boolean;
  readonly ownId: string;
  /** Who could be responsible. */
  readonly office: {
    readonly colleagues: readonly Colleague[];
    readonly teams: readonly Team[];
  };
  /** What went to the applicant, and when it was retrieved. */
  readonly postfach?: SafeHtml | undefined;
  readonly input: StepInput;
};

/** One Vorgang: what was sent on the left, what to do and what happened on the right. */
export function vorgangPage(props: VorgangPageProps): Page {
  const { locale, opened, input } = props;
  const { vorgang } = opened;
  const t = vorgaengeTexts(locale);
  const errors = stepErrors(input, locale);
  const title = `${vorgang.leistungTitle}, ${vorgang.reference}`;
  return page({
    status: statusOf(input),
    title: errors.length > 0 ? t("step.error-title", { title }) : title,
    layout: "wide",
    section: vorgaengePaths.queue,
    scripts: errors.length > 0 ? ["focus-error-summary"] : [],
    main: html`${backLink({ label: t("vorgang.back"), href: vorgaengePaths.queue })}
    ${errorSummary({ errors, locale })} ${changedAlert(input, locale)}
    ${pageHeading({
      title: vorgang.leistungTitle,
      preline: t("vorgang.reference", { reference: vorgang.reference }),
    })}
    ${columns({
      main: html`${facts(props)} ${answers(props)} ${files(props)}`,
      aside: html`${work(props)} ${assignment(props)} ${props.postfach}
      ${history(props)}`,
      asideLabel: t("vorgang.work"),
    })}`,
  });
}

function statusOf({ problem }: StepInput): number {
  if (problem === undefined) return 200;
  return problem === "changed-meanwhile" ? 409 : 422;
}

function changedAlert(input: StepInput, locale: Locale): SafeHtml | false {
  if (input.problem !== "changed-meanwhile") return false;
  const t = vorgaengeTexts(locale);
  return alert({
    kind: "warning",
    title: t("step.changed.title"),
    body: t("step.changed.body"),
    isAnnounced: true,
  });
}

function facts({ locale, now, opened }: VorgangPageProps): SafeHtml {
  const { vorgang } = opened;
  const t = vorgaengeTexts(locale);
  const since = t("vorgang.since", {
    date: formatDate(vorgang.stateSince, locale),
    ago: formatDaysAgo(vorgang.stateSince, now, locale),
  });
  return definitionRows([
    {
      term: t("vorgang.state"),
      value: html`${stateBadge(vorgang.state, locale)} ${since}`,
    },
    {
      term: t("vorgang.received"),
      value: formatDateTime(vorgang.receivedAt, locale),
    },
  ]);
}

function answers({ locale, opened }: VorgangPageProps): SafeHtml {
  const t = vorgaengeTexts(locale);
  const { sections } = opened.submission;
  return html`<section class="portal-section">
    ${heading(2, t("vorgang.answers"))}
    ${sections.map(
      ({ heading: title, entries }) =>
        html`<section class="portal-summary">
          ${heading(3, title)} ${summaryList({ entries, locale })}
        </section>`,
    )}
  </section>`;
}

function files({ locale, opened }: VorgangPageProps): SafeHtml {
  const t = vorgaengeTexts(locale);
  const { vorgang, submission } = opened;
  return html`<section class="portal-section">
    ${heading(2, t("vorgang.uploads"))}
    ${uploadList(vorgang.id, submission.uploads, locale)}
    ${linkButton({
      label: t("vorgang.pdf"),
      href: vorgaengePaths.pdf(vorgang.id),
      variant: "secondary",
    })}
    ${answersDownloads(vorgang.id, locale)}
  </section>`;
}

/** In the order of the page: what opens in a spreadsheet first. */
export const answersFormats: readonly AnswersFormat[] = ["csv", "json", "xml"];

function answersDownloads(vorgangId: string, locale: Locale): SafeHtml {
  const t = vorgaengeTexts(locale);
  return html`${heading(3, t("vorgang.answers.downloads"))}
    <ul class="kern-list kern-list--bullet">
      ${answersFormats.map((format) => html`<li>${link(vorgaengePaths.answers(vorgangId, format), t(`vorgang.answers.${format}`))}</li>`)}
    </ul>`;
}

function work(props: VorgangPageProps): SafeHtml {
  const { locale, opened, mayEdit, input } = props;
  const t = vorgaengeTexts(locale);
  const { vorgang } = opened;
  return html`<section class="portal-section">
    ${heading(2, t("vorgang.work"))} ${workBody()}
  </section>`;

  function workBody(): SafeHtml {
    if (!mayEdit) return html`<p>${t("vorgang.read-only")}</p>`;
    return stepForm(vorgang, input, locale);
  }
}

function assignment(props: VorgangPageProps): SafeHtml {
  const { input, locale, office } = props;
  const error = assignmentError(input, locale);
  return assignmentSection({ ...props, ...office, error });
}

function history(props: VorgangPageProps): SafeHtml {
  const { locale, opened, staffNames, office } = props;
  const t = vorgaengeTexts(locale);
  const teams = new Map(office.teams.map(({ id, name }) => [id, name]));
  const last = opened.events.at(-1)?.position;
  const actorOf = (event: VorgangEvent) =>
    event.actorKind === "staff"
      ? (staffNames.get(event.actorId) ?? t("vorgang.unknown-staff"))
      : t("vorgang.applicant");
  return html`<section class="portal-section">
    ${heading(2, t("vorgang.history"))}
    ${timeline({
      locale,
      steps: opened.events.map((event) => ({
        title: eventTitle(event, locale, { staff: staffNames, teams }),
        state: event.position === last ? "current" : "done",
        time: {
          iso: event.at.toISOString(),
          text: `${formatDateTime(event.at, locale)}, ${actorOf(event)}`,
        },
        body: event.note === undefined ? undefined : textBlock(event.note),
      })),
    })}
  </section>`;
}
