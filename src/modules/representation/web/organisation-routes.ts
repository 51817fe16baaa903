import { isEmailAddress } from "../../../platform/values/email-address.ts";
import { isId } from "../../../platform/values/id.ts";
import {
  redirect,
  showError,
  type PortalRequest,
  type Reply,
  type Route,
} from "../../../shell/web/route.ts";
import {
  organisationFields,
  tidyDetails,
  type OrganisationDetails,
} from "../domain/organisation.ts";
import { isRole } from "../domain/roles.ts";
import { representationTexts } from "../i18n/texts.ts";
import {
  changeOrganisation,
  deleteOrganisation,
} from "../use-cases/change-organisation.ts";
import { createOrganisation } from "../use-cases/create-organisation.ts";
import { endInvitation, inviteMember } from "../use-cases/invite-member.ts";
import {
  listOwnOrganisations,
  readOrganisation,
  type OrganisationView,
} from "../use-cases/read-organisation.ts";
import { accountRoute } from "./account-route.ts";
import { deletionPage, detailsPage, invitePage } from "./organisation-forms.ts";
import { organisationPage, organisationsPage } from "./organisation-pages.ts";
import { representationPaths } from "./paths.ts";

/** Organisations of the account. */
export function organisationRoutes(): readonly Route[] {
  const paths = representationPaths;
  return [
    accountRoute("GET", paths.organisations, showOrganisations),
    accountRoute("GET", paths.newOrganisation, showNew),
    accountRoute("POST", paths.newOrganisation, submitNew),
    accountRoute("GET", paths.organisation(":id"), showOrganisation),
    accountRoute("GET", paths.details(":id"), showDetails),
    accountRoute("POST", paths.details(":id"), saveDetails),
    accountRoute("GET", paths.invite(":id"), (request) => showInvite(request)),
    accountRoute("POST", paths.invite(":id"), submitInvite),
    accountRoute("GET", paths.deletion(":id"), showDeletion),
    accountRoute("POST", paths.deletion(":id"), submitDeletion),
    accountRoute("POST", paths.endOfInvitation(":id"), submitEndOfInvitation),
  ];
}

async function showOrganisations({
  accountContext,
  locale,
}: PortalRequest): Promise<Reply> {
  const organisations = await listOwnOrganisations(accountContext);
  return organisationsPage({ locale, organisations });
}

function showNew({ locale }: PortalRequest): Promise<Reply> {
  return Promise.resolve(
    detailsPage({ locale, details: tidyDetails({}), problems: [] }),
  );
}

async function submitNew(request: PortalRequest): Promise<Reply> {
  const { accountContext, locale } = request;
  const details = typedDetails(request);
  const created = await createOrganisation(accountContext, details);
  if (created.ok)
    return redirect(
      representationPaths.organisation(created.value.organisationId),
    );
  switch (created.refusal.kind) {
    case "not-permitted":
      return showError(403);
    case "details-invalid":
      return detailsPage({
        locale,
        details,
        problems: created.refusal.problems,
      });
  }
}

async function showOrganisation(request: PortalRequest): Promise<Reply> {
  const organisation = await findShown(request);
  return organisation
    ? organisationPage({
        locale: request.locale,
        organisation,
        isInvited: request.query.has("eingeladen"),
      })
    : showError(404);
}

async function showDetails(request: PortalRequest): Promise<Reply> {
  const { locale } = request;
  const found = await findOwned(request);
  if (!found.organisation) return showError(found.status);
  const { organisationId, details, source } = found.organisation;
  if (source !== "self") return showError(409);
  return detailsPage({ locale, organisationId, details, problems: [] });
}

async function saveDetails(request: PortalRequest): Promise<Reply> {
  const { accountContext, locale } = request;
  const organisationId = idOf(request);
  const details = typedDetails(request);
  if (organisationId === undefined) return showError(404);
  const changed = await changeOrganisation(accountContext, {
    organisationId,
    typed: details,
  });
  if (changed.ok)
    return redirect(representationPaths.organisation(organisationId));
  switch (changed.refusal.kind) {
    case "not-found":
      return showError(404);
    case "not-permitted":
      return showError(403);
    case "is-asserted":
      return showError(409);
    case "details-invalid":
      return detailsPage({
        locale,
        organisationId,
        details,
        problems: changed.refusal.problems,
      });
  }
}

