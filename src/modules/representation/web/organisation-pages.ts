import { html, type SafeHtml } from "../../../platform/html/html.ts";
import { formatDate } from "../../../platform/i18n/dates.ts";
import type { Locale } from "../../../platform/i18n/texts.ts";
import { page, type Page } from "../../../shell/web/route.ts";
import { alert } from "../../../ui/alert.ts";
import { backLink } from "../../../ui/breadcrumb.ts";
import { button, buttonRow, linkButton } from "../../../ui/button.ts";
import { definitionRows, lines } from "../../../ui/definition-rows.ts";
import { emptyState } from "../../../ui/empty-state.ts";
import { pageHeading } from "../../../ui/heading.ts";
import { section } from "../../../ui/section.ts";
import { table } from "../../../ui/table.ts";
import { representationTexts } from "../i18n/texts.ts";
import type {
  MemberEntry,
  OrganisationEntry,
  OrganisationView,
} from "../use-cases/read-organisation.ts";
import { actionSection } from "./action-table.ts";
import { representationPaths } from "./paths.ts";

type Shown = {
  readonly locale: Locale;
  readonly organisation: OrganisationView;
};

/** The organisations somebody belongs to. */
export function organisationsPage({
  locale,
  organisations,
}: {
  readonly locale: Locale;
  readonly organisations: readonly OrganisationEntry[];
}): Page {
  const t = representationTexts(locale);
  const create = {
    label: t("organisations.new"),
    href: representationPaths.newOrganisation,
  };
  return page({
    title: t("organisations.title"),
    section: "/konto",
    main: html`${pageHeading({ title: t("organisations.title"), lead: t("organisations.lead") })}
    ${
      organisations.length === 0
        ? emptyState({
            title: t("organisations.empty.title"),
            body: t("organisations.empty.body"),
            action: create,
          })
        : html`${organisationTable(organisations, locale)}
          ${buttonRow(
            linkButton(create),
            linkButton({
              label: t("switch.title"),
              href: representationPaths.switch,
              variant: "secondary",
            }),
          )}`
    }`,
  });
}

function organisationTable(
  organisations: readonly OrganisationEntry[],
  locale: Locale,
): SafeHtml {
  const t = representationTexts(locale);
  return table({
    caption: t("organisations.title"),
    isCaptionHidden: true,
    columns: [
      { label: t("organisations.name") },
      { label: t("organisations.own-role") },
    ],
    rows: organisations.map(({ organisationId, name, role, isLapsed }) => ({
      cells: [
        isLapsed
          ? html`${name}<br />${t("organisations.lapsed")}`
          : html`<a
              class="kern-link"
              href="${representationPaths.organisation(organisationId)}"
              >${name}</a
            >`,
        t(`role.${role}`),
      ],
    })),
  });
}

/** One organisation for its members; invitations, log and deletion for owners only. */
export function organisationPage({
  isInvited = false,
  ...props
}: Shown & {
  /** An invitation has just gone out. */
  readonly isInvited?: boolean;
}): Page {
  const { locale, organisation } = props;
  const t = representationTexts(locale);
  const { organisationId, details, ownRole, actions } = organisation;
  return page({
    title: details.name,
    section: "/konto",
    main: html`${backLink({ label: t("organisations.title"), href: representationPaths.organisations })}
      ${pageHeading({ title: details.name, preline: t(`role.${ownRole}`) })}
      ${isInvited && alert({ kind: "success", title: t("invite.sent"), isAnnounced: true })}
      <form method="post" action="${representationPaths.switch}">
        <input type="hidden" name="partyId" value="${organisationId}" />
        ${button({ label: t("organisation.act") })}
      </form>
      ${detailsSection(props)} ${membersSection(props)}
      ${invitationsSection(props)}
      ${
        ownRole === "owner" &&
        html`${actionSection(actions, locale)}
          <p>
            ${linkButton({
              label: t("delete.link"),
              href: representationPaths.deletion(organisationId),
              variant: "tertiary",
            })}
          </p>`
      }`,
  });
}

