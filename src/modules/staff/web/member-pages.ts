import { html, type SafeHtml } from "../../../platform/html/html.ts";
import { formatDateTime } from "../../../platform/i18n/dates.ts";
import type { Locale } from "../../../platform/i18n/texts.ts";
import { page, type Page } from "../../../shell/web/route.ts";
import { alert } from "../../../ui/alert.ts";
import { badge } from "../../../ui/badge.ts";
import { backLink } from "../../../ui/breadcrumb.ts";
import { button, linkButton } from "../../../ui/button.ts";
import { checkboxes } from "../../../ui/checkbox.ts";
import { definitionRows } from "../../../ui/definition-rows.ts";
import { errorSummary } from "../../../ui/error-summary.ts";
import { pageHeading } from "../../../ui/heading.ts";
import { section } from "../../../ui/section.ts";
import { table } from "../../../ui/table.ts";
import { textInput } from "../../../ui/text-input.ts";
import type { Role } from "../domain/roles.ts";
import { staffTexts } from "../i18n/texts.ts";
import type { MemberEntry } from "../use-cases/list-members.ts";
import { memberPaths } from "./staff-paths.ts";

/** Everybody with access, and what they may do. */
export function membersPage({
  locale,
  members,
}: {
  readonly locale: Locale;
  readonly members: readonly MemberEntry[];
}): Page {
  const t = staffTexts(locale);
  return page({
    title: t("members.title"),
    section: memberPaths.list,
    layout: "wide",
    main: html`${pageHeading({ title: t("members.title"), lead: t("members.lead") })}
      <p>${linkButton({ label: t("members.add"), href: memberPaths.add })}</p>
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
            lastSeen(member, locale),
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
      { term: t("members.seen"), value: lastSeen(member, locale) },
    ])}
    ${
      isOneself
        ? alert({ kind: "info", title: t("members.oneself") })
        : html`${rolesSection(props)} ${accessSections(props)}`
    }`,
  });
}

export type NewMemberProps = {
  readonly locale: Locale;
  readonly allowed: readonly Role[];
  readonly login: string;
  readonly displayName: string;
  readonly roles: readonly string[];
  readonly errors: Readonly<
    Partial<Record<"login" | "displayName" | "roles", string>>
  >;
};

/** Name, address and roles of somebody new. */
export function newMemberPage(props: NewMemberProps): Page {
  const { locale, errors } = props;
  const t = staffTexts(locale);
  const listed = Object.entries(errors).map(([fieldId, text]) => ({
    fieldId,
    text,
  }));
  const title = t("members.add");
  const isWrong = listed.length > 0;
  return page({
    status: isWrong ? 422 : 200,
    title: isWrong ? t("sign-in.error-title", { title }) : title,
    section: memberPaths.list,
    scripts: isWrong ? ["focus-error-summary"] : [],
    main: html`${backLink({ label: t("members.title"), href: memberPaths.list })}
      ${errorSummary({ errors: listed, locale })}
      ${pageHeading({ title, lead: t("members.add.lead") })}
      <form method="post" action="${memberPaths.add}" novalidate>
        ${textInput({
          name: "displayName",
          label: t("members.name"),
          value: props.displayName,
          autocomplete: "off",
          error: errors.displayName,
          locale,
        })}
        ${textInput({
          name: "login",
          label: t("account.login"),
          type: "email",
          value: props.login,
          autocomplete: "off",
          error: errors.login,
          locale,
        })}
        ${roleBoxes(props, errors.roles)}
        ${button({ label: t("members.add.button") })}
      </form>`,
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

function accessSections({ locale, member }: MemberPageProps): SafeHtml {
  const t = staffTexts(locale);
  const { staffId, isDisabled, hasSecondFactor } = member;
  const act = (title: string, lead: string, form: SafeHtml) =>
    section({
      title,
      body: html`<p>${lead}</p>
        ${form}`,
    });
  const form = (action: string, label: string, field?: SafeHtml) =>
    html`<form method="post" action="${action}">
      ${field} ${button({ label, variant: "secondary" })}
    </form>`;
  return html`${act(
    t("members.password.title"),
    t("members.password.lead"),
    form(memberPaths.password(staffId), t("members.password.button")),
  )}
  ${
    hasSecondFactor &&
    act(
      t("members.factor.title"),
      t("members.factor.lead"),
      form(memberPaths.secondFactor(staffId), t("members.factor.button")),
    )
  }
  ${act(
    t(isDisabled ? "members.enable.title" : "members.disable.title"),
    t(isDisabled ? "members.enable.lead" : "members.disable.lead"),
    form(
      memberPaths.access(staffId),
      t(isDisabled ? "members.enable.button" : "members.disable.button"),
      html`<input
        type="hidden"
        name="access"
        value="${isDisabled ? "on" : "off"}"
      />`,
    ),
  )}`;
}

function roleBoxes(
  {
    locale,
    allowed,
    roles,
  }: {
    readonly locale: Locale;
    readonly allowed: readonly Role[];
    readonly roles: readonly string[];
  },
  error: string | undefined,
): SafeHtml {
  const t = staffTexts(locale);
  return checkboxes({
    name: "roles",
    label: t("members.roles"),
    values: roles,
    options: allowed.map((role) => ({
      value: role,
      label: t(`role.${role}`),
      hint: t(`role.${role}.hint`),
    })),
    error,
    locale,
  });
}

function roleWords(roles: readonly Role[], locale: Locale): string {
  const t = staffTexts(locale);
  return roles.map((role) => t(`role.${role}`)).join(", ");
}

function stateOf(member: MemberEntry, locale: Locale): SafeHtml {
  const t = staffTexts(locale);
  if (member.isDisabled) return badge("danger", t("members.state.disabled"));
  if (member.isInvited) return badge("info", t("members.state.invited"));
  return member.hasSecondFactor
    ? badge("success", t("members.state.secured"))
    : badge("warning", t("members.state.no-factor"));
}

function lastSeen({ lastSignedInAt }: MemberEntry, locale: Locale): string {
  return lastSignedInAt
    ? formatDateTime(lastSignedInAt, locale)
    : staffTexts(locale)("members.seen.never");
}
