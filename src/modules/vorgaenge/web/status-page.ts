import {
  html,
  type HtmlValue,
  type SafeHtml,
} from "../../../platform/html/html.ts";
import { formatDate, formatDateTime } from "../../../platform/i18n/dates.ts";
import { formatDaysAgo } from "../../../platform/i18n/days-ago.ts";
import type { Locale } from "../../../platform/i18n/texts.ts";
import {
  page,
  type Page,
  type PortalRequest,
} from "../../../shell/web/route.ts";
import { alert } from "../../../ui/alert.ts";
import { backLink } from "../../../ui/breadcrumb.ts";
import { definitionRows } from "../../../ui/definition-rows.ts";
import { pageHeading } from "../../../ui/heading.ts";
import { link, mailLink } from "../../../ui/link.ts";
import { referenceNumber } from "../../../ui/reference-number.ts";
import { section } from "../../../ui/section.ts";
import { textBlock } from "../../../ui/text-block.ts";
import { timeline, type TimelineStep } from "../../../ui/timeline.ts";
import type { CorrectionRequest } from "../domain/correction-request.ts";
import { ownName } from "../domain/state-names.ts";
import type { VorgangState } from "../domain/states.ts";
import type { StatusLinkTarget } from "../ports.ts";
import { vorgaengeTexts } from "../i18n/texts.ts";
import type { PublicStatus } from "../use-cases/read-public-status.ts";
import { correctionSection, goneNotice } from "./correction-section.ts";
import { accessList } from "./access-list.ts";
import { durationWords } from "./duration-words.ts";
import { arrivedNotice, movedNotice, type Successor } from "./moved-notice.ts";
import { eventTitle, spoken } from "./state-words.ts";
import { changedNotice, withdrawalSection } from "./withdrawal.ts";

type StatusPageProps = {
  readonly status: PublicStatus;
  readonly target: Omit<StatusLinkTarget, "submissionId">;
  /** Address of this page; undefined where somebody may only look. */
  readonly ownPath: string | undefined;
  /** From the Postfach. */
  readonly messages?: SafeHtml | undefined;
  /** How long it is kept. */
  readonly retention?: SafeHtml | undefined;
  /** What the office waits for in the form. */
  readonly correction?: CorrectionRequest | undefined;
  /** Who has it now. */
  readonly successor?: Successor | undefined;
  readonly notice?: "changed-meanwhile" | "correction-gone" | undefined;
};

/** What the applicant sees: where it stands, since when, what happened, what comes next, whom to ask. */
export function statusPage(
  { locale, context, portal, params }: PortalRequest,
  props: StatusPageProps,
): Page {
  const { status, target, ownPath, notice } = props;
  const t = vorgaengeTexts(locale);
  return page({
    status: notice === undefined ? 200 : 409,
    title: t("status.title"),
    scripts: ["copy-reference"],
    main: html`${notice === "changed-meanwhile" && changedNotice(locale)}
    ${notice === "correction-gone" && goneNotice(locale)}
    ${wayBack(params["link"], locale)}
    ${pageHeading({
      title: t("status.title"),
      preline: status.leistungTitle,
      lead: stateSentence(status, context.now, locale),
    })}
    ${movedNotice(status, props.successor, locale)}
    ${arrivedNotice(status, locale)} ${openQuestion(status, locale)}
    ${correctionSection(props.correction, ownPath, locale)}
    ${status.state === "question" && props.messages}
    ${referenceNumber({
      label: t("status.reference"),
      value: status.reference,
      locale,
    })}
    ${!props.successor && next(status, target, locale)}
    ${status.state !== "question" && props.messages}
    ${section({
      title: t("status.history"),
      body: timeline({ steps: timelineSteps(status, locale), locale }),
    })}
    ${receiptLink(target, locale)}
    ${ownPath !== undefined && withdrawalSection(status, ownPath, locale)}
    ${accessList(status, portal.name, locale)} ${props.retention}
    ${section({
      title: t("status.contact"),
      body: contactRows(
        target.office
          ? { ...target.office, office: target.office.name }
          : portal.contact,
        locale,
      ),
    })}
    ${params["link"] !== undefined && html`<p class="kern-body portal-muted">${t("status.private")}</p>`}`,
  });
}