function detailsSection({ locale, organisation }: Shown): SafeHtml {
  const t = representationTexts(locale);
  const { details, ownRole, source, organisationId } = organisation;
  const register =
    details.registerNumber === ""
      ? t("organisation.register.none")
      : `${details.registerCourt}, ${details.registerNumber}`;
  return section({
    title: t("organisation.details"),
    body: html`${definitionRows([
      { term: t("field.legalForm"), value: details.legalForm },
      { term: t("organisation.register"), value: register },
      {
        term: t("organisation.address"),
        value: lines([
          `${details.street} ${details.houseNumber}`,
          `${details.postcode} ${details.town}`,
        ]),
      },
      {
        term: t("organisation.source"),
        value: sourceText(organisation, locale),
      },
    ])}
    ${
      ownRole === "owner" &&
      source === "self" &&
      html`<p>
        ${linkButton({
          label: t("organisation.edit.link"),
          href: representationPaths.details(organisationId),
          variant: "secondary",
        })}
      </p>`
    }`,
  });
}

function sourceText(
  { source, obtainedAt, assuranceLevel }: OrganisationView,
  locale: Locale,
): string {
  const t = representationTexts(locale);
  const date = formatDate(obtainedAt, locale);
  return source === "self"
    ? t("organisation.source.self", { date })
    : t("organisation.source.asserted", {
        date,
        level: t(`level.${assuranceLevel}`),
      });
}

function membersSection({ locale, organisation }: Shown): SafeHtml {
  const t = representationTexts(locale);
  const { members, ownRole, organisationId } = organisation;
  return section({
    title: t("members.title"),
    body: html`${table({
      caption: t("members.title"),
      isCaptionHidden: true,
      columns: [
        { label: t("members.name") },
        { label: t("members.role") },
        { label: t("members.since") },
      ],
      rows: members.map((member) => ({
        cells: [
          html`${shownName(member, locale)}
          ${memberLink(member, { locale, isOwner: ownRole === "owner" })}`,
          t(`role.${member.role}`),
          html`${formatDate(member.joinedAt, locale)}${
            member.countsUntil &&
            html`<br />${t("members.counts-until", {
                date: formatDate(member.countsUntil, locale),
              })}`
          }`,
        ],
      })),
    })}
    ${
      ownRole === "owner" &&
      html`<p>
        ${linkButton({
          label: t("members.invite"),
          href: representationPaths.invite(organisationId),
          variant: "secondary",
        })}
      </p>`
    }`,
  });
}

function memberLink(
  member: MemberEntry,
  { locale, isOwner }: { readonly locale: Locale; readonly isOwner: boolean },
): SafeHtml | false {
  if (!isOwner && !member.isOneself) return false;
  const t = representationTexts(locale);
  return html`<br /><a
      class="kern-link"
      href="${representationPaths.membership(member.membershipId)}"
      >${isOwner ? t("members.change") : t("members.leave")}<span
        class="kern-sr-only"
        >: ${member.name}</span
      ></a
    >`;
}

/** The name, and a word for who looks at it. */
export function shownName(
  { name, isOneself }: MemberEntry,
  locale: Locale,
): string {
  return isOneself
    ? representationTexts(locale)("members.oneself", { name })
    : name;
}

function invitationsSection({ locale, organisation }: Shown): SafeHtml | false {
  const t = representationTexts(locale);
  const { invitations } = organisation;
  return (
    invitations.length > 0 &&
    section({
      title: t("invitations.title"),
      body: table({
        caption: t("invitations.title"),
        isCaptionHidden: true,
        columns: [
          { label: t("invitations.email") },
          { label: t("members.role") },
          { label: t("invitations.until") },
        ],
        rows: invitations.map(({ invitationId, email, role, expiresAt }) => ({
          cells: [
            html`${email}
              <form
                method="post"
                action="${representationPaths.endOfInvitation(invitationId)}"
              >
                ${button({ label: t("invitations.end"), context: email, variant: "tertiary" })}
              </form>`,
            t(`role.${role}`),
            formatDate(expiresAt, locale),
          ],
        })),
      }),
    })
  );
}
