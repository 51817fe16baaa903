import { html, type SafeHtml } from "../../../platform/html/html.ts";
import type { Locale } from "../../../platform/i18n/texts.ts";
import { page, type Page } from "../../../shell/web/route.ts";
import { alert } from "../../../ui/alert.ts";
import { backLink } from "../../../ui/breadcrumb.ts";
import { button } from "../../../ui/button.ts";
import { confirmation } from "../../../ui/confirmation.ts";
import {
  errorSummary,
  type SummarisedError,
} from "../../../ui/error-summary.ts";
import { pageHeading } from "../../../ui/heading.ts";
import { radios } from "../../../ui/radios.ts";
import { section } from "../../../ui/section.ts";
import { textInput, type TextInputProps } from "../../../ui/text-input.ts";
import {
  organisationFields,
  type OrganisationDetails,
  type OrganisationField,
  type OrganisationProblem,
} from "../domain/organisation.ts";
import { leavesAnOwner, roles } from "../domain/roles.ts";
import { representationTexts } from "../i18n/texts.ts";
import type {
  MemberEntry,
  OrganisationView,
} from "../use-cases/read-organisation.ts";
import { errorAt, formPage } from "./form-page.ts";
import { shownName } from "./organisation-pages.ts";
import { representationPaths } from "./paths.ts";

export type DetailsFormProps = {
  readonly locale: Locale;
  readonly details: OrganisationDetails;
  readonly problems: readonly OrganisationProblem[];
  /** Undefined: a new one. */
  readonly organisationId?: string;
};

const looks: Readonly<
  Partial<Record<OrganisationField, Partial<TextInputProps>>>
> = {
  name: { autocomplete: "organization" },
  registerCourt: { isOptional: true },
  registerNumber: { isOptional: true, width: 20, spellCheck: false },
  houseNumber: { width: 6, spellCheck: false },
  postcode: { width: 6, inputMode: "numeric", autocomplete: "postal-code" },
};

/** Form with what may be stored of an organisation. */
export function detailsPage(props: DetailsFormProps): Page {
  const { locale, organisationId, problems } = props;
  const t = representationTexts(locale);
  const errors = problems.map(({ field, code }) => ({
    fieldId: field,
    text: t(`problem.${code}`, { field: t(`field.${field}`) }),
  }));
  const isNew = organisationId === undefined;
  return formPage({
    locale,
    title: t(isNew ? "organisation.new.title" : "organisation.edit.title"),
    lead: t(isNew ? "organisation.new.lead" : "organisation.edit.lead"),
    back: {
      label: isNew ? t("organisations.title") : props.details.name,
      href: isNew
        ? representationPaths.organisations
        : representationPaths.organisation(organisationId),
    },
    action: isNew
      ? representationPaths.newOrganisation
      : representationPaths.details(organisationId),
    buttonLabel: t(
      isNew ? "organisation.new.button" : "organisation.edit.button",
    ),
    errors,
    body: organisationFields.map((field) =>
      detailsInput(field, { ...props, errors }),
    ),
  });
}

function detailsInput(
  field: OrganisationField,
  {
    locale,
    details,
    errors,
  }: DetailsFormProps & { readonly errors: readonly SummarisedError[] },
): SafeHtml {
  const t = representationTexts(locale);
  const hinted =
    field === "name" ||
    field === "legalForm" ||
    field === "registerCourt" ||
    field === "registerNumber";
  return textInput({
    ...looks[field],
    name: field,
    label: t(`field.${field}`),
    ...(hinted ? { hint: t(`field.${field}.hint`) } : {}),
    value: details[field],
    error: errorAt(errors, field),
    locale,
  });
}

export type InvitePageProps = {
  readonly locale: Locale;
  readonly organisation: OrganisationView;
  readonly email: string;
  readonly role: string | undefined;
  readonly errors: readonly SummarisedError[];
};

/** Whom to invite, and as what. */
export function invitePage(props: InvitePageProps): Page {
  const { locale, organisation, errors } = props;
  const t = representationTexts(locale);
  return formPage({
    locale,
    title: t("invite.title"),
    lead: t("invite.lead"),
    back: {
      label: organisation.details.name,
      href: representationPaths.organisation(organisation.organisationId),
    },
    action: representationPaths.invite(organisation.organisationId),
    buttonLabel: t("invite.button"),
    errors,
    body: html`${textInput({
      name: "email",
      type: "email",
      label: t("invite.email"),
      hint: t("invite.email.hint"),
      value: props.email,
      autocomplete: "off",
      error: errorAt(errors, "email"),
      locale,
    })}
    ${roleRadios(props.role, { locale, errors })}`,
  });
}