/** Who comes by the private link has no list to go back to. */
function wayBack(link: string | undefined, locale: Locale): SafeHtml | false {
  const label = vorgaengeTexts(locale)("status.back");
  return link === undefined && backLink({ label, href: "/antraege" });
}

function receiptLink(
  { receiptPath }: Pick<StatusLinkTarget, "receiptPath">,
  locale: Locale,
): SafeHtml | false {
  return (
    receiptPath !== undefined &&
    html`<p class="kern-body">
      ${link(receiptPath, vorgaengeTexts(locale)("status.receipt"))}
    </p>`
  );
}

function next(
  status: PublicStatus,
  target: Pick<StatusLinkTarget, "usualDuration">,
  locale: Locale,
): SafeHtml {
  const t = vorgaengeTexts(locale);
  return section({
    title: t("status.next"),
    body: html`<p class="kern-body">
        ${t(`status.next.${status.state}`, { reference: status.reference })}
      </p>
      ${durationWords(status, target, locale)}`,
  });
}

function stateSentence(
  status: PublicStatus,
  now: Date,
  locale: Locale,
): HtmlValue {
  const t = vorgaengeTexts(locale);
  const own = ownName(status.stateNames, status.state, locale);
  const words = t(`status.${own ? "named" : status.state}`, {
    date: formatDate(status.stateSince, locale),
    ago: formatDaysAgo(status.stateSince, now, locale),
    outcome: status.outcome ? t(`outcome.${status.outcome}`) : "",
  });
  return own ? html`${spoken(own)}${words}` : words;
}

/** The question that waits for an answer, so that nobody has to look for it in the history. */
function openQuestion(status: PublicStatus, locale: Locale): SafeHtml | false {
  if (status.state !== "question") return false;
  const question = status.events.findLast(
    ({ kind }) => kind === "question-asked",
  );
  return alert({
    kind: "warning",
    title: vorgaengeTexts(locale)("status.question.title"),
    body: textBlock(question?.note ?? ""),
  });
}

/** What still comes, as far as it is known. */
const stepsAhead = {
  received: ["in-progress", "decided"],
  "in-progress": ["decided"],
  question: ["decided"],
  decided: [],
  withdrawn: [],
  "handed-over": [],
  closed: [],
} as const satisfies Record<
  VorgangState,
  readonly ("in-progress" | "decided")[]
>;

function timelineSteps(status: PublicStatus, locale: Locale): TimelineStep[] {
  const t = vorgaengeTexts(locale);
  const last = status.events.length - 1;
  const past = status.events.map((event, index): TimelineStep => ({
    title: titleForApplicant(event, locale),
    state: index === last ? "current" : "done",
    time: {
      iso: event.at.toISOString(),
      text: formatDateTime(event.at, locale),
    },
    body: event.note === undefined ? undefined : textBlock(event.note),
  }));
  const ahead = stepsAhead[status.state].map((state): TimelineStep => {
    const own = ownName(status.stateNames, state, locale);
    return {
      title: own ? spoken(own) : t(`status.open.${state}`),
      state: "open",
    };
  });
  return [...past, ...ahead];
}

function titleForApplicant(
  event: PublicStatus["events"][number],
  locale: Locale,
): string {
  const { kind } = event;
  const isOwnAnswer = kind === "answered" && event.actorKind !== "staff";
  if (
    isOwnAnswer ||
    kind === "note-from-applicant" ||
    kind === "question-asked" ||
    kind === "note-to-applicant"
  ) {
    return vorgaengeTexts(locale)(`status.event.${kind}`);
  }
  return eventTitle(event, locale);
}

function contactRows(
  contact: {
    readonly office: string;
    readonly phone: string;
    readonly email: string;
  },
  locale: Locale,
): SafeHtml {
  const t = vorgaengeTexts(locale);
  return definitionRows([
    { term: t("status.contact.office"), value: contact.office },
    {
      term: t("status.contact.phone"),
      value: link(
        `tel:${contact.phone.replaceAll(/[^+\d]/g, "")}`,
        contact.phone,
      ),
    },
    {
      term: t("status.contact.email"),
      value: mailLink(contact.email),
    },
  ]);
}
