import { isId } from "../../../platform/values/id.ts";
import {
  redirect,
  showError,
  type PortalRequest,
  type Reply,
  type Route,
} from "../../../shell/web/route.ts";
import { rolesOn, type Role } from "../domain/roles.ts";
import { staffTexts } from "../i18n/texts.ts";
import { addStaff, type AddStaffRefusal } from "../use-cases/add-staff.ts";
import {
  changeRoles,
  giveOneTimePassword,
  handOverToDirectory,
  resetSecondFactor,
  setDisabled,
  type ChangeMemberRefusal,
} from "../use-cases/change-member.ts";
import { listMembers, type MemberEntry } from "../use-cases/list-members.ts";
import { memberPage, membersPage } from "./member-pages.ts";
import { newMemberPage } from "./new-member-page.ts";
import { memberPaths } from "./staff-paths.ts";

/** Pages for who manages access to the workplace, on every portal. */
export function memberRoutes(): readonly Route[] {
  const route = (
    method: Route["method"],
    path: string,
    handle: Route["handle"],
  ): Route => ({
    method,
    path,
    audience: "staff",
    scope: "any",
    permission: "staff.manage",
    handle,
  });
  return [
    route("GET", memberPaths.list, showMembers),
    route("GET", memberPaths.add, showNewMember),
    route("POST", memberPaths.add, addMember),
    route("GET", memberPaths.member(":id"), (request) => showMember(request)),
    route("POST", memberPaths.roles(":id"), saveRoles),
    route("POST", memberPaths.access(":id"), saveAccess),
    route("POST", memberPaths.secondFactor(":id"), forgetFactor),
    route("POST", memberPaths.password(":id"), makePassword),
    route("POST", memberPaths.handOver(":id"), handOver),
  ];
}

async function showMembers({
  context,
  locale,
  portal,
}: PortalRequest): Promise<Reply> {
  const listed = await listMembers(context);
  if (!listed.ok) return showError(403);
  const hasTeams = portal.kind !== "installation";
  return membersPage({ locale, members: listed.value, hasTeams });
}

function showNewMember(request: PortalRequest): Promise<Reply> {
  return Promise.resolve(
    newMemberPage({
      locale: request.locale,
      allowed: allowedOn(request),
      login: "",
      displayName: "",
      roles: [],
      errors: {},
    }),
  );
}

async function addMember(request: PortalRequest): Promise<Reply> {
  const { context, fields, locale } = request;
  const allowed = allowedOn(request);
  const typed = {
    login: fields.get("login") ?? "",
    displayName: fields.get("displayName") ?? "",
    roles: fields.getAll("roles"),
  };
  const isAllowed = typed.roles.every((role) =>
    allowed.some((it) => it === role),
  );
  const added = isAllowed
    ? await addStaff(context, typed)
    : ({ ok: false, refusal: { kind: "role-unknown" } } as const);
  if (added.ok)
    return showMember(request, {
      staffId: added.value.staffId,
      oneTimePassword: added.value.oneTimePassword,
    });
  if (added.refusal.kind === "not-permitted") return showError(403);
  const errors = newMemberErrors(added.refusal, locale);
  return newMemberPage({ locale, allowed, ...typed, errors });
}

function newMemberErrors(
  refusal: Exclude<AddStaffRefusal, { kind: "not-permitted" }>,
  locale: PortalRequest["locale"],
) {
  const t = staffTexts(locale);
  switch (refusal.kind) {
    case "login-invalid":
    case "login-taken":
      return { login: t(`members.error.${refusal.kind}`) };
    case "name-missing":
      return { displayName: t("members.error.name-missing") };
    case "role-unknown":
    case "password-weak":
      return { roles: t("members.error.role-missing") };
  }
}

type Shown = {
  readonly staffId?: string;
  readonly error?: string;
  readonly oneTimePassword?: string | undefined;
};

async function showMember(
  request: PortalRequest,
  { staffId = request.params["id"], error, oneTimePassword }: Shown = {},
): Promise<Reply> {
  const { locale, staff } = request;
  const member = await findEntry(request, staffId ?? "");
  if (!member) return showError(404);
  return memberPage({
    locale,
    member,
    allowed: allowedOn(request),
    isOneself: member.staffId === staff?.staffId,
    error,
    oneTimePassword,
  });
}

async function findEntry(
  { context }: PortalRequest,
  staffId: string,
): Promise<MemberEntry | undefined> {
  const listed = await listMembers(context);
  return listed.ok
    ? listed.value.find((member) => member.staffId === staffId)
    : undefined;
}

async function saveRoles(request: PortalRequest): Promise<Reply> {
  const { context, fields } = request;
  const changed = await onMember(request, (staffId) =>
    changeRoles(context, {
      staffId,
      roles: fields.getAll("roles"),
      allowed: allowedOn(request),
    }),
  );
  return changed.ok ? backTo(request) : refused(request, changed.refusal);
}

async function saveAccess(request: PortalRequest): Promise<Reply> {
  const { context, fields } = request;
  const changed = await onMember(request, (staffId) =>
    setDisabled(context, {
      staffId,
      isDisabled: fields.get("access") !== "on",
    }),
  );
  return changed.ok ? backTo(request) : refused(request, changed.refusal);
}

async function forgetFactor(request: PortalRequest): Promise<Reply> {
  const changed = await onMember(request, (staffId) =>
    resetSecondFactor(request.context, staffId),
  );
  return changed.ok ? backTo(request) : refused(request, changed.refusal);
}

async function handOver(request: PortalRequest): Promise<Reply> {
  const changed = await onMember(request, (staffId) =>
    handOverToDirectory(request.context, staffId),
  );
  return changed.ok ? backTo(request) : refused(request, changed.refusal);
}

async function makePassword(request: PortalRequest): Promise<Reply> {
  const changed = await onMember(request, (staffId) =>
    giveOneTimePassword(request.context, staffId),
  );
  return changed.ok
    ? showMember(request, changed.value)
    : refused(request, changed.refusal);
}

/** Nothing that is not an id reaches a query. */
function onMember<Value>(
  { params }: PortalRequest,
  change: (staffId: string) => Promise<Value>,
): Promise<Value | { ok: false; refusal: ChangeMemberRefusal }> {
  const staffId = params["id"] ?? "";
  return isId(staffId)
    ? change(staffId)
    : Promise.resolve({ ok: false, refusal: { kind: "not-found" } });
}

function backTo({ params }: PortalRequest): Reply {
  return redirect(memberPaths.member(params["id"] ?? ""));
}

function refused(
  request: PortalRequest,
  refusal: ChangeMemberRefusal,
): Reply | Promise<Reply> {
  const t = staffTexts(request.locale);
  switch (refusal.kind) {
    case "not-permitted":
      return showError(403);
    case "not-found":
      return showError(404);
    case "is-oneself":
      return showError(409);
    case "role-unknown":
      return showMember(request, { error: t("members.error.role-missing") });
  }
}

function allowedOn({ portal }: PortalRequest): readonly Role[] {
  return rolesOn(portal.kind === "installation" ? "installation" : "authority");
}