function roleRadios(
  value: string | undefined,
  {
    locale,
    errors,
  }: {
    readonly locale: Locale;
    readonly errors: readonly SummarisedError[];
  },
): SafeHtml {
  const t = representationTexts(locale);
  return radios({
    name: "role",
    label: t("member.role.label"),
    value,
    options: roles.map((role) => ({
      value: role,
      label: t(`role.${role}`),
      hint: t(`role.${role}.hint`),
    })),
    error: errorAt(errors, "role"),
    locale,
  });
}

export type MemberPageProps = {
  readonly locale: Locale;
  readonly organisation: OrganisationView;
  readonly member: MemberEntry;
  readonly errors: readonly SummarisedError[];
};

/** One member: another role, or the end, with what follows from it. */
export function memberPage(props: MemberPageProps): Page {
  const { locale, organisation, member, errors } = props;
  const t = representationTexts(locale);
  const { organisationId, ownRole, details } = organisation;
  const title = shownName(member, locale);
  const isWrong = errors.length > 0;
  return page({
    status: isWrong ? 422 : 200,
    title: isWrong ? t("error-title", { title }) : title,
    section: "/konto",
    scripts: isWrong ? ["focus-error-summary"] : [],
    main: html`${backLink({ label: details.name, href: representationPaths.organisation(organisationId) })}
    ${errorSummary({ errors, locale })}
    ${pageHeading({ title, preline: details.name })}
    ${isLastOwner(props) && lastOwnerAlert(locale)}
    ${ownRole === "owner" && roleSection(props)} ${endSection(props)}`,
  });
}

function isLastOwner({ organisation, member }: MemberPageProps): boolean {
  const members = organisation.members.map(({ membershipId, role }) => ({
    id: membershipId,
    role,
  }));
  return !leavesAnOwner(members, { id: member.membershipId, role: undefined });
}

function lastOwnerAlert(locale: Locale): SafeHtml {
  const t = representationTexts(locale);
  return alert({
    kind: "info",
    title: t("member.last-owner.title"),
    body: t("member.last-owner"),
  });
}

function roleSection(props: MemberPageProps): SafeHtml | false {
  const { locale, member, errors } = props;
  const t = representationTexts(locale);
  return (
    !isLastOwner(props) &&
    section({
      title: t("member.role.title"),
      body: html`<p>${t("member.role.lead")}</p>
        <form
          method="post"
          action="${representationPaths.role(member.membershipId)}"
          novalidate
        >
          ${roleRadios(member.role, { locale, errors })}
          ${button({ label: t("member.role.button") })}
        </form>`,
    })
  );
}

function endSection(props: MemberPageProps): SafeHtml | false {
  const { locale, member, organisation } = props;
  const t = representationTexts(locale);
  const what = member.isOneself ? "leave" : "remove";
  const params = {
    name: member.name,
    organisation: organisation.details.name,
  };
  return (
    !isLastOwner(props) &&
    section({
      title: t(`member.${what}.title`),
      body: html`<p>${t(`member.${what}.lead`, params)}</p>
        <form
          method="post"
          action="${representationPaths.endOfMembership(member.membershipId)}"
        >
          ${button({ label: t(`member.${what}.button`), variant: "secondary" })}
        </form>`,
    })
  );
}

/** Asks before an organisation is deleted. */
export function deletionPage({
  locale,
  organisation,
}: {
  readonly locale: Locale;
  readonly organisation: OrganisationView;
}): Page {
  const t = representationTexts(locale);
  const { organisationId, details } = organisation;
  const question = t("delete.question", { name: details.name });
  return page({
    title: question,
    section: "/konto",
    main: confirmation({
      question,
      consequence: t("delete.consequence"),
      action: representationPaths.deletion(organisationId),
      confirmLabel: t("delete.button"),
      cancel: {
        label: t("cancel"),
        href: representationPaths.organisation(organisationId),
      },
    }),
  });
}