async function showInvite(
  request: PortalRequest,
  errors: Parameters<typeof invitePage>[0]["errors"] = [],
): Promise<Reply> {
  const { locale, fields } = request;
  const found = await findOwned(request);
  if (!found.organisation) return showError(found.status);
  return invitePage({
    locale,
    organisation: found.organisation,
    email: fields.get("email") ?? "",
    role: fields.get("role") ?? undefined,
    errors,
  });
}

async function submitInvite(request: PortalRequest): Promise<Reply> {
  const { accountContext, fields, baseUrl, locale } = request;
  const t = representationTexts(locale);
  const organisationId = idOf(request);
  if (organisationId === undefined) return showError(404);
  const role = fields.get("role") ?? "";
  const email = (fields.get("email") ?? "").trim();
  const errors = inviteErrors({ email, role }, locale);
  if (!isRole(role)) return showInvite(request, errors);
  const invited = await inviteMember(accountContext, {
    organisationId,
    email,
    role,
    linkPrefix: `${baseUrl}${representationPaths.invitation("")}`,
  });
  if (invited.ok)
    return redirect(
      `${representationPaths.organisation(organisationId)}?eingeladen=ja`,
    );
  switch (invited.refusal.kind) {
    case "not-found":
      return showError(404);
    case "not-permitted":
      return showError(403);
    case "email-invalid":
      return showInvite(request, errors);
    case "too-many":
      return showInvite(request, [
        { fieldId: "email", text: t("invite.too-many") },
      ]);
  }
}

function inviteErrors(
  { email, role }: { readonly email: string; readonly role: string },
  locale: PortalRequest["locale"],
) {
  const t = representationTexts(locale);
  return [
    !isEmailAddress(email) && {
      fieldId: "email",
      text: t("invite.email.invalid"),
    },
    !isRole(role) && { fieldId: "role", text: t("member.role.missing") },
  ].filter((error) => error !== false);
}

async function showDeletion(request: PortalRequest): Promise<Reply> {
  const found = await findOwned(request);
  return found.organisation
    ? deletionPage({
        locale: request.locale,
        organisation: found.organisation,
      })
    : showError(found.status);
}

async function submitDeletion(request: PortalRequest): Promise<Reply> {
  const organisationId = idOf(request);
  if (organisationId === undefined) return showError(404);
  const deleted = await deleteOrganisation(
    request.accountContext,
    organisationId,
  );
  if (deleted.ok) return redirect(representationPaths.organisations);
  return showError(deleted.refusal.kind === "not-found" ? 404 : 403);
}

async function submitEndOfInvitation(request: PortalRequest): Promise<Reply> {
  const invitationId = idOf(request);
  if (invitationId === undefined) return showError(404);
  const ended = await endInvitation(request.accountContext, invitationId);
  if (ended.ok)
    return redirect(
      representationPaths.organisation(ended.value.organisationId),
    );
  return showError(ended.refusal.kind === "not-found" ? 404 : 403);
}

async function findShown(
  request: PortalRequest,
): Promise<OrganisationView | undefined> {
  const organisationId = idOf(request);
  return organisationId === undefined
    ? undefined
    : readOrganisation(request.accountContext, organisationId);
}

type Owned =
  | { readonly organisation: OrganisationView }
  | { readonly organisation: undefined; readonly status: 403 | 404 };

async function findOwned(request: PortalRequest): Promise<Owned> {
  const organisation = await findShown(request);
  if (organisation?.ownRole === "owner") return { organisation };
  return { organisation: undefined, status: organisation ? 403 : 404 };
}

function typedDetails({ fields }: PortalRequest): OrganisationDetails {
  return tidyDetails(
    Object.fromEntries(
      organisationFields.map((field) => [field, fields.get(field) ?? ""]),
    ),
  );
}

/** Nothing that is not an id reaches a query. */
function idOf({ params }: PortalRequest): string | undefined {
  const id = params["id"] ?? "";
  return isId(id) ? id : undefined;
}
