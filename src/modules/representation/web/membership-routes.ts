import { isId } from "../../../platform/values/id.ts";
import {
  redirect,
  showError,
  type PortalRequest,
  type Reply,
  type Route,
} from "../../../shell/web/route.ts";
import type { SummarisedError } from "../../../ui/error-summary.ts";
import { isRole } from "../domain/roles.ts";
import { representationTexts } from "../i18n/texts.ts";
import {
  changeRole,
  endMembership,
  type ChangeMembershipRefusal,
} from "../use-cases/change-membership.ts";
import { readMembership } from "../use-cases/read-organisation.ts";
import { accountRoute } from "./account-route.ts";
import { memberPage } from "./organisation-forms.ts";
import { representationPaths } from "./paths.ts";

/** One member of an organisation: role and end. */
export function membershipRoutes(): readonly Route[] {
  const paths = representationPaths;
  return [
    accountRoute("GET", paths.membership(":id"), (request) =>
      showMember(request),
    ),
    accountRoute("POST", paths.role(":id"), submitRole),
    accountRoute("POST", paths.endOfMembership(":id"), submitEnd),
  ];
}

async function showMember(
  { accountContext, params, locale }: PortalRequest,
  errors: readonly SummarisedError[] = [],
): Promise<Reply> {
  const id = params["id"] ?? "";
  const found = isId(id) && (await readMembership(accountContext, id));
  if (!found) return showError(404);
  const { organisation, member } = found;
  if (organisation.ownRole !== "owner" && !member.isOneself)
    return showError(403);
  return memberPage({ locale, organisation, member, errors });
}

async function submitRole(request: PortalRequest): Promise<Reply> {
  const { accountContext, params, fields, locale } = request;
  const membershipId = params["id"] ?? "";
  const role = fields.get("role") ?? "";
  if (!isId(membershipId)) return showError(404);
  if (!isRole(role))
    return showMember(request, [
      {
        fieldId: "role",
        text: representationTexts(locale)("member.role.missing"),
      },
    ]);
  const changed = await changeRole(accountContext, { membershipId, role });
  return changed.ok
    ? redirect(representationPaths.organisation(changed.value.organisationId))
    : showError(statusOf(changed.refusal));
}

async function submitEnd({
  accountContext,
  params,
}: PortalRequest): Promise<Reply> {
  const membershipId = params["id"] ?? "";
  if (!isId(membershipId)) return showError(404);
  const ended = await endMembership(accountContext, membershipId);
  if (!ended.ok) return showError(statusOf(ended.refusal));
  const { accountId, organisationId } = ended.value;
  return redirect(
    accountId === accountContext.actor.id
      ? representationPaths.organisations
      : representationPaths.organisation(organisationId),
  );
}

function statusOf({ kind }: ChangeMembershipRefusal): 403 | 404 | 409 {
  switch (kind) {
    case "not-found":
      return 404;
    case "not-permitted":
      return 403;
    // The page offers nothing that leads here; somebody else was faster.
    case "last-owner":
      return 409;
  }
}
