import { html, type SafeHtml } from "../../../platform/html/html.ts";
import type { Locale } from "../../../platform/i18n/texts.ts";
import { page, type Page } from "../../../shell/web/route.ts";
import { alert } from "../../../ui/alert.ts";
import { badge } from "../../../ui/badge.ts";
import { backLink } from "../../../ui/breadcrumb.ts";
import { button, linkButton } from "../../../ui/button.ts";
import { definitionRows } from "../../../ui/definition-rows.ts";
import { errorSummary } from "../../../ui/error-summary.ts";
import { pageHeading } from "../../../ui/heading.ts";
import { link } from "../../../ui/link.ts";
import { section } from "../../../ui/section.ts";
import { table } from "../../../ui/table.ts";
import type { Role } from "../domain/roles.ts";
import { staffTexts } from "../i18n/texts.ts";
import type { MemberEntry } from "../use-cases/list-members.ts";
import { accessState, lastSeen, roleWords } from "./member-words.ts";
import { roleBoxes } from "./role-boxes.ts";
import {
  directoryPaths,
  memberPaths,
  reviewPaths,
  teamPaths,
} from "./staff-paths.ts";

/** Everybody with access, and what they may do. */
export function membersPage(props: {
  readonly locale: Locale;
  readonly members: readonly MemberEntry[];
  /** False on the installation's own portal: it has no Vorgänge. */
  readonly hasTeams: boolean;
}): Page {
  const { locale, members } = props;
  const t = staffTexts(locale);
  return page({
    title: t("members.title"),
    section: memberPaths.list,
    layout: "wide",
    main: html`${pageHeading({ title: t("members.title"), lead: t("members.lead") })}
      <p>${linkButton({ label: t("members.add"), href: memberPaths.add })}</p>
      <p>
        <a class="kern-link" href="${directoryPaths.settings}"
          >${t("members.directory")}</a
        >
      </p>
      <p>${link(reviewPaths.start, t("review.link"))}</p>
      ${props.hasTeams && html`<p>${link(teamPaths.list, t("teams.link"))}</p>`}
      ${table({
        caption: t("members.title"),
        isCaptionHidden: true,
        columns: [
          { label: t("members.name") },
          { label: t("members.roles") },
          { label: t("members.state") },
          { label: t("members.seen") },
        ],
        rows: members.map((member) => ({
          cells: [
            html`<a
                class="kern-link"
                href="${memberPaths.member(member.staffId)}"
                >${member.displayName}</a
              ><br />${member.login}`,
            roleWords(member.roles, locale),
            stateOf(member, locale),
            lastSeen(member.lastSignedInAt, locale),
          ],
        })),
      })}`,
  });
}

export type MemberPageProps = {
  readonly locale: Locale;
  readonly member: MemberEntry;
  readonly allowed: readonly Role[];
  readonly isOneself: boolean;
  readonly error?: string | undefined;
  /** Shown once, right after it was made. */
  readonly oneTimePassword?: string | undefined;
};

/** One colleague: roles, access, second factor, password. */
export function memberPage(props: MemberPageProps): Page {
  const { locale, member, error, isOneself } = props;
  const t = staffTexts(locale);
  const errors = error === undefined ? [] : [{ fieldId: "roles", text: error }];
  const title = member.displayName;
  return page({
    status: error === undefined ? 200 : 422,
    title: error === undefined ? title : t("sign-in.error-title", { title }),
    section: memberPaths.list,
    scripts: error === undefined ? [] : ["focus-error-summary"],
    main: html`${backLink({ label: t("members.title"), href: memberPaths.list })}
    ${errorSummary({ errors, locale })}
    ${pageHeading({ title, preline: t("members.title") })}
    ${passwordNotice(props)}
    ${definitionRows([
      { term: t("account.login"), value: member.login },
      { term: t("members.state"), value: stateOf(member, locale) },
      {
        term: t("members.seen"),
        value: lastSeen(member.lastSignedInAt, locale),
      },
    ])}
    ${
      isOneself
        ? alert({ kind: "info", title: t("members.oneself") })
        : html`${
            member.isOfDirectory
              ? alert({ kind: "info", title: t("members.of-directory") })
              : html`${rolesSection(props)} ${passwordSections(props)}`
          }
          ${accessSection(props)}`
    }`,
  });
}

function passwordNotice({
  oneTimePassword,
  locale,
}: MemberPageProps): SafeHtml | false {
  const t = staffTexts(locale);
  return (
    oneTimePassword !== undefined &&
    alert({
      kind: "success",
      title: t("members.password.made"),
      body: html`<p>${t("members.password.once")}</p>
        <p><code>${oneTimePassword}</code></p>`,
      isAnnounced: true,
    })
  );
}

function rolesSection(props: MemberPageProps): SafeHtml {
  const { locale, member, error } = props;
  const t = staffTexts(locale);
  return section({
    title: t("members.roles"),
    body: html`<form
      method="post"
      action="${memberPaths.roles(member.staffId)}"
      novalidate
    >
      ${roleBoxes({ ...props, roles: member.roles }, error)}
      ${button({ label: t("members.roles.save") })}
    </form>`,
  });
}

/** What is done for somebody who signs in with a password here. */
function passwordSections({ locale, member }: MemberPageProps): SafeHtml {
  const t = staffTexts(locale);
  const { staffId, hasSecondFactor, awaitsDirectory } = member;
  return html`${act({
    title: t("members.password.title"),
    lead: t("members.password.lead"),
    action: memberPaths.password(staffId),
    label: t("members.password.button"),
  })}
  ${
    hasSecondFactor &&
    act({
      title: t("members.factor.title"),
      lead: t("members.factor.lead"),
      action: memberPaths.secondFactor(staffId),
      label: t("members.factor.button"),
    })
  }
  ${
    awaitsDirectory
      ? alert({ kind: "info", title: t("members.hand-over.waiting") })
      : act({
          title: t("members.hand-over.title"),
          lead: t("members.hand-over.lead"),
          action: memberPaths.handOver(staffId),
          label: t("members.hand-over.button"),
        })
  }`;
}

function accessSection({ locale, member }: MemberPageProps): SafeHtml {
  const t = staffTexts(locale);
  const { staffId, isDisabled } = member;
  const deed = isDisabled ? "enable" : "disable";
  return act({
    title: t(`members.${deed}.title`),
    lead: t(`members.${deed}.lead`),
    action: memberPaths.access(staffId),
    label: t(`members.${deed}.button`),
    field: html`<input
      type="hidden"
      name="access"
      value="${isDisabled ? "on" : "off"}"
    />`,
  });
}

function act(deed: {
  readonly title: string;
  /** The consequence. */
  readonly lead: string;
  readonly action: string;
  readonly label: string;
  readonly field?: SafeHtml;
}): SafeHtml {
  return section({
    title: deed.title,
    body: html`<p>${deed.lead}</p>
      <form method="post" action="${deed.action}">
        ${deed.field} ${button({ label: deed.label, variant: "secondary" })}
      </form>`,
  });
}

const badges = {
  disabled: "danger",
  directory: "success",
  invited: "info",
  secured: "success",
  "no-factor": "warning",
} as const;

function stateOf(member: MemberEntry, locale: Locale): SafeHtml {
  const state = accessState(member);
  return badge(badges[state], staffTexts(locale)(`members.state.${state}`));
}
