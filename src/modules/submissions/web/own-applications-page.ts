import {
  html,
  type HtmlValue,
  type SafeHtml,
} from "../../../platform/html/html.ts";
import { formatDate } from "../../../platform/i18n/dates.ts";
import {
  page,
  type Page,
  type PortalRequest,
} from "../../../shell/web/route.ts";
import { button } from "../../../ui/button.ts";
import { emptyState } from "../../../ui/empty-state.ts";
import { pageHeading } from "../../../ui/heading.ts";
import { link } from "../../../ui/link.ts";
import { section } from "../../../ui/section.ts";
import { table } from "../../../ui/table.ts";
import type { PortalOfApplications, StateInWords } from "../ports.ts";
import { submissionsTexts } from "../i18n/texts.ts";
import type {
  OwnDraft,
  OwnSubmission,
} from "../use-cases/list-own-applications.ts";

export const ownApplicationsPath = "/antraege";

export type OwnApplicationsProps = {
  readonly drafts: readonly OwnDraft[];
  readonly submissions: readonly OwnSubmission[];
  readonly portalOf: (tenantId: string) => PortalOfApplications | undefined;
  /** What authorities have deleted of it. */
  readonly deleted?: SafeHtml | undefined;
  /** How far the office is, in words; undefined where it is not known. */
  readonly stateOf: (submissionId: string) => StateInWords | undefined;
  /** Who sent it for another and by what right, in words. */
  readonly actorOf: (submissionId: string) => string | undefined;
};

/** Everything the signed-in party has begun and sent, in all portals. */
export function ownApplicationsPage(
  request: PortalRequest,
  props: OwnApplicationsProps,
): Page {
  const t = submissionsTexts(request.locale);
  const { drafts, submissions } = props;
  const party = request.account?.actingFor?.name;
  return page({
    title: t("own.title"),
    section: "/konto",
    main: html`${pageHeading({
      title: t("own.title"),
      lead: party === undefined ? t("own.lead") : t("own.lead.for", { party }),
    })}
    ${
      drafts.length + submissions.length === 0 &&
      !props.deleted &&
      emptyState({
        title: t("own.none.title"),
        body: t("own.none.body"),
        ...(request.portal.kind === "installation"
          ? {}
          : { action: { label: t("own.none.link"), href: "/leistungen" } }),
      })
    }
    ${drafts.length > 0 && section({ title: t("own.drafts"), body: draftTable(request, props) })}
    ${submissions.length > 0 && section({ title: t("own.sent"), body: submissionTable(request, props) })}
    ${props.deleted}`,
  });
}

function draftTable(
  request: PortalRequest,
  { drafts, portalOf }: OwnApplicationsProps,
): SafeHtml {
  const { locale } = request;
  const t = submissionsTexts(locale);
  return table({
    caption: t("own.drafts"),
    isCaptionHidden: true,
    columns: [
      { label: t("own.service") },
      { label: t("own.portal") },
      { label: t("own.changed") },
      { label: t("own.kept-until") },
      { label: t("own.action") },
    ],
    rows: drafts.map((draft) => ({
      cells: [
        german(draft.title),
        german(portalOf(draft.tenantId)?.name ?? ""),
        formatDate(draft.changedAt, locale),
        formatDate(draft.expiresAt, locale),
        continueCell(request, draft, portalOf(draft.tenantId)),
      ],
    })),
  });
}

/** Here with one click; in another portal its own list, where the same session does not count. */
function continueCell(
  { locale, portal }: PortalRequest,
  draft: OwnDraft,
  other: PortalOfApplications | undefined,
): HtmlValue {
  const t = submissionsTexts(locale);
  if (draft.tenantId !== portal.tenantId)
    return (
      other &&
      link(`${other.baseUrl}${ownApplicationsPath}`, t("own.continue-there"))
    );
  return html`<form
    method="post"
    action="${ownApplicationsPath}/entwuerfe/${draft.id}"
  >
    ${button({ label: t("own.continue"), variant: "secondary" })}
  </form>`;
}

function submissionTable(
  { locale, portal }: PortalRequest,
  { submissions, portalOf, stateOf, actorOf }: OwnApplicationsProps,
): SafeHtml {
  const t = submissionsTexts(locale);
  return table({
    caption: t("own.sent"),
    isCaptionHidden: true,
    columns: [
      { label: t("own.service") },
      { label: t("own.portal") },
      { label: t("own.sent-at") },
      { label: t("own.state") },
      { label: t("own.reference") },
    ],
    rows: submissions.map((submission) => {
      const other = portalOf(submission.tenantId);
      const host =
        submission.tenantId === portal.tenantId ? "" : (other?.baseUrl ?? "");
      const actor = actorOf(submission.id);
      return {
        cells: [
          html`${link(
            `${host}${ownApplicationsPath}/${submission.id}`,
            submission.title,
          )}${actor !== undefined && html`<br /><small>${actor}</small>`}`,
          german(other?.name ?? ""),
          formatDate(submission.submittedAt, locale),
          stateWords(stateOf(submission.id)) ?? t("own.state.received"),
          submission.reference,
        ],
      };
    }),
  });
}

function stateWords(state: StateInWords | undefined): HtmlValue {
  return state?.lang === "de" ? german(state.text) : state?.text;
}

const german = (text: string) => html`<span lang="de">${text}</span>`;
