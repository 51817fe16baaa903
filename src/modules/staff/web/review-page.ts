import {
  html,
  type HtmlValue,
  type SafeHtml,
} from "../../../platform/html/html.ts";
import { formatDateTime } from "../../../platform/i18n/dates.ts";
import type { Locale } from "../../../platform/i18n/texts.ts";
import { page, type Page } from "../../../shell/web/route.ts";
import { alert } from "../../../ui/alert.ts";
import { badge } from "../../../ui/badge.ts";
import { button } from "../../../ui/button.ts";
import { emptyState } from "../../../ui/empty-state.ts";
import { pageHeading } from "../../../ui/heading.ts";
import { link } from "../../../ui/link.ts";
import { section } from "../../../ui/section.ts";
import { table } from "../../../ui/table.ts";
import { staffTexts } from "../i18n/texts.ts";
import type { Program } from "../ports.ts";
import type { AccessEntry } from "../use-cases/review-access.ts";
import { accessState, lastSeen, roleWords } from "./member-words.ts";
import { memberPaths, reviewPaths } from "./staff-paths.ts";

export type ReviewTableProps = {
  readonly locale: Locale;
  /** What strikes the eye first. */
  readonly people: readonly AccessEntry[];
  readonly programs: readonly Program[];
};

export type ReviewPageProps = ReviewTableProps & {
  readonly lastReview:
    | { readonly at: Date; readonly staffId: string }
    | undefined;
  /** The page answers that it was noted. */
  readonly wasNoted: boolean;
  /** Accesses can be changed by whom this is shown to. */
  readonly mayManage: boolean;
};

/** Who may do what, what is striking first, and a button that notes that it was looked through. @see ASVS 5.0, 8.1 */
export function reviewPage(props: ReviewPageProps): Page {
  const { locale, people, programs, wasNoted } = props;
  const t = staffTexts(locale);
  const striking = people.filter(({ concerns }) => concerns.length > 0);
  return page({
    title: t("review.title"),
    section: reviewPaths.start,
    layout: "wide",
    main: html`${
        wasNoted &&
        alert({
          kind: "success",
          title: t("review.noted"),
          isAnnounced: true,
        })
      }
      ${pageHeading({ title: t("review.title"), lead: t("review.lead") })}
      <p class="kern-body">${lastReviewText(props)}</p>
      <p class="kern-body">
        ${t("review.count", { count: people.length, striking: striking.length })}
        ${link(reviewPaths.table, t("review.table"))}
      </p>
      ${section({ title: t("review.people"), isWide: true, body: peopleTable(props) })}
      ${section({
        title: t("review.programs"),
        isWide: true,
        body:
          programs.length === 0
            ? emptyState({
                title: t("review.programs.none"),
                body: t("review.programs.none.body"),
              })
            : programsTable(props),
      })}
      ${section({
        title: t("review.confirm.title"),
        body: html`<p class="kern-body">${t("review.confirm.lead")}</p>
          <form method="post" action="${reviewPaths.start}">
            ${button({ label: t("review.confirm.button") })}
          </form>`,
      })}`,
  });
}

function lastReviewText({
  locale,
  lastReview,
  people,
}: ReviewPageProps): string {
  const t = staffTexts(locale);
  if (!lastReview) return t("review.never");
  const { at, staffId } = lastReview;
  const reviewer = people.find((person) => person.staffId === staffId);
  return t("review.last", {
    time: formatDateTime(at, locale),
    name: reviewer?.displayName ?? t("review.somebody"),
  });
}

function peopleTable(props: ReviewPageProps): SafeHtml {
  const { locale, people } = props;
  const t = staffTexts(locale);
  return table({
    caption: t("review.people"),
    isCaptionHidden: true,
    columns: [
      { label: t("members.name") },
      { label: t("review.concerns") },
      { label: t("members.roles") },
      { label: t("review.teams") },
      { label: t("members.state") },
      { label: t("members.seen") },
    ],
    rows: people.map((person) => ({
      cells: [
        nameOf(person, props),
        concernsOf(person, locale),
        roleWords(person.roles, locale),
        person.teams.join(", ") || "–",
        stateWord(person, locale),
        lastSeen(person.lastSignedInAt, locale),
      ],
    })),
  });
}

function nameOf(person: AccessEntry, { mayManage }: ReviewPageProps) {
  const { displayName, staffId, login } = person;
  return html`${mayManage ? link(memberPaths.member(staffId), displayName) : displayName}<br />${login}`;
}

function concernsOf({ concerns }: AccessEntry, locale: Locale): HtmlValue {
  const t = staffTexts(locale);
  if (concerns.length === 0) return t("review.concerns.none");
  return html`<ul class="portal-list" role="list">
    ${concerns.map((it) => html`<li>${badge("warning", t(`review.concern.${it}`))}</li>`)}
  </ul>`;
}

function stateWord(person: AccessEntry, locale: Locale): string {
  const state = accessState({
    ...person,
    isDisabled: person.state === "locked",
    isInvited: person.state === "invited",
  });
  return staffTexts(locale)(`members.state.${state}`);
}

function programsTable({ locale, programs }: ReviewTableProps): SafeHtml {
  const t = staffTexts(locale);
  return table({
    caption: t("review.programs"),
    isCaptionHidden: true,
    columns: [
      { label: t("members.name") },
      { label: t("review.system") },
      { label: t("review.rights") },
      { label: t("review.used") },
    ],
    rows: programs.map(({ name, system, rights, lastUsedAt }) => ({
      cells: [name, system, rights.join(", "), lastSeen(lastUsedAt, locale)],
    })),
  });
}

/** The same as rows of a table for a spreadsheet, with a first row of names. */
export function reviewTable({
  locale,
  people,
  programs,
}: ReviewTableProps): readonly string[][] {
  const t = staffTexts(locale);
  const names = [
    "review.kind",
    "members.name",
    "review.login",
    "members.roles",
    "review.teams",
    "review.restricted",
    "members.state",
    "members.seen",
    "review.concerns",
  ] as const;
  return [
    names.map((name) => t(name)),
    ...people.map((person) => [
      t("review.person"),
      person.displayName,
      person.login,
      roleWords(person.roles, locale),
      person.teams.join("; "),
      person.restrictedLeistungen.join(" "),
      stateWord(person, locale),
      lastSeen(person.lastSignedInAt, locale),
      person.concerns.map((it) => t(`review.concern.${it}`)).join("; "),
    ]),
    ...programs.map((program) => [
      t("review.program"),
      program.name,
      program.system,
      program.rights.join("; "),
      "",
      "",
      "",
      lastSeen(program.lastUsedAt, locale),
      "",
    ]),
  ];
}
